"""The figures: by unit, those that can be compared drawn, and all as tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ...edition import FigureGroup
from ..gathered import Figure
from ..paging import Listing, Sheet, grouped
from ..pictures.charts import chart, is_readable
from .page import Page, listed


def figures(listing: Listing[Figure]) -> Iterator[Page]:
    """Yield the figures; of very many by the first letter of their unit."""
    yield from listed(listing, "figures.html", "Figures", _shown)


def _shown(sheet: Sheet[Figure]) -> Mapping[str, Any]:
    groups = [_part(unit, figures) for unit, figures in grouped(sheet.records, _unit).items()]
    return {
        "pictured": [(group, chart(group)) for group, is_whole in groups if is_whole and group.is_pictured],
        "alone": [group for group, is_whole in groups if not (is_whole and group.is_pictured)],
    }


def _unit(figure: Figure) -> str:
    return figure[0].unit


def _part(unit: str, figures: list[Figure]) -> tuple[FigureGroup, bool]:
    """The figures of one unit that stand on a page, and whether they are all of it and few enough for a picture."""
    whole, claims = figures[0][0], {figure.claim for _, figure in figures}
    part = replace(
        whole,
        unit=unit,
        drawn=tuple(figure for figure in whole.drawn if figure.claim in claims),
        worded=tuple(figure for figure in whole.worded if figure.claim in claims),
    )
    return part, len(figures) == len(whole.drawn) + len(whole.worded) and is_readable(whole)
