"""Previews: when they open and close, what they say, and what they leave in sight."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from .sight import AROUND, REFS, box, centred, drawn, meet, middle, within, words

PREVIEW = ".preview"
ASIDE = 800
"a window too narrow for notes in the margin and too wide for a sheet"
PHONE = {"width": 390, "has_touch": True, "is_mobile": True}


def quiet(page, trigger):
    """Bring a trigger to the middle of the window, long after the last scroll by the page's stopped clock."""
    centred(trigger)
    drawn(page)
    page.clock.run_for(1000)
    return trigger


def rich(page):
    """Return a reference whose note names records and cites sources, not all on its first line."""
    notes = (
        page.locator(".note").filter(has=page.locator(".note-text a.to-actor")).filter(has=page.locator(".citation"))
    )
    return page.locator(f"#{notes.first.get_attribute('id').replace('note-', 'ref-')}")


@pytest.fixture
def stopped(visit, article):
    """The article with its notes below the text, and with a clock that the test moves."""
    page = visit(article, ASIDE, clock=True)
    page.mouse.move(1, 1)
    return page


@pytest.fixture
def page(visit, article):
    """The article with its notes below the text."""
    return visit(article, ASIDE)


@pytest.fixture
def phone(visit, article, shipped_home):
    """The article on a phone, reached from the home page."""
    page = visit(shipped_home, **PHONE)
    page.goto(article)
    return page


# By mouse


def test_hover_opens_after_a_rest(stopped):
    """A preview opens when the pointer has lain still on a reference for 300 to 500 ms, not before."""
    stopped.mouse.move(*middle(quiet(stopped, rich(stopped))))

    stopped.clock.run_for(299)
    expect(stopped.locator(PREVIEW)).to_have_count(0)

    stopped.clock.run_for(201)
    expect(stopped.locator(PREVIEW)).to_be_visible()


def test_passing_over_a_reference_opens_nothing(stopped):
    """A pointer that crosses references on its way, without a rest, opens no preview."""
    for ref in stopped.locator(REFS).all()[:4]:
        stopped.mouse.move(*middle(quiet(stopped, ref)))
        stopped.clock.run_for(200)
        stopped.mouse.move(5, 5)
    stopped.clock.run_for(1000)

    expect(stopped.locator(PREVIEW)).to_have_count(0)


def test_a_moving_pointer_opens_nothing(stopped):
    """As long as the pointer moves on a reference, its preview waits."""
    x, y = middle(quiet(stopped, rich(stopped)))
    for step in range(5):
        stopped.mouse.move(x + step % 2, y)
        stopped.clock.run_for(200)

    expect(stopped.locator(PREVIEW)).to_have_count(0)


def test_scrolling_under_a_still_pointer_opens_nothing(stopped):
    """A reference that the wheel brings under a pointer that lies still opens no preview; moving on it does."""
    x, y = middle(quiet(stopped, rich(stopped)))
    stopped.mouse.move(x, y - 200)
    stopped.clock.run_for(1000)
    stopped.mouse.wheel(0, 200)
    expect(stopped.locator(f"{REFS}:hover")).to_have_count(1)
    drawn(stopped)

    stopped.clock.run_for(2000)
    expect(stopped.locator(PREVIEW)).to_have_count(0)

    stopped.mouse.move(x + 1, y - 200)
    stopped.clock.run_for(500)
    expect(stopped.locator(PREVIEW)).to_be_visible()


def test_the_wheel_stops_a_preview_that_was_about_to_open(stopped):
    """A page that scrolls while the pointer rests on a reference opens no preview, though the reference stays there."""
    x, y = middle(quiet(stopped, rich(stopped)))
    stopped.mouse.move(x, y)
    stopped.clock.run_for(200)
    before = stopped.evaluate("scrollY")
    stopped.mouse.wheel(0, 2)
    stopped.wait_for_function("before => scrollY !== before", arg=before)
    drawn(stopped)
    stopped.clock.run_for(1000)

    expect(stopped.locator(PREVIEW)).to_have_count(0)


