"""Notes in the margin of a wide window: where they stand, how they unfold, and which of them are shown."""

from __future__ import annotations

import itertools

import pytest
from playwright.sync_api import expect

from .sight import REFS, SPACED, box, centred, drawn, middle, within

NO_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'SecurityError'); }})"
NOTES = ".note-list > .note"
UNFOLDED = ".note.unfolded"

STANDING = """() => {
  const text = document.querySelector(".text").getBoundingClientRect();
  return [...document.querySelectorAll(".note-list > .note")].filter((note) => note.checkVisibility()).map((note) => {
    const passage = document.querySelector(`.text .mark[data-notes~="${CSS.escape(note.id.slice(5))}"]`);
    const { top, bottom, left, right } = note.getBoundingClientRect();
    return {
      id: note.id, top, bottom, beside: left >= text.right && right <= document.documentElement.clientWidth,
      wish: passage.getClientRects()[0].top,
    };
  });
}"""


@pytest.fixture
def page(visit, article):
    """The article with its notes in the margin."""
    return visit(article)


@pytest.fixture
def stopped(visit, article):
    """The same, with a clock that the test moves."""
    return visit(article, clock=True)


def in_margin(page):
    expect(page.locator(".annotated.in-margin.placed")).to_have_count(1)
    drawn(page)
    return page.evaluate(STANDING)


# Where they stand


@pytest.mark.parametrize("width", [1024, 1100, 1280, 2560])
def test_notes_stand_beside_their_passages(width, visit, article):
    """From 1,024 to 2,560 px every note stands beside the text, in order, and none on another."""
    notes = in_margin(visit(article, width))

    assert [note["id"] for note in notes if not note["beside"]] == []
    assert [later["id"] for note, later in itertools.pairwise(notes) if later["top"] < note["bottom"]] == []
    assert len(notes) > 40


@pytest.mark.parametrize("width", [1024, 1100, 1280, 2560])
def test_only_a_neighbour_keeps_a_note_from_its_passage(width, visit, article):
    """A note begins level with its passage, or touches the note that is in its way; none is a window away."""
    notes = in_margin(visit(article, width))

    assert astray(notes) == []
    assert max(abs(note["top"] - note["wish"]) for note in notes) < 800


def astray(notes):
    """Return the notes that neither begin level with their passage nor touch another note."""
    gaps = [800, *(later["top"] - note["bottom"] for note, later in itertools.pairwise(notes)), 800]
    return [
        note["id"]
        for note, before, after in zip(notes, gaps, gaps[1:], strict=False)
        if abs(note["top"] - note["wish"]) > 2 and min(before, after) > 8
    ]


def test_notes_follow_the_text_that_grows(visit, article):
    """With the spacing that WCAG 1.4.12 grants a reader the text grows, and the notes are set beside it anew."""
    page = visit(article, bypass_csp=True)
    before = in_margin(page)
    page.add_style_tag(content=SPACED)
    drawn(page)
    drawn(page)
    notes = in_margin(page)

    assert notes[-1]["wish"] > before[-1]["wish"] + 300
    assert astray(notes) == []
    assert [later["id"] for note, later in itertools.pairwise(notes) if later["top"] < note["bottom"]] == []


def test_notes_move_with_the_window(page):
    """A window that is made narrow puts the notes below the text, and made wide again beside it, as they were."""
    before = in_margin(page)
    page.set_viewport_size({"width": 1000, "height": 800})
    expect(page.locator(".in-margin")).to_have_count(0)
    text, notes = box(page.locator(".text")), [box(note) for note in page.locator(NOTES).all()]
    assert all(note["y"] >= text["y"] + text["height"] for note in notes)
    assert all(later["y"] >= note["y"] + note["height"] for note, later in itertools.pairwise(notes))
    page.set_viewport_size({"width": 1280, "height": 800})

    assert in_margin(page) == before


# How they unfold


def seen_whole(note, page):
    """Say whether a note shows its last words, within the window."""
    last = note.locator("p").last
    return within(box(last), page) and box(last)["y"] + box(last)["height"] <= box(note)["y"] + box(note)["height"] + 1


def note_of(page, ref):
    return page.locator(ref.get_attribute("href"))


def test_hover_unfolds_the_note_in_the_margin(page):
    """A pointer at rest on a reference unfolds its note where it stands, and opens no pop-over; leaving folds it."""
    ref = centred(page.locator(REFS).nth(4))
    note = note_of(page, ref)
    expect(note).to_be_in_viewport()
    folded = box(note)
    ref.hover()
    expect(page.locator(UNFOLDED)).to_have_id(note.get_attribute("id"))
    assert seen_whole(note, page)
    expect(page.locator(".preview")).to_have_count(0)
    page.mouse.move(5, 5)
    expect(page.locator(UNFOLDED)).to_have_count(0)

    assert box(note) == folded


