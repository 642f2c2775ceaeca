"""What resolving any record needs to look up: names, backlinks, origins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .. import prose, provenance
from ..dates import Edtf
from ..edition import Accused, Backlink, Caveats, Origin, Reference
from ..glossary import Glossary, glossary, uses
from ..prose import Prose
from ..quotes import Span
from ..records import Account, Claim, Content
from .backlinks import Target, backlinks, linked
from .names import Names, names
from .origins import of_voices, origins


@dataclass(frozen=True)
class Tables:
    """The content, and what was found out about it as a whole."""

    content: Content
    names: Names
    links: Mapping[Target, tuple[Backlink, ...]]
    terms: Glossary
    origins: Mapping[str, tuple[Origin, ...]]

    def ref(self, kind: str, id: str) -> Reference:
        """Return the reference to a record."""
        return self.names[kind, id]

    def refs(self, kind: str, ids: Iterable[str]) -> tuple[Reference, ...]:
        """Return the references to records of a `kind`, in the order of `ids`."""
        return tuple(self.names[kind, id] for id in ids)

    def since(self, written: Claim) -> Edtf:
        """Return the day on which a claim was first made; `check` has found that it was."""
        made = self.names["claim", written.id].since
        assert made
        return made

    def origins_of(self, voices: Iterable[str]) -> tuple[Origin, ...]:
        """Return the origins that speak in `voices`."""
        return of_voices(self.content, self.names, voices)

    def caveats(self, written: Account) -> Caveats:
        """Return what a reader must know beside a record; a listing accuses its target, if that is a living person."""
        named = f"{type(written).__name__.lower()}:{written.id}"
        return Caveats(
            accuses=tuple(self._accused(id, named) for id in provenance.accused(self.content, written)),
            searched=written.searched,
            uncertain=written.uncertain,
            checked=getattr(written, "checked", None),
        )

    def _accused(self, id: str, accusation: str) -> Accused:
        person = self.content.actors[id]
        replies = tuple(self.prose(reply.text) for reply in provenance.replies(person, accusation))
        return Accused(self.ref("actor", id), replies, () if replies else person.searched)

    def backlinks(self, kind: str, id: str) -> tuple[Backlink, ...]:
        """Return who names a record."""
        return self.links.get((kind, id), ())

    def prose(self, markdown: str, own: str = "") -> Prose:
        """Return `markdown`, read: with the titles of the records that it links without words, and links to terms.

        The term `own` is not linked: the text explains it.
        """
        return self.glossed(self.titled(prose.parse(markdown)), own=own)

    def glossed(self, read: Prose, barred: Iterable[Span] = (), own: str = "") -> Prose:
        """Return prose with a link over the first use of each term in a section, but for links and `barred` spans."""
        closed = (*((span, "") for span in barred), *linked(read))
        return prose.glossed(read, uses(self.terms, read.text, read.sections, closed, own))

    def titled(self, read: Prose) -> Prose:
        """Return prose with the titles of the records that it links without words."""
        return prose.titled(read, lambda kind, id: self.names[kind, id].title)


def tables(content: Content) -> Tables:
    """Return the tables of `content`, which `check` has found sound."""
    named = names(content)
    terms = glossary(content.terms.values(), content.site.language)
    return Tables(
        content, named, backlinks(content, named, terms), terms, origins(content, named, provenance.roots(content))
    )
