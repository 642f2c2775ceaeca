"""Where a quotation stands in a text: exactly, with white space and typographic forms forgiven, never by guess."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown_it.utils import read_fixture_file

from builder import quotes
from builder.quotes import Span

CASES = read_fixture_file(Path(__file__).parent / "cases" / "quotes.md")

forms = {'"': '"“”„‟«»″', "'": "'‘’‚‛‹›′", "-": "-‐‑‒–—―−", " ": " \n\t\u00a0\u2009"}
"what an editor may type, and what may be printed there"

vocabulary = st.sampled_from(["tea", "teas", "kettle", "Leaf", "10", "“so”", "it’s", "–", "a", "…", "(new)"])
texts = st.lists(vocabulary, min_size=1, max_size=12).map(" ".join)


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, Span]:
    """A text and a passage of whole words in it."""
    words = draw(st.lists(vocabulary, min_size=1, max_size=12))
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, len(words) - 1))
    start = len(" ".join(words[:first])) + (1 if first else 0)
    return " ".join(words), Span(start, start + len(" ".join(words[first : last + 1])))


@st.composite
def printed_otherwise(draw: st.DrawFn, text: str) -> str:
    """The text as another printer would set it."""
    return "".join(
        draw(st.sampled_from(next((also for also in forms.values() if one in also), one)))
        + draw(st.sampled_from(["", "\u00ad", "\u200b"]))
        for one in text
    )


def shown(text: str, span: Span) -> str:
    return f"{text[: span.start]}⟦{span.of(text)}⟧{text[span.end :]}".replace("\n", "⏎")


@pytest.mark.parametrize(("line", "title", "case", "expected"), CASES, ids=[case[1] for case in CASES])
def test_a_selector_means_the_passages_that_read_so(line: int, title: str, case: str, expected: str) -> None:
    """A selector means exactly the passages that cases/quotes.md shows."""
    text, _, selector = case.rstrip("\n").partition("\n---\n")
    found = quotes.find(text, **dict(part.split(": ", 1) for part in selector.splitlines()))

    assert ("\n".join(shown(text, span) for span in found) or "nowhere") == expected.strip()


@pytest.mark.parametrize("quote", ["", " ", "\n", "\u00ad"])
def test_a_quote_without_a_sign_stands_nowhere(quote: str) -> None:
    """An empty quote binds to nothing, not to every spot."""
    assert quotes.find("Ten chests.", quote) == []


def test_what_cannot_be_seen_is_forgiven() -> None:
    """Soft hyphens and zero-width spaces inside a word or a quote do not count."""
    text = "Ten ship\u00adments of te\u200ba, no\u00a0more."

    assert [span.of(text) for span in quotes.find(text, "shipments of tea, no more")] == [
        "ship\u00adments of te\u200ba, no\u00a0more"
    ]
    assert [span.of(text) for span in quotes.find(text, "ship\u200bments")] == ["ship\u00adments"]


def test_a_letter_is_one_with_its_accent() -> None:
    """A quote does not bind inside a word whose last letter has an accent as a character of its own."""
    text = "cafe\u0301 and cafe, u\u0308ber"

    assert [span.start for span in quotes.find(text, "cafe")] == [text.index("cafe,")]
    assert quotes.find(text, "\u0308ber") == []
    assert quotes.find(text, "cafe\u0301") == [Span(0, 5)]


@given(passages())
@settings(deadline=None, derandomize=True)
def test_a_passage_is_found_by_its_own_words(case: tuple[str, Span]) -> None:
    """Every passage of whole words is among those that its words mean."""
    text, span = case

    assert span in quotes.find(text, span.of(text))


@given(st.data())
@settings(deadline=None, derandomize=True)
def test_a_passage_is_found_however_it_is_printed(data: st.DataObject) -> None:
    """Another printer's spaces, marks, dashes and soft hyphens change nothing about where a quote stands."""
    text, span = data.draw(passages())
    quote = data.draw(printed_otherwise(span.of(text)))

    assert quotes.find(text, quote) == quotes.find(text, span.of(text))


@given(st.data())
@settings(deadline=None, derandomize=True)
def test_a_span_in_another_print_is_the_same_words(data: st.DataObject) -> None:
    """In a text that is printed otherwise the passages found are the same in number and read the same."""
    text, span = data.draw(passages())
    other = data.draw(printed_otherwise(text))
    found = quotes.find(other, span.of(text))

    assert len(found) == len(quotes.find(text, span.of(text)))
    assert {quotes.fold(one.of(other)).text for one in found} == {quotes.fold(span.of(text)).text}


@given(passages())
@settings(deadline=None, derandomize=True)
def test_all_the_words_around_it_single_a_passage_out(case: tuple[str, Span]) -> None:
    """With everything before and after it, a passage stands once, and it is that one."""
    text, span = case

    assert quotes.find(text, span.of(text), text[: span.start], text[span.end :]) == [span]


@given(texts, texts)
@settings(deadline=None, derandomize=True)
def test_what_is_found_reads_like_the_quote(text: str, quote: str) -> None:
    """Every passage found reads as the quote does, and they come in order without a repetition."""
    found = quotes.find(text, quote)

    assert {quotes.fold(span.of(text)).text for span in found} <= {quotes.fold(quote).text}
    assert found == sorted(set(found))


