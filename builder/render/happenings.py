"""Everything dated, as one kind of thing: events, listings, assessments and articles, in the order of their dates."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from ..dates import Edtf
from ..edition import Actor, Article, Assessment, Claim, Edition, Event, Reference, Sanction

NAMED = 50
"the listings, or the assessments, of one day that are named; of more the rest is counted"
KINDS = ("event", "sanction", "assessment", "article")


@dataclass(frozen=True, slots=True)
class Happening:
    """Something with a date. What belongs together on one day is one: listings by one authority, assessments."""

    id: str
    "of its item in the list"
    kind: str
    on: Edtf
    strand: str
    title: str
    ref: Reference | None
    "the record, where it is one"
    sanctions: tuple[Sanction, ...] = ()
    assessed: tuple[tuple[Claim, Assessment], ...] = ()
    event: Event | None = None
    actors: tuple[str, ...] = ()
    "ids of those who had a part in it"

    @property
    def left(self) -> int:
        """How many of its listings or assessments are counted and not named."""
        return max(0, len(self.sanctions) + len(self.assessed) - NAMED)

    @property
    def listed(self) -> tuple[Sanction, ...]:
        """The listings that are named."""
        return self.sanctions[:NAMED]

    @property
    def judged(self) -> tuple[tuple[Claim, Assessment], ...]:
        """The claims that are named, with how they were assessed."""
        return self.assessed[:NAMED]


def happenings(edition: Edition) -> tuple[Happening, ...]:
    """Return everything dated, by date; listings of one day and authority together, and assessments of one day."""
    dated = [
        *(_event(event) for event in edition.events.values()),
        *_listings(edition.sanctions.values()),
        *_assessments(edition.claims.values()),
        *(_article(article) for article in edition.articles.values()),
    ]
    return tuple(sorted(dated, key=_order))


def of_actor(edition: Edition, actor: Actor) -> tuple[Happening, ...]:
    """Return the events that name `actor`, and the listings of it and by it."""
    events = (_event(edition.events[ref.id]) for ref in actor.events)
    listings = _listings(edition.sanctions[ref.id] for ref in (*actor.sanctions, *actor.imposed))
    return tuple(sorted((*events, *listings), key=_order))


def of_claim(edition: Edition, claim: Claim) -> tuple[Happening, ...]:
    """Return the events that name `claim`, and its assessments."""
    events = (_event(edition.events[ref.id]) for ref in claim.events)
    return tuple(sorted((*events, *_assessments([claim])), key=_order))


def _order(happening: Happening) -> tuple[object, ...]:
    return (happening.on.key, KINDS.index(happening.kind), happening.id)


def _article(article: Article) -> Happening:
    id, actors = f"article-{article.ref.id}", (article.publisher.id,)
    return Happening(id, "article", article.published, "", article.title, article.ref, actors=actors)


def _event(event: Event) -> Happening:
    actors = tuple(ref.id for ref in event.about if ref.kind == "actor")
    return Happening(
        f"event-{event.ref.id}", "event", event.date, event.strand, event.title, event.ref, event=event, actors=actors
    )


def _listings(sanctions: Iterable[Sanction]) -> Iterator[Happening]:
    def together(sanction: Sanction) -> tuple[str, str, str]:
        return (sanction.listing_date.text, sanction.authority.id, sanction.strand)

    for (day, authority, strand), group in groupby(
        sorted(sanctions, key=lambda sanction: (*together(sanction), sanction.ref.id)), together
    ):
        listings = tuple(group)
        names = _joined(", ", [sanction.who for sanction in listings])
        actors = tuple(dict.fromkeys([authority, *(sanction.target.id for sanction in listings if sanction.target)]))
        id = f"listed-{day.replace('/', '-')}-{authority}-{strand}"
        title = f"{listings[0].authority.title}: {names}"
        yield Happening(
            id, "sanction", listings[0].listing_date, strand, title, None, sanctions=listings, actors=actors
        )


def _joined(sign: str, names: list[str]) -> str:
    left = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return sign.join(names[:NAMED]) + left


def _assessments(claims: Iterable[Claim]) -> Iterator[Happening]:
    judged = [
        (assessed.on.text, claim.strand, claim.ref.id, claim, assessed)
        for claim in claims
        for assessed in claim.assessments
    ]
    ordered = sorted(judged, key=lambda judgement: judgement[:3])
    for (day, strand), group in groupby(ordered, key=lambda judgement: judgement[:2]):
        together = tuple((claim, assessed) for _, _, _, claim, assessed in group)
        title = _joined("; ", [f"{claim.title}: {assessed.verdict.label}" for claim, assessed in together])
        actors = tuple(sorted({statement.by.id for claim, _ in together for statement in claim.stated}))
        id = f"assessed-{day.replace('/', '-').rstrip('~')}-{strand}"
        on = together[0][1].on
        yield Happening(id, "assessment", on, strand, title, None, assessed=together, actors=actors)


def by_year(dated: Iterable[Happening]) -> Iterator[tuple[int, tuple[Happening, ...]]]:
    """Yield the years in which something begins or ends, each with all that falls into it, of a span a part."""
    happenings = list(dated)
    ends = sorted({day.year for happening in happenings for day in (happening.on.first, happening.on.last)})
    fallen: dict[int, list[Happening]] = {year: [] for year in ends}
    for happening in happenings:
        first, last = happening.on.first.year, happening.on.last.year
        for year in ends[bisect_left(ends, first) : bisect_right(ends, last)]:
            fallen[year].append(happening)
    yield from ((year, tuple(inside)) for year, inside in fallen.items())


def begun(year: int, fallen: Iterable[Happening]) -> tuple[Happening, ...]:
    """Return what begins in a year, of what falls into it: so each thing is counted once."""
    return tuple(happening for happening in fallen if happening.on.first.year == year)
