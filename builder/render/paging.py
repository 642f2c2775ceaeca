"""Lists on pages of a bounded size: a short one whole, a long one as a way in and pages by group and number.

A group is something of the record itself, so that what is added to one moves nothing in another.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from ..edition import Reference

LISTED = 400
"the rows that one page lists, at most: no page grows with the site"
LISTED_HERE = 100
"the rows of a list that a record's own page shows, at most; the rest stands on pages below it"
GROUPS = 400
"the groups to which the way in to a long list leads, at most"
_BESIDE = 2
"page numbers on either side of the one that is open"

Item = TypeVar("Item")
Group = TypeVar("Group", bound=Hashable)
Key = tuple[str, str]
"of a group: the name of its folder, and what readers call it"


@dataclass(frozen=True, slots=True)
class Way:
    """A group of a long list, as the page that leads to it names it."""

    key: str
    label: str
    folder: str
    total: int


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Item]):
    """One page of a list."""

    records: tuple[Item, ...]
    first: str
    "the folder of the first page of its group, or of the whole list"
    total: int
    "in its group"
    way: Way | None = None
    "the group; none where the whole list is in one"
    number: int = 1
    last: int = 1
    "the number of the last page of its group"

    @property
    def folder(self) -> str:
        """Where it is, from the site's root."""
        return self.at(self.number)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of some pages of its group: the ends and those beside it."""
        near = range(self.number - _BESIDE, self.number + _BESIDE + 1)
        return tuple(sorted({1, self.last, *(number for number in near if 1 <= number <= self.last)}))

    def at(self, number: int) -> str:
        """Return the folder of another page of its group."""
        return f"{self.first}{number}/" if number > 1 else self.first

    def title(self, title: str) -> str:
        """Return the title of a list with what tells this page from the others."""
        grouped = f"{title}: {self.way.label}" if self.way else title
        return f"{grouped}, page {self.number}" if self.number > 1 else grouped


@dataclass(frozen=True, slots=True)
class Listing(Generic[Item]):
    """A list with the pages on which it stands."""

    folder: str
    total: int
    ways: tuple[Way, ...]
    "its groups, where it is too long for one page: that page leads to them"
    sheets: tuple[Sheet[Item], ...]

    @property
    def records(self) -> tuple[Item, ...]:
        """All that the list holds, page by page."""
        return tuple(item for sheet in self.sheets for item in sheet.records)

    def folder_of(self, key: str) -> str:
        """Return the folder where the group `key` begins; of a short list the only one."""
        return next((way.folder for way in self.ways if way.key == key), self.folder)

    def spots(self, anchor: Callable[[Item], str]) -> Iterator[tuple[str, str]]:
        """Yield the id of every item and the folder of the page on which it stands."""
        return ((anchor(item), sheet.folder) for sheet in self.sheets for item in sheet.records)


@dataclass(frozen=True, slots=True)
class Beginning(Generic[Item]):
    """As much of a list as a page shows on which it is not the main thing."""

    records: tuple[Item, ...]
    total: int
    folder: str = ""
    "where all of it stands, if it is not all here"


def paged(
    records: Iterable[Item],
    folder: str,
    key: Callable[[Item], Key],
    order: Callable[[Item], Any] | None = None,
    below: str = "in/",
) -> Listing[Item]:
    """Return the pages of a list: the page in `folder` if it is short, else pages by group below it.

    Groups stand as their first records do; within one the records stand by `order`, or as they come.
    """
    listed = tuple(records)
    if len(listed) <= LISTED:
        return Listing(folder, len(listed), (), (Sheet(listed, folder, len(listed)),))
    groups = grouped(listed, key)
    if len(groups) > GROUPS:  # so many kinds of things are no help to a reader
        groups = {("all", "all"): list(listed)}
    ways: list[Way] = []
    sheets: list[Sheet[Item]] = []
    for (name, label), members in groups.items():
        way = Way(name, label, f"{folder}{below}{name}/", len(members))
        ways.append(way)
        sheets += numbered(sorted(members, key=order) if order else members, way.folder, way)
    return Listing(folder, len(listed), tuple(ways), tuple(sheets))


def numbered(records: Sequence[Item], folder: str, way: Way | None = None) -> Iterator[Sheet[Item]]:
    """Yield the pages of a list that is not grouped, or of one group."""
    last = max(1, -(-len(records) // LISTED))
    for number in range(1, last + 1):
        listed = tuple(records[(number - 1) * LISTED : number * LISTED])
        yield Sheet(listed, folder, len(records), way, number, last)


def beginning(records: Sequence[Item], folder: str) -> Beginning[Item]:
    """Return as much of a list as a record's page shows; all of a longer one stands in `folder`."""
    shown = tuple(records[:LISTED_HERE])
    return Beginning(shown, len(records), folder if len(records) > LISTED_HERE else "")


def grouped(records: Iterable[Item], key: Callable[[Item], Group]) -> dict[Group, list[Item]]:
    """Return records by what they have in common, in the order in which it is met."""
    groups: dict[Group, list[Item]] = {}
    for record in records:
        groups.setdefault(key(record), []).append(record)
    return groups


def letter(name: str) -> Key:
    """Return the group of a name by its first letter: a folder of plain letters, whatever the script."""
    first = next((sign for sign in unicodedata.normalize("NFKD", name.casefold()) if sign.isalnum()), "")
    if not first:
        return "other", "other"
    if first.isdecimal():
        return "0-9", "0–9"
    return (first if first.isascii() else f"u{ord(first):04x}"), first.upper()


def dated(refs: Sequence[Reference]) -> str:
    """Return the days of `refs` for a count that follows a chosen day; nothing of so many that it would weigh."""
    if len(refs) > LISTED_HERE:
        return ""
    return " ".join(ref.since.first.isoformat() if ref.since else "" for ref in refs)
