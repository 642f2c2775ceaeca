"""The timeline: everything dated on one page, or by years; a year on one page, or by months."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ...edition import Edition
from .. import paging
from ..gathered import Gathered
from ..happenings import Happening, begun
from ..paging import Listing, Sheet, Way, grouped
from ..pictures import timeline as drawn
from ..pictures.tallies import Column, counted, tallied
from . import indexes
from .page import Page, listed


def timeline(edition: Edition, gathered: Gathered) -> Iterator[Page]:
    """Yield the timeline, and the pages of each year."""
    by_year = {year: begun(year, listing.records) for year, listing in gathered.years.items()}
    ways = tuple(Way(str(year), str(year), f"timeline/{year}/", len(begun)) for year, begun in by_year.items())
    yield _whole(edition, gathered, by_year)
    for year, listing in gathered.years.items():
        yield from _year(edition, year, listing, ways, gathered.sanctions.folder_of(str(year)))


def _whole(edition: Edition, gathered: Gathered, by_year: Mapping[int, Sequence[Happening]]) -> Page:
    happenings, strands = gathered.happenings, edition.site.strands
    if len(happenings) > paging.LISTED:
        first, last = min(by_year), max(by_year)
        columns = [_column(year, by_year.get(year, ())) for year in range(first, last + 1)]
        data = {**_tallied(edition, columns), "sheet": None, "index": None, "beside": ()}
        return Page("timeline/", "timeline-tallied.html", "Timeline", section="timeline", data=data)
    shown = {
        "years": list(by_year),
        "begun": [(year, begun) for year, begun in by_year.items() if begun],
        "picture": drawn.whole(happenings, strands),
        "index": indexes.happenings(edition, happenings),
    }
    return Page("timeline/", "timeline.html", "Timeline", section="timeline", data=shown)


def _column(year: int, begun: Sequence[Happening]) -> Column:
    return counted(str(year), str(year), f"timeline/{year}/", f"{year:04}-01-01", begun)


def _tallied(edition: Edition, columns: Sequence[Column]) -> dict[str, Any]:
    """What a page is given that counts what stands on others: the table, and its picture."""
    strands = edition.site.strands
    some = {strand for column in columns for strand in column.counts}
    return {
        "columns": [column for column in columns if column.total],
        "total": sum(column.total for column in columns),
        "tallied": tallied(columns, strands),
        "shown": [(id, entry.label) for id, entry in strands.items() if id in some],
        "unstranded": "" in some,
    }


def _year(edition: Edition, year: int, listing: Listing[Happening], years: tuple[Way, ...], law: str) -> Iterator[Page]:
    """The page of a year, or of one in which much happened the way in to those of its months."""

    def shown(sheet: Sheet[Happening]) -> Mapping[str, Any]:
        return {
            "beside": listing.ways or years,
            "law": law,
            "number": year,
            "picture": _picture(edition, year, sheet),
            "index": indexes.happenings(edition, sheet.records),
        }

    title = f"Timeline: {year}"
    ways = {**_tallied(edition, _months(year, listing)), "beside": years} if listing.ways else {}
    yield from listed(
        listing, "timeline-year.html", title, shown, ways, "timeline-tallied.html", "Timeline", previews=False
    )


def _months(year: int, listing: Listing[Happening]) -> list[Column]:
    by_way = grouped(listing.sheets, lambda sheet: sheet.way)
    return [
        _month(year, way, [happening for sheet in sheets for happening in sheet.records])
        for way, sheets in by_way.items()
        if way
    ]


def _month(year: int, way: Way, happenings: Sequence[Happening]) -> Column:
    is_month = way.key.isdecimal()
    month = f"{year:04}-{way.key if is_month else '01'}"
    return counted(way.label, month if is_month else way.key, way.folder, f"{month}-01", happenings)


def _picture(edition: Edition, year: int, sheet: Sheet[Happening]) -> drawn.Picture | None:
    """A year, or a month that is not too much for one page, drawn."""
    strands = edition.site.strands
    if not sheet.way:
        return drawn.year(sheet.records, strands, year)
    if sheet.way.key.isdecimal() and sheet.last == 1:
        return drawn.month(sheet.records, strands, year, int(sheet.way.key))
    return None
