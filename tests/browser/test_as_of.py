"""Reading as of a date: what came later goes, verdicts and counts go back, and the date goes along."""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from builder.render.happenings import happenings
from builder.resolve import resolve

from .sight import words
from .test_accessibility import violations

DAY = "2023-03-30"
"on which the first of the shipped articles appeared"
TEA_DAY = "1887-05-04"
"on which the first of the tea site's articles appeared"
AFTER = "1887-05-20"
"between the two assessments of the claim that sixty chests held willow"

STATE = """() => ({
  text: document.body.innerText,
  hidden: [...document.querySelectorAll('[data-on], [data-until], [data-verdict]')]
    .map((one) => one.matches('[hidden]')),
  links: [...document.querySelectorAll('a[href]')].map((one) => one.getAttribute('href')),
  past: document.documentElement.hasAttribute('data-past'),
})"""
"all that a date may change"

SHOWN = "(all) => all.filter((one) => one.checkVisibility())"
IDS = f"(all) => ({SHOWN})(all).map((one) => one.id)"
LINKED = f"(all) => ({SHOWN})(all).map((one) => one.querySelector('a').pathname.split('/').at(-2))"
"the ids of the records to whose pages the first links of what is shown lead"
SOURCES = f"(all) => ({SHOWN})(all).map((one) => one.querySelector('a.source-title, td a').pathname.split('/').at(-2))"


@pytest.fixture(scope="module")
def shipped(shipped_site):
    """What the shipped site publishes."""
    return resolve(shipped_site.content)


def at(address, day):
    """Return an address with the date in it."""
    return f"{address}?asof={day}"


def known(when, day=DAY):
    """Return whether a date may lie on the day or before it."""
    return when.first.isoformat() <= day


def found(page, selector, how):
    """Return what is shown of that which a selector finds."""
    return page.locator(selector).evaluate_all(how)


def verdict(claim, day=DAY):
    """Return the last assessment of a claim by a day, as its badge words it."""
    made = [one for one in claim.assessments if known(one.on, day)]
    return f"{made[-1].verdict.sign} {made[-1].verdict.label}" if made else "Not yet assessed"


def since(claim, day=DAY):
    """Return the day since when a claim has had the verdict of a day."""
    made = [one for one in claim.assessments if known(one.on, day)]
    held = list(takewhile(lambda one: one.verdict_id == made[-1].verdict_id, reversed(made)))
    return held[-1].on.machine if held else ""


def tally(claim, stance, day=DAY):
    """Return the words in which the sources of one stance are counted by a day, and their origins named."""
    held = [one for one in claim.evidence if one.stance == stance and known(one.published, day)]
    sources = {one.source.id for one in held}
    origins = {(origin.name, origin.key) for one in held for origin in one.origins}
    said = f"{len(sources)} source{'s' * (len(sources) != 1)}, {len(origins)} origin{'s' * (len(origins) != 1)}"
    if not sources:
        return "none"
    return said + (": " + "; ".join(name for name, _ in sorted(origins)) if origins else "")


def control(page):
    return page.locator("details.as-of")


def choose(page, day):
    """Set the date as a hand does that opens the control and fills in the day."""
    if not control(page).evaluate("one => one.open"):
        control(page).locator("summary").click()
    control(page).get_by_label("As of").fill(day)


def expect_past(page, day):
    """Expect that the page is read as of a day, and says so."""
    expect(page.locator("html[data-past]")).to_have_count(1)
    expect(control(page).get_by_label("As of")).to_have_value(day)
    expect(control(page).locator("output")).to_contain_text("on this page came later")


def expect_today(page):
    """Expect that the page is read as of today, and hides nothing."""
    expect(page.locator("html[data-past]")).to_have_count(0)
    expect(control(page).locator("[data-today]")).to_have_attribute("aria-pressed", "true")
    expect(control(page).locator("output")).to_be_empty()


# How a date is chosen


def test_the_date_is_chosen_in_the_field(visit, tea_home):
    """A day that is filled in hides what came later, stands in the address, and asks for nothing from the host."""
    page = visit(f"{tea_home}timeline/")
    asked = []
    page.on("request", lambda request: request.url.endswith("icon.svg") or asked.append(request.url))
    choose(page, "1887-05-03")

    expect_past(page, "1887-05-03")
    assert found(page, "[id^=event-].event", IDS) == ["event-chests-landed", "event-chests-opened"]
    assert urlsplit(page.url).query == "asof=1887-05-03"
    assert asked == []


