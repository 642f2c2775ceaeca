"""What the pages that list records can be filtered by: for each item its words, for each filter what there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ... import words
from ...edition import Actor, Claim, Edition, Program, Reference, Sanction, Source
from ..checking import WORDS
from ..happenings import KINDS, Happening

Words = Iterable[tuple[str, str]]
"values without white space, each with what a reader sees"


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice among the words that the items of a list have."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    "value and label"


@dataclass(frozen=True, slots=True)
class Index:
    """A list that can be filtered."""

    noun: str
    nouns: str
    filters: tuple[Filter, ...]
    items: Mapping[str, Mapping[str, str]]
    "by record id, the attributes of its item"


@dataclass(frozen=True, slots=True)
class Facet:
    """One way in which records differ."""

    name: str
    label: str
    of: Callable[[Any], Words]
    order: Sequence[str] = ()
    "of the values; without it they stand by their labels"


def index(
    noun: str,
    nouns: str,
    records: Iterable[Any],
    facets: Sequence[Facet],
    key: Callable[[Any], str] = lambda record: record.ref.id,
) -> Index:
    """Return what `records` can be filtered by; a facet in which all are alike is no filter."""
    values: dict[str, dict[str, str]] = {facet.name: {} for facet in facets}
    items: dict[str, dict[str, str]] = {}
    for record in records:
        own = {facet.name: dict(facet.of(record)) for facet in facets}
        items[key(record)] = {f"data-{name}": " ".join(labels) for name, labels in own.items() if labels}
        for name, labels in own.items():
            values[name].update(labels)
    filters = (Filter(facet.name, facet.label, _ordered(values[facet.name], facet.order)) for facet in facets)
    return Index(noun, nouns, tuple(choice for choice in filters if len(choice.options) > 1), items)


def _ordered(options: Mapping[str, str], order: Sequence[str]) -> tuple[tuple[str, str], ...]:
    places = {value: place for place, value in enumerate(order)}
    ranked = sorted(
        options.items(),
        key=lambda option: (places.get(option[0], 0), "" if places else option[1].casefold(), option[0]),
    )
    return tuple(ranked)


def claims(edition: Edition, records: Iterable[Claim]) -> Index:
    """Return what claims can be filtered by."""
    site = edition.site
    facets = (
        _strand(edition),
        Facet(
            "verdict",
            "Verdict",
            lambda record: [(record.current.verdict_id, record.current.verdict.label)],
            list(site.verdicts),
        ),
        Facet(
            "rung",
            "Evidence",
            lambda record: [(step.rung.id, step.rung.label) for step in record.climb[-1:]],
            [rung.id for rung in site.ladder],
        ),
        _year(lambda record: record.first),
    )
    return index("claim", "claims", records, facets)


def actors(edition: Edition, records: Iterable[Actor]) -> Index:
    """Return what actors can be filtered by; an actor's strands are those of what it said or is listed for."""
    listed = list(records)
    strands: dict[str, set[str]] = {}
    for actor in listed:
        named = (*actor.claims, *actor.accused, *actor.sanctions, *actor.imposed, *actor.events)
        strands[actor.ref.id] = {ref.strand for ref in named if ref.strand}
    facets = (
        Facet("type", "Kind", lambda record: [(record.type, record.type)]),
        _country(edition, lambda record: record.country),
        Facet(
            "strand",
            "Strand",
            lambda record: [
                (id, entry.label) for id, entry in edition.site.strands.items() if id in strands[record.ref.id]
            ],
            list(edition.site.strands),
        ),
        Facet("listed", "Listed", lambda record: [("yes", "listed") if record.sanctions else ("no", "not listed")]),
    )
    return index("actor", "actors", listed, facets)


def sanctions(edition: Edition, records: Iterable[Sanction]) -> Index:
    """Return what listings can be filtered by."""
    facets = (
        Facet("authority", "By", lambda record: [(record.authority.id, record.authority.title)]),
        Facet("program", "Under", lambda record: _named(record.program)),
        _strand(edition),
        _country(edition, lambda record: edition.actors[record.target.id].country if record.target else ""),
        _year(lambda record: record.listing_date),
    )
    return index("listing", "listings", records, facets)


def programs(edition: Edition, records: Iterable[Program]) -> Index:
    """Return what programmes can be filtered by."""
    return index(
        "programme",
        "programmes",
        records,
        (Facet("authority", "Authority", lambda record: _named(record.authority)), _strand(edition)),
    )


def sources(edition: Edition, records: Iterable[Source]) -> Index:
    """Return what sources can be filtered by."""
    language = edition.site.language
    facets = (
        Facet("kind", "Kind", lambda record: [(record.kind_id, record.kind.label)], list(edition.site.source_kinds)),
        Facet("checked", "Checked", lambda record: [(record.checked.how, WORDS[record.checked.how])], list(WORDS)),
        Facet("language", "Language", lambda record: [(record.language, words.language(record.language, language))]),
        _year(lambda record: record.published),
    )
    return index("source", "sources", records, facets)


_OFTEN, _CHOICES = 4, 100
"the happenings that an actor must have a part in to be a choice in the timeline, and the choices there are at most"


def happenings(edition: Edition, records: Sequence[Happening]) -> Index:
    """Return what a timeline can be filtered by; actors only those with a part in several things."""
    parts = Counter(actor for record in records for actor in record.actors)
    often = {id for id, number in parts.most_common(_CHOICES) if number >= _OFTEN}
    names = {"event": "events", "sanction": "listings", "assessment": "assessments", "article": "articles"}
    facets = (
        _strand(edition),
        Facet("kind", "Kind", lambda record: [(record.kind, names[record.kind])], KINDS),
        Facet(
            "actor",
            "Actor",
            lambda record: [(id, edition.actors[id].name) for id in record.actors if id in often],
        ),
    )
    return index("thing", "things", records, facets, key=lambda record: record.id)


def _strand(edition: Edition) -> Facet:
    strands = edition.site.strands
    return Facet(
        "strand",
        "Strand",
        lambda record: [(record.strand, strands[record.strand].label)] if record.strand else [],
        list(strands),
    )


def _country(edition: Edition, of: Callable[[Any], str]) -> Facet:
    language = edition.site.language
    return Facet(
        "country", "Country", lambda record: [(code, words.country(code, language))] if (code := of(record)) else []
    )


def _year(of: Callable[[Any], Any]) -> Facet:
    return Facet("year", "Year", lambda record: [(str(of(record).first.year), str(of(record).first.year))])


def _named(ref: Reference | None) -> Words:
    return [(ref.id, ref.title)] if ref else []
