"""Edition into files for machines: the records as data, a feed of corrections, a map of the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..edition import Edition
from ..records import Content
from .feed import feed
from .records import records
from .sitemap import for_search_engines


def export(
    content: Content, edition: Edition, folders: Iterable[str], url: str, spots: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file; `folders` are those of the pages, `url` is the site's.

    `spots` are the folders in which things stand that have no page of their own, by their ids there.
    """
    yield "data/records.json", records(content)
    if url:
        yield "corrections/feed.xml", feed(edition, url, spots)
    yield from for_search_engines(folders, url)