def hovered(page, trigger):
    page.mouse.move(*middle(quiet(page, trigger)))
    page.clock.run_for(500)
    expect(page.locator(PREVIEW)).to_be_visible()


def test_the_pointer_may_travel_into_the_preview(stopped):
    """Between a reference and its preview the pointer has 250 ms for the way; inside, the preview stays."""
    ref = rich(stopped)
    hovered(stopped, ref)
    preview = box(stopped.locator(PREVIEW))
    x, y = middle(ref)
    edge = preview["y"] if preview["y"] > y else preview["y"] + preview["height"]
    stopped.mouse.move(x, (y + edge) / 2)
    stopped.clock.run_for(249)
    stopped.mouse.move(*middle(stopped.locator(PREVIEW)))

    stopped.clock.run_for(5000)
    expect(stopped.locator(PREVIEW)).to_be_visible()


def test_leaving_closes_after_a_grace(stopped):
    """A pointer that has left the reference and its preview closes it, but not in the first 250 ms."""
    hovered(stopped, rich(stopped))
    stopped.mouse.move(*middle(stopped.locator(PREVIEW)))
    stopped.mouse.move(5, 5)

    stopped.clock.run_for(249)
    expect(stopped.locator(PREVIEW)).to_have_count(1)

    stopped.clock.run_for(51)
    expect(stopped.locator(PREVIEW)).to_have_count(0)


def test_coming_back_in_time_keeps_the_preview(stopped):
    """A pointer that leaves the reference and comes back within the grace finds its preview open."""
    ref = rich(stopped)
    hovered(stopped, ref)
    stopped.mouse.move(5, 5)
    stopped.clock.run_for(200)
    stopped.mouse.move(*middle(ref))

    stopped.clock.run_for(2000)
    expect(stopped.locator(PREVIEW)).to_be_visible()


def test_a_click_opens_at_once_and_stays(stopped):
    """A click opens the preview in the same moment, leaves the page where it is, and the pointer may then go."""
    ref = quiet(stopped, rich(stopped))
    before = stopped.evaluate("[scrollY, location.hash]")
    stopped.mouse.click(*middle(ref))

    expect(stopped.locator(PREVIEW)).to_be_visible()
    assert stopped.evaluate("[scrollY, location.hash]") == before

    stopped.mouse.move(5, 5)
    stopped.clock.run_for(5000)
    expect(stopped.locator(PREVIEW)).to_be_visible()

    stopped.mouse.click(5, 5)
    expect(stopped.locator(PREVIEW)).to_have_count(0)


def test_a_click_keeps_what_hover_has_opened(stopped):
    """A click on a reference whose preview is open already keeps it open when the pointer leaves."""
    ref = rich(stopped)
    hovered(stopped, ref)
    stopped.mouse.click(*middle(ref))
    stopped.mouse.move(5, 5)
    stopped.clock.run_for(5000)

    expect(stopped.locator(PREVIEW)).to_be_visible()


def test_a_click_on_a_record_goes_to_it_at_once(page):
    """A click on a record's link goes to its page without a preview first."""
    link = centred(page.locator(".note-about a[data-preview]").first)
    there = link.evaluate("link => link.href")
    link.click()

    page.wait_for_url(there)


def test_a_link_to_another_page_stays_a_link(page):
    """A record's link shows its card when the pointer rests on it, and a click goes to the record's page."""
    link = centred(page.locator(".note-about a[data-preview]").first)
    there = link.evaluate("link => link.href")
    link.hover()
    expect(page.locator(f"{PREVIEW} .card-head a")).to_have_attribute("href", link.get_attribute("href"))
    link.click()

    page.wait_for_url(there)


# By keyboard


def focused_by_tab(page, trigger):
    """Bring the focus to a trigger as a reader does who goes on with the Tab key."""
    trigger.evaluate("""trigger => {
      const all = document.querySelectorAll("a[href], input:checked, button, summary, [tabindex='0']");
      const seen = [...all].filter((one) => one.checkVisibility());
      seen[seen.indexOf(trigger) - 1].focus();
    }""")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(trigger).to_be_focused()


