"""What search engines are told of the site: where its pages are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def for_search_engines(folders: Iterable[str], url: str) -> Iterator[tuple[str, str]]:
    """Yield `robots.txt` and, where the site's address is known, a sitemap of the pages' `folders`."""
    robots = "User-agent: *\nAllow: /\n"
    if url:
        yield "sitemap.xml", _sitemap(folders, url)
        robots += f"Sitemap: {url}sitemap.xml\n"
    yield "robots.txt", robots


def _sitemap(folders: Iterable[str], url: str) -> str:
    """A sitemap in the form of sitemaps.org 0.9."""
    root = ElementTree.Element("urlset", xmlns=_SITEMAP)
    for folder in folders:
        ElementTree.SubElement(ElementTree.SubElement(root, "url"), "loc").text = url + folder
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"
