"""Edition into files for machines: what search engines are told of the site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree

from builder.export.sitemap import for_search_engines

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LOC = f"{SITEMAP}url/{SITEMAP}loc"
URL = "https://leaf.example/ledger/"
SECTIONS = ("", "teas/", *(f"teas/{number}/" for number in range(4_350)), *(f"pots/{number}/" for number in range(9)))
"the folders of a site with more pages than one map may name"


def written(folders: Iterable[str]) -> Mapping[str, str]:
    """What search engines are given of a site with these `folders`, by path."""
    return dict(for_search_engines(folders, URL))


def addresses(file: str, way: str = LOC) -> list[str]:
    return [str(loc.text) for loc in ElementTree.fromstring(file).findall(way)]


def reached(files: Mapping[str, str]) -> Mapping[str, list[str]]:
    """The pages of each map that the index leads to, by the map's path."""
    maps = addresses(files["sitemap.xml"], f"{SITEMAP}sitemap/{SITEMAP}loc")
    return {path: addresses(files[path]) for path in (address.removeprefix(URL) for address in maps)}


def test_a_sitemap_is_written_whole():
    """Every folder stands in the sitemap under the site's address, in order, its signs escaped."""
    files = dict(for_search_engines(["", "teas/", "teas/green&black/"], "https://leaf.example/ledger/"))

    assert files["sitemap.xml"] == (
        "<?xml version='1.0' encoding='utf-8'?>\n"
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "  <url>\n"
        "    <loc>https://leaf.example/ledger/</loc>\n"
        "  </url>\n"
        "  <url>\n"
        "    <loc>https://leaf.example/ledger/teas/</loc>\n"
        "  </url>\n"
        "  <url>\n"
        "    <loc>https://leaf.example/ledger/teas/green&amp;black/</loc>\n"
        "  </url>\n"
        "</urlset>\n"
    )


def test_robots_are_led_to_the_sitemap():
    """`robots.txt` lets everybody in and names the sitemap by its whole address."""
    files = dict(for_search_engines([""], "https://leaf.example/ledger/"))

    assert files["robots.txt"] == "User-agent: *\nAllow: /\nSitemap: https://leaf.example/ledger/sitemap.xml\n"


def test_without_an_address_no_map_is_claimed():
    """A site that does not know its address has no sitemap, and its `robots.txt` names none."""
    files = dict(for_search_engines(["", "teas/"], ""))

    assert "sitemap.xml" not in files
    assert files["robots.txt"] == "User-agent: *\nAllow: /\n"


def test_a_large_site_has_an_index_that_leads_to_every_page_once():
    """Above 1,000 pages `sitemap.xml` leads to maps of at most 1,000, which together name each page once."""
    files = written(SECTIONS)
    maps = reached(files)

    assert ElementTree.fromstring(files["sitemap.xml"]).tag == f"{SITEMAP}sitemapindex"
    assert {ElementTree.fromstring(files[path]).tag for path in maps} == {f"{SITEMAP}urlset"}
    assert set(files) == {"robots.txt", "sitemap.xml", *maps}
    assert sorted(page for pages in maps.values() for page in pages) == sorted(URL + folder for folder in SECTIONS)
    assert max(map(len, maps.values())) <= 1_000
    assert maps["sitemap-pages-0.xml"] == [URL, f"{URL}teas/"]
    assert len(maps["sitemap-pots-0.xml"]) == 9


def test_maps_lie_where_they_may_speak_for_every_page():
    """A map speaks only for what lies below its own folder (sitemaps.org): each lies in the folder of the site."""
    assert not [path for path in written(SECTIONS) if "/" in path]


def test_up_to_a_thousand_pages_stand_in_one_map():
    """The single map is kept for as long as it may be; one page more makes an index of it."""
    pages = [f"teas/{number}/" for number in range(1_001)]

    assert set(written(pages[:1_000])) == {"robots.txt", "sitemap.xml"}
    assert len(addresses(written(pages[:1_000])["sitemap.xml"])) == 1_000
    assert len(written(pages)) > 3


def test_a_new_page_rewrites_one_map():
    """A page more in a section of thousands changes the one map that it stands in, and not the index."""
    before, after = written(SECTIONS), written(["teas/new/", *SECTIONS])
    changed = [path for path in after if after[path] != before.get(path)]

    assert len(before) == len(after)
    assert [f"{URL}teas/new/" in addresses(after[path]) for path in changed] == [True]


def test_the_sitemap_has_every_page_and_only_pages(tea_site):
    """The built sitemap leads to each page of the site but the one for lost readers."""
    root = ElementTree.fromstring((tea_site.folder / "sitemap.xml").read_bytes())
    leads_to = {loc.text for loc in root.findall(LOC)}
    pages = {tea_site.url + path.removesuffix("index.html") for path in tea_site.pages if path != "404.html"}

    assert leads_to == pages
    assert len(pages) > 40


def test_a_site_without_an_address_has_no_sitemap(shipped_site):
    """The site that is built without an address holds no sitemap."""
    assert "sitemap.xml" not in shipped_site.files
    assert "Sitemap" not in (shipped_site.folder / "robots.txt").read_text(encoding="utf-8")
