"""Markdown files with a YAML head into pages and articles, and the notes beside an article."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TypeVar

from ..places import File, Written
from ..problems import Place, Problem
from ..records import Record
from . import files
from .collections import Loaded, id_faults, record
from .tree import read as read_tree

Noun = TypeVar("Noun", bound=Record)

_HEAD = re.compile(r"---\n(.*?\n)---(?:\n|\Z)", re.DOTALL)


def load_document(loaded: Loaded[Noun], noun: type[Noun], id: str, path: Path, root: Path) -> None:
    """Add the document at `path`, a YAML head between lines of `---` and then its text, to `loaded`."""
    file = files.read(path, root)
    made = [file] if isinstance(file, Problem) else _document(noun, id, file)
    loaded.problems.extend(id_faults(id, lambda: Place(path.relative_to(root).as_posix())))
    if isinstance(made, list):
        loaded.problems.extend(made)
        loaded.faulty.add(id)
    else:
        loaded.records[id] = made


def _document(noun: type[Noun], id: str, file: File) -> Noun | list[Problem]:
    head = _HEAD.match(file.text)
    if not head:
        message = "must begin with a line `---`, the head in YAML, and a second line `---`"
        return [Problem(file.place(0), "head", message)]
    tree = read_tree(file, *head.span(1))
    faults = list(tree.problems)
    if not isinstance(tree.value, dict):
        return faults or [Problem(file.place(0), "head", "the head must be a mapping of keys to values")]
    in_head = tree.written()
    if "text" in tree.value:
        faults.append(Problem(in_head.key("text"), "head", "unknown key `text`; the text stands below the head"))
    written = Written.by_need(file, lambda: ({**in_head.values, (): 0, ("text",): head.end()}, in_head.keys))
    made = record(noun, id, {**tree.value, "text": file.text[head.end() :]}, written)
    return [*faults, *made] if isinstance(made, list) else faults or made


def with_text(article: Noun, file: File) -> Noun:
    """Return `article` with the whole text of `file` in place of its own."""
    in_head = article.written
    written = Written.by_need(file, lambda: ({**in_head.values, ("text",): 0}, {}))
    return article.model_copy(update={"text": file.text, "written": written})
