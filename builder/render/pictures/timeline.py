"""Happenings into a picture: a lane for each strand, a day as a place on the way, nothing upon anything else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from .. import paging
from ..happenings import Happening

WIDTH = 1040
"pixels of a whole picture; a narrower screen scrolls it in its own box"
_MARK, _GAP = 10, 3
"width of a mark of one day, and what lies between two"
_LEVEL = 14
"height of a level of marks"
_LETTER, _LONGEST = 6.4, 38
"width of a letter of a label, rather too wide than too narrow; letters of a label, at most"
_HEAD, _FOOT, _BETWEEN = 22, 22, 10
_DENSE = 0.9
"the share of all happenings that a picture of the whole must hold: what came long before is left to the list"


@dataclass(frozen=True, slots=True)
class Placed:
    """A happening in the picture."""

    happening: Happening
    x: float
    y: float
    width: float
    approximate: bool
    label: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """The happenings of one strand."""

    strand: str
    top: float
    floor: float
    marks: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Lanes above one another on one axis of days."""

    width: int
    height: float
    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[float, str], ...]
    "where years or months begin; months as `2023-04`"
    earlier: int
    "happenings that came before the axis begins"


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from `first` up to before `last`, over so many pixels."""

    first: date
    last: date
    width: int

    def x(self, day: int) -> float:
        """Return the place of the day with this ordinal."""
        start, end = self.first.toordinal(), self.last.toordinal()
        return round(self.width * (min(max(day, start), end) - start) / (end - start), 1)


def whole(happenings: Sequence[Happening], strands: Mapping[str, object]) -> Picture | None:
    """Return the picture of the years in which nearly all happens; none where there is little to see."""
    years = sorted(happening.on.first.year for happening in happenings)
    if len(years) < 3:
        return None
    start = years[round((1 - _DENSE) * (len(years) - 1))]
    axis = Axis(date(start, 1, 1), date(max(happening.on.last.year for happening in happenings) + 1, 1, 1), WIDTH)
    ticks = tuple((axis.x(date(year, 1, 1).toordinal()), str(year)) for year in range(start, axis.last.year))
    shown = [happening for happening in happenings if happening.on.last >= axis.first]
    return _picture(shown, strands, axis, ticks, len(happenings) - len(shown), labelled=False)


def year(happenings: Sequence[Happening], strands: Mapping[str, object], number: int) -> Picture | None:
    """Return the picture of what begins in one year, its events with their titles; none where there is little."""
    if len(happenings) < 3:
        return None
    axis = Axis(date(number, 1, 1), date(number + 1, 1, 1), WIDTH)
    ticks = tuple((axis.x(date(number, month, 1).toordinal()), f"{number}-{month:02}") for month in range(1, 13))
    return _picture(happenings, strands, axis, ticks, 0, labelled=True)


def month(happenings: Sequence[Happening], strands: Mapping[str, object], number: int, month: int) -> Picture | None:
    """Return the picture of what begins in one month, its events with their titles; none where there is little."""
    if len(happenings) < 3:
        return None
    axis = Axis(date(number, month, 1), date(number + month // 12, month % 12 + 1, 1), WIDTH)
    days = (date(number, month, day) for day in (1, 8, 15, 22))
    ticks = tuple((axis.x(day.toordinal()), day.isoformat()) for day in days)
    return _picture(happenings, strands, axis, ticks, 0, labelled=True)


def strip(happenings: Sequence[Happening], width: int = 640) -> Picture | None:
    """Return a small picture in one lane; none where there are fewer than three happenings, too many, or one day's."""
    if not 3 <= len(happenings) <= paging.LISTED or happenings[0].on.first == happenings[-1].on.last:
        return None
    first = min(happening.on.first for happening in happenings).year
    last = max(happening.on.last for happening in happenings).year
    axis = Axis(date(first, 1, 1), date(last + 1, 1, 1), width)
    step = max(1, -(-(last + 1 - first) // 8))
    ticks = tuple((axis.x(date(year, 1, 1).toordinal()), str(year)) for year in range(first, last + 1, step))
    lane, floor = _lane("", happenings, axis, 2, labelled=False)
    return Picture(width, floor + _FOOT, (lane,), ticks, 0)


def _picture(
    happenings: Sequence[Happening],
    strands: Mapping[str, object],
    axis: Axis,
    ticks: tuple[tuple[float, str], ...],
    earlier: int,
    labelled: bool,
) -> Picture:
    lanes, top = [], 0.0
    for strand in (*strands, ""):
        here = [happening for happening in happenings if happening.strand == strand]
        if here:
            lane, top = _lane(strand, here, axis, top + _HEAD, labelled)
            lanes.append(lane)
            top += _BETWEEN
    return Picture(axis.width, top + _FOOT, tuple(lanes), ticks, earlier)


def _lane(strand: str, happenings: Sequence[Happening], axis: Axis, top: float, labelled: bool) -> tuple[Lane, float]:
    """Pack what happened into levels, each mark on the first where it stands free; return the lane and its foot."""
    ends: list[float] = []
    marks = []
    for happening in happenings:
        x, width, label = _extent(happening, axis, labelled)
        level = next((level for level, end in enumerate(ends) if x >= end + _GAP), len(ends))
        ends[level : level + 1] = [x + width + (_LETTER * len(label) + _GAP if label else 0)]
        approximate = happening.on.start.approximate or happening.on.end.approximate
        marks.append(Placed(happening, x, round(top + level * _LEVEL, 1), width, approximate, label))
    floor = top + len(ends) * _LEVEL
    return Lane(strand, top, floor, tuple(marks)), floor


def _extent(happening: Happening, axis: Axis, labelled: bool) -> tuple[float, float, str]:
    """Where a mark begins, how wide it is, and its label: all within the picture."""
    start, end = axis.x(happening.on.first.toordinal()), axis.x(happening.on.last.toordinal() + 1)
    width = round(max(_MARK, end - start), 1)
    label = _label(happening.title) if labelled and happening.kind == "event" else ""
    if width + _GAP + _LETTER * len(label) > axis.width:
        label = ""  # no room beside so long a mark
    room = axis.width - width - (_LETTER * len(label) + _GAP if label else 0)
    return round(max(0, min((start + end - width) / 2, room)), 1), width, label


def _label(title: str) -> str:
    return title if len(title) <= _LONGEST else title[: _LONGEST - 1].rsplit(" ", 1)[0] + " …"
