"""Reading in one's own way: without script, from disk, on paper, with large text, own colours or the keyboard."""

from __future__ import annotations

import itertools

import pytest
from playwright.sync_api import expect

from .sight import REFS, SPACED, centred, drawn

OPEN = "() => document.querySelectorAll('details').forEach((one) => { one.open = true; })"

LOST = """() => {
  const width = document.documentElement.clientWidth;
  const lost = [];
  if (document.documentElement.scrollWidth > width) lost.push(["the page", document.documentElement.scrollWidth]);
  for (const one of document.querySelectorAll("body *")) {
    const { overflowX, overflowY, clipPath } = getComputedStyle(one);
    const folded = one.matches(".in-margin .note:not(.unfolded)");
    if (folded || clipPath !== "none" || !one.checkVisibility() || one.closest("svg")) continue;
    const hides = (overflow, has, room) => ["hidden", "clip"].includes(overflow) && has > room + 1;
    if (hides(overflowX, one.scrollWidth, one.clientWidth) || hides(overflowY, one.scrollHeight, one.clientHeight)) {
      lost.push(["cut", one.outerHTML.slice(0, 90)]);
    }
  }
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
    node.data.trim() && node.parentElement.checkVisibility() && !node.parentElement.closest(".skip, .table, svg, script")
      ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP);
  const range = document.createRange();
  while (words.nextNode()) {
    range.selectNodeContents(words.currentNode);
    const beyond = [...range.getClientRects()].some(({ left, right }) => left < -1 || right > width + 1);
    if (beyond) lost.push(["beyond the edge", words.currentNode.data.trim().slice(0, 90)]);
  }
  return lost;
}"""
"what cannot be read, or only by scrolling sideways, on the page as it is shown"

OUTLINED = """() => {
  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
  return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
}"""


def lost_on(page, home, paths, before=lambda _: None):
    """Return what is lost on each page that loses anything."""
    lost = {}
    for path in paths:
        page.goto(home + path)
        before(page)
        page.evaluate(OPEN)
        lost[path] = page.evaluate(LOST)
    assert len(lost) == len(paths) > 20
    return {path: found for path, found in lost.items() if found}


# Without script


@pytest.mark.parametrize("width", [390, 1280])
def test_without_script_a_reference_leads_to_its_note_and_back(width, visit, article):
    """Without script each number is a link to its note, which is lit and leads back to the passage."""
    page = visit(article, width, java_script_enabled=False)
    for place in (0, 20, -1):
        ref = page.locator(REFS).nth(place)
        ref.click()
        note = page.locator(".note:target")
        expect(note).to_have_id(ref.get_attribute("href").removeprefix("#"))
        expect(note).to_be_in_viewport()
        expect(note.locator(".note-text")).to_be_visible()
        note.locator(".note-number").click()
        expect(page.locator(".ref a:target")).to_have_id(ref.get_attribute("id"))
        expect(ref).to_be_in_viewport()


def test_without_script_a_source_leads_back_to_each_use(visit, article):
    """Without script a citation leads to its source, and the source's letters to every place where it is cited."""
    page = visit(article, java_script_enabled=False)
    source = page.locator(".footnote").first
    cited = page.locator(f".citation a[href='#{source.get_attribute('id')}']")
    cited.first.click()
    expect(page.locator(".footnote:target")).to_be_in_viewport()
    assert source.locator(".ways-back a").count() == cited.count() > 1
    for back, use in zip(source.locator(".ways-back a").all()[:3], cited.all(), strict=False):
        back.click()
        expect(page.locator(".citation a:target")).to_have_id(use.get_attribute("id"))
        expect(use).to_be_in_viewport()


def test_without_script_there_are_no_dead_controls(visit, tea_home, tea_kinds):
    """Without script no page shows a button or a field, and an article shows all of its notes below the text."""
    page = visit(tea_home, java_script_enabled=False)
    dead = {}
    for path in tea_kinds:
        page.goto(tea_home + path)
        controls = page.locator("button, input, select, [role=button]").filter(visible=True)
        dead[path] = controls.count()
        if page.locator(".note").count():
            expect(page.locator(".note").filter(visible=True)).to_have_count(page.locator(".note").count())

    assert dead == dict.fromkeys(tea_kinds, 0)


