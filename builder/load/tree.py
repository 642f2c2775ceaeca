"""YAML text into plain values with their places. The door to PyYAML, on its C parser.

Every scalar is text (so `NO` stays Norway and a date stays as precise as it was written); only an
unquoted empty value, `~` or `null` is nothing. Duplicate keys, aliases and tags are faults.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

import yaml
from yaml._yaml import CParser

from ..places import File, Loc, Offsets, Written
from ..problems import Place, Problem

_NOTHING = {"", "~", "null"}
_UNUSED = ("!", "&")
"how a tag and an anchor begin"
_OPENED = ("while scanning a quoted scalar", "while parsing a flow sequence", "while parsing a flow mapping")
"what is to be mended where it begins, not where its end was missed"


@dataclass
class Tree:
    """A value as it was written, and what is wrong with how it was."""

    file: File
    start: int
    end: int | None
    value: Any = None
    problems: list[Problem] = field(default_factory=list)

    def written(self, *loc: str) -> Written:
        """Return where the record at `loc` stands; the places in it are worked out when they are asked for."""
        positions = self.positions
        return Written.by_need(self.file, lambda: positions().below(*loc))

    @cached_property
    def positions(self) -> Callable[[], Positions]:
        """What tells the offsets of all values: they are needed for messages alone, so they are not kept meanwhile."""
        file, start, end = self.file, self.start, self.end
        return cache(lambda: _Walk(Tree(file, start, end)).positions_of(_composed(file.text[start:end])))


class Positions:
    """The offset of each value and each key of a text, by its way from the top."""

    def __init__(self) -> None:
        self.values: dict[Loc, int] = {}
        self.keys: dict[Loc, int] = {}

    def below(self, *loc: str) -> tuple[Offsets, Offsets]:
        """Return the offsets of all values and keys, or those of the record at `loc` by their way from it."""
        if not loc:
            return {(): 0, **self.values}, self.keys
        values, keys = (by_record.get(loc[0], {}) for by_record in self._by_record)
        return {**values, (): self.keys.get(loc, 0)}, {way: offset for way, offset in keys.items() if way}

    @cached_property
    def _by_record(self) -> tuple[dict[str | int, dict[Loc, int]], dict[str | int, dict[Loc, int]]]:
        grouped: tuple[dict[str | int, dict[Loc, int]], dict[str | int, dict[Loc, int]]] = ({}, {})
        for by_record, offsets in zip(grouped, (self.values, self.keys), strict=True):
            for way, offset in offsets.items():
                if way:
                    by_record.setdefault(way[0], {})[way[1:]] = offset
        return grouped


class _Composer(CParser):
    """libyaml's composer without what Python adds to it: a scalar's type is not guessed, for every scalar is text."""

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        return "text"

    def descend_resolver(self, parent: object, index: object) -> None: ...

    def ascend_resolver(self) -> None: ...


def _composed(text: str) -> yaml.Node | None:
    node: yaml.Node | None = _Composer(text).get_single_node()
    return node


def read(file: File, start: int = 0, end: int | None = None) -> Tree:
    """Return what the YAML text of `file` between the offsets `start` and `end` says."""
    tree = Tree(file, start, end)
    text = file.text[start:end]
    try:
        node = _composed(text)
    except yaml.MarkedYAMLError as wrong:
        mark = wrong.context_mark if wrong.context in _OPENED else wrong.problem_mark or wrong.context_mark
        place = file.place(start + (mark.index if mark else 0))
        tree.problems.append(Problem(place, "yaml", _worded(wrong, file.text[start + mark.index :] if mark else "")))
    except yaml.reader.ReaderError as wrong:
        before = text.encode()[: max(0, wrong.position)]  # libyaml counts bytes
        place = file.place(start + len(before.decode(errors="ignore")))
        tree.problems.append(Problem(place, "yaml", "a character that YAML does not allow; delete it"))
    else:
        if node is not None:
            _add_value(tree, node, text)
    return tree


def _add_value(tree: Tree, node: yaml.Node, text: str) -> None:
    try:
        tree.value = _plain(node, text)
    except _Doubt:
        _Walk(tree).value_of(node)
        for event in yaml.parse(text, Loader=yaml.CSafeLoader) if tree.problems else ():
            if isinstance(event, yaml.AliasEvent) and event.start_mark:
                message = "an alias (`*name`) is not used here; write the value out"
                tree.problems.append(Problem(tree.file.place(tree.start + event.start_mark.index), "yaml", message))


class _Doubt(Exception):
    """Something is written that is not used here: whoever looks at every place can say what."""


def _plain(node: yaml.Node, text: str) -> Any:
    """The value of `node`, quickly; raise `_Doubt` where there may be a fault."""
    if text.startswith(_UNUSED, node.start_mark.index):
        raise _Doubt
    if isinstance(node, yaml.ScalarNode):
        return None if not node.style and node.value in _NOTHING else node.value
    if isinstance(node, yaml.SequenceNode):
        return tuple([_plain(item, text) for item in node.value])
    values = {key.value: _plain(value, text) for key, value in node.value if isinstance(key, yaml.ScalarNode)}
    if len(values) < len(node.value):
        raise _Doubt
    return values


def _worded(wrong: yaml.MarkedYAMLError, rest: str) -> str:
    if rest.startswith("\t"):
        return "a tab stands where YAML wants spaces; indent with spaces"
    complaint = " ".join(part for part in (wrong.context, wrong.problem) if part)
    return (
        f"this is not YAML: {complaint}; look for a missing quotation mark or indent, "
        "or put a text with `: ` or ` #` in it between quotation marks or after `>-`"
    )


class _Walk:
    """From nodes to values and places; `tree` takes the values and the faults."""

    def __init__(self, tree: Tree) -> None:
        self.tree, self.file, self.start = tree, tree.file, tree.start
        self.positions = Positions()
        self.seen: set[int] = set()

    def value_of(self, node: yaml.Node) -> None:
        self.tree.value = self._value(node, ())

    def positions_of(self, node: yaml.Node | None) -> Positions:
        if node is not None:
            self._value(node, ())
        return self.positions

    def _value(self, node: yaml.Node, loc: Loc) -> Any:
        if id(node) in self.seen:  # an alias, and its anchor has been told
            return node.value if isinstance(node, yaml.ScalarNode) else None
        self.seen.add(id(node))
        self.positions.values[loc] = self.start + node.start_mark.index
        if self.file.text.startswith(_UNUSED, self.positions.values[loc]):
            self._fault(node, "a tag (`!…`) or an anchor (`&…`) is not used here; put a text between quotation marks")
        if isinstance(node, yaml.ScalarNode):
            return None if not node.style and node.value in _NOTHING else node.value
        if isinstance(node, yaml.SequenceNode):
            return tuple(self._value(item, (*loc, position)) for position, item in enumerate(node.value))
        return self._mapping(node, loc)

    def _mapping(self, node: yaml.Node, loc: Loc) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._fault(key, "a key must be a word")
            elif key.value in values:
                first = self._place(self.positions.keys[(*loc, key.value)])
                self._fault(key, f"key `{key.value}` stands twice, first in line {first.line}; rename or delete one")
            else:
                self.positions.keys[(*loc, key.value)] = self.start + key.start_mark.index
                values[key.value] = self._value(value, (*loc, key.value))
        return values

    def _fault(self, node: yaml.Node, message: str) -> None:
        self.tree.problems.append(Problem(self._place(self.start + node.start_mark.index), "yaml", message))

    def _place(self, offset: int) -> Place:
        return self.file.place(offset)
