"""A figure beside the others of its unit: their chart, small. Each unit is drawn once, whoever asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ...edition import FigureGroup, Reference
from .charts import HEIGHT, TOP, Mark, chart, is_readable

_HEIGHT = 26
_NARROWEST = 3.0


@dataclass(frozen=True, slots=True)
class Spark:
    """A figure in a sparkline: its bar, and whether it is the one that the line is about."""

    claim: Reference
    x: float
    y: float
    width: float
    height: float
    own: bool


Sparkline = tuple[FigureGroup, tuple[Spark, ...]]


def sparklines(groups: Iterable[FigureGroup]) -> Mapping[str, tuple[FigureGroup, tuple[Mark, ...]]]:
    """Return by claim the figures of its unit, drawn; those have none that have no other to stand beside, or too many.

    Bars stand alone and are not joined: another figure may have been made in another way.
    """
    compared = (group for group in groups if len(group.drawn) > 1 and is_readable(group))
    charts = ((group, chart(group).marks) for group in compared)
    return {mark.claim.id: (group, marks) for group, marks in charts for mark in marks}


def sparkline(group: FigureGroup, marks: Iterable[Mark], claim: Reference) -> Sparkline:
    """Return the bars of a unit's figures, of which that of `claim` is marked."""
    return group, tuple(_sparks(marks, claim))


def _sparks(marks: Iterable[Mark], claim: Reference) -> Iterator[Spark]:
    for mark in marks:
        height = max(_NARROWEST, round(_HEIGHT * mark.height / HEIGHT, 1))
        y = min(max(0.0, round(_HEIGHT * (mark.y - TOP) / HEIGHT, 1)), _HEIGHT - height)
        yield Spark(mark.claim, mark.x, y, max(mark.width, _NARROWEST), height, mark.claim == claim)
