"""Where a value was written: the memory that every record keeps of its file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import islice

from .problems import Place

Loc = tuple[str | int, ...]
"the way from a record to a value in it: keys and list positions"


@dataclass(frozen=True, slots=True)
class File:
    """A text file as it was read."""

    path: str
    "relative to the site's folder, with forward slashes"
    text: str = field(repr=False)

    def place(self, offset: int) -> Place:
        """Return the place of the character at `offset`, counted from 0."""
        before = self.text[:offset]
        return Place(self.path, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)


Offsets = Mapping[Loc, int]
"by the way from a record to a value or key in it its offset in the file's text; () is the record"


class Written:
    """Where a record stands in its file, and where each of its values does."""

    def __init__(self, file: File, values: Offsets, keys: Offsets | None = None) -> None:
        self.file = file
        self._offsets: Callable[[], tuple[Offsets, Offsets]] = lambda: (values, keys or {})

    @classmethod
    def by_need(cls, file: File, offsets: Callable[[], tuple[Offsets, Offsets]]) -> Written:
        """Return where a record stands in `file`; the offsets of its values and keys are asked for by a message."""
        written = cls(file, {})
        written._offsets = offsets
        return written

    @property
    def values(self) -> Offsets:
        """The offset of each value."""
        return self._offsets()[0]

    @property
    def keys(self) -> Offsets:
        """The offset of each key."""
        return self._offsets()[1]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Written):
            return NotImplemented
        return self.file == other.file and self._offsets() == other._offsets()

    __hash__ = None  # type: ignore[assignment]  # offsets are mappings

    def at(self, *loc: str | int, needle: str = "", skip: int = 0) -> Place:
        """Return the place of the value at `loc`, or of the words of `needle` inside it, but for the first `skip`.

        A value that was not written (a missing key) is placed at the nearest one around it.
        """
        offset = self._offset(loc)
        words = re.compile(r"\s+".join(map(re.escape, needle.split())) + r"(?![\w-])")
        match = next(islice(words.finditer(self.file.text, offset), skip, None), None) if needle else None
        return self.file.place(match.start() if match else offset)

    def key(self, *loc: str | int) -> Place:
        """Return the place of the key at `loc`."""
        return self.file.place(self.keys.get(loc, self._offset(loc)))

    def _offset(self, loc: Loc) -> int:
        values = self.values
        while loc and loc not in values:
            loc = loc[:-1]
        return values.get(loc, 0)