def tab_to(page, link):
    """Go on with the Tab key until the focus is on a link a few steps further."""
    for _ in range(9):
        if link.evaluate("one => one === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(link).to_be_focused()


def test_focus_opens_at_once(stopped):
    """Coming to a reference by the Tab key opens its preview in the same moment."""
    focused_by_tab(stopped, rich(stopped))

    expect(stopped.locator(PREVIEW)).to_be_visible()


def test_a_moving_mouse_leaves_the_preview_of_the_focus(stopped):
    """A preview that the focus has opened stays while the focus does, wherever the pointer goes."""
    focused_by_tab(stopped, rich(stopped))
    stopped.mouse.move(5, 5)
    stopped.mouse.move(9, 9)
    stopped.clock.run_for(5000)

    expect(stopped.locator(PREVIEW)).to_be_visible()


def test_tab_leads_into_the_preview_and_out_of_it(page):
    """Tab goes from the reference to the links of its preview, in order, and from the last on, which closes it."""
    ref = rich(page)
    focused_by_tab(page, ref)
    inside = page.locator(PREVIEW).first.evaluate("box => [...box.querySelectorAll('a')].map((one) => one.href)")
    reached = []
    for _ in inside:
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.closest('.preview') && document.activeElement.href"))
        while page.locator(PREVIEW).count() > 1:
            page.keyboard.press("Escape")
    page.keyboard.press("Tab")

    assert reached == inside
    assert page.evaluate("document.activeElement.closest('.preview')") is None
    expect(ref).not_to_have_attribute("aria-expanded", "true")


def test_escape_closes_and_keeps_the_focus(page):
    """Escape closes the preview and leaves the focus on the reference."""
    ref = rich(page)
    focused_by_tab(page, ref)
    page.keyboard.press("Escape")

    expect(page.locator(PREVIEW)).to_have_count(0)
    expect(ref).to_be_focused()


def test_escape_inside_gives_the_focus_back(page):
    """Escape from within a preview closes it and puts the focus back on its reference."""
    ref = rich(page)
    focused_by_tab(page, ref)
    page.keyboard.press("Tab")
    expect(page.locator(f"{PREVIEW} a:focus")).to_have_count(1)
    page.keyboard.press("Escape")

    expect(page.locator(PREVIEW)).to_have_count(0)
    expect(ref).to_be_focused()


def test_escape_works_for_the_mouse(page):
    """Escape closes a preview that the pointer has opened, though the focus is elsewhere."""
    centred(rich(page)).hover()
    expect(page.locator(PREVIEW)).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.locator(PREVIEW)).to_have_count(0)


def test_enter_opens_again(page):
    """After Escape the Enter key on the reference opens its preview once more, and the page stays where it is."""
    ref = rich(page)
    focused_by_tab(page, ref)
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")

    expect(page.locator(PREVIEW)).to_be_visible()
    assert page.evaluate("location.hash") == ""


def test_enter_follows_a_link_to_a_record(page):
    """A record's link shows its card when it has the focus, and the Enter key goes to its page."""
    link = page.locator(".note-about a[data-preview]").first
    there = link.evaluate("link => link.href")
    focused_by_tab(page, link)
    expect(page.locator(PREVIEW)).to_be_visible()
    page.keyboard.press("Enter")

    page.wait_for_url(there)


def test_the_reference_says_that_it_is_open(page):
    """A reference whose preview is shown says so to those who cannot see it, and no longer when it is closed."""
    ref = rich(page)
    focused_by_tab(page, ref)
    expect(ref).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")

    expect(ref).not_to_have_attribute("aria-expanded", "true")


# One inside another


def test_one_preview_inside_another(page):
    """A record named in a preview shows its card in a second one, and Escape closes the inner one first."""
    centred(rich(page)).click()
    page.locator(f"{PREVIEW} a.to-actor").first.hover()
    expect(page.locator(PREVIEW)).to_have_count(2)
    page.keyboard.press("Escape")
    expect(page.locator(PREVIEW)).to_have_count(1)
    page.keyboard.press("Escape")

    expect(page.locator(PREVIEW)).to_have_count(0)