# From disk


def test_the_site_works_from_disk(visit, shipped_site):
    """Opened as a file, an article has its notes, previews, choice and steps, and its links lead to other pages."""
    file = shipped_site.folder / "articles" / shipped_site.content.site.home.article / "index.html"
    page = visit(file.as_uri())
    expect(page.locator(".in-margin.placed")).to_have_count(1)
    page.locator(".density input[value=key]").check()
    page.reload()
    expect(page.locator(".density input[value=key]")).to_be_checked()
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator(".note.unfolded")).to_be_in_viewport()
    page.set_viewport_size({"width": 800, "height": 900})
    centred(page.locator(REFS).last).click()
    expect(page.locator(".preview .note-text")).to_be_visible()
    page.locator("a.to-claim").filter(visible=True).first.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url.startswith((shipped_site.folder / "claims").as_uri())
    page.locator(".site-title").click()

    assert page.url == (shipped_site.folder / "index.html").as_uri()


def test_a_sheet_works_from_disk(visit, shipped_site):
    """Opened as a file on a phone, a sheet opens, and Back closes it."""
    file = shipped_site.folder / "articles" / shipped_site.content.site.home.article / "index.html"
    page = visit(file.as_uri(), 390, has_touch=True, is_mobile=True)
    centred(page.locator(REFS).first).tap()
    expect(page.locator(".preview")).to_be_visible()
    page.go_back()
    expect(page.locator(".preview")).to_have_count(0)

    assert page.url == file.as_uri()


# On paper


@pytest.mark.parametrize("width", [640, 1280])
@pytest.mark.parametrize("density", ["all", "none"])
def test_an_article_prints_with_its_notes_and_sources(density, width, visit, article):
    """On paper every note stands whole below the text, whatever was chosen on the screen, and so does every source."""
    page = visit(article)
    page.keyboard.press("Alt+ArrowDown")
    page.locator(f".density input[value={density}]").check()
    centred(page.locator(".note-text a, .byline a").filter(visible=True).first).focus()
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(media="print")
    drawn(page)

    whole = """notes => notes.filter(({ scrollHeight, clientHeight }) => clientHeight && scrollHeight <= clientHeight + 1).length"""
    assert page.locator(".note").evaluate_all(whole) == page.locator(".note").count() > 40
    expect(page.locator(".footnote").filter(visible=True)).to_have_count(page.locator(".footnote").count())
    tops = page.evaluate(
        "[...document.querySelectorAll('.text, .note')].map((one) => one.getBoundingClientRect()).map(({top, bottom}) => [top, bottom])"
    )
    assert all(later[0] >= before[1] - 1 for before, later in itertools.pairwise(tops))
    assert page.evaluate(LOST) == []


def test_paper_has_no_controls(visit, article):
    """On paper menus, choices, steps, previews and ways back are gone."""
    page = visit(article, 800)
    centred(page.locator(REFS).first).click()
    page.emulate_media(media="print")

    for gone in ("button", "input", ".menu", ".skip", ".preview", ".ways-back", ".tools", ".as-of"):
        expect(page.locator(gone).filter(visible=True)).to_have_count(0)


def test_paper_spells_out_addresses(visit, shipped_home):
    """On paper the address of every source is spelt out; a page of very many leaves it to the sources' own pages."""
    page = visit(f"{shipped_home}claims/russia-sought-munitions/", 800)
    page.emulate_media(media="print")
    spelt = page.locator(".footnote a[rel=external]").evaluate_all(
        "links => links.map((link) => [getComputedStyle(link, '::after').content, link.getAttribute('href')])"
    )

    assert [address for shown, address in spelt if address not in shown] == []
    assert len(spelt) > 10


