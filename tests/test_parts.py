"""What grows is kept in parts: none too full, and none changed by what happens in another."""

from __future__ import annotations

from itertools import pairwise

import pytest

from builder.parts import cut, how_many, part_of

SHARE = 80


def names(number: int) -> list[str]:
    return [f"tea-of-chest-{place}" for place in range(number)]


@pytest.mark.parametrize("things", [0, 1, 79, 80, 81, 700, 5_000, 10_210, 20_000])
def test_everything_stands_once_and_no_part_is_too_full(things: int) -> None:
    """Whatever their number, each thing stands in one part, and in the fullest stand about twice the share."""
    parts = cut(names(things), SHARE)

    assert sorted(name for part in parts for name in part) == sorted(names(things))
    assert max(map(len, parts), default=0) <= 2.5 * SHARE
    assert all(parts)


def test_a_thing_is_found_by_its_name_and_the_number_of_parts() -> None:
    """Who knows a name and how many parts there are knows the part, without a look into any other."""
    parts = cut(names(1_000), SHARE)

    assert all(name in parts[part_of(name, len(parts))] for name in names(1_000))


def test_a_new_part_takes_from_one_other_only() -> None:
    """However many parts there are, one more leaves all but one of them with what they held."""
    for number in range(1, 40):
        fewer, more = ({name: part_of(name, parts) for name in names(2_000)} for parts in (number, number + 1))
        moved = {(fewer[name], more[name]) for name in fewer if fewer[name] != more[name]}

        assert {came_to for _, came_to in moved} == {number}
        assert len({came_from for came_from, _ in moved}) == 1


def test_one_more_thing_rewrites_at_most_three_parts() -> None:
    """While a collection grows thing by thing, each one touches its own part and, rarely, the two of a part halved."""
    grown = [cut(names(number), SHARE) for number in range(600, 900)]
    touched = [
        sum(place >= len(before) or before[place] != part for place, part in enumerate(after))
        for before, after in pairwise(grown)
    ]

    assert max(touched) <= 3
    assert sum(number > 1 for number in touched) == how_many(899, SHARE) - how_many(600, SHARE)


def test_the_part_of_a_name_never_changes() -> None:
    """Where a thing stands is the same on every machine and in every edition: readers work it out for themselves."""
    assert [part_of("ten-chests", parts) for parts in (1, 2, 3, 5, 8, 1_000)] == [0, 0, 0, 4, 4, 372]
