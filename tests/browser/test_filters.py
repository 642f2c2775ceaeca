"""Lists that are filtered and sorted: by mouse, keyboard and touch, with the choice in the address."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from .sight import words

ROWS = "tr[data-item]"
SHOWN = "(all) => all.filter((one) => one.checkVisibility())"
PHONE = {"width": 390, "has_touch": True, "is_mobile": True}


def shown(page, read="one.querySelector('a').textContent"):
    """Return what is read of each row that is shown."""
    return page.locator(ROWS).evaluate_all(f"(all) => ({SHOWN})(all).map((one) => {read})")


def test_a_choice_leaves_out(visit, shipped_home, shipped_site):
    """A chosen verdict leaves only its claims; counts, headings, address and a reload follow it."""
    page = visit(f"{shipped_home}claims/")
    page.get_by_label("Verdict").select_option("overstated")
    claims = shipped_site.content.claims.values()
    kept = [one for one in claims if one.assessments[-1].verdict == "overstated"]

    assert set(shown(page)) == {one.statement for one in kept}
    expect(page.locator(".filters output")).to_have_text(f"{len(kept)} of {len(claims)} claims")
    counts = page.locator("h2 .count").evaluate_all(f"(all) => ({SHOWN})(all).map((one) => +one.innerText)")
    assert sum(counts) == len(kept)
    assert page.url.endswith("?verdict=overstated")
    page.reload()
    assert set(shown(page)) == {one.statement for one in kept}


def test_choices_add_up(visit, shipped_home):
    """Two choices and a word leave what all three let through; the button shows all again."""
    page = visit(f"{shipped_home}sanctions/")
    everything = len(shown(page))
    page.get_by_label("Year").select_option("2022")
    by_year = len(shown(page))
    page.get_by_label("Country").select_option("IR")
    both = len(shown(page))
    page.get_by_label("Words").fill("treasury")

    assert 0 < len(shown(page)) <= both < by_year < everything
    page.get_by_role("button", name="Show all").click()
    assert len(shown(page)) == everything
    assert "?" not in page.url
    expect(page.get_by_role("button", name="Show all")).to_be_hidden()
    expect(page.get_by_label("Words")).to_be_focused()


def test_nothing_left_is_said(visit, tea_home):
    """Where a filter leaves nothing, the count says so and the way back is there."""
    page = visit(f"{tea_home}actors/?find=xyzzyq")

    assert shown(page) == []
    expect(page.locator(".filters output")).to_have_text(re.compile(r"^0 of \d+ actors$"))
    page.get_by_role("button", name="Show all").click()
    assert shown(page)


@pytest.mark.parametrize("typed", ["Gulshanny", "gulshanny", "میرزا"])
def test_words_are_found_in_other_spellings(visit, tea_home, typed):
    """A name is found by its aliases, whatever its case or script."""
    page = visit(f"{tea_home}actors/")
    page.get_by_label("Words").fill(typed)

    assert shown(page) == ["Mirza Golshani"]


def test_columns_sort(visit, shipped_home, shipped_site):
    """A click on a column's head sorts by it, a second one the other way; the order stands in the address."""
    page = visit(f"{shipped_home}actors/")
    listings = "+one.children[3].textContent"
    head = page.get_by_role("button", name="Listings")
    head.click()
    assert shown(page, listings) == sorted(shown(page, listings))
    head.click()
    assert shown(page, listings) == sorted(shown(page, listings), reverse=True)
    expect(page.locator("th[aria-sort]")).to_have_attribute("aria-sort", "descending")
    order = shown(page)
    assert page.url.endswith("?sort=-listings")

    page.reload()
    assert shown(page) == order
    assert len(order) == len(shipped_site.content.actors)


def test_verdicts_sort_in_the_order_of_the_vocabulary(visit, tea_home, tea_site):
    """Verdicts are sorted as site.yaml has them, not by the alphabet."""
    page = visit(f"{tea_home}claims/?sort=verdict")
    order = list(tea_site.content.site.verdicts)
    tables = page.locator("table").evaluate_all(
        "(all) => all.map((table) => [...table.tBodies[0].rows].map((row) => row.dataset.verdict))"
    )

    assert [held for held in tables if held != sorted(held, key=order.index)] == []


def test_filters_by_keyboard(visit, tea_home):
    """A reader with a keyboard reaches the filters in their order, chooses, sorts, and hears the count."""
    page = visit(f"{tea_home}claims/")
    page.get_by_label("Words").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Strand")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".filters output")).to_contain_text("of")
    page.get_by_role("button", name="Since").first.focus()
    page.keyboard.press("Enter")

    expect(page.locator("th[aria-sort=ascending]").first).to_be_visible()


def test_filters_by_touch(visit, tea_home):
    """On a phone the filters fit, and a choice leaves its rows."""
    page = visit(f"{tea_home}claims/", **PHONE)
    before = len(shown(page))
    page.get_by_label("Verdict").select_option(index=1)

    assert 0 < len(shown(page)) < before
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_filters_and_the_date_go_together(visit, shipped_home):
    """What a date hides is counted neither as shown nor as left out, and what a filter leaves out stays out."""
    page = visit(f"{shipped_home}claims/?strand=dprk-munitions&asof=2023-03-30")
    told = words(page.locator(".filters output"))
    left, known = map(int, re.findall(r"\d+", told))

    assert left == len(shown(page))
    page.get_by_role("button", name="Show all").click()
    assert len(shown(page)) == known
    assert "asof=2023-03-30" in page.url


def test_back_brings_the_choice_back(visit, tea_home):
    """A reader who follows a link and comes back finds the list as it was left."""
    page = visit(f"{tea_home}claims/")
    page.get_by_label("Verdict").select_option(index=1)
    left = shown(page)
    page.locator(f"{ROWS}:not([data-out]) a").first.click()
    page.wait_for_url("**/claims/*/index.html")
    page.go_back()

    assert shown(page) == left


def test_without_script_the_lists_are_whole(visit, tea_home, tea_site):
    """Without script there are no dead controls, and every row is there."""
    page = visit(f"{tea_home}claims/", java_script_enabled=False)

    expect(page.locator(".filters")).to_be_hidden()
    expect(page.locator(f"{ROWS}:visible")).to_have_count(len(tea_site.content.claims))
    expect(page.locator("th button")).to_have_count(0)


def test_the_rest_of_the_menu_opens(visit, tea_home):
    """What does not stand in the menu at once opens below it, without script, too, and leads on."""
    page = visit(tea_home, java_script_enabled=False)
    more = page.locator(".menu-more")
    more.locator("summary").click()
    more.get_by_role("link", name="Glossary").click()

    page.wait_for_url("**/glossary/index.html")
