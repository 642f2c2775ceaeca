"""Search: what is found first, by which spellings, where it leads, and what the page does without an index."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

RESULTS = ".results li"
FROM_ROOT = """(all) => all.map((one) => {
  const root = new URL("..", location.href).href;
  return one.href.slice(root.length).replace("index.html", "");
})"""
PHONE = {"width": 390, "has_touch": True, "is_mobile": True}


def found(page):
    """Wait until something was found, and return the results: where each leads, from the site's root."""
    expect(page.locator(RESULTS).first).to_be_visible()
    return page.locator(f"{RESULTS} > a").evaluate_all(FROM_ROOT)


def asked(page, text):
    """Type a question as a hand does, and return what is found."""
    page.get_by_role("searchbox").fill(text)
    expect(page.locator(".search output")).to_contain_text("result")
    return found(page)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Prigozhin", "actors/yevgeny-prigozhin/"),
        ("Ašot Mkrtyčev", "actors/ashot-mkrtychev/"),
        ("Asot Mkrtycev", "actors/ashot-mkrtychev/"),
        ("Mkrytchev", "actors/ashot-mkrtychev/"),
        ("Шойгу", "actors/sergei-shoigu/"),
        ("Executive Order 13551", "programs/eo-13551/"),
        ("13551", "programs/eo-13551/"),
        ("food-for-arms deal", "claims/food-for-arms-deal/"),
        ("“limited number of drones”", "claims/iran-supplied-drones/"),
    ],
)
def test_the_thing_itself_is_found_first(visit, shipped_home, text, first):
    """A name, with its signs or without, misspelt or in another script, a phrase and a number lead to their own page."""
    page = visit(f"{shipped_home}search/?q={text}")

    assert found(page)[0] == first


def test_other_scripts_are_found(visit, tea_home):
    """Persian and Korean spellings lead to the person, too."""
    for name, first in (("گلشنی", "actors/mirza-golshani/"), ("김다경", "actors/kim-da-gyeong/")):
        assert asked(visit(f"{tea_home}search/"), name)[0] == first


def test_claims_and_actors_come_first(visit, shipped_home):
    """A word that stands in many notes and sources finds claims and actors before them."""
    page = visit(f"{shipped_home}search/?q=drones")
    first = [link.split("/")[0] for link in found(page)[:8]]

    assert set(first) <= {"claims", "actors"}


def test_a_note_is_landed_on(visit, shipped_home):
    """A result that is a note leads to the very note of the article, which opens."""
    page = visit(f"{shipped_home}search/?q=rogue nations&kind=Note")
    assert found(page)[0].startswith("articles/latinpost-food-for-weapons/#note-")
    page.locator(f"{RESULTS} > a").first.click()

    page.wait_for_url("**/articles/latinpost-food-for-weapons/index.html#note-*")
    expect(page.locator(":target, .note.unfolded").first).to_be_visible()


def test_filters_leave_out(visit, shipped_home):
    """A chosen kind and verdict leave only such results; the choice stands in the address and comes back with it."""
    page = visit(f"{shipped_home}search/")
    page.get_by_role("searchbox").fill("Wagner")
    page.get_by_label("Kind").select_option("Claim")
    page.get_by_label("Verdict").select_option("Inaccurate")
    expect(page.locator(".search output")).to_have_text(re.compile(r"^[1-9]\d* results?$"))
    links = found(page)
    facts = page.locator(".result-facts").all_inner_texts()

    assert all("Claim" in one and "Inaccurate" in one for one in facts)
    assert "q=Wagner&kind=Claim&verdict=Inaccurate" in page.url
    page.reload()
    assert found(page) == links
    expect(page.get_by_label("Kind")).to_have_value("Claim")


def test_a_filter_alone_lists(visit, shipped_home, shipped_site):
    """Without words a filter lists all that it lets through, page by page."""
    page = visit(f"{shipped_home}search/?kind=Claim")
    total = len(shipped_site.content.claims)

    expect(page.locator(".search output")).to_have_text(f"{total} results")
    expect(page.locator(RESULTS)).to_have_count(20)
    page.get_by_role("button", name="More results").click()
    expect(page.locator(RESULTS)).to_have_count(40)
    expect(page.locator(f"{RESULTS} > a").nth(20)).to_be_focused()


