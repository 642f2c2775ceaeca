"""Values and days into shares of an axis that begins and ends at round numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count
from math import ceil, floor, log10

_LOGARITHMIC = 100
"how many times the lowest value the highest must be for the scale to go by powers of ten"
_STEPS = 5
"between the lines of a scale, about"
_YEARS = 5
"beginnings of years that are named, at most"


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis of values; `ticks` are the values of its lines, lowest first."""

    ticks: tuple[float, ...]
    logarithmic: bool = False

    def share(self, value: float) -> float:
        """Return how far up the axis `value` stands: 0 at its foot, 1 at its top."""
        low, high = self.ticks[0], self.ticks[-1]
        if self.logarithmic:
            low, high, value = log10(low), log10(high), log10(value)
        return (value - low) / (high - low)


@dataclass(frozen=True, slots=True)
class Calendar:
    """An axis of whole years."""

    first: int
    last: int

    def share(self, day: int) -> float:
        """Return how far along the axis the beginning of the day with this ordinal stands: from 0 to 1."""
        start, end = date(self.first, 1, 1).toordinal(), date(self.last, 12, 31).toordinal() + 1
        return (day - start) / (end - start)

    def beginnings(self) -> Iterator[tuple[int, int]]:
        """Yield some years, at round numbers, each with its first day's ordinal."""
        total = self.last - self.first + 1
        step = next(lead * 10**power for power in range(4) for lead in (1, 2, 5) if total <= _YEARS * lead * 10**power)
        for year in range(self.first, self.last + 1):
            if year % step == 0:
                yield year, date(year, 1, 1).toordinal()


def scale(values: Sequence[float], open_up: float | None, room: float) -> Scale:
    """Return a scale that holds all `values`, with `room` (a share of it) above the value `open_up`, if there is one.

    It begins at nought, or goes by powers of ten where the values are too far apart to be told from one another.
    """
    low, high = min(values), max(values)
    kind = _powers if low > 0 and high / low >= _LOGARITHMIC else _steps
    scales = (kind(low, high, more) for more in count())
    return next(axis for axis in scales if open_up is None or axis.share(open_up) <= 1 - room)


def _steps(low: float, high: float, more: int) -> Scale:
    step, digits = _round_step((max(high, 0) - min(low, 0)) / _STEPS or 1)
    bottom = floor(min(low, 0) / step)
    top = max(bottom + 1, ceil(max(high, 0) / step)) + more
    return Scale(tuple(_whole(round(step * number, digits)) for number in range(bottom, top + 1)))


def _round_step(rough: float) -> tuple[float, int]:
    """The first of 1, 2, 5, 10, 20, … that is no less than `rough`, and its digits after the point."""
    power = floor(log10(rough))
    digits = max(0, -power)
    return next((step, digits) for lead in (1, 2, 5, 10) if (step := round(lead * 10.0**power, digits)) >= rough)


def _powers(low: float, high: float, more: int) -> Scale:
    powers = range(floor(log10(low)), ceil(log10(high)) + more + 1)
    return Scale(tuple(_whole(round(10.0**power, max(0, -power))) for power in powers), logarithmic=True)


def _whole(value: float) -> float:
    return int(value) if value == int(value) else value
