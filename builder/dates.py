"""Dates as precise as they are known: EDTF text into comparable spans of days.

The format is the Extended Date/Time Format (ISO 8601-2:2019, Library of Congress), level 0 and
of level 1 the approximate sign: `2023`, `2023-03`, `2023-03-30`, `2023-09~`, `2022-08/2022-10`.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

Precision = Literal["year", "month", "day"]

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)", re.ASCII)


class BadDate(ValueError):
    """The text is not a date of the forms used here."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, month or day: one end of an `Edtf`."""

    text: str
    first: date
    "the earliest day that it can mean"
    last: date
    "the latest day that it can mean"
    precision: Precision
    approximate: bool


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or a span between two dates, as it was written."""

    text: str
    start: Moment
    end: Moment

    @property
    def first(self) -> date:
        """The earliest day that it can mean."""
        return self.start.first

    @property
    def last(self) -> date:
        """The latest day that it can mean."""
        return self.end.last

    @property
    def is_span(self) -> bool:
        """Whether it was written as a span, with a stroke."""
        return "/" in self.text

    @property
    def key(self) -> tuple[date, date, str]:
        """What to sort by: the earliest day first, the less precise after the more precise."""
        return (self.first, self.last, self.text)

    @property
    def machine(self) -> str:
        """The value of an HTML `time` element's `datetime`, or nothing where HTML has no form for it."""
        return "" if self.is_span else self.text.rstrip("~")

    def __lt__(self, other: Edtf) -> bool:
        return self.key < other.key

    def surely_before(self, when: Edtf) -> bool:
        """Return whether every day that it can mean lies before every day `when` can mean."""
        return self.last < when.first

    def __str__(self) -> str:
        return self.text


@cache
def parse(text: str) -> Edtf:
    """Return the date that `text` writes; raise `BadDate` with what is wrong and what is allowed."""
    ends = text.split("/")
    if len(ends) > 2:
        raise BadDate(f"`{text}` has more than one stroke; write a span as `2022-08/2022-10`")
    start, end = _moment(ends[0]), _moment(ends[-1])
    if end.last < start.first:
        raise BadDate(f"`{text}` ends before it begins; write the earlier date first")
    return Edtf(text, start, end)


def _moment(text: str) -> Moment:
    form = _FORM.fullmatch(text)
    if not form:
        raise BadDate(f"`{text}` is not a date; write `2023`, `2023-03`, `2023-03-30`, `2023-09~` or `2022-08/2022-10`")
    year, month, day = form.group(1, 2, 3)
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError as wrong:
        raise BadDate(f"`{text}` is not in the calendar: {wrong}") from None
    if day:
        return Moment(text, first, first, "day", bool(form[4]))
    if month:
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        return Moment(text, first, last, "month", bool(form[4]))
    return Moment(text, first, first.replace(month=12, day=31), "year", bool(form[4]))
