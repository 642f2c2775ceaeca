"""All that was written, as it was written: the noun that `load` makes and `check` reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TypeVar

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


SomeRecord = TypeVar("SomeRecord", bound=Record)
Thing = TypeVar("Thing")
_BLOCK = 16
"records that stay together when work is shared out: neighbours tend to name the same things"


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the records: one of so many that together are all, each about as large as the others."""

    number: int = 0
    of: int = 1

    def own(self, all_of_them: Iterable[Thing]) -> Iterator[Thing]:
        """Yield those that belong to it: every so-manieth block."""
        return (thing for place, thing in enumerate(all_of_them) if place // _BLOCK % self.of == self.number)


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
    share: Share = Share()
    "which of the records `each` and `everything` yield; whatever is looked up is looked up in all"

    @cached_property
    def actors_by_name(self) -> Mapping[str, str]:
        """The ids of actors by their names and spellings, in small letters."""
        aliases = {alias.name: actor.id for actor in self.actors.values() for alias in actor.aliases}
        names = {actor.name: actor.id for actor in self.actors.values()}
        return {name.casefold(): id for name, id in {**aliases, **names}.items()}

    def of(self, kind: str) -> Mapping[str, Record]:
        """Return the records of a `kind`, by id."""
        records: Mapping[str, Record] = getattr(self, collection(kind))
        return records

    def has(self, kind: str, id: str) -> bool:
        """Return whether a reference to `kind` and `id` leads somewhere."""
        return id in self.of(kind) or bool({(kind, id), (kind, ANY)} & self.faulty)

    def each(self, noun: type[SomeRecord]) -> Iterator[SomeRecord]:
        """Yield the records of one class, as far as they belong to the share: annotations article by article."""
        if noun is nouns.Annotation:
            notes = (notes.values() for notes in self.share.own(self.annotations.values()))
            return chain.from_iterable(notes)  # type: ignore[arg-type]
        return self.share.own(self.of(noun.__name__.lower()).values())  # type: ignore[arg-type]

    def everything(self) -> Iterator[tuple[str, Record]]:
        """Yield every record of the share with its kind, annotations and the site, which is in the first, last."""
        for kind in LINKED:
            for record in self.share.own(self.of(kind).values()):
                yield kind, record
        for note in self.each(nouns.Annotation):
            yield "annotation", note
        if self.share.number == 0:
            yield "site", self.site
