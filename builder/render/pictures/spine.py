"""Two strands side by side: phase by phase their claims facing each other, and the cross-links drawn between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...dates import Edtf
from ...edition import Claim, Edition
from ...records import Entry, Site
from ..paging import grouped
from ..pairing import Pair, Pairing

_SWEEPS = 4
"how often the two sides are put in order by one another"
_DAYS = 365.2425 / 12
"of a month"
_APART = 0.1
"of a row's height, between two lines that join the same two claims"


@dataclass(frozen=True, slots=True)
class Row:
    """Claims that face each other: of each strand one, or none."""

    left: Claim | None
    right: Claim | None


@dataclass(frozen=True, slots=True)
class First:
    """The claim of a strand that comes first in a phase, and the day that counts for it."""

    claim: Claim
    on: Edtf


@dataclass(frozen=True, slots=True)
class Lead:
    """Which of two strands came first in a phase, surely, like compared with like."""

    strand: str
    earlier: First
    later: First
    months: int
    "between the two, about"


@dataclass(frozen=True, slots=True)
class Phase:
    """What the claims of two strands have in common at one stage of their stories."""

    entry: Entry | None
    "none for claims without a phase"
    rows: tuple[Row, ...]
    lead: Lead | None


@dataclass(frozen=True, slots=True)
class Line:
    """A cross-link drawn from a claim on the left to one on the right, in hundredths of the picture's height."""

    pair: Pair
    relation: int
    "the number of its relation, from 1, as the legend has it"
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Spine:
    """Two strands along their phases. Every row is as high as every other, and so is a phase's heading."""

    phases: tuple[Phase, ...]
    lines: tuple[Line, ...]


Sides = tuple[list[Claim], list[Claim]]


def spine(edition: Edition, pairing: Pairing) -> Spine:
    """Return the claims that the cross-links of `pairing` join, phase by phase in the order of site.yaml."""
    by_phase = _by_phase(edition, pairing)
    for _ in range(_SWEEPS):
        by_phase = _untangled(by_phase, pairing.pairs)
    rows = {id: _rows(*sides) for id, sides in by_phase.items()}
    return Spine(
        tuple(
            Phase(edition.site.phases.get(id), rows[id], _lead(edition.site, pairing, id, sides))
            for id, sides in by_phase.items()
        ),
        tuple(_lines(pairing, _places(rows), 100 * _APART / _height(rows))),
    )


def leads(edition: Edition, pairing: Pairing) -> tuple[Phase, ...]:
    """Return the phases of a comparison that has too many claims to set them side by side: who came first in each."""
    by_phase = _by_phase(edition, pairing)
    return tuple(
        Phase(edition.site.phases.get(id), (), _lead(edition.site, pairing, id, sides))
        for id, sides in by_phase.items()
    )


def _by_phase(edition: Edition, pairing: Pairing) -> dict[str, Sides]:
    """The claims of each side that are joined, by phase in the order of site.yaml, those without one last."""
    left = grouped({pair.left.ref.id: pair.left for pair in pairing.pairs}.values(), _phase)
    right = grouped({pair.right.ref.id: pair.right for pair in pairing.pairs}.values(), _phase)
    ids = [id for id in (*edition.site.phases, "") if id in left or id in right]
    return {id: (_by_date(left.get(id, ())), _by_date(right.get(id, ()))) for id in ids}


def _phase(claim: Claim) -> str:
    return claim.phase


def _by_date(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: (claim.first.key, claim.ref.id))


def _untangled(by_phase: Mapping[str, Sides], pairs: Sequence[Pair]) -> dict[str, Sides]:
    """Put the claims of each phase in the order of the middles of those that they are joined with: few lines cross.

    The barycentre method of Sugiyama, Tagawa and Toda (1981), first for the right side, then for the left.
    """
    for side in (1, 0):
        places = _places({id: _rows(*sides) for id, sides in by_phase.items()})
        ends: dict[str, list[float]] = {}
        for pair in pairs:
            claim, opposite = (pair.right, pair.left) if side else (pair.left, pair.right)
            ends.setdefault(claim.ref.id, []).append(places[opposite.ref.id])
        middles = {id: round(sum(end_places) / len(end_places), 6) for id, end_places in ends.items()}
        for sides in by_phase.values():
            sides[side].sort(key=lambda claim: (middles[claim.ref.id], claim.first.key, claim.ref.id))
    return dict(by_phase)


def _rows(left: Sequence[Claim], right: Sequence[Claim]) -> tuple[Row, ...]:
    """Claims in as many rows as the longer side needs, the shorter one spread over them."""
    height = max(len(left), len(right))
    at = [
        {height * (2 * place + 1) // (2 * len(side)): claim for place, claim in enumerate(side)}
        for side in (left, right)
    ]
    return tuple(Row(at[0].get(row), at[1].get(row)) for row in range(height))


def _height(rows: Mapping[str, tuple[Row, ...]]) -> int:
    """How many rows high the picture is; a heading stands above the rows of each phase."""
    return sum(len(phase_rows) + 1 for phase_rows in rows.values())


def _places(rows: Mapping[str, tuple[Row, ...]]) -> dict[str, float]:
    """Where the middle of each claim's row stands, in hundredths of the height."""
    total = _height(rows)
    places, above = {}, 0
    for phase_rows in rows.values():
        for number, row in enumerate(phase_rows, above + 1):
            for claim in (row.left, row.right):
                if claim:
                    places[claim.ref.id] = round(100 * (number + 0.5) / total, 2)
        above += len(phase_rows) + 1
    return places


def _lines(pairing: Pairing, places: Mapping[str, float], apart: float) -> Iterator[Line]:
    """The cross-links by relation; those between the same two claims a little apart."""
    seen: Counter[tuple[str, str]] = Counter()
    for number, (_, _, pairs) in enumerate(pairing.relations, 1):
        for pair in pairs:
            ends = (pair.left.ref.id, pair.right.ref.id)
            start, end = (round(places[id] + apart * seen[ends], 2) for id in ends)
            seen[ends] += 1
            yield Line(pair, number, start, end)


def _lead(site: Site, pairing: Pairing, phase: str, sides: Sides) -> Lead | None:
    """Which side came first in a phase, if it surely did."""
    if phase not in site.phases or not site.phases[phase].lead:
        return None
    left, right = (_first(site, side, site.phases[phase].rung) for side in sides)
    if not left or not right:
        return None
    months = round(abs((right.on.first - left.on.first).days) / _DAYS)
    if left.on.surely_before(right.on):
        return Lead(pairing.left_id, left, right, months)
    return Lead(pairing.right_id, right, left, months) if right.on.surely_before(left.on) else None


def _first(site: Site, claims: Iterable[Claim], rung: str) -> First | None:
    """The claim that comes first: by the day on which it was made, or on which its evidence reached a rung."""
    heights = {step.id: place for place, step in enumerate(site.ladder)}
    days = [
        First(claim, day)
        for claim in claims
        for day in ([claim.first] if not rung else _reached(claim, heights, heights[rung])[:1])
    ]
    return min(days, key=lambda first: (first.on.key, first.claim.ref.id), default=None)


def _reached(claim: Claim, heights: Mapping[str, int], height: int) -> list[Edtf]:
    return [step.on for step in claim.climb if heights[step.rung.id] >= height]