@pytest.mark.parametrize("paper", [("A4", 643), ("Letter", 665)], ids=["A4", "Letter"])
def test_every_kind_of_page_fits_the_paper(paper, visit, tea_home, tea_kinds):
    """On A4 and Letter, with their margins, nothing on any kind of page is cut off at the edge."""
    page = visit(tea_home, paper[1])
    page.emulate_media(media="print", color_scheme="light")

    assert lost_on(page, tea_home, tea_kinds) == {}


# Calm, own colours


def test_nothing_moves_for_those_who_want_it_still(visit, article):
    """With reduced motion a step is at its end at once, and nothing on the page is animated."""
    page = visit(article, 800, reduced_motion="reduce")
    for _ in range(3):
        page.keyboard.press("Alt+ArrowUp")
        here = page.evaluate("scrollY")
        drawn(page)
        drawn(page)
        assert page.evaluate("scrollY") == here
    moving = "document.getAnimations().filter((one) => one.effect.getComputedTiming().duration > 0).length"

    assert here > 500
    assert page.evaluate(moving) == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_and_focus_are_seen_in_the_readers_own_colours(scheme, visit, tea_article):
    """In forced colours, where backgrounds are gone, every kind of mark has a line, and the focus and light an outline."""
    page = visit(tea_article, forced_colors="active", color_scheme=scheme)
    kinds = page.locator(".text .mark").evaluate_all("""marks => Object.fromEntries(marks.map((mark) => {
      const { borderBottomStyle, borderBottomWidth, borderBottomColor, backgroundColor } = getComputedStyle(mark);
      const seen = borderBottomStyle !== "none" && parseFloat(borderBottomWidth) >= 1 && borderBottomColor !== backgroundColor;
      return [mark.className, seen && borderBottomColor !== "rgba(0, 0, 0, 0)"];
    }))""")
    assert kinds == dict.fromkeys(
        ["mark mark-claim", "mark mark-comment", "mark mark-term", "mark mark-actor", *kinds], True
    )
    page.keyboard.press("Alt+ArrowDown")

    assert page.evaluate(OUTLINED)
    lit = page.locator(".mark").first.evaluate("mark => getComputedStyle(mark).outlineStyle")
    assert lit == "solid"


def test_kinds_of_marks_differ_without_colour(visit, tea_article):
    """A reader who sees no colours tells the kinds of marks apart by their lines."""
    page = visit(tea_article)
    lines = {}
    for kind in ("claim", "actor", "term", "comment"):
        lines[kind] = page.locator(f".text [class='mark mark-{kind}']").first.evaluate("""mark => {
          const { borderBottomColor, borderBottomStyle } = getComputedStyle(mark);
          return borderBottomColor === "rgba(0, 0, 0, 0)" ? "none" : borderBottomStyle;
        }""")

    assert lines == {"claim": "solid", "actor": "dotted", "term": "dashed", "comment": "none"}


@pytest.mark.parametrize("width", [320, 800])
def test_every_number_can_be_hit(width, visit, article):
    """Numbers that stand side by side are read apart, and each is hit in its own middle."""
    page = visit(article, width, java_script_enabled=False)
    missed = """numbers => numbers.filter((number) => {
      number.scrollIntoView({ block: "center", behavior: "instant" });
      const { x, y, width, height } = number.getClientRects()[0];
      return document.elementFromPoint(x + width / 2, y + height / 2) !== number;
    }).map((number) => number.outerHTML)"""
    numbers = page.locator(".ref a, .citation a, .note-number, .ways-back a")

    assert numbers.evaluate_all(missed) == []
    assert numbers.count() > 300


# Large text, wide spacing, narrow screens


@pytest.mark.parametrize("width", [320, 1280])
def test_text_twice_as_large_loses_nothing(width, visit, tea_home, tea_kinds):
    """With the browser's text at 200 % nothing is cut off, and no page scrolls sideways."""
    page = visit(tea_home, width)
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    page.goto(tea_home)
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"

    assert lost_on(page, tea_home, tea_kinds) == {}