def test_siblings_close_each_other(page):
    """The next preview inside the same one takes the place of the last, and so does one beside it."""
    ref = rich(page)
    focused_by_tab(page, ref)
    siblings = page.locator(PREVIEW).first.locator("a[data-preview]").all()[:2]
    for sibling in siblings:
        tab_to(page, sibling)
        expect(page.locator(f"{PREVIEW} [aria-expanded]")).to_have_count(1)
        expect(sibling).to_have_attribute("aria-expanded", "true")
        expect(page.locator(PREVIEW)).to_have_count(2)
    page.keyboard.press("Alt+ArrowUp")

    expect(page.locator(PREVIEW)).to_have_count(1)
    expect(page.locator(".text [aria-expanded]")).to_have_attribute("href", page.evaluate("location.hash"))


def test_no_third_preview(stopped):
    """What the inner preview names is a plain link: it opens no third preview, and a click goes where it leads."""
    page = stopped
    page.evaluate("""() => {
      for (const link of document.querySelectorAll(".card .card-head a")) {
        link.href = "#source-1";
        link.dataset.preview = "";
      }
    }""")
    quiet(page, rich(page)).click()
    page.locator(f"{PREVIEW} a.to-actor").first.hover()
    page.clock.run_for(500)
    expect(page.locator(PREVIEW)).to_have_count(2)
    inner = page.locator(f"{PREVIEW} {PREVIEW} a")
    inner.hover()
    page.clock.run_for(1000)
    expect(page.locator(PREVIEW)).to_have_count(2)
    inner.click()

    page.wait_for_url(re.compile("#source-1$"))
    expect(page.locator(PREVIEW)).to_have_count(0)


# Where it stands

PLACED = """async (place) => {
  const told = [];
  for (const ref of document.querySelectorAll(".text .ref a")) {
    const id = ref.getAttribute("href").slice(6);
    const parts = [ref, ...document.querySelectorAll(`.text .mark[data-notes~="${CSS.escape(id)}"]`)];
    ref.scrollIntoView({ block: place, behavior: "instant" });
    ref.focus({ preventScroll: true });
    const preview = document.querySelector(".preview");
    const seen = preview && preview.getBoundingClientRect();
    const covers = seen && parts.flatMap((part) => [...part.getClientRects()]).some((part) =>
      part.right > seen.left && seen.right > part.left && part.bottom > seen.top + 0.5 && seen.bottom > part.top + 0.5);
    const { clientWidth } = document.documentElement;
    const whole = seen && seen.left >= 0 && seen.right <= clientWidth && seen.top >= 0 && seen.bottom <= innerHeight + 0.5;
    if (!preview || covers || !whole || seen.height < 60) told.push([id, { covers, whole, height: seen?.height }]);
    ref.blur();
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  }
  return told;
}"""
"every reference of the text in turn: those whose preview is missing, covers its passage or is cut off"


@pytest.mark.parametrize("place", ["start", "center", "end"])
def test_a_preview_leaves_its_passage_in_sight(place, page):
    """At the top, in the middle and at the bottom of the window, a preview is whole and covers nothing it explains."""
    assert page.locator(REFS).count() > 0
    assert page.evaluate(PLACED, place) == []


def test_a_preview_follows_its_passage(page):
    """When the page scrolls, an open preview goes with its passage and still does not cover it."""
    ref = centred(rich(page))
    ref.click()
    before = box(page.locator(PREVIEW))
    page.evaluate("scrollBy(0, 100)")
    drawn(page)
    after = box(page.locator(PREVIEW))

    assert before["y"] - after["y"] == pytest.approx(100, abs=1)
    assert not any(meet(part, after) for part in ref.evaluate(AROUND))


# What it says

SAID = """async () => {
  const words = (element) => element.textContent.split(/\\s+/).filter(Boolean).join(" ");
  const told = [];
  const targets = new Map();
  for (const link of document.querySelectorAll("main a[data-preview]")) {
    const { preview } = link.dataset;
    targets.set(preview || link.getAttribute("href").slice(1), link);
  }
  for (const [id, link] of targets) {
    link.focus();
    const preview = document.querySelector(".preview");
    preview?.querySelector("button").remove();
    if (!preview || words(preview) !== words(document.getElementById(id))) told.push([id, preview && words(preview)]);
    const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
    if (new Set(ids).size < ids.length) told.push([id, "ids stand twice"]);
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  }
  return [targets.size, told];
}"""
"every note, card and source of the page in turn: those whose preview says something else"


