"""The timeline: marks that tell what they are, filters, years in full, on any screen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from .sight import box, centred, drawn, meet, words

MARKS = ".scroll a.happening"
VISIBLE = "(all) => all.filter((one) => getComputedStyle(one).display !== 'none')"
BOXES = """() => [...document.querySelectorAll(".scroll a.happening")].flatMap((mark) => [...mark.children]).filter((one) =>
  one.nodeName !== "title").map((one) => { const { x, y, width, height } = one.getBoundingClientRect(); return { x, y: y + 1, width, height: height - 2 }; })"""
"the boxes of all marks and labels, a pixel of letters' descent left out"


def year(site):
    """Return the year in which most happens."""
    days = [event.date.first.year for event in site.content.events.values()]
    return max(set(days), key=lambda one: (days.count(one), one))


@pytest.fixture
def page(visit, shipped_home):
    """The timeline of the shipped site, with a clock that the test moves."""
    return visit(f"{shipped_home}timeline/", clock=True)


def test_a_mark_is_told_by_mouse(page):
    """A pointer that rests on a mark opens what the list says of it; a click goes there."""
    mark = centred(page.locator(MARKS).nth(12))
    drawn(page)
    page.clock.run_for(1000)
    mark.hover()
    page.clock.run_for(500)
    id = mark.get_attribute("href").removeprefix("#")

    assert words(page.locator(".preview")).removesuffix(" Close") == words(page.locator(f"#{id}"))


def test_a_mark_is_told_by_keyboard(page):
    """The focus on a mark opens what it is; the drawing can be reached and scrolled."""
    page.locator("section.scroll").focus()
    page.keyboard.press("Tab")
    expect(page.locator(MARKS).first).to_be_focused()

    expect(page.locator(".preview")).to_be_visible()


def test_a_mark_is_told_by_touch(visit, shipped_home):
    """On a phone a tap on a mark opens a sheet; the drawing scrolls in its own box, the page does not."""
    page = visit(f"{shipped_home}timeline/", 390, has_touch=True, is_mobile=True)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("section.scroll").evaluate("one => one.scrollWidth > one.clientWidth")
    centred(page.locator(MARKS).nth(2)).tap()

    expect(page.locator(".preview")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_overlaps(visit, tea_home, tea_site, shipped_home, shipped_site, width):
    """No mark or label stands on another, by the boxes that the browser draws."""
    for home, site in ((tea_home, tea_site), (shipped_home, shipped_site)):
        for path in ("timeline/", f"timeline/{year(site)}/"):
            boxes = visit(home + path, width).evaluate(BOXES)
            assert boxes or site.name == "tea"
            assert [
                (one, other) for place, one in enumerate(boxes) for other in boxes[:place] if meet(one, other)
            ] == []


def test_filters_leave_out_marks_and_items(page):
    """A chosen strand, kind and actor leave the same things in the drawing and in the list; the address keeps them."""
    page.get_by_label("Strand").select_option(index=1)
    page.locator("select[name=kind]").select_option("sanction")
    items = page.locator("li.event").evaluate_all(
        f"(all) => ({VISIBLE})(all).filter((one) => one.checkVisibility()).map((one) => one.id)"
    )
    marks = page.locator(MARKS).evaluate_all(
        f"(all) => ({VISIBLE})(all).map((one) => one.hash || one.getAttribute('href'))"
    )

    assert 0 < len(marks) <= len(items)
    assert {one.removeprefix("#") for one in marks} <= set(items)
    expect(page.locator(".filters output")).to_have_text(re.compile(rf"^{len(items)} of \d+ things$"))
    assert "kind=sanction" in page.url
    page.reload()
    again = page.locator("li.event").evaluate_all(
        f"(all) => ({VISIBLE})(all).filter((one) => one.checkVisibility()).map((one) => one.id)"
    )
    assert again == items


def test_an_actor_can_be_followed(page):
    """A chosen actor leaves only what it had a part in."""
    page.locator("select[name=actor]").select_option(label="John Kirby")
    left = page.locator("li.event[data-item]:not([data-out])")

    assert left.count() > 0
    assert all("john-kirby" in one.get_attribute("data-actor").split() for one in left.all())


def test_a_year_is_told_in_full(page):
    """A year leads to its own page, with the same things and their sources, and on to the next."""
    page.locator(".periods").get_by_role("link", name="2023").click()
    page.wait_for_url("**/timeline/2023/index.html")

    expect(page.locator("h1")).to_have_text("2023")
    expect(page.locator("li.event .citation").first).to_be_visible()
    page.locator(".periods").get_by_role("link", name="2024").click()
    page.wait_for_url("**/timeline/2024/index.html")


def test_the_drawing_goes_back(visit, shipped_home):
    """As of a date no mark of a later day is left."""
    page = visit(f"{shipped_home}timeline/?asof=2023-03-30")
    days = page.locator(MARKS).evaluate_all(f"(all) => ({VISIBLE})(all).map((one) => one.dataset.on)")

    assert days
    assert max(days) <= "2023-03-30"


def test_an_event_is_landed_on(visit, shipped_home):
    """A link to an event leads to it in the page of its year."""
    page = visit(f"{shipped_home}claims/iran-supplied-drones/")
    link = page.locator(".events .event a").first
    id = link.evaluate("one => one.hash.slice(1)")
    link.click()
    page.wait_for_url(f"**/timeline/*/index.html#{id}")

    assert box(page.locator(f"#{id}"))["y"] >= 0