def test_the_date_is_chosen_by_an_article(visit, tea_home):
    """A button for each article sets the day on which it appeared, and is the one that is pressed."""
    page = visit(f"{tea_home}timeline/")
    control(page).locator("summary").click()
    control(page).get_by_role("button", name="6 May 1887").click()

    expect_past(page, "1887-05-06")
    assert found(page, "[id^=event-].event", IDS) == [
        "event-chests-landed",
        "event-chests-opened",
        "event-weighing-week",
    ]
    assert page.locator(".as-of [aria-pressed=true]").all_inner_texts() == ["6 May 1887"]
    assert urlsplit(page.url).query == "asof=1887-05-06"


def test_the_date_is_chosen_by_the_address(visit, tea_home):
    """An address with a date in it shows that day at once, with the control open."""
    page = visit(at(f"{tea_home}timeline/", "1887-05-02"))

    expect_past(page, "1887-05-02")
    expect(control(page).get_by_label("As of")).to_be_visible()
    assert found(page, "[id^=event-].event", IDS) == ["event-chests-landed", "event-chests-opened"]


def test_the_date_is_chosen_from_disk(visit, tea_site):
    """A page that was opened from disk goes back as well, and its links lead on with the date."""
    page = visit(at((tea_site.folder / "timeline" / "index.html").as_uri(), "1887-05-02"))

    expect_past(page, "1887-05-02")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Sources").click()
    page.wait_for_url("**/sources/index.html?asof=1887-05-02")
    expect_past(page, "1887-05-02")


NO_EARLIER_DAY = (
    "1887-02-31",
    "1887-13-01",
    "1887-00-10",
    "1887-5-4",
    "1887-05",
    "1887-05-04T00:00",
    " 1887-05-04",
    "18870504",
    "yesterday",
    "",
    "%3Cb%3E",
    "1890-01-31",
    "1890-02-01",
    "9999-12-31",
)


def test_what_is_no_earlier_day_is_ignored(visit, tea_home):
    """A date in the address that is none, is today or lies ahead leaves the page as it is."""
    page = visit(f"{tea_home}timeline/")
    today = page.evaluate(STATE)
    for asked in NO_EARLIER_DAY:
        page.goto(at(f"{tea_home}timeline/", asked))

        expect_today(page)
        assert page.evaluate(STATE) == today, asked


@pytest.mark.parametrize("day", ["", "1890-01-31", "1890-02-03"])
def test_no_day_or_a_later_one_is_today(visit, tea_home, day):
    """An emptied field, today, and a day ahead bring the page back to today."""
    page = visit(at(f"{tea_home}timeline/", TEA_DAY))
    choose(page, day)

    expect_today(page)
    control(page).locator("summary").focus()
    expect(control(page).get_by_label("As of")).to_have_value("1890-01-31")
    assert urlsplit(page.url).query == ""


PAGES = ("", "claims/", "claims/willow-in-the-chests/", "articles/kettle-short-chests/", "disagreements/", "figures/")


def test_back_to_today_is_as_if_nothing_had_been(visit, tea_home):
    """After a day in the past, today shows every word, link and date as it did before."""
    page = visit(tea_home)
    for path in PAGES:
        page.goto(tea_home + path)
        choose(page, "1890-01-30")
        choose(page, "1890-01-31")
        before = page.evaluate(STATE)
        page.goto(tea_home + path)
        control(page).locator("summary").click()
        assert page.evaluate(STATE) == before, path

        choose(page, TEA_DAY)
        assert page.evaluate(STATE) != before, path
        control(page).get_by_role("button", name="today").click()

        expect_today(page)
        assert page.evaluate(STATE) == before, path
        assert urlsplit(page.url).query == "", path


