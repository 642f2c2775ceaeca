"""Figures: what may stand on one axis, whose it is, where it stands, and what the page shows of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from sites import make_sound_site

from builder import dates
from builder.build import build, sound
from builder.edition import ClaimFigure, FigureGroup, Reference, Statement
from builder.records import Figure, Verb
from builder.render.pictures.charts import chart
from builder.render.pictures.scales import Calendar, scale
from builder.resolve import resolve
from builder.resolve.figures import said

PHONE = 280
"pixels that a picture has on the narrowest screen"


def link(by: str, on: str, denies: bool = False) -> Statement:
    verb = Verb(label="denied" if denies else "said", denies=denies)
    return Statement(Reference("actor", by, by), dates.parse(on), verb, None, "", "")


def group(*figures: tuple[float | None, float | None, str]) -> FigureGroup:
    """Return figures of one unit: lowest and highest value, and date."""
    drawn = (
        ClaimFigure(
            Reference("claim", f"claim-{number}", ""),
            Figure(low=low, high=high, unit="chests", as_of=when),
            link("tea-board", when),
        )
        for number, (low, high, when) in enumerate(figures)
    )
    return FigureGroup("chests", tuple(drawn), ())


# Whose figure it is


@pytest.mark.parametrize(
    ("chain", "expected"),
    [
        ([link("board", "1901-05")], "board"),
        ([link("gazette", "1901-06-02"), link("agency", "1901-06-02"), link("clerk", "1901-06-01")], "clerk"),
        ([link("clerk", "1901-06-01"), link("rival", "1901-06-05")], "clerk"),
        ([link("gazette", "1901-06-02"), link("clerk", "1901-06")], "clerk"),
        ([link("gazette", "1901-06-02"), link("clerk", "1901-06-01"), link("thief", "1901-05", True)], "clerk"),
        ([link("thief", "1901-05", True)], "thief"),
    ],
    ids=["one", "back in time", "a later word", "a date less exact", "a denial", "nothing but a denial"],
)
def test_a_figure_is_whose_word_the_chain_leads_back_to(chain: list[Statement], expected: str) -> None:
    """The chain is followed back in time to its last link; later words and denials are not whose figure it is."""
    assert said(chain).by.id == expected


# Scales


@pytest.mark.parametrize(
    ("values", "open_up", "expected"),
    [
        ([1000, 13000, 19000], None, (0, 5000, 10000, 15000, 20000)),
        ([4200000, 5800000], None, (0, 2000000, 4000000, 6000000)),
        ([0.1, 0.7], None, (0, 0.2, 0.4, 0.6, 0.8)),
        ([7], None, (0, 2, 4, 6, 8)),
        ([0], None, (0, 1)),
        ([-3, 4], None, (-4, -2, 0, 2, 4)),
        ([20], 20, (0, 5, 10, 15, 20, 25)),
        ([3, 299], None, (0, 100, 200, 300)),
        ([3, 300], None, (1, 10, 100, 1000)),
        ([0.05, 100], 100, (0.01, 0.1, 1, 10, 100, 1000)),
        ([0, 300], None, (0, 100, 200, 300)),
    ],
)
def test_a_scale_has_its_lines_at_round_numbers(values, open_up, expected) -> None:
    """A scale begins at nought and has few, round lines; from a hundredfold on it goes by powers of ten."""
    found = scale(values, open_up, 0.1)

    assert found.ticks == expected
    assert found.logarithmic == (0 < min(values) * 100 <= max(values))


def test_on_a_logarithmic_scale_each_power_is_as_high_as_the_next() -> None:
    """A value stands as far up as its power of ten."""
    found = scale([1, 1000], None, 0)

    assert [round(found.share(value), 6) for value in (1, 10, 100, 1000)] == [0, 0.333333, 0.666667, 1]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (1901, 1901, [1901]),
        (1901, 1905, [1901, 1902, 1903, 1904, 1905]),
        (1901, 1906, [1902, 1904, 1906]),
        (1890, 1923, [1890, 1900, 1910, 1920]),
        (9998, 9999, [9998, 9999]),
    ],
)
def test_few_years_are_named(first: int, last: int, expected: list[int]) -> None:
    """Up to five years are named, at round numbers where there are more."""
    assert [year for year, _ in Calendar(first, last).beginnings()] == expected


# Pictures

VALUES = st.floats(-1e6, 1e9, allow_nan=False).map(lambda value: round(value, 2))
ENDS = st.one_of(
    VALUES.map(lambda value: (value, value)),
    VALUES.map(lambda value: (value, None)),
    VALUES.map(lambda value: (None, value)),
    st.tuples(VALUES, VALUES).map(lambda pair: (min(pair), max(pair))),
)
DATES = st.sampled_from(["1901", "1901-05", "1901-05-02", "1901-05~", "1899/1903", "1950-01-01", "9999-12-31"])
FIGURES = st.lists(st.tuples(ENDS, DATES).map(lambda one: (*one[0], one[1])), min_size=1, max_size=6)


@settings(deadline=None, derandomize=True)
@given(FIGURES)
def test_every_figure_stands_in_the_picture(figures) -> None:
    """Whatever the figures are, their bars and arrows lie in the picture, even on a phone, and can be seen."""
    found = chart(group(*figures))
    room = 100 * (PHONE - found.gutter) / PHONE

    for mark in found.marks:
        assert 0 <= mark.y + 3 <= mark.y + mark.height - 3 + 1e-6 <= found.floor + 1e-6
        assert 0 <= mark.tip <= found.height
        assert -1 <= mark.x < mark.x + mark.width <= room
        assert mark.width > 1.9
        assert mark.height >= 6
    assert [tick.y for tick in found.ticks] == sorted((tick.y for tick in found.ticks), reverse=True)
    assert len(found.ticks) >= 2


@settings(deadline=None, derandomize=True)
@given(FIGURES)
def test_no_number_stands_on_another(figures) -> None:
    """The numbers of the marks can be told apart on a phone, where marks are nearest to one another."""
    labels = [(mark.label_x * PHONE / 100, mark.label_y) for mark in chart(group(*figures)).marks]
    near = [
        (one, other)
        for place, one in enumerate(labels)
        for other in labels[:place]
        if abs(one[0] - other[0]) < 17 and abs(one[1] - other[1]) < 12.9
    ]

    assert near == []


def test_a_bar_reaches_from_the_lowest_to_the_highest_value() -> None:
    """On a scale of 0 to 20, 220 pixels high from the 14th on, 5 to 15 takes up the half in the middle."""
    (mark, _) = chart(group((5, 15, "1901"), (20, 20, "1902"))).marks

    assert (mark.y, mark.height, mark.opens) == (69, 110, "")


def test_a_bar_is_as_wide_as_its_date_is_uncertain() -> None:
    """A year takes up all of a picture of one year, a month a twelfth, a day as much as can be seen."""
    year, month, day = chart(group((1, 2, "1901"), (1, 2, "1901-07"), (1, 2, "1901-07-01"))).marks

    assert round(month.width / year.width, 3) == round(31 / 365, 3)
    assert round(month.x / year.width, 3) == round(181 / 365, 3)
    assert day.width == 2


def test_an_open_end_is_an_arrow() -> None:
    """At least: an arrow up from the bar, with room for it; at most: one down; a date that is about is marked."""
    least, most = chart(group((20, None, "1901~"), (None, 12, "1902"))).marks

    assert (least.opens, least.tail, least.tip < least.y, least.approximate) == ("up", least.y, True, True)
    assert (most.opens, most.tail, most.tip > most.y, most.approximate) == ("down", most.y + most.height, True, False)


# The page


def claim(id: str, figure: str, strand: str = "green", stated: str = "") -> str:
    """Return the YAML of a claim with a figure."""
    return f"""\
{id}:
  title: {id.replace("-", " ").capitalize()}
  statement: {id.replace("-", " ").capitalize()}, they say.
  strand: {strand}
  stated:
    - {{by: ada-leaf, on: 1901-06-01, verb: said, source: ledger-1901, locator: p. 3}}
    - {{by: tea-board, on: 1901-05, verb: said}}
{stated}  assessments:
    - {{on: 1901-06, verdict: reported, reason: The board said so.}}
  figure: {figure}
  checked: 2026-06-01
