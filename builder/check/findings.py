"""What a rule yields, and what it may read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..problems import Place
from ..records import Content


@dataclass(frozen=True, slots=True)
class Finding:
    """A breach of a rule; the rule's name and severity come from outside."""

    place: Place
    message: str
    remedy: tuple[str, ...] = ()
    record: str = ""
    "kind:id, for exceptions in site.yaml"


Rule = Callable[[Content], Iterator[Finding]]


def line_to_paste(key: str, value: str) -> str:
    """Return a line of YAML; its value is quoted, because it may hold anything."""
    escaped = " ".join(value.split()).replace("'", "''")
    return f"{key}: '{escaped}'"