def test_back_to_today_on_the_shipped_site(visit, shipped_home, shipped):
    """Where there is much to count and to hide, too, today comes back as it was."""
    page = visit(shipped_home)
    for path in ("", "claims/", f"articles/{shipped.site.home.article}/", "disagreements/"):
        page.goto(shipped_home + path)
        control(page).locator("summary").click()
        before = page.evaluate(STATE)
        choose(page, DAY)
        assert page.evaluate(STATE) != before, path
        control(page).get_by_role("button", name="today").click()

        assert page.evaluate(STATE) == before, path


# What is hidden


def test_the_timeline_ends_on_the_day(visit, shipped_home, shipped):
    """Events that came later are hidden, the containers of October 2023 among them, and their years."""
    page = visit(at(f"{shipped_home}timeline/", DAY))
    events = shipped.events.values()
    kept = {f"event-{event.ref.id}" for event in events if known(event.date)}
    later = [event for event in events if not known(event.date)]

    assert set(found(page, "[id^=event-].event", IDS)) == kept
    assert any(str(event.date) == "2023-10-13" and "container" in event.title.lower() for event in later)
    shown = [one.on for one in happenings(shipped) if known(one.on)]
    assert found(page, "main h2[id^=y]", IDS) == [f"y{year}" for year in sorted({day.first.year for day in shown})]
    hidden = len(happenings(shipped)) - len(shown)
    expect(control(page).locator("output")).to_have_text(
        f"{hidden} things on this page came later and are hidden. The prose is written with what is known today."
    )


@pytest.mark.parametrize("id", ["thousand-containers", "russia-sought-munitions"])
def test_a_claims_page_goes_back(visit, shipped_home, shipped, id):
    """Statements, evidence, rungs and footnotes that came later are hidden; the verdict and the tally follow."""
    claim = shipped.claims[id]
    page = visit(at(f"{shipped_home}claims/{id}/", DAY))

    assert len(found(page, ".chain > li", SHOWN)) == sum(known(one.on) for one in claim.stated)
    assert found(page, "tr[class^=stance-]", SOURCES) == [
        one.source.id for one in claim.evidence if known(one.published)
    ]
    assert len(found(page, ".rungs > li", SHOWN)) == sum(known(one.on) for one in claim.climb)
    assert len(found(page, ".history > li", SHOWN)) == sum(known(one.on) for one in claim.assessments)
    assert all(known(shipped.sources[id].published) for id in found(page, ".footnote", SOURCES))
    assert words(page.locator(".headline-verdict .verdict-of")) == verdict(claim)
    assert words(page.locator("#evidence ~ p .origins[data-stance=supports]")) == tally(claim, "supports")


def test_the_containers_of_october_were_not_known_in_march(visit, shipped_home):
    """As of 30 March 2023 there is no image of containers and nobody who speaks of it; in October there is."""
    page = visit(at(f"{shipped_home}claims/thousand-containers/", DAY))
    imagery = page.locator("tr", has_text="images of one journey")

    expect(imagery).to_be_hidden()
    assert words(page.locator(".headline-verdict")) == "Not yet assessed"
    assert words(page.locator("#evidence ~ p .origins").first) == "none"
    choose(page, "2023-10-13")

    expect(imagery).to_be_visible()
    assert words(page.locator(".headline-verdict .verdict-of")) == "◑ Reported"
    assert words(page.locator("#evidence ~ p .origins").first) == "2 sources, 1 origin: United States"


def test_a_request_for_munitions_was_two_governments_word_in_march(visit, shipped_home):
    """That Russia sought munitions was the word of two governments by March 2023; the third came in August."""
    page = visit(at(f"{shipped_home}claims/russia-sought-munitions/", DAY))
    support = page.locator("#evidence ~ p .origins[data-stance=supports]")

    assert words(page.locator(".headline-verdict .verdict-of")) == "◑ Reported"
    assert words(support) == "4 sources, 2 origins: United Kingdom; United States"
    assert "newsweek-2023-08-17-nis" not in found(page, "tr[class^=stance-]", SOURCES)
    control(page).get_by_role("button", name="today").click()

    assert words(page.locator(".headline-verdict .verdict-of")) == "◕ Corroborated"
    assert "newsweek-2023-08-17-nis" in found(page, "tr[class^=stance-]", SOURCES)


