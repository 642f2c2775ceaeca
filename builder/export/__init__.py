"""Edition into files for machines: the records as data, a feed of corrections, a map of the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..edition import Edition
from ..records import Content
from .feed import feeds
from .records import records
from .sitemap import for_search_engines


def export(content: Content, edition: Edition, folders: Iterable[str], url: str) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file; `folders` are those of the pages, `url` is the site's."""
    yield from records(content)
    if url:
        yield from feeds(edition, url)
    yield from for_search_engines(folders, url)
