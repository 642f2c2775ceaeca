"""Figures into coordinates: a day becomes a share of the width, a value a height; the template draws them.

Widths are shares, so that a picture fits any screen while its letters keep their size; heights are pixels.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...dates import Edtf
from ...edition import ClaimFigure, FigureGroup, Reference
from ...records import Figure
from .scales import Calendar, Scale, scale

TOP, HEIGHT, _FOOT = 14, 220, 26
DRAWN = 60
"the figures that can stand in one picture and still be told apart"
_ARROW = 28
"how far an open end reaches"
_BAR = 6
"the height of a figure that is one number"
_NARROWEST = 2.0
"the width, in hundredths, below which a bar cannot be seen"
_PHONE = 280
"pixels of the narrowest screen, without its margins: there nothing may stand on anything else"
_DIGIT, _GAP = 7, 10
"the width of a digit, and what lies between the scale and the first day"
_NUMBER = (18, 13)
"width and height of a mark's number"


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the scale."""

    y: float
    value: float


@dataclass(frozen=True, slots=True)
class Year:
    """The beginning of a year."""

    x: float
    year: int


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure: a bar from its lowest to its highest value, as wide as its date is uncertain."""

    number: int
    claim: Reference
    x: float
    y: float
    width: float
    height: float
    middle: float
    opens: str
    "up or down, if only one end is known"
    tail: float
    tip: float
    "where the arrow begins and ends that says so"
    approximate: bool
    label_x: float
    label_y: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of figures of one unit over time."""

    height: float
    floor: float
    "where the years stand"
    gutter: float
    "pixels to the left of the first day, for the values of the scale"
    logarithmic: bool
    ticks: tuple[Tick, ...]
    years: tuple[Year, ...]
    end: float
    "where the last year ends"
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where values and days stand in the picture."""

    scale: Scale
    calendar: Calendar
    width: float
    "hundredths of the picture's width that the years take up"

    def x(self, day: int) -> float:
        """Return how far to the right of the gutter the day with this ordinal begins, in hundredths."""
        return round(self.width * self.calendar.share(day), 2)

    def y(self, value: float) -> float:
        """Return how far below the picture's top `value` stands, in pixels."""
        return round(TOP + HEIGHT * (1 - self.scale.share(value)), 2)


def is_readable(group: FigureGroup) -> bool:
    """Return whether the figures of one unit are few enough for a picture."""
    return len(group.drawn) <= DRAWN


def chart(group: FigureGroup) -> Chart:
    """Return the picture of the figures of one unit that have a number."""
    figures = [claim_figure.figure for claim_figure in group.drawn]
    values = [value for figure in figures for value in (figure.low, figure.high) if value is not None]
    open_up = max((figure.low for figure in figures if figure.low is not None and figure.high is None), default=None)
    heights = scale(values, open_up, _ARROW / HEIGHT)
    years = [year for figure in figures for year in (figure.as_of.first.year, figure.as_of.last.year)]
    gutter = _GAP + _DIGIT * max(len(f"{tick:,}") for tick in heights.ticks)
    frame = Frame(heights, Calendar(min(years), max(years)), 100 * (_PHONE - gutter - _NUMBER[0]) / _PHONE)
    return Chart(
        height=TOP + HEIGHT + _FOOT,
        floor=TOP + HEIGHT,
        gutter=gutter,
        logarithmic=heights.logarithmic,
        ticks=tuple(Tick(frame.y(value), value) for value in heights.ticks),
        years=tuple(Year(frame.x(day), year) for year, day in frame.calendar.beginnings()),
        end=round(frame.width, 2),
        marks=tuple(_marks(group.drawn, frame)),
    )


def _marks(drawn: Iterable[ClaimFigure], frame: Frame) -> Iterator[Mark]:
    taken: list[tuple[float, float]] = []
    for number, claim_figure in enumerate(drawn, 1):
        figure = claim_figure.figure
        left, right = _width(figure.as_of, frame)
        top, bottom = _height(figure, frame)
        taken.append(_free(right, (top + bottom) / 2 + 4, taken))
        opens = "down" if figure.low is None else "up" if figure.high is None else ""
        yield Mark(
            number=number,
            claim=claim_figure.claim,
            x=left,
            y=top,
            width=round(right - left, 2),
            height=round(bottom - top, 2),
            middle=round((left + right) / 2, 2),
            opens=opens,
            tail=bottom if opens == "down" else top,
            tip=_tip(opens, (top + bottom) / 2),
            approximate=figure.as_of.start.approximate or figure.as_of.end.approximate,
            label_x=taken[-1][0],
            label_y=taken[-1][1],
        )


def _width(when: Edtf, frame: Frame) -> tuple[float, float]:
    """Where a date begins and ends: as precise as it is, but never too narrow to be seen."""
    left, right = frame.x(when.first.toordinal()), frame.x(when.last.toordinal() + 1)
    lacking = max(0, _NARROWEST - (right - left)) / 2
    return round(left - lacking, 2), round(right + lacking, 2)


def _height(figure: Figure, frame: Frame) -> tuple[float, float]:
    """Where a figure's bar begins and ends: from the highest to the lowest value, or around the only one."""
    ends = [frame.y(value) for value in (figure.high, figure.low) if value is not None]
    lacking = max(0, _BAR - (ends[-1] - ends[0])) / 2
    return round(ends[0] - lacking, 2), round(ends[-1] + lacking, 2)


def _tip(opens: str, at: float) -> float:
    """Where an arrow from a bar ends; it leaves the picture neither above nor below."""
    return round(at - _ARROW if opens == "up" else min(at + _ARROW, max(at + 2 * _BAR, TOP + HEIGHT)), 2)


def _free(x: float, y: float, taken: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The next place from `x` and `y` upwards where a number stands on no other, even on a phone."""
    width, height = 100 * _NUMBER[0] / _PHONE, _NUMBER[1]
    while any(abs(x - taken_x) < width and abs(y - taken_y) < height for taken_x, taken_y in taken):
        y -= height
    return round(x, 2), round(y, 2)
