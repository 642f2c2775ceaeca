"""A claim's assessments into a strip: a line that stands high while the claim holds, low while it does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...dates import Edtf
from ...edition import Assessment, Claim
from .scales import Calendar

_LEVELS = {"holds": 22, "open": 42, "apart": 42, "fails": 62}
"how far below the picture's top the line stands, by what the verdict says of the claim"
_FLOOR, _HEIGHT = 74, 92
_WIDTH = 97.0
"hundredths of the picture's width that the years take up: the last sign needs room"


@dataclass(frozen=True, slots=True)
class Stretch:
    """The time for which one assessment stood: from `x` to `end`, in hundredths of the width."""

    assessed: Assessment
    x: float
    end: float
    y: int
    next: Edtf | None
    "the day of the assessment that took its place"
    fall: int | None
    "the level of that one, if it is another"


@dataclass(frozen=True, slots=True)
class Strip:
    """The history of a claim's verdicts, drawn."""

    height: int
    floor: int
    end: float
    "where today stands"
    years: tuple[tuple[int, float], ...]
    stretches: tuple[Stretch, ...]


def strip(claim: Claim, today: Edtf) -> Strip | None:
    """Return the strip of the assessments of `claim` up to the day `today`; none where there is only one."""
    if len(claim.assessments) < 2:
        return None
    calendar = Calendar(claim.assessments[0].on.first.year, today.last.year)
    return Strip(
        height=_HEIGHT,
        floor=_FLOOR,
        end=_x(calendar, today.last.toordinal() + 1),
        years=tuple((year, _x(calendar, day)) for year, day in calendar.beginnings()),
        stretches=tuple(_stretches(claim, calendar, today)),
    )


def _stretches(claim: Claim, calendar: Calendar, today: Edtf) -> Iterator[Stretch]:
    for assessed, later in zip(claim.assessments, [*claim.assessments[1:], None], strict=True):
        y, next_y = _LEVELS[assessed.verdict.standing], _LEVELS[later.verdict.standing] if later else None
        end = later.on.first.toordinal() if later else today.last.toordinal() + 1
        yield Stretch(
            assessed=assessed,
            x=_x(calendar, assessed.on.first.toordinal()),
            end=_x(calendar, end),
            y=y,
            next=later.on if later else None,
            fall=next_y if next_y != y else None,
        )


def _x(calendar: Calendar, day: int) -> float:
    return round(_WIDTH * calendar.share(day), 2)
