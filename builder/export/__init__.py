"""Edition into files for machines: the records as data, a feed of corrections, a map of the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..edition import Edition
from ..records import Content
from .feed import feeds
from .records import records
from .sitemap import for_search_engines as for_search_engines


def export(content: Content, edition: Edition, url: str, spots: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file of the share; `url` is the site's.

    `spots` are the folders in which things stand that have no page of their own, by their ids there.
    """
    yield from records(content)
    if url and content.share.number == 0:
        yield from feeds(edition, url, spots)
