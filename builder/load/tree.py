"""YAML text into plain values with their places. The door to PyYAML, on its C parser.

Every scalar is text (so `NO` stays Norway and a date stays as precise as it was written); only an
unquoted empty value, `~` or `null` is nothing. Duplicate keys, aliases and tags are faults.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from ..places import File, Loc
from ..problems import Place, Problem

_NOTHING = {"", "~", "null"}
_OPENED = ("while scanning a quoted scalar", "while parsing a flow sequence", "while parsing a flow mapping")
"what is to be mended where it begins, not where its end was missed"


@dataclass
class Tree:
    """A value as it was written, and the offset of each value and key in it."""

    value: Any = None
    values: dict[Loc, int] = field(default_factory=dict)
    keys: dict[Loc, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def below(self, *loc: str | int) -> tuple[dict[Loc, int], dict[Loc, int]]:
        """Return the offsets of the values and keys at and below `loc`, by their way from it."""
        depth = len(loc)
        values, keys = (
            {way[depth:]: offset for way, offset in offsets.items() if way[:depth] == loc}
            for offsets in (self.values, self.keys)
        )
        return {**values, (): self.keys.get(loc, values.get((), 0))}, keys


def read(file: File, start: int = 0, end: int | None = None) -> Tree:
    """Return what the YAML text of `file` between the offsets `start` and `end` says."""
    tree = Tree()
    try:
        node = yaml.compose(file.text[start:end], Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as wrong:
        mark = wrong.context_mark if wrong.context in _OPENED else wrong.problem_mark or wrong.context_mark
        place = file.place(start + (mark.index if mark else 0))
        tree.problems.append(Problem(place, "yaml", _worded(wrong, file.text[start + mark.index :] if mark else "")))
    except yaml.reader.ReaderError as wrong:
        before = file.text[start:end].encode()[: max(0, wrong.position)]  # libyaml counts bytes
        place = file.place(start + len(before.decode(errors="ignore")))
        tree.problems.append(Problem(place, "yaml", "a character that YAML does not allow; delete it"))
    else:
        if node is not None:
            _Walk(tree, file, start).value_of(node, ())
            for event in yaml.parse(file.text[start:end], Loader=yaml.CSafeLoader) if tree.problems else ():
                if isinstance(event, yaml.AliasEvent) and event.start_mark:
                    message = "an alias (`*name`) is not used here; write the value out"
                    tree.problems.append(Problem(file.place(start + event.start_mark.index), "yaml", message))
    return tree


def _worded(wrong: yaml.MarkedYAMLError, rest: str) -> str:
    if rest.startswith("\t"):
        return "a tab stands where YAML wants spaces; indent with spaces"
    said = " ".join(part for part in (wrong.context, wrong.problem) if part)
    return (
        f"this is not YAML: {said}; look for a missing quotation mark or indent, "
        "or put a text with `: ` or ` #` in it between quotation marks or after `>-`"
    )


class _Walk:
    """From nodes to values; `tree` takes the values' places and the faults."""

    def __init__(self, tree: Tree, file: File, start: int) -> None:
        self.tree, self.file, self.start = tree, file, start
        self.seen: set[int] = set()
        tree.value = None

    def value_of(self, node: yaml.Node, loc: Loc) -> None:
        self.tree.value = self._value(node, loc)

    def _value(self, node: yaml.Node, loc: Loc) -> Any:
        if id(node) in self.seen:  # an alias, and its anchor has been told
            return node.value if isinstance(node, yaml.ScalarNode) else None
        self.seen.add(id(node))
        self.tree.values[loc] = self.start + node.start_mark.index
        if self.file.text.startswith(("!", "&"), self.tree.values[loc]):
            self._fault(node, "a tag (`!…`) or an anchor (`&…`) is not used here; put a text between quotation marks")
        if isinstance(node, yaml.ScalarNode):
            return None if not node.style and node.value in _NOTHING else node.value
        if isinstance(node, yaml.SequenceNode):
            return tuple(self._value(item, (*loc, position)) for position, item in enumerate(node.value))
        return self._mapping(node, loc)

    def _mapping(self, node: yaml.Node, loc: Loc) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._fault(key, "a key must be a word")
            elif key.value in found:
                first = self._place(self.tree.keys[(*loc, key.value)])
                self._fault(key, f"key `{key.value}` stands twice, first in line {first.line}; rename or delete one")
            else:
                self.tree.keys[(*loc, key.value)] = self.start + key.start_mark.index
                found[key.value] = self._value(value, (*loc, key.value))
        return found

    def _fault(self, node: yaml.Node, message: str) -> None:
        self.tree.problems.append(Problem(self._place(self.start + node.start_mark.index), "yaml", message))

    def _place(self, offset: int) -> Place:
        return self.file.place(offset)