"""


FIGURED = "".join(
    (
        claim("many-chests", "{low: 900, unit: Chests, as_of: 1902-03, method: A count at the quay.}", "black"),
        claim("ten-chests", "{low: 10, high: 10, unit: chests, as_of: 1901-05-02, method: A look.}"),
        claim("some-chests", "{said: a great many, unit: 'chests ', as_of: 1900}"),
        claim("one-ship", "{low: 1, high: 1, unit: ships, as_of: 1901}"),
        claim("sick-days", "{low: 3, high: 5.5, unit: sick days, as_of: 1901/1902, note: By the old calendar.}"),
        claim("few-pence", "{high: 4, unit: pence, as_of: 1901~}"),
    )
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with figures, built."""
    root = make_sound_site(tmp_path_factory.mktemp("figures"), **{"content/claims.yaml": FIGURED})
    build(root, root / "_site")
    return root


@pytest.fixture(scope="module")
def page(folder: Path) -> BeautifulSoup:
    """Its page of figures."""
    return BeautifulSoup((folder / "_site/figures/index.html").read_text(encoding="utf-8"), "html.parser")


def rows(section) -> list[list[str]]:
    return [[" ".join(cell.get_text().split()) for cell in row.select("td")] for row in section.select("tbody tr")]


def test_figures_are_grouped_by_unit(folder: Path) -> None:
    """Figures of one unit, however its letters and spaces are written, are together by date, words after numbers."""
    found = resolve(sound(folder)[0]).figures

    assert [
        (one.unit, [figure.claim.id for figure in one.drawn], [figure.claim.id for figure in one.worded])
        for one in found
    ] == [
        ("chests", ["ten-chests", "many-chests"], ["some-chests"]),
        ("pence", ["few-pence"], []),
        ("ships", ["one-ship"], []),
        ("sick days", ["sick-days"], []),
    ]