def test_previews_say_what_the_page_holds(page):
    """The words of every preview are the words of the note, card or source on the page, and no id stands twice."""
    count, wrong = page.evaluate(SAID)

    assert wrong == []
    assert count == page.locator(".note, .card, .footnote").count()


KINDS = ("actor", "claim", "term", "program", "sanction", "event")


@pytest.mark.parametrize(
    ("trigger", "held"),
    [
        (REFS, ".note"),
        (".note .citation a", ".footnote"),
        *((f".note a[data-preview^=card-{kind}-]", f".card-{kind}") for kind in KINDS),
    ],
    ids=["note", "source", *KINDS],
)
def test_a_reader_sees_the_words_of_each_kind(trigger, held, visit, tea_article):
    """A note, a source and a record of each kind are shown in place, with every word that can be read below."""
    page = visit(tea_article, ASIDE)
    link = centred(page.locator(trigger).first)
    link.focus()
    shown = page.locator(PREVIEW)
    expect(shown).to_be_visible()
    id = link.evaluate("({dataset, hash}) => dataset.preview || hash.slice(1)")
    below = page.locator(f"{held}[id='{id}']")
    below.evaluate("held => held.querySelector('.ways-back')?.remove()")

    assert words(shown) == words(below) != ""
    assert within(box(shown), page)


def test_a_preview_keeps_the_language_of_its_words(visit, tea_article):
    """A note in the language of the site, shown inside a text in the article's, is announced in its own."""
    page = visit(tea_article, ASIDE)
    page.locator(REFS).first.focus()

    assert page.locator(".text").get_attribute("lang") == "en"
    assert page.locator(PREVIEW).evaluate("preview => preview.closest('[lang]').lang") == "en-GB"


# By touch: on a phone, a sheet


def tapped(page, trigger):
    centred(trigger).tap()
    expect(page.locator(PREVIEW).last).to_be_visible()
    return page.locator(PREVIEW).last


def test_a_tap_opens_a_sheet(phone):
    """On a phone a tap opens a sheet over the whole width at the foot of the screen; the page stays where it is."""
    sheet = box(tapped(phone, phone.locator(REFS).nth(3)))

    assert (sheet["x"], sheet["width"], sheet["y"] + sheet["height"]) == (0, 390, pytest.approx(844, abs=1))
    assert phone.evaluate("location.hash") == ""


def test_back_closes_the_sheet(phone, article, shipped_home):
    """Back closes the sheet and stays on the page, at the same place; the next Back leaves the page."""
    tapped(phone, phone.locator(REFS).nth(12))
    before = phone.evaluate("scrollY")
    phone.go_back()
    expect(phone.locator(PREVIEW)).to_have_count(0)
    assert (phone.url, phone.evaluate("scrollY")) == (article, before)
    phone.go_back()

    assert phone.url == shipped_home


def test_back_keeps_the_place_that_was_read_meanwhile(phone):
    """A reader who has scrolled the page behind a sheet finds it there when Back has closed the sheet."""
    tapped(phone, phone.locator(REFS).nth(12))
    phone.evaluate("scrollBy(0, 333)")
    drawn(phone)
    there = phone.evaluate("scrollY")
    phone.go_back()
    expect(phone.locator(PREVIEW)).to_have_count(0)
    drawn(phone)

    assert phone.evaluate("scrollY") == there


def test_another_tap_changes_the_sheet(phone, article, shipped_home):
    """A tap on another reference shows its note instead, and it still takes one Back to close the sheet."""
    first, second = phone.locator(REFS).nth(3), phone.locator(REFS).nth(4)
    tapped(phone, first)
    second.tap()
    expect(phone.locator(f"{PREVIEW} .note-number")).to_have_text(words(second))
    drawn(phone)
    expect(phone.locator(PREVIEW)).to_have_count(1)
    phone.go_back()
    expect(phone.locator(PREVIEW)).to_have_count(0)
    assert phone.url == article
    phone.go_back()

    assert phone.url == shipped_home


