"""Edition into files for machines: what search engines are told of the site."""

from __future__ import annotations

from xml.etree import ElementTree

from builder.export.sitemap import for_search_engines

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}url/{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


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
