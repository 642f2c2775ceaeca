"""What search engines are told of the site: where its pages are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from xml.etree import ElementTree

from ..parts import cut

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_MOST = 1000
"of the pages that one map names"
_SHARE = 400
"of the pages of a section that stand in one part on average: in none do more than `_MOST`"
_TOP = "pages"
"in place of a section: the pages that stand in none"


def for_search_engines(folders: Iterable[str], url: str) -> Iterator[tuple[str, str]]:
    """Yield `robots.txt` and, where the site's address is known, a sitemap of the pages' `folders`."""
    robots = "User-agent: *\nAllow: /\n"
    if url:
        yield from _maps(list(folders), url)
        robots += f"Sitemap: {url}sitemap.xml\n"
    yield "robots.txt", robots


def _maps(folders: list[str], url: str) -> Iterator[tuple[str, str]]:
    """Yield one map of few pages, or of many an index at its address and the maps that it leads to.

    They lie beside the index, in no folder of their own: a map speaks only for addresses below its own folder.
    """
    if len(folders) <= _MOST:
        yield "sitemap.xml", _written("urlset", "url", (url + folder for folder in folders))
        return
    parts = _parts(folders)
    yield "sitemap.xml", _written("sitemapindex", "sitemap", (url + path for path in parts))
    for path, part in parts.items():
        yield path, _written("urlset", "url", (url + folder for folder in part))


def _parts(folders: list[str]) -> Mapping[str, list[str]]:
    """The pages' folders by the path of their map: by section, and a large section in parts."""
    sections: dict[str, list[str]] = {}
    for folder in folders:
        first, _, below = folder.partition("/")
        sections.setdefault(first if below else _TOP, []).append(folder)
    return {
        f"sitemap-{section}-{number}.xml": part
        for section, inside in sorted(sections.items())
        for number, part in enumerate(cut(inside, _SHARE))
    }


def _written(root_tag: str, tag: str, addresses: Iterable[str]) -> str:
    """A list of `addresses` in the form of sitemaps.org 0.9."""
    root = ElementTree.Element(root_tag, xmlns=_SITEMAP)
    for address in addresses:
        ElementTree.SubElement(ElementTree.SubElement(root, tag), "loc").text = address
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"
