"""A fault says where it is, how grave, which rule, what is wrong and what mends it."""

from __future__ import annotations

import pytest

from builder.problems import BuildFailed, Place, Problem, counted, errors, listing, suggestion


def test_a_problem_is_one_line_that_an_editor_can_jump_to() -> None:
    """A problem prints its file, line, column, severity and rule before its message."""
    problem = Problem(Place("content/teas.yaml", 3, 7), "words-exist", "`gren` is no tea", severity="warning")

    assert str(problem) == "content/teas.yaml:3:7: warning[words-exist]: `gren` is no tea"


def test_a_remedy_stands_below_the_message() -> None:
    """What mends a problem stands in lines of its own, set in so that it can be copied."""
    problem = Problem(Place("a.yaml"), "quotes", "no such words", ("nearest: “ten”", "quote: 'ten'"))

    assert str(problem) == "a.yaml:1:1: error[quotes]: no such words\n    nearest: “ten”\n    quote: 'ten'"


def test_problems_stand_in_the_order_of_their_places() -> None:
    """Problems sort by file, then line and column as numbers, then rule."""
    written = [("b", 1, 1, "x"), ("a", 10, 2, "x"), ("a", 10, 2, "w"), ("a", 9, 30, "x"), ("a", 9, 4, "x")]
    problems = [Problem(Place(path, line, column), rule, "") for path, line, column, rule in written]

    assert [f"{one.place} {one.rule}" for one in sorted(problems)] == [
        "a:9:4 x",
        "a:9:30 x",
        "a:10:2 w",
        "a:10:2 x",
        "b:1:1 x",
    ]


def test_a_failed_build_tells_all_of_them_in_order() -> None:
    """A build that failed carries every problem, warnings too, and reads as their list."""
    warning = Problem(Place("b"), "x", "second", severity="warning")
    error = Problem(Place("a"), "x", "first")
    failed = BuildFailed([warning, error])

    assert failed.problems == (error, warning)
    assert str(failed) == "a:1:1: error[x]: first\nb:1:1: warning[x]: second"


def test_only_errors_forbid_publishing() -> None:
    """Warnings are shown and do not stop the build."""
    error = Problem(Place("a"), "x", "first")

    assert errors([error, Problem(Place("b"), "x", "second", severity="warning")]) == (error,)


@pytest.mark.parametrize(
    ("word", "known", "said"),
    [
        ("gren", ["green", "black", "white"], "did you mean `green`?"),
        ("oolong", ["green", "black"], "allowed: `black`, `green`"),
        ("oolong", [], "there is none yet"),
        ("oolong", [f"number-{number:02}" for number in range(16)], "allowed: `number-00`, "),
        ("oolong", [f"number-{number:02}" for number in range(17)], "none of the 17 known ones is near it"),
        ("number-7x", [f"number-{number:02}" for number in range(99)], "did you mean `number-97`?"),
    ],
)
def test_an_unknown_word_is_answered_with_the_nearest_or_the_few(word: str, known: list[str], said: str) -> None:
    """The nearest known word is offered; where none is near, all are, unless they are many."""
    assert suggestion(word, known).startswith(said)


def test_a_suggestion_does_not_depend_on_the_order_of_the_known() -> None:
    """Of words that are equally near the same one is always offered."""
    assert suggestion("tea-x", ["tea-b", "tea-a"]) == suggestion("tea-x", ["tea-a", "tea-b"])


def test_names_are_listed_as_code() -> None:
    """A list of names sets each between backticks."""
    assert (listing(["green", "black"]), listing(["green"])) == ("`green`, `black`", "`green`")


def test_one_is_not_several() -> None:
    """A count of one has no s."""
    assert (counted(1, "chest"), counted(2, "chest"), counted(0, "chest")) == ("1 chest", "2 chests", "0 chests")