@given(st.text(max_size=60))
@settings(deadline=None, derandomize=True)
def test_folding_keeps_the_way_back(text: str) -> None:
    """Every character of a folded text knows where it came from, and folding again changes nothing."""
    folded = quotes.fold(text)

    assert len(folded.offsets) == len(folded.text) + 1
    assert list(folded.offsets) == sorted(folded.offsets)
    assert folded.offsets[-1] == len(text)
    assert quotes.fold(folded.text).text == folded.text


def test_folding_takes_out_what_is_forgiven() -> None:
    """A folded text has single spaces, straight marks, hyphens and dots."""
    assert quotes.fold("“It’s\n\n 3–4 te\u00adas…”").text == '"It\'s 3-4 teas..."'


# The passages that a quote may have meant


def near(text: str, quote: str) -> list[str]:
    return [one.span.of(text) for one in quotes.nearest(text, quote)]


def test_the_nearest_passage_is_shown_first() -> None:
    """Of several passages that are like a quote the likest comes first."""
    text = "The board counted nine chests of black tea. Later it counted ten chests of green teas."

    assert near(text, "ten chests of green tea")[0] == "ten chests of green teas"


def test_near_passages_do_not_overlap() -> None:
    """Each near passage is another spot of the text, at most three of them."""
    text = "ten chests, ten chest, ten chess, ten chets"
    found = [one.span for one in quotes.nearest(text, "ten chestz")]

    assert len(found) == 3
    assert all(one.end <= other.start or other.end <= one.start for one in found for other in found if one != other)


def test_a_passage_that_is_not_like_it_is_not_shown() -> None:
    """A quote of something else altogether has no near passage."""
    assert near("The board counted ten chests.", "silver samovar makers") == []


def test_an_added_word_does_not_hide_the_passage() -> None:
    """A word too many or too few still leads to the passage."""
    text = "The board counted ten chests of green tea at the quay."

    assert near(text, "ten big chests of green tea")[0] == "ten chests of green tea"
    assert near(text, "ten chests green tea")[0] == "ten chests of green tea"


def test_likeness_does_not_heed_case_and_print() -> None:
    """A passage that differs only in capitals and marks is as like as can be."""
    assert quotes.nearest("He said “Green tea” there.", 'green tea"')[0].likeness > 0.9
    assert quotes.nearest("GREEN TEA", "green tea")[0].likeness == 1


@given(texts, texts)
@settings(deadline=None, derandomize=True)
def test_near_passages_can_be_bound(text: str, quote: str) -> None:
    """Whatever is shown as near is a passage that its own words find, at most three, the likest first."""
    found = quotes.nearest(text, quote)
    likeness = [one.likeness for one in found]

    assert len(found) <= 3
    assert likeness == sorted(likeness, reverse=True)
    assert all(one.span in quotes.find(text, one.span.of(text)) for one in found)


# Quotation marks in a text


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("no marks", []),
        ("one “green tea” here", ["green tea"]),
        ("“two” and “three”", ["two", "three"]),
        ("“outer “inner” outer” and “next”", ["outer “inner” outer", "next"]),
        ("“over\ntwo paragraphs”", ["over\ntwo paragraphs"]),
        ("“”", [""]),
        ('straight "marks" are no quotation', []),
    ],
)
def test_quotations_are_what_stands_between_curly_marks(text: str, inside: list[str]) -> None:
    """A quotation is what stands between the outermost curly marks, without the marks."""
    assert [span.of(text) for span in quotes.quotations(text)] == inside


@pytest.mark.parametrize(
    ("text", "offset", "message"),
    [
        ("a “b", 2, "opens a quotation that is not closed"),
        ("“a “b” c", 0, "opens a quotation that is not closed"),
        ("a “b “c", 2, "opens a quotation that is not closed"),
        ("“a” “b “c”", 4, "opens a quotation that is not closed"),
        ("a” b", 1, "closes a quotation that was not opened"),
        ("“a” b” “c”", 5, "closes a quotation that was not opened"),
    ],
)
def test_a_mark_without_its_partner_is_placed(text: str, offset: int, message: str) -> None:
    """A quotation mark without its partner is refused, with the spot where it stands."""
    with pytest.raises(quotes.Unbalanced, match=message) as wrong:
        quotes.quotations(text)

    assert wrong.value.offset == offset


# The words that budgets count


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Ten chests of green tea.", ["ten", "chests", "of", "green", "tea"]),
        ("“It’s – well – 1,000 lbs.”", ["it's", "well", "1,000", "lbs"]),
        ("a tea-taster's\nU.S. (new) pot…", ["a", "tea-taster's", "u.s", "new", "pot"]),
        ("… – ”", []),
        ("", []),
    ],
)
def test_a_word_is_what_stands_between_spaces_and_has_a_letter_or_digit(text: str, counted: list[str]) -> None:
    """Words are counted without the signs around them, in lower case, in one print."""
    assert quotes.words(text) == counted


def test_runs_are_every_stretch_of_so_many_words() -> None:
    """A text of four words has two runs of three, and none of five."""
    assert list(quotes.runs("Ten chests, of tea.", 3)) == [("ten", "chests", "of"), ("chests", "of", "tea")]
    assert list(quotes.runs("Ten chests, of tea.", 5)) == []


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=2, max_size=2))
@settings(deadline=None, derandomize=True)
def test_a_span_holds_another_if_no_character_lies_outside(edges: list[tuple[int, int]]) -> None:
    """One span holds another exactly if all the other's characters are its own."""
    one, other = (Span(*sorted(edge)) for edge in edges)
    assume(other.start < other.end)

    assert one.holds(other) == (set(range(other.start, other.end)) <= set(range(one.start, one.end)))
