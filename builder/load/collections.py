"""One collection of YAML records into nouns, and every fault of every record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from ..places import File, Written
from ..problems import Place, Problem
from ..records import Record, make
from ..records.base import KEBAB
from ..records.content import ANY
from . import files
from .tree import Tree
from .tree import read as read_tree

Noun = TypeVar("Noun", bound=Record)


@dataclass
class Loaded(Generic[Noun]):
    """The records of one kind that could be read, the ids of those that could not, and why."""

    records: dict[str, Noun] = field(default_factory=dict)
    faulty: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def load(noun: type[Noun], paths: Iterable[Path], root: Path) -> Loaded[Noun]:
    """Return the records of the class `noun` in the files at `paths`, mappings from id to record."""
    loaded: Loaded[Noun] = Loaded()
    for path in paths:
        file = files.read(path, root)
        if isinstance(file, Problem):
            loaded.problems.append(file)
            loaded.faulty.add(ANY)
        else:
            _add_file(loaded, noun, file)
    return loaded


def _add_file(loaded: Loaded[Noun], noun: type[Noun], file: File) -> None:
    tree = read_tree(file)
    loaded.problems.extend(tree.problems)
    if not isinstance(tree.value, dict):
        if tree.value is not None:
            loaded.problems.append(Problem(file.place(0), "yaml", "must be a mapping from id to record"))
        if tree.value is not None or tree.problems:
            loaded.faulty.add(ANY)
        return
    for id in tree.value:
        written = tree.written(id)
        if id in loaded.records or id in loaded.faulty:
            first = f"at {loaded.records[id].written.at()}" if id in loaded.records else "in another file"
            message = f"id `{id}` stands twice, first {first}; rename or delete one"
            loaded.problems.append(Problem(written.at(), "duplicate-id", message))
        else:
            _add_record(loaded, noun, id, tree, written)


def _add_record(loaded: Loaded[Noun], noun: type[Noun], id: str, tree: Tree, written: Written) -> None:
    loaded.problems.extend(id_faults(id, written.at))
    made = record(noun, id, tree.value[id], written)
    if isinstance(made, list):
        loaded.problems.extend(made)
        loaded.faulty.add(id)
    else:
        loaded.records[id] = made


def id_faults(id: str, place: Callable[[], Place]) -> Iterator[Problem]:
    """Yield what is wrong with the `id`; `place` tells where it is written."""
    if not KEBAB.fullmatch(id):
        message = f"id `{id}` must be lower-case words joined by hyphens, as in `second-letter`"
        yield Problem(place(), "id", message)


def record(noun: type[Noun], id: str, values: Any, written: Written) -> Noun | list[Problem]:
    """Return `values` as the `noun` called `id`, or the faults that forbid it."""
    if not isinstance(values, dict):
        return [Problem(written.at(), "schema", f"`{id}` must be a mapping of keys to values")]
    ours = [key for key in ("id", "written") if key in values]
    faults = [
        Problem(written.key(key), "schema", f"unknown key `{key}`; the id is the record's own key") for key in ours
    ]
    made = make(noun, {**values, "id": id, "written": written})
    if isinstance(made, list):
        faults += [
            Problem(written.key(*fault.loc) if fault.at_key else written.at(*fault.loc), "schema", fault.message)
            for fault in made
        ]
    return faults if faults or isinstance(made, list) else made
