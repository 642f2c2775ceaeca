"""How much happened when, where it is too much to be drawn one by one: a bar for each strand and year or month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..happenings import Happening

WIDTH = 1040
_TALLEST, _HEAD, _FOOT, _BETWEEN = 48, 34, 20, 8
_MOST = 40
"columns of a picture, at most: the last ones; all stand in the table"
_FILLED = 0.7
"of a column's width, by its bar"
_LOWEST = 2.0
"pixels of a bar that can still be seen"


@dataclass(frozen=True, slots=True)
class Column:
    """A year or a month, with where it stands in full and how much happened in it by strand."""

    label: str
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


def counted(label: str, folder: str, on: str, found: Iterable[Happening]) -> Column:
    """Return the column of what was `found` in a year or a month."""
    return Column(label, folder, on, Counter(happening.strand for happening in found))


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
    ticks = tuple((round((place + 0.5) * step, 1), column.label) for place, column in enumerate(shown))
    return Tallied(WIDTH, top + _FOOT, tuple(rows), ticks)


def _bars(columns: Sequence[Column], strand: str, floor: float, most: int) -> Iterator[Bar]:
    step = WIDTH / len(columns)
    for place, column in enumerate(columns):
        if count := column.counts.get(strand, 0):
            height = round(max(_LOWEST, _TALLEST * count / most), 1)
            x = round((place + (1 - _FILLED) / 2) * step, 1)
            middle = round((place + 0.5) * step, 1)
            yield Bar(column, count, x, round(floor - height, 1), round(step * _FILLED, 1), height, middle)
