"""Every value knows the line and column where it was written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.places import File, Written
from builder.problems import Place

TEXT = """\
kettles:
  big:
    name: Big kettle
    made of: [copper, tin]
    tale: Big kettle-drums, big
      kettle.
"""


def here(words: str, nth: int = 0) -> Place:
    """The place of the nth `words` of the text, counted by hand."""
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    before = TEXT[:at].split("\n")
    return Place("k.yaml", len(before), len(before[-1]) + 1)


@pytest.fixture
def written() -> Written:
    """A record, with the offsets that a reader of the file has found."""
    values = {
        (): TEXT.index("big:"),
        ("name",): TEXT.index("Big kettle"),
        ("made of",): TEXT.index("[copper"),
        ("made of", 0): TEXT.index("copper"),
        ("made of", 1): TEXT.index("tin"),
        ("tale",): TEXT.index("Big kettle-drums"),
    }
    keys = {("name",): TEXT.index("name"), ("made of",): TEXT.index("made of"), ("tale",): TEXT.index("tale")}
    return Written(File("k.yaml", TEXT), values, keys)


@given(st.text(alphabet="aé🍵\n ", max_size=40), st.data())
@settings(deadline=None, derandomize=True)
def test_lines_and_columns_count_from_one_in_characters(text: str, data: st.DataObject) -> None:
    """The place of a character counts line breaks and then characters, however many bytes they have."""
    offset = data.draw(st.integers(0, len(text)))
    lines = text[:offset].split("\n")

    assert File("a.yaml", text).place(offset) == Place("a.yaml", len(lines), len(lines[-1]) + 1)


def test_a_value_is_placed_where_it_begins(written: Written) -> None:
    """A value, an item of a list and the record itself are placed at their first character."""
    assert written.at("name") == here("Big kettle")
    assert written.at("made of", 1) == here("tin")
    assert written.at() == here("big:")


def test_a_key_is_placed_where_it_begins(written: Written) -> None:
    """A key is placed apart from its value, and at its value where it has no place."""
    assert written.key("made of") == here("made of")
    assert written.key("made of", 0) == here("copper")


@pytest.mark.parametrize(
    ("way", "words"), [(("weight",), "big:"), (("made of", 7), "[copper"), (("made of", 0, "x"), "copper")]
)
def test_what_was_not_written_is_placed_at_the_nearest_thing_around_it(
    written: Written, way: tuple[str | int, ...], words: str
) -> None:
    """A missing key is told at the record or the part that misses it."""
    assert written.at(*way) == here(words)
    assert written.key(*way) == here(words)


def test_words_inside_a_value_have_their_own_place(written: Written) -> None:
    """A needle is placed where it stands at or after the value's beginning, not before it."""
    assert written.at("tale", needle="big") == here("big", 1)
    assert written.at("name", needle="kettle") == here("kettle", 1)


def test_words_are_found_over_the_end_of_a_line(written: Written) -> None:
    """A needle's space may be a line break and an indent in the file."""
    assert written.at("tale", needle="big kettle.") == here("big\n      kettle.")


def test_whole_words_are_found(written: Written) -> None:
    """A needle does not match the beginning of a longer word, joined by a hyphen or not."""
    assert written.at("tale", needle="kettle") == here("kettle.")
    assert written.at("tale", needle="ket") == here("Big kettle-drums")


def test_words_can_be_asked_for_again(written: Written) -> None:
    """Of words that stand twice the second can be asked for; the value stands in for words that are not there."""
    assert written.at("name", needle="Big kettle", skip=0) == here("Big kettle")
    assert written.at(needle="kettle", skip=1) == here("kettle.")
    assert written.at("tale", needle="samovar") == here("Big kettle-drums")


def test_a_needle_is_not_a_pattern() -> None:
    """Signs that mean something in patterns are only signs."""
    text = "tale: see (actor:a) [@b] or (actor:a+) why?"
    written = Written(File("k.yaml", text), {("tale",): 6})

    assert written.at("tale", needle="(actor:a+)") == Place("k.yaml", 1, text.index("(actor:a+)") + 1)
    assert written.at("tale", needle="why?") == Place("k.yaml", 1, text.index("why?") + 1)
