"""All that was written, as it was written: the noun that `load` makes and `check` reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from . import nouns
from .base import Record
from .site import Site

KINDS: Mapping[str, type[Record]] = {
    "source": nouns.Source,
    "actor": nouns.Actor,
    "claim": nouns.Claim,
    "crosslink": nouns.Crosslink,
    "sanction": nouns.Sanction,
    "event": nouns.Event,
    "term": nouns.Term,
    "program": nouns.Program,
    "correction": nouns.Correction,
}
"the kinds that are collections of YAML records"

LINKED = (*KINDS, "article", "page")
"the kinds that a reference can name"


ANY = ""
"in place of an id: any, because a whole file could not be read"


def collection(kind: str) -> str:
    """Return the name of the collection of a `kind`: its folder, and its pages' folder."""
    return kind + "s"


@dataclass(frozen=True)
class Content:
    """The whole content: ids and strings, every record with its place."""

    site: Site
    sources: Mapping[str, nouns.Source]
    actors: Mapping[str, nouns.Actor]
    claims: Mapping[str, nouns.Claim]
    crosslinks: Mapping[str, nouns.Crosslink]
    sanctions: Mapping[str, nouns.Sanction]
    events: Mapping[str, nouns.Event]
    terms: Mapping[str, nouns.Term]
    programs: Mapping[str, nouns.Program]
    corrections: Mapping[str, nouns.Correction]
    articles: Mapping[str, nouns.Article]
    pages: Mapping[str, nouns.Page]
    annotations: Mapping[str, Mapping[str, nouns.Annotation]]
    "by article, then by id"
    full: frozenset[str] = frozenset()
    "the articles whose text is the original's, not Markdown"
    faulty: frozenset[tuple[str, str]] = frozenset()
    "kind and id of records that are there but could not be read: references to them are not faults"

    @cached_property
    def actors_by_name(self) -> Mapping[str, str]:
        """The ids of actors by their names and spellings, in small letters."""
        aliases = {alias.name: actor.id for actor in self.actors.values() for alias in actor.aliases}
        names = {actor.name: actor.id for actor in self.actors.values()}
        return {name.casefold(): id for name, id in {**aliases, **names}.items()}

    def of(self, kind: str) -> Mapping[str, Record]:
        """Return the records of a `kind`, by id."""
        found: Mapping[str, Record] = getattr(self, collection(kind))
        return found

    def has(self, kind: str, id: str) -> bool:
        """Return whether a reference to `kind` and `id` leads somewhere."""
        return id in self.of(kind) or bool({(kind, id), (kind, ANY)} & self.faulty)

    def everything(self) -> Iterator[tuple[str, Record]]:
        """Yield every record with its kind, annotations and the site last."""
        for kind in LINKED:
            for record in self.of(kind).values():
                yield kind, record
        for notes in self.annotations.values():
            for note in notes.values():
                yield "annotation", note
        yield "site", self.site