def test_nothing_found_is_said_and_helped(visit, tea_home):
    """Words that stand nowhere get a plain answer, and the indexes."""
    page = visit(f"{tea_home}search/?q=xyzzyq")

    expect(page.locator(".search output")).to_contain_text("Nothing found for xyzzyq")
    expect(page.locator(".without a").first).to_be_visible()


def test_a_stroke_leads_to_the_search(visit, tea_home):
    """On every page a stroke leads to the field of the search, but not while it is typed into a field."""
    page = visit(f"{tea_home}claims/")
    page.keyboard.press("/")
    page.wait_for_url("**/search/index.html")
    field = page.get_by_role("searchbox")
    expect(field).to_be_focused()
    page.keyboard.type("a/b")
    expect(field).to_have_value("a/b")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    page.locator("h1").click()
    page.keyboard.press("/")

    expect(field).to_be_focused()


def test_what_came_later_is_left_out(visit, shipped_home):
    """Read as of a date, results of a later day are left out, and the links carry the date."""
    page = visit(f"{shipped_home}search/?q=munitions&asof=2023-03-30")
    found(page)
    years = [
        int(year) for text in page.locator(".result-facts").all_inner_texts() for year in re.findall(r"\d{4}", text)
    ]

    assert max(years) <= 2023
    assert "asof=2023-03-30" in page.locator(f"{RESULTS} > a").first.get_attribute("href")
    expect(page.locator(".search output")).to_contain_text("what came after 2023-03-30 is left out")


def test_search_by_touch(visit, tea_home):
    """On a phone the form fits, a tap on a result follows it, and targets are large enough."""
    page = visit(f"{tea_home}search/", **PHONE)
    asked(page, "willow")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    sizes = page.locator(".search input, .search select").evaluate_all("(all) => all.map((one) => one.offsetHeight)")
    assert min(sizes) >= 24
    link = page.locator(f"{RESULTS} > a").first
    address = link.get_attribute("href")
    link.tap()

    page.wait_for_url(address)


def test_the_index_is_loaded_piece_by_piece(visit, shipped_home, shipped_site):
    """One question loads a small part of the index, never all of it."""
    page = visit(f"{shipped_home}search/")
    loaded = []
    page.on("response", lambda answer: loaded.append(answer.url) if "/pagefind/" in answer.url else None)
    asked(page, "Prigozhin")
    names = {url.split("/pagefind/")[1].split("?")[0] for url in loaded}
    sizes = {path.removeprefix("pagefind/"): (shipped_site.folder / path).stat().st_size for path in shipped_site.files}

    index = [name for name in names if name.startswith(("index/", "filter/", "fragment/"))]
    assert 0 < len(index) <= 25
    assert sum(sizes[name] for name in names) < 250_000


def test_from_disk_the_page_says_why_not(visit, tea_site):
    """Opened from disk, the page says that the index cannot be read there, and leads to the indexes."""
    page = visit((tea_site.folder / "search" / "index.html").as_uri() + "?q=willow")

    expect(page.locator(".why")).to_contain_text("from disk")
    expect(page.locator("form.search")).to_be_hidden()
    expect(page.locator(".without a").first).to_be_visible()


def test_a_missing_index_is_said(visit, tea_home):
    """Where the index does not come, the page says so and leads to the indexes."""
    page = visit(f"{tea_home}search/", lost=True)
    page.route("**/pagefind/pagefind.js", lambda route: route.fulfill(status=404, body=""))
    page.get_by_role("searchbox").fill("willow")

    expect(page.locator(".why")).to_contain_text("index of this site is missing")
    expect(page.locator(".without a").first).to_be_visible()


def test_without_script_the_page_explains(visit, tea_home):
    """Without script there is no dead form, and the reader is led to the indexes."""
    page = visit(f"{tea_home}search/", java_script_enabled=False)

    expect(page.locator("form.search")).to_be_hidden()
    expect(page.locator(".why")).to_contain_text("script")
