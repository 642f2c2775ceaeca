"""The data export of an earlier edition, to hold this one against.

It is a head that leads to parts beside it; the first of all were one file, which held every record.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..dates import parse
from ..problems import Place, Problem
from ..records import DATA_FORMAT, Published, note_from
from . import files
from .exported import Head, Records, Size, by_id, read_parts


def published(path: Path) -> Published | tuple[Problem, ...]:
    """Return what was published before, read from the data export whose head is at `path`; or all its faults."""
    file = files.read(path, path.parent)
    if isinstance(file, Problem):
        return (file,)
    try:
        data = json.loads(file.text)
        if not isinstance(data, dict) or "format" not in data:
            return _whole(data)
        if data["format"] != DATA_FORMAT:
            return (_of_another_builder(path, data["format"]),)
        return _in_parts(_head(path, data))
    except ValueError as wrong:
        message = f"is not the data export of a site ({wrong}); take `data/records.json` of the one that is published"
        return (Problem(Place(path.name), "file", message),)


def _whole(data: Any) -> Published:
    """An export of the first form; raise `ValueError` if `data` is none."""
    if not (isinstance(data, dict) and isinstance(data.get("as_of"), str) and _by_collection(data.get("records"))):
        raise ValueError("`records` must hold records by collection and id")
    return Published(parse(data["as_of"]), data["records"])


def _by_collection(records: Any) -> bool:
    return isinstance(records, dict) and all(by_id(collected) for collected in records.values())


def _of_another_builder(path: Path, written: Any) -> Problem:
    message = f"is a data export of the format {json.dumps(written)}, and this builder reads {DATA_FORMAT}"
    return Problem(Place(path.name), "file", f"{message}; take the builder that wrote it, or a later one")


def _head(path: Path, data: Mapping[str, Any]) -> Head:
    """The head at `path`; raise `ValueError` if `data` is none."""
    if not isinstance(data.get("as_of"), str):
        raise ValueError("`as_of` must be the day that it is of")
    sizes = data.get("collections")
    if not isinstance(sizes, dict) or not all(_is_size(name, size) for name, size in sizes.items()):
        raise ValueError("`collections` must say of each how many `records` and `parts` it has")
    parse(data["as_of"])
    return Head(path, data["as_of"], {name: Size(size["records"], size["parts"]) for name, size in sizes.items()})


def _is_size(name: str, size: Any) -> bool:
    """Whether `size` is that of a collection, whose `name` is no way into another folder."""
    numbers = [size.get(key) for key in ("records", "parts")] if isinstance(size, dict) else [None]
    return bool(re.fullmatch("[a-z]+", name)) and all(isinstance(number, int) for number in numbers)


def _in_parts(head: Head) -> Published | tuple[Problem, ...]:
    records, problems = read_parts(head)
    return problems or Published(parse(head.as_of), {**records, "annotations": _by_article(records)})


def _by_article(records: Records) -> Mapping[str, Mapping[str, Any]]:
    """The annotations by article and id, as the first form had them."""
    articles: dict[str, dict[str, Any]] = {}
    for name, note in records.get("annotations", {}).items():
        article, id = note_from(name)
        articles.setdefault(article, {})[id] = note
    return articles