def test_focus_unfolds_the_note_in_the_margin(page):
    """The focus on a reference unfolds its note at once, the focus on the next folds it, Escape folds the next."""
    first, second = page.locator(REFS).nth(0), page.locator(REFS).nth(1)
    page.locator(".steps button").last.focus()
    for ref in (first, second):
        page.keyboard.press("Tab")
        expect(ref).to_be_focused()
        expect(page.locator(UNFOLDED)).to_have_id(note_of(page, ref).get_attribute("id"))
    page.keyboard.press("Escape")

    expect(page.locator(UNFOLDED)).to_have_count(0)
    expect(second).to_be_focused()
    expect(page.locator(".preview")).to_have_count(0)


def test_enter_leads_to_the_note_and_escape_back(page):
    """Enter on a reference goes into its note in the margin; Escape there folds it and goes back to the reference."""
    ref = page.locator(REFS).nth(1)
    ref.focus()
    page.keyboard.press("Enter")
    expect(note_of(page, ref).locator(":focus")).to_have_count(1)
    expect(page.locator(UNFOLDED)).to_have_count(1)
    page.keyboard.press("Escape")

    expect(ref).to_be_focused()
    expect(page.locator(UNFOLDED)).to_have_count(0)


def test_a_click_on_a_folded_note_unfolds_it(stopped):
    """A click on a note in the margin unfolds it, and it stays until a click beside it."""
    page = stopped
    note = centred(page.locator(NOTES).nth(5))
    note.click(position={"x": 150, "y": 5})
    expect(page.locator(UNFOLDED)).to_have_id(note.get_attribute("id"))
    assert seen_whole(note, page)
    page.mouse.move(5, 5)
    page.clock.run_for(5000)
    expect(page.locator(UNFOLDED)).to_have_count(1)
    page.mouse.click(5, 5)

    expect(page.locator(UNFOLDED)).to_have_count(0)


def test_the_focus_on_a_link_unfolds_its_note(page):
    """A reader who tabs through the notes has the note unfolded in which the focus is, and only that one."""
    for place in (2, 3):
        note = page.locator(NOTES).nth(place)
        note.locator(".note-text a").last.focus()
        expect(page.locator(UNFOLDED)).to_have_id(note.get_attribute("id"))
        assert within(box(page.locator(":focus")), page)


def test_a_card_opens_beside_a_note_in_the_margin(stopped):
    """In an unfolded note a record's link shows its card, and the note stays open meanwhile."""
    page = stopped
    note = centred(page.locator(NOTES).nth(1))
    note.click(position={"x": 150, "y": 5})
    drawn(page)
    page.clock.run_for(1000)
    note.locator("a.to-actor").first.hover()
    page.clock.run_for(500)
    expect(page.locator(".preview")).to_be_visible()
    assert within(box(page.locator(".preview")), page)
    expect(page.locator(UNFOLDED)).to_have_count(1)
    page.mouse.move(*middle(page.locator(".preview")))
    page.clock.run_for(5000)

    expect(page.locator(".preview")).to_have_count(1)
    expect(page.locator(UNFOLDED)).to_have_count(1)


UNFOLDING = """(place) => {
  const told = [];
  for (const ref of document.querySelectorAll(".text .ref a")) {
    ref.scrollIntoView({ block: place, behavior: "instant" });
    ref.focus({ preventScroll: true });
    const note = document.querySelector(".note.unfolded");
    const shown = note || document.querySelector(".preview");
    const seen = shown && shown.getBoundingClientRect();
    if (!seen || seen.top < 0 || seen.bottom > innerHeight || seen.right > innerWidth) told.push([ref.id, seen?.top, seen?.bottom]);
    if (note && note.scrollHeight > note.clientHeight + 1 && getComputedStyle(note).overflowY !== "auto") told.push([ref.id, "cut"]);
    ref.blur();
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  }
  return told;
}"""
"every reference of the text in turn: those whose note is not whole in the window when it is asked for"


@pytest.mark.parametrize("place", ["start", "center", "end"])
@pytest.mark.parametrize("height", [480, 800])
def test_an_unfolded_note_is_in_the_window(place, height, visit, article):
    """Wherever its passage stands in the window, high or low, an unfolded note is shown whole."""
    page = visit(article, 1100, height)
    in_margin(page)

    assert page.evaluate(UNFOLDING, place) == []


