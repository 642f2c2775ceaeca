"""What resolving any record needs to look up: names, backlinks, origins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .. import provenance
from ..byneed import Listed
from ..dates import Edtf
from ..edition import Accused, Backlink, Caveats, Origin, Reference
from ..passages import Placed
from ..prose import Prose
from ..records import Account, Claim, Content, Record
from .backlinks import Naming, Target, backlinks, by_target
from .facts import Facts, by_article
from .names import Names
from .origins import of_voices, origins
from .reader import Reader
from .turned import Turned, turned


@dataclass(frozen=True)
class Tables:
    """The content, and what was found out about it as a whole."""

    content: Content
    names: Names
    reader: Reader
    naming: Mapping[Target, list[Naming]]
    "the records that name a record, by its kind and id"
    turned: Turned
    origins: Mapping[str, tuple[Origin, ...]]
    placed: Mapping[str, tuple[Placed, ...]]
    "the annotations of each article, bound"

    def ref(self, kind: str, id: str) -> Reference:
        """Return the reference to a record."""
        return self.names[kind, id]

    def refs(self, kind: str, ids: Iterable[str]) -> tuple[Reference, ...]:
        """Return the references to records of a `kind`, in the order of `ids`."""
        return tuple(self.names[kind, id] for id in ids)

    def refs_of(self, kind: str, turned: Mapping[str, Iterable[Record]], id: str) -> tuple[Reference, ...]:
        """Return the references to those records of a `kind` that name what is called `id`."""
        return self.refs(kind, (record.id for record in turned.get(id, ())))

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

    def backlinks(self, kind: str, id: str) -> Sequence[Backlink]:
        """Return who names a record."""
        return Listed(lambda: backlinks(self.content, self.names, self.naming.get((kind, id), ())))

    def prose(self, markdown: str, own: str = "") -> Prose:
        """Return `markdown`, read: with the titles of the records that it links without words, and links to terms.

        The term `own` is not linked: the text explains it.
        """
        return self.reader.glossed(markdown, own)


def tables(content: Content, named: Names, reader: Reader, all_facts: Sequence[Facts]) -> Tables:
    """Return the tables of `content`, which `check` has found sound, and of whose texts `all_facts` tell."""
    return Tables(
        content,
        named,
        reader,
        by_target(naming for told in all_facts for naming in told.namings),
        turned(content),
        origins(content, named, provenance.roots(content)),
        by_article(content, all_facts),
    )