def test_what_can_be_compared_is_drawn(page: BeautifulSoup) -> None:
    """Two figures of a unit, and one with two ends, have a picture; one number, an open end and words have none."""
    drawn = {
        section.h2.get_text(): [text.get_text() for text in section.select(".chart-mark text")]
        for section in page.select("section:has(> figure)")
    }

    assert drawn == {"chests": ["1", "2"], "sick days": ["1"]}


def test_a_picture_has_a_name_and_says_what_it_shows(page: BeautifulSoup) -> None:
    """The picture is one image to those who listen, with its unit for a name and every figure in words."""
    picture = page.select_one("svg.chart")
    named, described = (page.find(id=id) for id in picture["aria-labelledby"].split())

    assert picture["role"] == "img"
    assert (named.name, named.get_text()) == ("title", "chests, over time")
    assert described.get_text() == "1: 10, May 2, 1901, Tea Board. 2: at least 900, March 1902, Tea Board. "


def test_a_mark_has_the_colour_of_its_strand_and_the_day_of_its_claim(page: BeautifulSoup) -> None:
    """A mark is in its claim's strand, and goes with the claim when the page is read as of an earlier date."""
    marks = page.select("svg.chart")[0].select(".chart-mark")

    assert [(mark["class"], mark["data-on"]) for mark in marks] == [
        (["chart-mark", "strand-1"], "1901-05-01"),
        (["chart-mark", "strand-2"], "1901-05-01"),
    ]