# Light

LIT = """() => [
  [...document.querySelectorAll(".mark")].filter((mark) => getComputedStyle(mark).outlineStyle === "solid").map((mark) => mark.dataset.notes),
  [...document.querySelectorAll(".note-list > .note")].filter((note) => getComputedStyle(note.querySelector(".note-number")).outlineStyle === "solid").map((note) => note.id),
]"""
"the passages and the notes that are lit, as far as a reader sees it"


@pytest.mark.parametrize("side", ["passage", "reference", "note"])
def test_passage_and_note_light_up_together(side, page):
    """A pointer on a passage, on its number or on its note lights both the passage and the note, and no other."""
    ref = centred(page.locator(REFS).nth(3))
    id = ref.get_attribute("href").removeprefix("#note-")
    assert page.evaluate(LIT) == [[], []]
    mark = page.locator(f".mark[data-notes='{id}']")
    sides = {"passage": mark.first, "reference": ref, "note": page.locator(f"#note-{id} .note-number")}
    x, y = middle(sides[side])
    page.mouse.move(x, y)
    drawn(page)
    assert page.evaluate(LIT) == [[id] * mark.count(), [f"note-{id}"]]
    page.mouse.move(5, 5)
    drawn(page)
    page.wait_for_function(f"({LIT})().flat().length === 0")


def test_an_open_note_keeps_its_light(page):
    """While a note is unfolded, its passage stays lit though the pointer is on another."""
    first, other = (ref.get_attribute("href").removeprefix("#note-") for ref in page.locator(REFS).all()[1:3])
    centred(page.locator(f"#ref-{first}")).click()
    page.mouse.move(*middle(page.locator(f".mark[data-notes='{other}']").first))
    drawn(page)

    assert sorted(page.evaluate(LIT)[1]) == sorted([f"note-{first}", f"note-{other}"])


# How many of them

SHOWN = """() => [".note-list > .note", ".text .ref", ".text .mark"].map((kind) =>
  [...document.querySelectorAll(kind)].filter((one) => one.checkVisibility()).length)"""


def choose(page, value):
    page.locator(f".density input[value={value}]").check()
    drawn(page)


@pytest.mark.parametrize("width", [1280, 800])
def test_the_reader_chooses_how_many_notes(width, visit, article):
    """All notes, key notes or none are shown, as the words of the choice say; with none the text stands unmarked."""
    page = visit(article, width)
    everything = page.evaluate(SHOWN)
    keys = page.locator(".note-key").count()
    assert 0 < keys < everything[0]
    assert f"all {everything[0]}" in page.locator(".density").inner_text()
    assert f"key {keys}" in page.locator(".density").inner_text()
    choose(page, "key")
    assert page.evaluate(SHOWN) == [keys, *everything[1:]]
    choose(page, "none")
    assert page.evaluate(SHOWN) == [0, 0, everything[2]]
    painted = "[...document.querySelectorAll('.text .mark')].map(one => getComputedStyle(one)).filter(one => one.borderBottomStyle !== 'none' || one.backgroundColor !== 'rgba(0, 0, 0, 0)').length"
    assert page.evaluate(painted) == 0
    choose(page, "all")

    assert page.evaluate(SHOWN) == everything
    assert page.evaluate(painted) == everything[2]


def test_key_notes_stand_beside_their_passages(page):
    """With key notes alone each of them has the room to stand nearer to its passage."""
    far = {note["id"]: abs(note["top"] - note["wish"]) for note in in_margin(page)}
    choose(page, "key")
    near = {note["id"]: abs(note["top"] - note["wish"]) for note in in_margin(page)}

    assert set(near) < set(far)
    assert sum(near.values()) < sum(far[id] for id in near)


def test_a_note_that_is_not_shown_can_still_be_read(page):
    """With key notes alone the reference of another note opens it in a pop-over."""
    choose(page, "key")
    note = page.locator(".note:not(.note-key)").first
    ref = page.locator(f"#ref-{note.get_attribute('id').removeprefix('note-')}")
    assert not note.is_visible()
    centred(ref).click()

    expect(page.locator(".preview .note-text")).to_be_visible()


def test_the_choice_is_remembered(page, article):
    """The choice holds when the page is read again, and on other articles."""
    choose(page, "key")
    keys = page.evaluate(SHOWN)
    page.reload()
    expect(page.locator(".density input[value=key]")).to_be_checked()
    assert page.evaluate(SHOWN) == keys
    page.evaluate("localStorage.setItem('density', 'some')")
    page.reload()

    expect(page.locator(".density input[value=all]")).to_be_checked()


