"""Faults as nouns: where, how grave, which rule, what is wrong and how to mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "off"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file that an editor can jump to."""

    path: str
    "relative to the site's folder, with forward slashes"
    line: int = 1
    "from 1"
    column: int = 1
    "from 1"

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault. Its text says what is wrong, what is allowed and what to do."""

    place: Place
    rule: str
    message: str
    remedy: tuple[str, ...] = ()
    "lines to show below the message: nearest passages, a line to paste"
    severity: Severity = "error"

    def __str__(self) -> str:
        head = f"{self.place}: {self.severity}[{self.rule}]: {self.message}"
        return "\n".join((head, *("    " + line for line in self.remedy)))


class BuildFailed(Exception):
    """The content cannot be published as it stands; `problems` says why."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return those of `problems` that forbid publishing."""
    return tuple(problem for problem in problems if problem.severity == "error")


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return how to go on from an unknown `word`: the nearest of `known`, or all if they are few."""
    names = sorted(known)
    near = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    if near:
        return f"did you mean `{near[0]}`?"
    if names and len(names) <= 16:
        return "allowed: " + listing(names)
    return f"none of the {len(names)} known ones is near it" if names else "there is none yet"


def listing(names: Sequence[str]) -> str:
    """Return `names` as a readable list of code words."""
    return ", ".join(f"`{name}`" for name in names)


def counted(number: int, noun: str) -> str:
    """Return `number` and `noun`, the noun with an s unless there is one of it."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
