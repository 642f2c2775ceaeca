"""The comparison: lines that show why, claims that light up with them, filters, and the list on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .sight import box, centred, drawn, meet, middle

LINES = ".ties-drawn a"
FACING = ".facing"
LIT = "(all) => all.filter((one) => one.classList.contains('lit')).map((one) => one.dataset.claim)"
ENDS = """() => {
  const off = [];
  for (const line of document.querySelectorAll(".ties-drawn a")) {
    const { top, bottom } = line.querySelector(".tie").getBoundingClientRect();
    const ends = [line.dataset.left, line.dataset.right].map((id) => {
      const box = document.querySelector(`.facing[data-claim="${id}"]`).getBoundingClientRect();
      return (box.top + box.bottom) / 2;
    });
    if (Math.abs(Math.min(...ends) - top) > 20 || Math.abs(Math.max(...ends) - bottom) > 20) off.push([line.hash || line.getAttribute("href"), ends, top, bottom]);
  }
  return off;
}"""
"the lines that do not end at the height of their claims"


@pytest.fixture
def page(visit, shipped_home):
    """The comparison of the shipped site, with a clock that the test moves."""
    return visit(f"{shipped_home}compare/", clock=True)


@pytest.mark.parametrize("width", [800, 1280])
def test_lines_end_at_their_claims(visit, tea_home, shipped_home, width):
    """Every line ends at the height of the two claims that it joins, and no claim stands on another."""
    for home in (tea_home, shipped_home):
        page = visit(f"{home}compare/", width)
        boxes = [box(one) for one in page.locator(FACING).all()]

        assert page.evaluate(ENDS) == []
        assert [one for place, one in enumerate(boxes) for other in boxes[:place] if meet(one, other)] == []


def test_a_line_tells_its_reason_by_mouse(page):
    """A pointer that rests on a line opens the reason with its sources, and lights up both claims."""
    line = page.locator(LINES).nth(3)
    centred(page.locator(f"[data-claim={line.get_attribute('data-left')}]"))
    drawn(page)
    page.clock.run_for(1000)
    x, y, width, height = (box(line)[side] for side in ("x", "y", "width", "height"))
    start = box(page.locator(f"[data-claim={line.get_attribute('data-left')}]"))
    page.mouse.move(
        x + 3, start["y"] + start["height"] / 2 + 3 * (height / width) * (1 if y + height / 2 > start["y"] else -1)
    )
    page.clock.run_for(500)

    preview = page.locator(".preview")
    expect(preview).to_be_visible()
    expect(preview.locator(".citation").first).to_be_visible()
    assert len(page.locator(FACING).evaluate_all(LIT)) == 2


def test_a_line_tells_its_reason_by_keyboard(page):
    """The focus on a line opens its reason, and Escape closes it and leaves the focus on the line."""
    line = page.locator(LINES).first
    page.locator(".filters input").focus()
    page.keyboard.press("Tab")
    expect(line).to_be_focused()
    expect(page.locator(".preview .reason")).to_be_visible()
    assert sorted(page.locator(FACING).evaluate_all(LIT)) == sorted(
        [line.get_attribute("data-left"), line.get_attribute("data-right")]
    )
    page.keyboard.press("Escape")

    expect(page.locator(".preview")).to_have_count(0)
    expect(line).to_be_focused()


def test_a_claim_lights_up_its_lines(page):
    """A pointer on a claim lights all its lines and the claims at their other ends, and dims the rest."""
    claim = page.locator(FACING).first
    id = claim.get_attribute("data-claim")
    page.mouse.move(*middle(centred(claim)))
    lit = page.locator(f"{LINES}.lit")
    joined = page.locator(f"{LINES}[data-left={id}], {LINES}[data-right={id}]")

    expect(lit).to_have_count(joined.count())
    assert page.locator(f"{LINES}:not(.lit) .tie").first.evaluate("one => +getComputedStyle(one).opacity") < 0.3


def test_a_relation_leaves_its_lines_and_pairs(page):
    """A chosen relation leaves only its lines and its pairs; the count and the address follow."""
    page.get_by_label("Relation").select_option("precedes")
    count = page.locator(f"{LINES}[data-relation=precedes]").count()

    shown = "(all) => all.filter((one) => getComputedStyle(one).display !== 'none').map((one) => one.dataset.relation)"
    assert page.locator(LINES).evaluate_all(shown) == ["precedes"] * count
    assert page.locator(".pair").evaluate_all(shown) == ["precedes"] * count
    expect(page.locator(".filters output")).to_have_text(f"{count} of {page.locator('.pair').count()} cross-links")
    assert page.url.endswith("?relation=precedes")


def test_the_comparison_goes_back(visit, shipped_home):
    """As of a date only lines and claims of before are left, and lines only where both their claims are."""
    page = visit(f"{shipped_home}compare/?asof=2022-12-31")
    visible = "(all) => all.filter((one) => getComputedStyle(one).display !== 'none')"
    claims = page.locator(FACING).evaluate_all(f"(all) => ({visible})(all).map((one) => one.dataset.claim)")
    ends = page.locator(LINES).evaluate_all(
        f"(all) => ({visible})(all).flatMap((one) => [one.dataset.left, one.dataset.right])"
    )

    assert claims
    assert set(ends) <= set(claims)
    assert 0 < len(ends) < 128


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_pairs_stay_together(visit, shipped_home, width):
    """On a phone there is no picture but one column, each pair with its relation and reason; a tap on a source opens it."""
    page = visit(f"{shipped_home}compare/", width, has_touch=True, is_mobile=True)
    expect(page.locator(".spine")).to_be_hidden()
    pair = page.locator(".pair").first
    left, right = (box(one) for one in pair.locator(".pair-claims a").all())

    assert left["y"] + left["height"] <= right["y"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    pair.locator(".citation a").first.tap()
    expect(page.locator(".preview")).to_be_visible()
