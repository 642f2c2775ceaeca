"""The sources: their list by year, and a page for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...edition import Edition, Source
from ...records import Entry
from ..gathered import of_year
from ..paging import grouped, paged
from . import indexes
from .page import Page, Rows, listed, record


def sources(edition: Edition) -> Iterator[Page]:
    """Yield the list of sources, and the page of each."""
    ordered = sorted(edition.sources.values(), key=lambda source: (source.published.key, source.ref.id))
    yield from listed(
        paged(ordered, "sources/", lambda source: of_year(source.published)),
        "sources.html",
        "Sources",
        lambda sheet: {"kinds": kinds(edition, sheet.records), "index": indexes.sources(edition, sheet.records)},
        {"kinds": [(kind, len(sources)) for kind, sources in kinds(edition, ordered)]},
    )
    for source in edition.each(edition.sources):
        rows = (
            Rows("repeated", "repeated by", "parts/ref-list.html", source.repeated_by),
            Rows("backlinks", "where it is named", "parts/backlink-list.html", source.backlinks),
        )
        data = {"source": source}
        yield from record(source.ref, "source.html", source.ref.title, source.summary, "sources", data, rows)


def kinds(edition: Edition, sources: Iterable[Source]) -> list[tuple[Entry, list[Source]]]:
    """Return sources by their kind, in the order of site.yaml."""
    groups = grouped(sources, lambda source: source.kind_id)
    return [(kind, groups[id]) for id, kind in edition.site.source_kinds.items() if id in groups]
