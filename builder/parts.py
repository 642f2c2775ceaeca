"""What grows is kept in parts: how many there are, and in which of them each thing stands.

A thing's part is worked out from its name and the number of parts alone, so a change of one thing rewrites one part.
The parts grow one at a time (linear hashing, after Litwin 1980): each new one takes its things out of one other part
and leaves all the rest as they are, where doubling them would rewrite everything.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256


def how_many(things: int, share: int) -> int:
    """Return the number of parts for so many `things`: `share` to each on average, to the fullest about twice that."""
    return -(-things // share)


def part_of(name: str, parts: int) -> int:
    """Return which of so many `parts`, counted from 0, holds the thing of this `name`."""
    # The power of two that the parts are growing to: of those still to come, the things stand in the part to be halved.
    doubled = 1 << (parts - 1).bit_length()
    part = int(sha256(name.encode()).hexdigest()[:8], 16) % doubled
    return part if part < parts else part - doubled // 2


def cut(names: Iterable[str], share: int) -> list[list[str]]:
    """Return `names` in their parts, `share` to each on average, and in each in the order that they came in."""
    all_names = list(names)
    parts: list[list[str]] = [[] for _ in range(how_many(len(all_names), share))]
    for name in all_names:
        parts[part_of(name, len(parts))].append(name)
    return parts