def test_the_index_of_sanctions_ends_on_the_day(visit, shipped_home, shipped):
    """Of the listings those that were made later are hidden, and each that stood already is there."""
    page = visit(at(f"{shipped_home}sanctions/", DAY))
    kept = {id for id, one in shipped.sanctions.items() if known(one.listing_date)}

    assert set(found(page, "main tbody tr", LINKED)) == kept
    assert 0 < len(kept) < len(shipped.sanctions)


def test_nothing_that_shows_a_later_date_is_left(visit, shipped_home, shipped):
    """On the pages that gather things, no date is shown that lies after the day."""
    page = visit(shipped_home)
    for path in ("timeline/", "claims/", "sanctions/", "open-questions/", "sources/", "compare/", "disagreements/"):
        page.goto(at(shipped_home + path, DAY))
        shown = page.locator("main time").evaluate_all(f"(all) => ({SHOWN})(all).map((one) => one.dateTime)")

        assert [when for when in shown if when > DAY] == [], path


def test_the_drawings_of_figures_go_back(visit, shipped_home):
    """On the page of figures the marks in the drawings go, as the rows of the tables do."""
    page = visit(f"{shipped_home}figures/")
    drawn = "(all) => all.filter((one) => getComputedStyle(one).display !== 'none').map((one) => one.dataset.on)"
    marks = found(page, "svg [data-on]", drawn)
    choose(page, "2023-12-31")
    left = found(page, "svg [data-on]", drawn)

    assert sorted(left) == sorted(when for when in marks if when <= "2023-12-31")
    assert 0 < len(left) < len(marks)
    assert found(page, "main tbody tr[data-on]", SHOWN)
    assert max(found(page, "main tbody tr[data-on]", f"(all) => ({SHOWN})(all).map((one) => one.dataset.on)")) <= "2024"


# What goes back


def test_every_claim_goes_back(visit, shipped_home, shipped):
    """In the table of claims those first made later are hidden; all others have the verdict, day and tally of then."""
    page = visit(at(f"{shipped_home}claims/", DAY))
    shown = page.locator("main tbody tr").evaluate_all(
        f"""(all) => ({SHOWN})(all).map((row) => [
          row.querySelector('a').pathname.split('/').at(-2),
          row.querySelector('.verdict-of').innerText.trim(),
          row.querySelector('.origins').innerText.trim(),
          ({SHOWN})([...row.querySelectorAll('[data-label=Since] time')]).map((one) => one.dateTime).join(),
        ])"""
    )
    expected = [
        [
            id,
            verdict(claim),
            tally(claim, "supports"),
            since(claim),
        ]
        for id, claim in shipped.claims.items()
        if known(claim.first)
    ]

    assert sorted(shown) == sorted(expected)
    assert 0 < len(shown) < len(shipped.claims)


@pytest.mark.parametrize("article", [None, "latinpost-food-for-weapons", "cat-deal-reached"])
def test_the_strip_of_verdicts_is_counted_again(visit, shipped_home, shipped, article):
    """How many claims stand how, on the home page and above each article, is counted as of the day."""
    claims = [ref.id for ref in shipped.articles[article].made] if article else list(shipped.claims)
    page = visit(shipped_home + (f"articles/{article}/" if article else ""))
    for day in (DAY, "2022-09-30"):
        choose(page, day)
        expect_past(page, day)
        shown = found(
            page,
            ".standing li",
            f"(all) => ({SHOWN})(all).map((one) => [one.dataset.verdict, +one.querySelector('.count').innerText])",
        )
        held = [[one.verdict_id for one in shipped.claims[id].assessments if known(one.on, day)] for id in claims]

        assert dict(shown) == Counter(made[-1] if made else "" for made in held), day
        assert sum(count for _, count in shown) == len(claims), day


COUNTS = """(all) => all.filter((one) => one.checkVisibility()).map((one) => [
  +one.innerText,
  [...one.closest("details, section").querySelectorAll(one.dataset.counts)].filter((item) => !item.closest("[hidden]"))
    .length,
])"""
"the numbers of headings that are shown, each with how many things they count are not hidden"


