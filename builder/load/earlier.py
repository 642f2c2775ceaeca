"""The data export of an earlier edition, to hold this one against."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ..dates import parse
from ..problems import Place, Problem
from ..records import Published
from . import files


def published(path: Path) -> Published | Problem:
    """Return what was published before, read from the data export at `path`."""
    file = files.read(path, path.parent)
    if isinstance(file, Problem):
        return file
    try:
        data = json.loads(file.text)
        if not _is_export(data):
            raise ValueError("`records` must hold records by collection and id")
        return Published(parse(data["as_of"]), data["records"])
    except ValueError as wrong:
        message = f"is not the data export of a site ({wrong}); take `data/records.json` of the one that is published"
        return Problem(Place(path.name), "file", message)


def _is_export(data: Any) -> bool:
    """Whether `data` is made as the data export is: collections of mappings from id to record."""
    return (
        isinstance(data, dict)
        and isinstance(data.get("as_of"), str)
        and isinstance(data.get("records"), dict)
        and all(isinstance(found, dict) for found in data["records"].values())
        and all(isinstance(one, dict) for found in data["records"].values() for one in found.values())
    )
