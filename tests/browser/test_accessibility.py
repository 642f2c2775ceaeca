"""Every kind of page by the rules of WCAG 2.2 AA, as far as a machine can judge them."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import expect

from .sight import REFS, centred

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
SETTINGS = [(scheme, width) for width in (320, 768, 1280) for scheme in ("light", "dark")]

UNFOLD = "() => document.querySelectorAll('details').forEach((one) => { one.open = true; })"
JUDGE = "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']}).then(({violations}) => violations)"


def violations(page, rules=RULES):
    """Return what is wrong with the page as it is shown now, with all that can be unfolded: rules and first places."""
    page.evaluate(UNFOLD)
    page.evaluate(AXE)
    return [(rule["id"], [node["html"][:150] for node in rule["nodes"][:3]]) for rule in page.evaluate(JUDGE, rules)]


@pytest.mark.parametrize(("scheme", "width"), [one for one in SETTINGS if one != ("dark", 768)])
def test_every_kind_of_page_is_accessible(scheme, width, visit, tea_home, tea_kinds):
    """No kind of page breaks a rule on a phone, a tablet or a desktop; dark, where only colours differ, none of theirs."""
    page = visit(tea_home, width, color_scheme=scheme)
    wrong = {}
    for path in tea_kinds:
        page.goto(tea_home + path)
        wrong[path] = violations(page, RULES if scheme == "light" else COLOURS)

    assert {path: found for path, found in wrong.items() if found} == {}
    assert "articles/courier-chests-opened/index.html" in wrong


def test_the_shipped_pages_are_accessible(visit, shipped_home, shipped_kinds):
    """No kind of page of the shipped site, where there is much more on each, breaks a rule; settings take turns."""
    page = visit(shipped_home)
    wrong = {}
    for path, (scheme, width) in zip(shipped_kinds, cycle(SETTINGS), strict=False):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        page.goto(shipped_home + path)
        wrong[path, scheme, width] = violations(page)

    assert {place: found for place, found in wrong.items() if found} == {}
    assert len(wrong) > 20


@pytest.mark.parametrize(("scheme", "width"), [("dark", 800), ("light", 1280), ("dark", 1280)])
def test_an_open_note_is_accessible(scheme, width, visit, tea_article):
    """A preview with another inside, and a note unfolded in the margin with one beside it, break no rule."""
    page = visit(tea_article, width, color_scheme=scheme)
    centred(page.locator(REFS).first).focus()
    note = page.locator(".note.unfolded" if width == 1280 else ".preview")
    note.locator("a.to-actor").first.focus()
    expect(page.locator(".preview .card-head")).to_be_visible()

    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_sheet_is_accessible(scheme, visit, tea_article):
    """A sheet on a phone, with another that a finger opened inside it, breaks no rule."""
    page = visit(tea_article, 390, color_scheme=scheme, has_touch=True)
    centred(page.locator(REFS).first).tap()
    page.locator(".preview a.to-actor").first.tap()
    expect(page.locator(".preview .preview .card-head")).to_be_visible()

    assert violations(page) == []


def test_the_page_for_lost_readers_is_accessible(visit, tea_home):
    """The page that a host shows for a wrong address breaks no rule in either scheme."""
    page = visit(tea_home + "404.html")
    found = violations(page)
    page.emulate_media(color_scheme="dark")

    assert found + violations(page) == []


def test_a_passage_is_announced_once(visit, tea_article):
    """However many pieces its marks are in, a passage is one link to those who listen: its kind, number and words."""
    page = visit(tea_article, 800)
    heard = page.locator(".text").aria_snapshot()
    for ref in page.locator(REFS).all():
        label = ref.get_attribute("aria-label")
        assert heard.count(f'link "{label}"') == 1
        quote = page.locator(ref.get_attribute("href")).locator(".note-quote").inner_text().strip("“”")
        assert label.endswith(quote)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_is_heard_in_its_order(width, visit, tea_article):
    """A listener hears the title, then the text, then its notes and sources, each under a heading of its own."""
    page = visit(tea_article, width)
    headings = [
        heading.get_attribute("id") or heading.evaluate("one => one.localName")
        for heading in page.get_by_role("heading").all()
    ]
    order = [headings.index(one) for one in ("h1", "notes", "claims", "cards", "sources")]

    assert order == sorted(order)
    for id in ("notes", "cards", "sources"):
        assert page.locator(f"section[aria-labelledby={id}] li").count() > 1