@pytest.mark.parametrize("path", ["disagreements/", "claims/iran-supplied-drones/", "sources/nsc-2023-03-30-kirby/"])
def test_headings_count_what_is_known(visit, shipped_home, path):
    """The numbers in the headings of a page fall with what is hidden, and rise again today."""
    page = visit(shipped_home + path)
    today = found(page, "[data-counts]", COUNTS)
    choose(page, "2022-12-31")
    then = found(page, "[data-counts]", COUNTS)

    assert today
    assert [pair for pair in (*today, *then) if pair[0] != pair[1]] == []
    assert sum(count for count, _ in then) < sum(count for count, _ in today)
    choose(page, "2026-12-31")
    assert found(page, "[data-counts]", COUNTS) == today


def test_a_profile_in_an_article_tells_no_later_listing(visit, shipped_home, shipped):
    """As of the article's day a card names no listing that came later, and counts none."""
    path = "articles/latinpost-food-for-weapons/"
    page = visit(at(shipped_home + path, DAY))
    later = {
        id: held.later for id, held in shipped.articles["latinpost-food-for-weapons"].listings.items() if held.later
    }
    cards = [page.locator(f"#card-actor-{id} .card-more") for id in later]
    told = [words(card) for card in cards if card.count()]

    assert told
    assert [said for said in told if "Later" in said or "None of these" in said] == []
    page.goto(shipped_home + path)
    assert all("Later: " in words(card) for card in cards if card.count())


def test_a_card_of_what_came_later_does_not_open(visit, tea_home):
    """A link to what came later opens no preview and is a plain link, as it is where a page has no card."""
    page = visit(at(f"{tea_home}explainer/", "1887-05-01"), 800, clock=True)
    hidden = page.locator(".card[hidden]")
    ids = hidden.evaluate_all("(all) => all.map((one) => one.id)")
    assert ids
    link = page.locator(f"main p a[data-preview='{ids[0]}']").first
    link.focus()
    page.clock.run_for(1000)

    expect(page.locator(".preview")).to_have_count(0)


def test_a_note_and_its_preview_go_back(visit, tea_article):
    """In an article a note has the verdict of the day, and so has the card of its claim when it opens."""
    page = visit(at(tea_article, AFTER), 800)
    note = page.locator("#note-seals-broken")

    assert words(note.locator(".verdict-of")) == "□ Told"
    link = note.locator(".note-about a.to-claim")
    link.scroll_into_view_if_needed()
    link.hover()
    preview = page.locator(".preview")
    expect(preview).to_be_visible()
    assert words(preview.locator(".card-verdict")).endswith("this site: □ Told since 4 May 1887")
    assert words(preview.locator(".origins")) == "3 sources, 1 origin: Corporation of Lowmarsh"
    assert preview.locator(".card-text").is_hidden()


# From page to page


def test_links_carry_the_date(visit, tea_home):
    """Every link to a page of the site has the date and keeps its place in the page; links elsewhere are left alone."""
    page = visit(at(f"{tea_home}claims/willow-in-the-chests/", TEA_DAY))
    links = page.locator("a[href]").evaluate_all("(all) => all.map((one) => one.getAttribute('href'))")
    inside = [link for link in links if not link.startswith(("#", "https:"))]

    assert inside
    assert all(urlsplit(link).query == f"asof={TEA_DAY}" for link in inside)
    assert any(urlsplit(link).fragment for link in inside)
    assert all("asof" not in link for link in links if link not in inside)
    choose(page, "1887-05-09")

    carried = page.locator("a[href]").evaluate_all("(all) => all.map((one) => one.getAttribute('href'))")
    assert carried == [link.replace(f"asof={TEA_DAY}", "asof=1887-05-09") for link in links]


def test_the_date_goes_along(visit, tea_home):
    """Who follows a link, into a place of another page too, reads that page as of the same day."""
    page = visit(f"{tea_home}claims/willow-in-the-chests/")
    choose(page, TEA_DAY)
    page.locator(".passages a").first.click()
    page.wait_for_url(f"**/articles/courier-chests-opened/index.html?asof={TEA_DAY}#note-seals-broken")

    expect_past(page, TEA_DAY)
    page.locator(".site-title").click()
    page.wait_for_url(f"{tea_home}index.html?asof={TEA_DAY}")
    expect_past(page, TEA_DAY)


