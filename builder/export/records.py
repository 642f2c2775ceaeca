"""Records into files of data, as they were written: to be read by machines, and held against a later edition.

A head says what there is, and how a record is found; the records stand in parts of a bounded number, by their ids,
so that a changed record rewrites one part.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ..parts import cut, how_many
from ..records import DATA_FORMAT, LINKED, Content, Record, as_written, collection, data_part, note_name

_SHARE = 80
"of the records of a collection that stand in one part on average; in the fullest about twice as many do"
_HOW_TO_FIND = (
    "A collection's records stand in its parts, numbered from 0; a part's address is `part`, from the folder of this "
    "file. To find a record, take the first 8 hexadecimal digits of the SHA-256 of its id (UTF-8) as a number, modulo "
    "the smallest power of two that is not below `parts`; from a result that is `parts` or more take off half of that "
    "power. An annotation's id is `article/annotation`."
)


def records(content: Content) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file of data of the share; neither depends on where a record is written."""
    collections = dict(_collections(content))
    if content.share.number == 0:
        yield "data/records.json", _head(content, collections)
    parts = ((name, number, ids) for name in collections for number, ids in enumerate(cut(collections[name], _SHARE)))
    for name, number, ids in content.share.own(parts):
        yield f"data/{data_part(name, number)}", _part(content, name, {id: collections[name][id] for id in ids})


def _head(content: Content, collections: Mapping[str, Mapping[str, Record]]) -> str:
    head = {
        "format": DATA_FORMAT,
        "title": content.site.title,
        "as_of": str(content.site.as_of),
        "how_to_find": _HOW_TO_FIND,
        "part": data_part("{collection}", "{part}"),
        "collections": {
            name: {"records": len(inside), "parts": how_many(len(inside), _SHARE)}
            for name, inside in collections.items()
        },
    }
    return json.dumps(head, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _part(content: Content, name: str, records: Mapping[str, Record]) -> str:
    """The records of a part by their ids, a line for each, so that two editions can be held against one another."""
    beginning = _line({"as_of": str(content.site.as_of), "collection": name}).removesuffix("}")
    lines = ",\n".join(f"{_line(id)}: {_line(as_written(records[id]))}" for id in sorted(records))
    return f'{beginning}, "records": {{\n{lines}\n}}}}\n'


def _line(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def _collections(content: Content) -> Iterator[tuple[str, Mapping[str, Record]]]:
    """Yield the name and the records, by id, of each collection; the annotations of all articles are one."""
    for kind in LINKED:
        yield collection(kind), content.of(kind)
    yield (
        "annotations",
        {note_name(article, id): note for article, notes in content.annotations.items() for id, note in notes.items()},
    )
