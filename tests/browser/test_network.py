"""The network: names that can be read, lines and dots that tell who and what, filters and dates."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .sight import box, centred, drawn, meet, words

NODES = ".network-drawn .node"
LINES = ".network-drawn a[data-item]"
SUM = "(all) => all.reduce((sum, one) => sum + Number(one.textContent), 0)"
VISIBLE = "(all) => all.filter((one) => getComputedStyle(one).display !== 'none')"
NAMES = """() => [...document.querySelectorAll(".network-drawn .node")].map((node) => {
  const boxes = [...node.querySelectorAll("text, circle")].map((one) => one.getBoundingClientRect());
  const x = Math.min(...boxes.map((one) => one.left)), y = Math.min(...boxes.map((one) => one.top));
  return { x, y, width: Math.max(...boxes.map((one) => one.right)) - x, height: Math.max(...boxes.map((one) => one.bottom)) - y };
})"""
"the boxes of all dots with their names"
COVERED = """(all) => all.filter((line) => {
  const drawn = line.querySelector(".bond");
  const way = drawn.getScreenCTM();
  for (let part = 1; part < 60; part += 1) {
    const { x, y } = drawn.getPointAtLength((drawn.getTotalLength() * part) / 60).matrixTransform(way);
    if (document.elementFromPoint(x, y)?.closest("a") === line) return false;
  }
  return true;
}).map((line) => line.getAttribute("aria-label"))"""
"the lines that no pointer can rest on, in a window in which the whole picture stands"


@pytest.fixture
def page(visit, shipped_home):
    """The network of the shipped site, with a clock that the test moves."""
    return visit(f"{shipped_home}network/", clock=True)


def test_no_name_stands_on_another(visit, tea_home, shipped_home):
    """No dot with its name covers another, by the boxes that the browser draws, in the large picture and in small ones."""
    for address in (
        f"{tea_home}network/",
        f"{shipped_home}network/",
        f"{shipped_home}actors/hesa/",
        f"{shipped_home}actors/north-korea/",
    ):
        boxes = visit(address).evaluate(NAMES)
        assert len(boxes) > 1
        assert [(one, other) for place, one in enumerate(boxes) for other in boxes[:place] if meet(one, other)] == []


def test_a_dot_tells_who_it_is_by_mouse(page):
    """A pointer that rests on a dot or its name opens the profile's card; a click goes to the profile."""
    node = centred(page.locator(f"{NODES} a").filter(has_text="Wagner Group"))
    drawn(page)
    page.clock.run_for(1000)
    node.hover()
    page.clock.run_for(500)
    expect(page.locator(".preview .card-head")).to_contain_text("Wagner Group")
    node.click()

    page.wait_for_url("**/actors/wagner-group/index.html")


def test_a_line_tells_what_it_is_by_keyboard(page):
    """The focus on a line opens its row of the table, with its sources."""
    page.locator("section.scroll").focus()
    page.keyboard.press("Tab")
    line = page.locator(LINES).first
    expect(line).to_be_focused()
    preview = page.locator(".preview")
    expect(preview).to_be_visible()
    row = page.locator(f"[id='{line.get_attribute('data-preview')}']")

    assert words(row.locator("td").first) in words(preview)
    page.keyboard.press("Escape")
    expect(line).to_be_focused()


def test_a_dot_tells_who_it_is_by_touch(visit, shipped_home):
    """On a phone the picture scrolls in its own box, the page does not, and a tap opens a sheet."""
    page = visit(f"{shipped_home}network/", 390, has_touch=True, is_mobile=True)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    node = page.locator(f"{NODES} a").filter(has_text="Hangzhou")
    node.scroll_into_view_if_needed()
    node.tap()

    expect(page.locator(".preview .card-head")).to_be_visible()