def test_back_leads_to_the_day_that_was_left(visit, tea_home):
    """Back leads from page to page, not through the days that were tried, and each has the day of its address."""
    page = visit(f"{tea_home}timeline/")
    choose(page, "1887-05-02")
    choose(page, TEA_DAY)
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Claims").click()
    page.wait_for_url("**/claims/index.html?asof=1887-05-04")
    control(page).get_by_role("button", name="today").click()
    expect_today(page)
    page.go_back()
    page.wait_for_url("**/timeline/?asof=1887-05-04")

    expect_past(page, TEA_DAY)
    assert found(page, "[id^=event-].event", IDS) == ["event-chests-landed", "event-chests-opened"]
    page.go_forward()
    page.wait_for_url("**/claims/index.html")
    expect_today(page)


def test_back_within_a_page_goes_back_to_its_day(visit, tea_home):
    """Where the day was changed after a jump within the page, Back undoes the jump and shows the day of before."""
    page = visit(at(f"{tea_home}timeline/", "1887-05-02"))
    page.locator(".event:visible a").first.evaluate("one => { location.hash = one.hash; }")
    page.wait_for_url("**#event-*")
    choose(page, "1887-05-06")
    page.go_back()
    page.wait_for_url("**/timeline/?asof=1887-05-02")

    expect_past(page, "1887-05-02")
    assert found(page, "[id^=event-].event", IDS) == ["event-chests-landed", "event-chests-opened"]


# Without script, by keyboard, for all


def test_without_a_script_today_stands(visit, shipped_home, shipped):
    """Without script the control is out of sight, a date in the address does nothing, and every date is there."""
    page = visit(at(f"{shipped_home}timeline/", DAY), java_script_enabled=False)

    expect(control(page)).to_be_hidden()
    expect(page.locator("[id^=event-].event:visible")).to_have_count(len(shipped.events))
    page.goto(at(f"{shipped_home}claims/thousand-containers/", DAY))

    claim = shipped.claims["thousand-containers"]
    expect(page.locator(".headline-verdict .verdict:visible")).to_have_text(verdict(claim, "9999"))
    expect(page.locator("tr[class^=stance-]:visible")).to_have_count(len(claim.evidence))
    expect(page.locator(".history > li:visible")).to_have_count(len(claim.assessments))
    expect(page.locator(".rungs > li:visible")).to_have_count(len(claim.climb))


def test_the_date_is_chosen_by_keyboard(visit, tea_home):
    """Tab leads to the control, Enter opens it, digits set the day, and Tab and Enter press the button for today."""
    page = visit(f"{tea_home}timeline/", locale="en-US")
    reach(page, "one => one.matches('.as-of summary')")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("05061887")

    expect_past(page, "1887-05-06")
    assert found(page, "[id^=event-].event", IDS) == [
        "event-chests-landed",
        "event-chests-opened",
        "event-weighing-week",
    ]
    reach(page, "one => one.matches('.as-of [data-today]')")
    page.keyboard.press("Enter")

    expect_today(page)
    assert page.evaluate("document.activeElement.matches('.as-of [data-today]')")


def reach(page, there):
    """Press Tab until the focus is there."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate(f"({there})(document.activeElement)"):
            return
    raise AssertionError("Tab never got there")


@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 1280)])
def test_the_open_control_is_accessible(visit, tea_home, scheme, width):
    """With the control open and a day in the past, light on a phone and dark on a desktop, a page breaks no rule."""
    page = visit(at(f"{tea_home}claims/willow-in-the-chests/", AFTER), width, color_scheme=scheme)
    expect(control(page).get_by_label("As of")).to_be_visible()

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_strip_of_a_history_goes_back(visit, shipped_home):
    """In the drawing of a claim's verdicts no later one is left, and the last that is left does not end at the next."""
    page = visit(at(f"{shipped_home}claims/iran-supplied-drones/", "2022-10-01"))
    strip = page.locator(".history-strip")
    days = strip.locator("g").evaluate_all(
        "(all) => all.filter((one) => getComputedStyle(one).display !== 'none').map((one) => one.dataset.on)"
    )
    turns = strip.locator("g:not([hidden])").last.locator(".strip-turn:not([hidden]), .strip-rubber:not([hidden])")

    assert days == ["2022-08-31", "2022-09-13"]
    expect(turns).to_have_count(0)
