"""Mappings whose values are worked out when they are asked for, each once: a process makes only what it prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar, overload

Written = TypeVar("Written")
Value = TypeVar("Value")


class Mapped(Mapping[str, Value]):
    """For every key of `written` what `made` makes of its value."""

    def __init__(self, written: Mapping[str, Written], made: Callable[[Written], Value]) -> None:
        self._written = written
        self._made: Callable[[Written], Value] = made
        self._values: dict[str, Value] = {}

    def __getitem__(self, key: str) -> Value:
        try:
            return self._values[key]
        except KeyError:
            value = self._values[key] = self._made(self._written[key])
            return value

    def __iter__(self) -> Iterator[str]:
        return iter(self._written)

    def __len__(self) -> int:
        return len(self._written)

    def __contains__(self, key: object) -> bool:
        return key in self._written


class Listed(Sequence[Value]):
    """What `made` returns, made when it is first looked at."""

    def __init__(self, made: Callable[[], Sequence[Value]]) -> None:
        self._made = made

    @cached_property
    def _values(self) -> Sequence[Value]:
        return self._made()

    @overload
    def __getitem__(self, place: int) -> Value: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Value]: ...
    def __getitem__(self, place: int | slice) -> Value | Sequence[Value]:
        return self._values[place]

    def __len__(self) -> int:
        return len(self._values)