def test_a_strand_leaves_its_part(page):
    """A chosen strand leaves its relations, in the picture and in the table, and those who stand in them."""
    page.get_by_label("Strand").select_option("iran-drones")
    rows = page.locator("tr[data-item]").evaluate_all(f"(all) => ({VISIBLE})(all).map((one) => one.id)")
    lines = page.locator(LINES).evaluate_all(f"(all) => ({VISIBLE})(all).map((one) => one.dataset.preview)")

    assert 0 < len(rows) < page.locator("tr[data-item]").count()
    assert sorted(rows) == sorted(lines)
    expect(page.locator(NODES).filter(has_text="Ashot Mkrtychev")).to_be_hidden()
    expect(page.locator(NODES).filter(has_text="Qods Aviation")).to_be_visible()


def test_every_line_can_be_pressed(visit, tea_home, shipped_home):
    """Each line, however short, is free of names and other lines somewhere, so that a pointer can rest on it."""
    for address in (f"{tea_home}network/", f"{shipped_home}network/"):
        page = visit(address)
        page.set_viewport_size({"width": 1280, "height": 2600})
        assert page.locator(LINES).count() > 1
        assert page.locator(LINES).evaluate_all(COVERED) == []


def test_the_network_goes_back(visit, shipped_home):
    """As of a date nothing is left that had not begun: no relation, ring or end, in picture or legend."""
    page = visit(f"{shipped_home}network/?asof=2023-09-30")
    parts = page.locator(f"{LINES}, .network-drawn .ring, .network-drawn .bar")
    days = parts.evaluate_all(f"(all) => ({VISIBLE})(all).map((one) => one.dataset.on || '')")

    assert days
    assert [day for day in days if day > "2023-09-30"] == []
    for kind in ("a[data-item]", ".ring", ".bar"):
        assert page.locator(f".network-drawn {kind}[hidden]").count() > 0
    assert page.locator(".legend .count").evaluate_all(SUM) == page.locator(LINES).evaluate_all(
        f"(all) => ({VISIBLE})(all).length"
    )
    page.locator(".as-of [data-today]").click()
    expect(page.locator(".network-drawn [hidden], tr[data-item][hidden]")).to_have_count(0)
    assert page.locator(".legend .count").evaluate_all(SUM) == page.locator(LINES).count()


def test_a_relation_leaves_its_lines(page):
    """A chosen relation leaves its lines and rows alone, as many as the legend counts."""
    entry = page.locator(".legend li").filter(has_text="has charged")
    page.get_by_label("Relation").select_option("charges")
    rows = page.locator("tr[data-item]").evaluate_all(f"(all) => ({VISIBLE})(all).map((one) => one.id)")
    lines = page.locator(LINES).evaluate_all(f"(all) => ({VISIBLE})(all).map((one) => one.dataset.preview)")

    assert sorted(rows) == sorted(lines)
    assert str(len(rows)) == words(entry.locator(".count"))


def test_the_page_never_goes_sideways(visit, shipped_home):
    """At 320 px the picture scrolls in a box of its own, which the keyboard reaches."""
    page = visit(f"{shipped_home}network/", 320)
    scroll = page.locator("section.scroll")
    scroll.focus()

    expect(scroll).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert scroll.evaluate("(one) => one.scrollWidth > one.clientWidth")


def test_a_small_line_tells_what_it_is(visit, shipped_home):
    """In a profile's picture the focus on a line opens its entry in the list below, though that is folded."""
    page = visit(f"{shipped_home}actors/wagner-group/")
    line = page.locator(".network-drawn a[class^=bond-]").first
    line.focus()
    who, relation = line.get_attribute("aria-label").split(" is said to ")[0], page.locator(".preview .relation")

    expect(page.locator(".preview")).to_contain_text(who)
    expect(relation).to_be_visible()


def test_a_small_picture_leads_on(visit, shipped_home):
    """In a profile's picture a dot opens a card and leads to the neighbour; the own dot leads nowhere else."""
    page = visit(f"{shipped_home}actors/wagner-group/")
    node = centred(page.locator(f"{NODES} a").filter(has_text="Yevgeny Prigozhin"))
    assert box(node)["width"] > 0
    node.click()

    page.wait_for_url("**/actors/yevgeny-prigozhin/index.html")
