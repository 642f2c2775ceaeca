"""The parts of a data export: each is read, and held against the head that leads to it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..parts import part_of
from ..problems import Place, Problem, counted, listing
from ..records import data_part
from . import files

Records = Mapping[str, Mapping[str, Mapping[str, Any]]]
"the keys of records, by collection and id"
_NAMED = 3
"of the parts that are missing, in the problem that tells of them"


@dataclass(frozen=True, slots=True)
class Size:
    """How much a collection holds."""

    records: int
    parts: int


@dataclass(frozen=True, slots=True)
class Head:
    """The file that says what there is."""

    path: Path
    as_of: str
    collections: Mapping[str, Size]

    def parts(self) -> Iterator[tuple[str, int]]:
        """Yield the collection and the number of each part."""
        for name, size in self.collections.items():
            yield from ((name, number) for number in range(size.parts))


def by_id(records: Any) -> bool:
    """Return whether `records` is a mapping from ids to mappings."""
    return isinstance(records, dict) and all(isinstance(record, dict) for record in records.values())


def read_parts(head: Head) -> tuple[Records, tuple[Problem, ...]]:
    """Return the records in all parts that `head` leads to, and what is wrong with them."""
    if missing := [path for path in (data_part(*part) for part in head.parts()) if not _beside(head, path).is_file()]:
        return {}, (_missing(head, missing),)
    records: dict[str, dict[str, Mapping[str, Any]]] = {name: {} for name in head.collections}
    problems: list[Problem] = []
    for name, number in head.parts():
        part = _read(head, name, number)
        if isinstance(part, Problem):
            problems.append(part)
        else:
            records[name].update(part)
    return records, tuple(problems or _miscounted(head, records))


def _beside(head: Head, path: str) -> Path:
    return head.path.parent / path


def _read(head: Head, name: str, number: int) -> Mapping[str, Mapping[str, Any]] | Problem:
    """The records, by id, of one part."""
    path = data_part(name, number)
    file = files.read(_beside(head, path), head.path.parent)
    if isinstance(file, Problem):
        return file
    try:
        part = json.loads(file.text)
        if not isinstance(part, dict) or not by_id(part.get("records")):
            raise ValueError("`records` must hold records by id")
    except ValueError as wrong:
        return Problem(Place(path), "file", f"is not a part of a data export ({wrong}); {_again('it')}")
    if reason := _foreign(head, name, number, part):
        return Problem(Place(path), "file", f"{reason}; {_again('the head and all parts')}")
    records: Mapping[str, Mapping[str, Any]] = part["records"]
    return records


def _foreign(head: Head, name: str, number: int, part: Mapping[str, Any]) -> str:
    """Why `part` is not the one that `head` leads to; empty if it is."""
    stands, wanted = (part.get("collection"), part.get("as_of")), (name, head.as_of)
    if stands != wanted:
        return "is of `{}` as of {}, where {} leads to `{}` as of {}".format(*stands, head.path.name, *wanted)
    for id in part["records"]:
        if (right := part_of(id, head.collections[name].parts)) != number:
            return f"holds `{id}`, whose place is `{data_part(name, right)}`"
    return ""


def _missing(head: Head, paths: list[str]) -> Problem:
    more = f" and {len(paths) - _NAMED} more" if len(paths) > _NAMED else ""
    message = (
        f"leads to {counted(len(paths), 'part')} not beside it ({listing(paths[:_NAMED])}{more}); "
        "fetch what is missing from the site that it is of, or let `make check-published SITE_URL=https://…/` fetch all"
    )
    return Problem(Place(head.path.name), "file", message)


def _miscounted(head: Head, records: Records) -> Iterator[Problem]:
    """Parts of the same day that are of different editions: their numbers do not add up."""
    for name, size in head.collections.items():
        if len(records[name]) != size.records:
            message = f"says that there are {size.records} `{name}`, and their parts hold {len(records[name])}"
            yield Problem(Place(head.path.name), "file", f"{message}; {_again('the head and all parts')}")


def _again(what: str) -> str:
    return f"take {what} again from the site that is published"
