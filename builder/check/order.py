"""Rules on order: nothing comes from itself, nothing ends before it begins or lies in the future."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from ..dates import Edtf
from ..records import Claim, Content, Part, Sanction, parts
from .findings import Finding


def derivation_has_no_circle(content: Content) -> Iterator[Finding]:
    """No source repeats itself by way of others, nor on the one point that a claim holds it for."""
    parents = {
        id: tuple(parent for parent in source.derived_from if parent in content.sources)
        for id, source in content.sources.items()
    }
    for circle in _circles(parents):
        source = content.sources[circle[0]]
        message = "a circle of sources that repeat one another: " + " → ".join(circle) + "; take out one `derived_from`"
        yield Finding(source.written.at("derived_from"), message, record=f"source:{source.id}")

    for claim in content.claims.values():
        own = {line.source: line for line in claim.evidence if line.derived_from is not None}
        on_its_point = {
            id: tuple(parent for parent in line.derived_from or () if parent in parents) for id, line in own.items()
        }
        for circle in _circles(_behind(own, ChainMap(on_its_point, parents))) if own else ():
            place = next((place for place, line in enumerate(claim.evidence) if line.source in circle), None)
            if place is not None and set(circle) & set(own):
                message = "on this claim a circle of sources that repeat one another: " + " → ".join(circle)
                remedy = ("take out one `derived_from` of these lines",)
                yield Finding(claim.written.at("evidence", place), message, remedy, f"claim:{claim.id}")


def _behind(sources: Iterable[str], parents: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The sources that `sources` come from by way of their `parents`, themselves among them, each with its parents."""
    behind: dict[str, tuple[str, ...]] = {}
    waiting = [source for source in sources if source in parents]
    while waiting:
        source = waiting.pop()
        if source not in behind:
            behind[source] = parents[source]
            waiting += parents[source]
    return behind


def belonging_has_no_circle(content: Content) -> Iterator[Finding]:
    """No actor is a part of itself by way of others."""
    parents = {id: (actor.part_of,) if actor.part_of in content.actors else () for id, actor in content.actors.items()}
    for circle in _circles(parents):  # type: ignore[arg-type]
        actor = content.actors[circle[0]]
        message = "a circle of actors that are part of one another: " + " → ".join(circle)
        yield Finding(actor.written.at("part_of"), message, record=f"actor:{actor.id}")


def _circles(parents: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield every circle, from its least member and back to it; each is cut once it is found."""
    graph = {child: set(parents[child]) for child in sorted(parents)}
    while True:
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as wrong:
            circle: list[str] = wrong.args[1][:0:-1]  # from child to parent
            turn = circle.index(min(circle))
            graph[circle[0]].discard(circle[1 % len(circle)])
            yield (*circle[turn:], *circle[:turn], circle[turn])
        else:
            return


def dates_are_in_order(content: Content) -> Iterator[Finding]:
    """What begins comes before what ends, and assessments stand in the order of their dates."""
    for kind, record in content.everything():
        for loc, part in parts(record):
            for first, last in _spans(type(part)):
                begins, ends = getattr(part, first), getattr(part, last)
                if isinstance(begins, Edtf) and isinstance(ends, Edtf) and ends.surely_before(begins):
                    message = f"ends ({ends}) before it begins ({begins})"
                    yield Finding(record.written.at(*loc, last), message, record=f"{kind}:{record.id}")
    for claim in content.each(Claim):
        for number, (earlier, later) in enumerate(pairwise(claim.assessments), 1):
            if later.on.first < earlier.on.first:
                message = (
                    f"the assessment of {later.on} stands after that of {earlier.on}; the last one is the current one"
                )
                yield Finding(claim.written.at("assessments", number, "on"), message, record=f"claim:{claim.id}")


@cache
def _spans(noun: type[Part]) -> tuple[tuple[str, str], ...]:
    """The fields of `noun` of which the first comes before the second."""
    spans = (("from_", "to"), ("start_date", "end_date"), ("listing_date", "end_date"))
    return tuple(span for span in spans if set(span) <= noun.model_fields.keys())


def nothing_comes_after_today(content: Content) -> Iterator[Finding]:
    """Nothing is checked, assessed or published, happens or dies after what site.yaml calls today (`as_of`)."""
    today = content.site.as_of
    for kind, record in content.everything():
        for loc, part in parts(record):
            for key in _past(type(part)):
                when = getattr(part, key)
                if isinstance(when, Edtf) and (today.surely_before(when) or _ends_after(when, today)):
                    message = f"{key}: {when} lies after `as_of` in site.yaml ({today}); mend it, or move `as_of` on"
                    yield Finding(record.written.at(*loc, key), message, record=f"{kind}:{record.id}")


def _ends_after(when: Edtf, today: Edtf) -> bool:
    """Whether a span of time has an end that is still to come; a month or a year may be going on."""
    return when.is_span and when.end.first > today.last


_PAST = ("on", "published", "listing_date", "date", "died", "status_on", "covered_to")
"the fields that can only hold a day that has come"


@cache
def _past(noun: type[Part]) -> tuple[str, ...]:
    return tuple(key for key in _PAST if key in noun.model_fields)


def listings_end_as_they_stand(content: Content) -> Iterator[Finding]:
    """A listing's status says that it has ended if, and only if, its `end_date` has come."""
    for sanction in content.each(Sanction):
        status = content.site.statuses.get(sanction.status or "")
        if status is None:
            continue
        over = sanction.is_over(content.site.as_of)
        if status.ended and not over:
            ends = f"its `end_date` is {sanction.end_date}" if sanction.end_date else "it has no `end_date`"
            message = f"status `{sanction.status}` says that the listing has ended, but {ends}"
        elif over and not status.ended:
            message = f"status `{sanction.status}` says that the listing stands, but it ended on {sanction.end_date}"
        else:
            continue
        ended = [word for word, entry in content.site.statuses.items() if entry.ended == over]
        remedy = (
            f"write {' or '.join(f'`status: {word}`' for word in ended) or 'another status'}, or mend the `end_date`",
        )
        yield Finding(sanction.written.at("status"), message, remedy, f"sanction:{sanction.id}")
