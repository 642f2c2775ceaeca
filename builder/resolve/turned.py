"""What is looked up from its other end, turned round once: no record is made by walking through all others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from ..records import Actor, Claim, Content, Crosslink, Event, Record, Relation, Sanction, Source

SomeRecord = TypeVar("SomeRecord", bound=Record)
By = Mapping[str, tuple[SomeRecord, ...]]
"the records that name something, by what they name"


@dataclass(frozen=True, slots=True)
class Turned:
    """For what is named the records that name it."""

    listings_of: By[Sanction]
    "by target, in the order of their dates; those by authority and programme too"
    listings_by: By[Sanction]
    listings_under: By[Sanction]
    claims_by: By[Claim]
    "by the actor in whose name a link of their chain stands"
    claims_against: By[Claim]
    "by the person whom they accuse"
    events_about: By[Event]
    "by `kind:id`, in the order of their dates"
    parts_of: By[Actor]
    "by the whole"
    relations_to: Mapping[str, tuple[tuple[Actor, Relation], ...]]
    "by the actor at the other end"
    repeaters_of: By[Source]
    "by the source that they repeat"
    links_of: By[Crosslink]
    "by the claim at either end"


def turned(content: Content) -> Turned:
    """Return `content` from its other end."""
    listings = sorted(content.sanctions.values(), key=lambda listing: (listing.listing_date.key, listing.id))
    events = sorted(content.events.values(), key=lambda event: (event.date.key, event.id))
    claims, actors = content.claims.values(), content.actors.values()
    relations = [(actor, relation) for actor in actors for relation in actor.relations]
    return Turned(
        listings_of=_by(listings, lambda listing: [listing.target]),
        listings_by=_by(listings, lambda listing: [listing.authority]),
        listings_under=_by(listings, lambda listing: [listing.program]),
        claims_by=_by(claims, lambda claim: [statement.by for statement in claim.stated]),
        claims_against=_by(claims, lambda claim: claim.accuses),
        events_about=_by(events, lambda event: event.about),
        parts_of=_by(actors, lambda actor: [actor.part_of]),
        relations_to=_by(relations, lambda pair: [pair[1].with_]),
        links_of=_by(content.crosslinks.values(), lambda link: [link.from_, link.to]),
        repeaters_of=_by(content.sources.values(), lambda source: source.derived_from),
    )


def _by(records: Iterable[Any], names: Callable[[Any], Iterable[str | None]]) -> dict[str, tuple[Any, ...]]:
    """Group `records` by what each of them names; what is named twice by one counts once."""
    named: dict[str, list[Any]] = {}
    for record in records:
        for name in dict.fromkeys(names(record)):
            if name:
                named.setdefault(name, []).append(record)
    return {name: tuple(naming) for name, naming in named.items()}