def test_the_choice_works_where_nothing_can_be_kept(visit, article):
    """In a browser that refuses to keep anything the choice holds for the page, and nothing fails."""
    page = visit(article, before=NO_STORAGE)
    assert page.evaluate(SHOWN)[0] > 40
    choose(page, "none")

    assert page.evaluate(SHOWN)[0] == 0


# From note to note


@pytest.mark.parametrize("by", ["button", "key"])
def test_steps_lead_from_note_to_note(by, visit, tea_article):
    """Next and previous go through all notes in the order of the text and round the end, and say so in the address."""
    page = visit(tea_article)
    ids = [note.get_attribute("id") for note in page.locator(NOTES).all()]

    def step(forward):
        if by == "button":
            page.get_by_role("button", name="Next note" if forward else "Previous note").click()
        else:
            page.keyboard.press("Alt+ArrowDown" if forward else "Alt+ArrowUp")
        expect(page.locator(UNFOLDED)).to_have_count(1)
        here = page.evaluate("[location.hash.slice(1), document.activeElement.hash.slice(1)]")
        assert here == [page.locator(UNFOLDED).get_attribute("id")] * 2
        assert page.locator(":focus").evaluate(
            "ref => { const {top, bottom} = ref.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight }"
        )
        return here[0]

    assert [step(True) for _ in [*ids, 0]] == [*ids, ids[0]]
    assert [step(False) for _ in range(3)] == [ids[-1], ids[-2], ids[-3]]


def test_steps_keep_to_what_is_shown(visit, tea_article):
    """With key notes alone, the steps go from key note to key note; with none they go nowhere."""
    page = visit(tea_article)
    keys = [note.get_attribute("id") for note in page.locator(".note-key").all()]
    choose(page, "key")
    reached = []
    for _ in keys:
        page.keyboard.press("Alt+ArrowDown")
        reached.append(page.evaluate("location.hash.slice(1)"))
    assert reached == keys
    choose(page, "none")
    page.keyboard.press("Alt+ArrowDown")

    assert page.evaluate("location.hash.slice(1)") == keys[-1]


def test_a_step_far_away_unfolds_in_the_margin(page):
    """A step to a note far down the page unfolds it in the margin, as one nearby does."""
    page.keyboard.press("Alt+ArrowUp")

    expect(page.locator(UNFOLDED)).to_have_id(page.locator(NOTES).last.get_attribute("id"))
    expect(page.locator(UNFOLDED)).to_be_in_viewport()
    expect(page.locator(".preview")).to_have_count(0)


@pytest.mark.parametrize("name", ["note", "ref"])
@pytest.mark.parametrize("width", [1280, 800, 390])
def test_an_address_opens_its_note(name, width, visit, article):
    """An address that names a note or a reference opens that note: in the margin, as a preview, or as a sheet."""
    page = visit(article, width)
    id = page.locator(REFS).nth(30).get_attribute("href").removeprefix("#note-")
    page.goto("about:blank")
    page.goto(f"{article}#{name}-{id}")
    ref, passage = page.locator(f"#ref-{id}"), page.locator(f".mark[data-notes~='{id}']").first
    expect(ref).to_have_attribute("aria-expanded", "true")
    if width == 1280:
        expect(page.locator(UNFOLDED)).to_have_id(f"note-{id}")
        expect(page.locator(UNFOLDED)).to_be_in_viewport()
    else:
        expect(page.locator(".preview .note-text")).to_be_in_viewport()
    drawn(page)

    expect(ref).to_be_in_viewport(ratio=1)
    expect(passage).to_be_in_viewport()


def test_an_address_opens_a_note_that_the_choice_hides(page, article):
    """An address that names a note shows it though the reader has chosen to see none; the choice stays for the next."""
    choose(page, "none")
    id = page.locator(NOTES).nth(3).get_attribute("id")
    page.goto("about:blank")
    page.goto(f"{article}#{id}")
    expect(page.locator(UNFOLDED)).to_have_id(id)
    page.goto("about:blank")
    page.goto(article)

    expect(page.locator(".density input[value=none]")).to_be_checked()


def test_an_address_of_something_else_opens_nothing(visit, article):
    """An address that names a source, or nothing on the page, is left to the browser."""
    page = visit(f"{article}#sources")
    expect(page.locator("#sources")).to_be_in_viewport()
    page.goto("about:blank")
    page.goto(f"{article}#100%")
    drawn(page)

    expect(page.locator("[aria-expanded=true]")).to_have_count(0)