def test_the_table_says_the_same(page: BeautifulSoup) -> None:
    """Beside each picture stands what it shows, row by row, with who said it, how it was made and how it stands."""
    section = page.select_one("section:has(> figure)")

    assert [head.get_text() for head in section.select("th")] == [
        "Claim",
        "Lowest",
        "Highest",
        "Unit",
        "As of",
        "Who said it",
        "Method",
        "Verdict on the claim, not on the number",
    ]
    board, reported = "Tea Board said", "o ReportedNot yet assessed"
    assert rows(section) == [
        ["1 Ten chests Green tea", "10", "10", "chests", "May 2, 1901", board, "A look.", reported],
        [
            "2 Many chests Black tea",
            "900",
            "not known",
            "Chests",
            "March 1902",
            board,
            "A count at the quay.",
            reported,
        ],
        ["Some chests Green tea", "“a great many”", "chests", "1900", board, "not given", reported],
    ]


def test_methods_that_differ_are_told_beside_the_picture(page: BeautifulSoup) -> None:
    """Where figures of one picture were made in different ways, the picture's caption says so, mark by mark."""
    first, second = page.select("figcaption")

    assert [item.get_text() for item in first.select("ol.methods li")] == ["A look.", "A count at the quay."]
    assert "different ways" in first.get_text()
    assert second.get_text().split() == []


def test_what_is_not_drawn_is_listed(page: BeautifulSoup) -> None:
    """The figures without a picture stand in one table, by unit, each with its unit."""
    alone = page.select_one("section[aria-labelledby=alone]")

    assert [row[:4] for row in rows(alone)] == [
        ["Few pence Green tea", "not known", "4", "pence"],
        ["One ship Green tea", "1", "1", "ships"],
    ]


def test_every_row_leads_to_its_claim(page: BeautifulSoup, folder: Path) -> None:
    """Each claim with a figure has one row, which can be linked to and leads to the claim's page."""
    led = {row["id"]: row.select_one("td a")["href"] for row in page.select("tbody tr")}

    assert led == {
        f"figure-{id}": f"../claims/{id}/index.html"
        for id in ("ten-chests", "many-chests", "some-chests", "few-pence", "one-ship", "sick-days")
    }
    assert all((folder / "_site/figures" / href).is_file() for href in led.values())


def test_a_figures_note_and_source_are_in_its_row(page: BeautifulSoup) -> None:
    """What is to be known of a figure beside its number stands with it."""
    row = page.find(id="figure-sick-days")

    assert row.select_one(".figure-note").get_text() == "By the old calendar."
    assert rows(page)[3][1:3] == ["3", "5.5"]


def test_only_this_page_loads_what_only_it_needs(page: BeautifulSoup, folder: Path) -> None:
    """The style sheet of the pictures is loaded by the page of figures alone, and is there."""
    loaded = [sheet["href"] for sheet in page.select("link[rel=stylesheet]") if "figures" in sheet["href"]]
    home = (folder / "_site/index.html").read_text(encoding="utf-8")

    assert loaded == ["../static/css/figures.css"]
    assert (folder / "_site/figures" / loaded[0]).is_file()
    assert "figures.css" not in home
    assert 'href="figures/index.html">Figures</a>' in home


def test_a_denial_is_not_whose_figure_it_is(tmp_path: Path) -> None:
    """Who denies the claim, with a verb that site.yaml says is a denial, did not give its figure."""
    denied = "    - {by: ada-leaf, on: 1901, verb: denied}\n"
    figured = claim("ten-chests", "{low: 10, unit: chests, as_of: 1901}", stated=denied)
    root = make_sound_site(tmp_path, **{"content/claims.yaml": figured})

    assert resolve(sound(root)[0]).figures[0].drawn[0].said.by.id == "tea-board"


def test_without_figures_the_page_says_so(tmp_path: Path) -> None:
    """A site without a quantity has a page that says so, without a table or a picture."""
    root = make_sound_site(tmp_path)
    build(root, root / "_site")
    page = BeautifulSoup((root / "_site/figures/index.html").read_text(encoding="utf-8"), "html.parser")

    assert page.select_one("main .lead").get_text() == "No claim on this site is about a quantity yet."
    assert page.select("main table, main svg, main section") == []