@pytest.mark.parametrize("width", [320, 1000, 1280])
def test_text_spacing_loses_nothing(width, visit, tea_home, tea_kinds):
    """With the spacing that WCAG 1.4.12 grants a reader nothing is cut off, and no page scrolls sideways."""
    page = visit(tea_home, width, bypass_csp=True)

    assert lost_on(page, tea_home, tea_kinds, lambda page: page.add_style_tag(content=SPACED)) == {}


@pytest.mark.parametrize("name", ["tea", "shipped"])
def test_no_page_scrolls_sideways_at_320_pixels(name, visit, request):
    """At 320 px, which is 1,280 at 400 %, every kind of page is read by scrolling in one direction."""
    home, paths = request.getfixturevalue(f"{name}_home"), request.getfixturevalue(f"{name}_kinds")
    page = visit(home, 320)

    assert lost_on(page, home, paths) == {}


def test_lines_stay_short_on_the_widest_screen(visit, article):
    """At 2,560 px a line of the text has no more than 80 characters."""
    page = visit(article, 2560, 1400)
    longest = page.locator(".text > p").evaluate_all("""paragraphs => Math.max(...paragraphs.map((paragraph) => {
      const lines = Math.round(paragraph.offsetHeight / parseFloat(getComputedStyle(paragraph).lineHeight));
      return lines > 2 ? paragraph.textContent.length / lines : 0;
    }))""")

    assert 40 < longest < 80


# The focus

FOCUSED = """() => {
  const one = document.activeElement;
  if (one === document.body) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(one);
  const rects = [...one.getClientRects()].filter(({ width, height }) => width && height);
  const seen = rects.some(({ x, y, width, height }) => {
    const top = document.elementFromPoint(x + width / 2, y + Math.min(height / 2, innerHeight / 2));
    return top && (one.contains(top) || top.contains(one));
  });
  const name = one.outerHTML.slice(0, 120);
  return { name, outlined: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2, seen };
}"""


@pytest.mark.parametrize("width", [390, 800, 1280])
def test_the_focus_is_always_seen(width, visit, tea_article):
    """Whoever tabs through an article always sees where they are: outlined, in the window, under nothing else."""
    page = visit(tea_article, width)
    steps = []
    while (step := focus_after_tab(page)) and len(steps) < 400:
        steps.append(step)

    assert [step["name"] for step in steps if not (step["outlined"] and step["seen"])] == []
    assert 80 < len(steps) < 400


def focus_after_tab(page):
    page.keyboard.press("Tab")
    return page.evaluate(FOCUSED)


def test_the_skip_link_leads_past_the_menu(visit, tea_article):
    """The first Tab shows a link that leads past the menu; the next Tab is then in the text's own part."""
    page = visit(tea_article)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    expect(page.locator("main :focus")).to_have_count(1)


# No jumps, other scripts

SHIFTS = """
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) window.shifted += value;
  }).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("which", ["article", "shipped_home"])
def test_nothing_jumps_while_the_page_loads(which, width, visit, request):
    """What a reader has begun to read stays where it is while the page gets ready."""
    page = visit(request.getfixturevalue(which), width, before=SHIFTS)
    drawn(page)
    drawn(page)

    assert page.evaluate("shifted") < 0.02


@pytest.mark.parametrize(
    ("path", "name", "language", "direction"),
    [("mirza-golshani", "میرزا گلشنی", "fa", "rtl"), ("kim-da-gyeong", "김다경", "ko", "ltr")],
)
def test_names_in_other_scripts_are_set_as_such(path, name, language, direction, visit, tea_home):
    """A name in another script is marked with its language and runs in its own direction."""
    page = visit(f"{tea_home}actors/{path}/")
    told = page.get_by_text(name, exact=True).evaluate(
        "one => [one.closest('[lang]').lang, getComputedStyle(one).direction]"
    )

    assert told == [language, direction]
    assert page.locator("html").evaluate("one => getComputedStyle(one).direction") == "ltr"
