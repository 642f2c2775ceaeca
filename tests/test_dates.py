"""Dates are as precise as they were written: in order, in print and in the page's code."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.utils import read_fixture_file

from builder import dates, words

CASES = read_fixture_file(Path(__file__).parent / "cases" / "dates.md")

days = st.dates(date(1, 1, 1), date(9999, 12, 31))
moments = st.builds(
    lambda day, length, sign: day.isoformat()[:length] + sign, days, st.sampled_from((4, 7, 10)), st.sampled_from("~ ")
).map(str.strip)


@st.composite
def written(draw: st.DrawFn) -> str:
    """A date as an editor may write it, alone or as a span."""
    first, last = sorted((dates.parse(draw(moments)), dates.parse(draw(moments))), key=lambda one: one.first)
    return f"{first}/{last}" if draw(st.booleans()) else str(first)


def described(text: str) -> str:
    try:
        when = dates.parse(text)
    except dates.BadDate as wrong:
        return str(wrong)
    ends = (when.start, when.end) if when.is_span else (when.start,)
    printed = [f"{language}: {' '.join(words.date(when, language).split())}" for language in ("en", "en-GB", "de")]
    lines = [f"days: {when.first} to {when.last} ({', '.join(end.precision for end in ends)})", *printed]
    return "\n".join([*lines, f"time: {when.machine}".strip()])


@pytest.mark.parametrize(("line", "title", "text", "expected"), CASES, ids=[case[1] for case in CASES])
def test_a_date_means_what_is_written(line: int, title: str, text: str, expected: str) -> None:
    """A date means the days, prints the words and refuses the slips of cases/dates.md."""
    assert described(text.strip()) == expected.strip()


def test_dates_sort_by_their_first_day_and_the_more_exact_first() -> None:
    """The day comes before the month it lies in, and the month before the year."""
    written = [
        "1902",
        "1901",
        "1901-02",
        "1901-01~",
        "1901-01-01",
        "1901-01",
        "1901/1902",
        "1900-12-31",
        "1901-01/1901-02",
    ]

    assert [str(when) for when in sorted(map(dates.parse, written))] == [
        "1900-12-31",
        "1901-01-01",
        "1901-01",
        "1901-01~",
        "1901-01/1901-02",
        "1901",
        "1901/1902",
        "1901-02",
        "1902",
    ]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("1901", "1902"),
        ("1901-05", "1901-06-01"),
        ("1901-05-30", "1901-05-31"),
        ("1901/1902-03", "1902-04"),
        ("1901~", "1902~"),
    ],
)
def test_a_date_is_surely_before_another_if_all_its_days_are(earlier: str, later: str) -> None:
    """What ends before the other begins is surely before it, and never the other way round."""
    first, second = dates.parse(earlier), dates.parse(later)

    assert (first.surely_before(second), second.surely_before(first)) == (True, False)


@pytest.mark.parametrize(
    ("one", "other"),
    [("1901", "1901-12-31"), ("1901-05", "1901-05-01"), ("1901-05", "1901"), ("1901/1903", "1902"), ("1901", "1901~")],
)
def test_dates_that_may_be_the_same_day_are_in_no_order(one: str, other: str) -> None:
    """Of two dates that share a day neither is surely before the other."""
    first, second = dates.parse(one), dates.parse(other)

    assert (first.surely_before(second), second.surely_before(first)) == (False, False)


@given(written())
@settings(deadline=None, derandomize=True)
def test_a_date_is_kept_as_it_was_written(text: str) -> None:
    """Reading a date and writing it gives the same text, and its first day is not after its last."""
    when = dates.parse(text)

    assert str(when) == text
    assert when.first <= when.last


@given(moments)
@settings(deadline=None, derandomize=True)
def test_a_date_never_becomes_more_exact(text: str) -> None:
    """What the page's code and the page's words hold of a year or a month names no day."""
    when = dates.parse(text)
    longest = {"year": 1, "month": 2, "day": 3}[when.start.precision]

    assert when.machine == text.rstrip("~")
    assert len(words.date(when, "en").replace(",", "").removeprefix("about ").split()) == longest


@given(moments)
@settings(deadline=None, derandomize=True)
def test_a_date_covers_its_days_and_no_other(text: str) -> None:
    """The days on either side of a date are written differently, those at its edges begin with its text."""
    when, bare = dates.parse(text), text.rstrip("~")

    assert when.first.isoformat().startswith(bare)
    assert when.last.isoformat().startswith(bare)
    assert when.last == date.max or not (when.last + timedelta(days=1)).isoformat().startswith(bare)
    assert when.first == date.min or not (when.first - timedelta(days=1)).isoformat().startswith(bare)


@given(st.lists(written(), min_size=2))
@settings(deadline=None, derandomize=True)
def test_the_order_does_not_depend_on_the_order_of_writing(texts: list[str]) -> None:
    """The same dates in another order sort the same, and nobody stands before one that is surely earlier."""
    ordered = sorted(map(dates.parse, texts))

    assert [str(when) for when in ordered] == [str(when) for when in sorted(map(dates.parse, reversed(texts)))]
    assert not any(second.surely_before(first) for first, second in pairwise(ordered))


@given(st.text(alphabet="0123456789-/~ ?T", max_size=22))
@settings(deadline=None, derandomize=True)
def test_any_text_is_a_date_or_is_refused_with_the_forms_that_are_allowed(text: str) -> None:
    """Whatever stands in the place of a date, the editor gets a date or a sentence that mends it."""
    said = described(text)

    assert said.startswith("days: ") or any(help in said for help in ("; write ", "is not in the calendar: "))