def test_the_keyboard_goes_into_a_sheet_in_a_sheet(visit, article):
    """In a narrow window a link in a sheet keeps the focus in sight; Enter opens what it cites and goes there."""
    page = visit(article, 390)
    ref = rich(page)
    focused_by_tab(page, ref)
    cited = page.locator(f"{PREVIEW} .citation a").first
    cited.focus()
    expect(page.locator(PREVIEW)).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator(f"{PREVIEW} {PREVIEW} :focus")).to_have_count(1)
    page.keyboard.press("Escape")

    expect(cited).to_be_focused()


@pytest.mark.parametrize("close", ["the button", "a tap beside it", "Escape"])
def test_a_sheet_closes(close, phone, shipped_home):
    """The Close button, a tap on the text and Escape close the sheet, and leave nothing for Back to undo."""
    sheet = tapped(phone, phone.locator(REFS).nth(12))
    before = phone.evaluate("scrollY")
    if close == "the button":
        sheet.get_by_role("button", name="Close").tap()
    elif close == "Escape":
        phone.keyboard.press("Escape")
    else:
        phone.touchscreen.tap(5, 40)
    expect(phone.locator(PREVIEW)).to_have_count(0)
    phone.wait_for_function("!history.state")
    assert phone.evaluate("scrollY") == before
    phone.go_back()

    assert phone.url == shipped_home


def test_a_second_tap_follows_a_record(phone):
    """The first tap on a record's link shows its card, the second goes to its page."""
    link = phone.locator(".note-about a[data-preview]").first
    there = link.evaluate("link => link.href")
    tapped(phone, link)
    assert phone.url != there
    link.tap()

    phone.wait_for_url(there)


def test_a_sheet_in_a_sheet(phone):
    """A record named in a sheet opens a sheet above it, whose own link goes to the record; one Back closes both."""
    inner = tapped(phone, rich(phone)).locator("a.to-actor").first
    inner.tap()
    expect(phone.locator(PREVIEW)).to_have_count(2)
    phone.go_back()

    expect(phone.locator(PREVIEW)).to_have_count(0)


def test_a_sheet_leaves_its_passage_in_sight(phone):
    """Wherever on the screen a passage is, its sheet opens below it, whole, with the page scrolled as needed."""
    covered = []
    for ref in phone.locator(REFS).all()[::6]:
        ref.evaluate("ref => ref.scrollIntoView({ block: 'end', behavior: 'instant' })")
        ref.tap()
        sheet = phone.locator(PREVIEW)
        expect(sheet).to_be_visible()
        if any(meet(part, box(sheet)) for part in ref.evaluate(AROUND)) or not within(box(sheet), phone):
            covered.append(ref.get_attribute("href"))
        sheet.get_by_role("button", name="Close").tap()
        expect(sheet).to_have_count(0)
        phone.wait_for_function("!history.state")

    assert covered == []


def test_a_sheet_outlasts_the_bars_of_the_browser(phone):
    """A sheet stays open when the browser's own bars come or go, which changes the height of the window."""
    tapped(phone, phone.locator(REFS).nth(3))
    phone.set_viewport_size({"width": 390, "height": 780})
    phone.wait_for_function("innerHeight === 780")
    drawn(phone)

    sheet = box(phone.locator(PREVIEW))
    assert sheet["y"] + sheet["height"] == pytest.approx(780, abs=1)


def test_a_tap_on_a_tablet(visit, article, shipped_home):
    """On a tablet a tap opens the preview beside the passage, a tap beside it closes it, and Back leaves the page."""
    page = visit(shipped_home, ASIDE, has_touch=True)
    page.goto(article)
    ref = rich(page)
    preview = box(tapped(page, ref))
    assert preview["width"] < 500
    assert not any(meet(part, preview) for part in ref.evaluate(AROUND))
    page.touchscreen.tap(790, 5)
    expect(page.locator(PREVIEW)).to_have_count(0)
    page.go_back()

    assert page.url == shipped_home
