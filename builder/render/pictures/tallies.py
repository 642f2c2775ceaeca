"""How much happened when, where it is too much to be drawn one by one: a bar for each strand and year or month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from ..happenings import Happening

WIDTH = 1040
_TALLEST, _HEAD, _FOOT, _BETWEEN = 48, 34, 20, 8
_MOST = 40
"columns of a picture, at most: the last ones; all stand in the table"
_NAME = 40
"pixels that the name of a column needs; where they are narrower only some are named"
_FILLED = 0.7
"of a column's width, by its bar"
_LOWEST = 2.0
"pixels of a bar that can still be seen"


@dataclass(frozen=True, slots=True)
class Column:
    """A year or a month, with where it stands in full and how much happened in it by strand."""

    label: str
    short: str
    "what it is called where there is little room"
    folder: str
    on: str
    "its first day, from which there is something to count"
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """How much happened in all strands."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Bar:
    """What happened of one strand in one column."""

    column: Column
    count: int
    x: float
    y: float
    width: float
    height: float
    middle: float


@dataclass(frozen=True, slots=True)
class Row:
    """The bars of one strand, on one floor."""

    strand: str
    top: float
    floor: float
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Tallied:
    """Bars above one another, all on one scale."""

    width: int
    height: float
    rows: tuple[Row, ...]
    ticks: tuple[tuple[float, str], ...]
    "the middle of each column with its name"


def counted(label: str, short: str, folder: str, on: str, happenings: Iterable[Happening]) -> Column:
    """Return the column of `happenings` of a year or a month."""
    return Column(label, short, folder, on, Counter(happening.strand for happening in happenings))


def tallied(columns: Sequence[Column], strands: Iterable[str]) -> Tallied:
    """Return the picture of some columns; what has no strand stands in the last row."""
    shown = columns[-_MOST:]
    most = max((count for column in shown for count in column.counts.values()), default=1)
    rows: list[Row] = []
    top = 0.0
    for strand in (*strands, ""):
        if any(column.counts.get(strand) for column in shown):
            floor = top + _HEAD + _TALLEST
            rows.append(Row(strand, top, floor, tuple(_bars(shown, strand, floor, most))))
            top = floor + _BETWEEN
    step = WIDTH / max(1, len(shown))
    every = ceil(_NAME / step)
    # Counted from the last column, which is the one that a reader looks for.
    named = [(place, column) for place, column in enumerate(shown) if (len(shown) - 1 - place) % every == 0]
    ticks = tuple((round((place + 0.5) * step, 1), column.short) for place, column in named)
    return Tallied(WIDTH, top + _FOOT, tuple(rows), ticks)


def _bars(columns: Sequence[Column], strand: str, floor: float, most: int) -> Iterator[Bar]:
    step = WIDTH / len(columns)
    for place, column in enumerate(columns):
        if count := column.counts.get(strand, 0):
            height = round(max(_LOWEST, _TALLEST * count / most), 1)
            x = round((place + (1 - _FILLED) / 2) * step, 1)
            middle = round((place + 0.5) * step, 1)
            yield Bar(column, count, x, round(floor - height, 1), round(step * _FILLED, 1), height, middle)
