"""Every page as it arrives: without errors, without strangers, light enough, and with a way on for the lost."""

from __future__ import annotations

import gzip
import re
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import expect

from .sight import box, drawn

KILO = 1000


def sent(site, path):
    """Return how many bytes a host sends for a file that it compresses."""
    return len(gzip.compress((site.folder / path).read_bytes()))


@pytest.mark.parametrize("name", ["tea", "shipped"])
def test_every_kind_of_page_opens_without_an_error(name, visit, request):
    """Every kind of page opens with its title and one heading of the first rank, asks nobody else, and logs no error."""
    home, paths = request.getfixturevalue(f"{name}_home"), request.getfixturevalue(f"{name}_kinds")
    page = visit(home)
    for path in paths:
        page.goto(home + path)
        heading = page.locator("h1")
        expect(heading).to_have_count(1)
        expect(heading).to_be_in_viewport()
        assert page.title().endswith(page.locator(".site-title").inner_text())
    assert len(paths) > 20


def test_pages_are_light(shipped_site):
    """Each page is at most 60 kB with all its styles and scripts, compressed."""
    asks = re.compile(r'<(?:link rel="stylesheet" href|script src)="([^"]+)"')
    shared = {path: sent(shipped_site, path) for path in shipped_site.files if path.endswith((".css", ".js"))}
    sizes = {}
    for path in [path for path in shipped_site.files if path.endswith(".html")]:
        asked = asks.findall((shipped_site.folder / path).read_text(encoding="utf-8"))
        assert len(asked) > 8, path
        sizes[path] = sent(shipped_site, path) + sum(shared[urljoin(f"/{path}", one)[1:]] for one in asked)

    assert {path: size for path, size in sizes.items() if size > 60 * KILO} == {}


def test_what_pages_share_is_light(visit, article, shipped_home, shipped_site):
    """All scripts of an article are at most 15 kB together, and all that it fetches beside its text 20 kB, compressed."""
    page = visit(shipped_home)
    asked = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path.lstrip("/")))
    page.goto(article)
    drawn(page)
    sizes = {path: sent(shipped_site, path) for path in asked if not path.endswith("/")}

    assert sum(size for path, size in sizes.items() if path.endswith(".js")) <= 15 * KILO
    assert sum(sizes.values()) <= 20 * KILO
    assert {path.split(".")[-1] for path in sizes} >= {"css", "js"}


def test_a_lost_reader_is_shown_the_way(visit, tea_home):
    """A wrong address deep in the site shows a page in the site's own looks, whose links lead back into it."""
    page = visit(tea_home, lost=True)
    answer = page.goto(tea_home + "claims/no/such/claim/")
    assert answer.status == 404
    assert box(page.locator(".menu").first)["height"] < 100
    ways = page.locator("main a").evaluate_all("links => links.map((link) => link.href)")
    found = [page.request.get(way).status for way in ways]
    page.locator("main a").first.click()

    assert found == [200] * len(ways)
    assert len(ways) >= 4
    assert page.url == tea_home


def test_the_menu_says_where_one_is(visit, tea_home):
    """The menu leads from section to section and marks the one that is read, on its pages, too."""
    page = visit(tea_home)
    here = page.locator("nav[aria-label=Main] [aria-current]")
    expect(here).to_have_count(0)
    for name in page.locator("nav[aria-label=Main] a").all_text_contents():
        link = page.locator("nav[aria-label=Main] a", has_text=name).first
        if not link.is_visible():
            page.locator(".menu-more summary").click()
        link.click()
        expect(here).to_have_text(name)
    page.goto(tea_home + "claims/willow-in-the-chests/")

    expect(here).to_have_text("Claims")


def test_a_table_on_a_phone_is_a_list(visit, tea_home):
    """On a phone a table's rows stand below one another, and each cell says which column it is of."""
    page = visit(tea_home + "claims/", 390)
    cells = page.locator("tbody tr").first.locator("td")
    tops = [box(cell)["y"] for cell in cells.all()]
    labels = cells.evaluate_all("cells => cells.map((cell) => getComputedStyle(cell, '::before').content)")

    assert tops == sorted(set(tops))
    assert len([label for label in labels if label not in ("none", "normal")]) >= len(labels) - 1
