"""A claim's way up the evidence ladder, day by day, and the tally of who stands behind it and against it."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from sites import MINIMAL_SITE_YAML, make_sound_site

from builder.build import build, sound
from builder.resolve import resolve

SITE = MINIMAL_SITE_YAML.replace(
    "  - {id: voice, label: One voice}\n  - {id: paper, label: Paper}\n",
    "  - {id: voice, label: One voice}\n"
    "  - {id: voices, label: Several voices, meaning: Two say so., needs: {rung: voice, origins: 2}}\n"
    "  - {id: paper, label: Paper, meaning: A book has it.}\n",
)
BOOK = {"shows": "paper", "note": "A page of the book is in it."}
HEAD = "title: A paper, publisher: {name}, language: en, summary: It says so., checked: {{on: 2026-06-01, how: read}}"
CLAIM = """\
ten-chests:
  title: Ten chests came in
  statement: Ten chests of tea came in.
  strand: green
  stated: [{{by: tea-board, on: 1901-01, verb: said}}]
  evidence:
{evidence}
  assessments: [{{on: 1901-01, verdict: reported, reason: So they say.}}]
  checked: 2026-06-01
{more}"""


def laid_out(folder, *pieces, more=""):
    """Write a site whose one claim is held by `pieces`: kind, day, whose word, and what else is said of each."""
    sources, evidence = [], []
    for number, (kind, day, whose, *rest) in enumerate(pieces):
        fields = dict(rest[0]) if rest else {}
        repeats = fields.pop("repeats", "")
        issued = "" if whose.startswith("the ") else f"issuer: {whose}, "
        head = HEAD.format(name=whose.replace("-", " "))
        sources.append(f"s{number}: {{kind: {kind}, published: {day}, {issued}derived_from: [{repeats}], {head}}}\n")
        held = {"source": f"s{number}", "stance": "supports", **fields}
        evidence.append("    - {" + ", ".join(f"{key}: {value}" for key, value in held.items()) + "}")
    ledger = "ledger-1901: {kind: ledger, published: 1901, " + HEAD.format(name="Tea Board") + "}\n"
    claim = CLAIM.format(evidence="\n".join(evidence), more=more)
    return make_sound_site(
        folder,
        **{
            "site.yaml": SITE,
            "content/sources.yaml": "".join([ledger, *sources]),
            "content/claims.yaml": claim,
        },
    )


def climbed(folder, *pieces, more=""):
    """Return the steps of the claim, as days and rungs."""
    claim = resolve(sound(laid_out(folder, *pieces, more=more))[0]).claims["ten-chests"]
    return [(str(step.on), step.rung.id) for step in claim.climb]


@pytest.mark.parametrize(
    ("pieces", "steps"),
    [
        ([("letter", "1901-02-03", "ada-leaf")], [("1901-02-03", "voice")]),
        (
            [
                ("gazette", "1901-01-05", "the Gazette"),
                ("letter", "1901-02-03", "ada-leaf"),
                ("letter", "1901-03-01", "tea-board"),
                ("ledger", "1901-04-09", "tea-board"),
            ],
            [("1901-01-05", "hearsay"), ("1901-02-03", "voice"), ("1901-03-01", "voices"), ("1901-04-09", "paper")],
        ),
        (
            [("letter", "1901-02-03", "ada-leaf"), ("ledger", "1901-02-04", "tea-board")],
            [("1901-02-03", "voice"), ("1901-02-04", "paper")],
        ),
        (
            [("letter", "1901-02-03", "ada-leaf"), ("letter", "1901-02-03", "tea-board")],
            [("1901-02-03", "voices")],
        ),
        (
            [("letter", "1901-02-03", "ada-leaf"), ("letter", "1901-05-03", "ada-leaf")],
            [("1901-02-03", "voice")],
        ),
        (
            [("ledger", "1901-02-03", "ada-leaf"), ("letter", "1901-05-03", "tea-board")],
            [("1901-02-03", "paper")],
        ),
        (
            [
                ("letter", "1901-02-03", "ada-leaf"),
                ("gazette", "1901-03-04", "the Gazette", {"repeats": "ledger-1901"}),
            ],
            [("1901-02-03", "voice"), ("1901-03-04", "paper")],
        ),
        (
            [("letter", "1901-02-03", "ada-leaf"), ("letter", "1901-03-03", "tea-board", BOOK)],
            [("1901-02-03", "voice"), ("1901-03-03", "paper")],
        ),
        # what is older than the claim counts from the day on which the claim was made
        (
            [
                ("letter", "1900-02-03", "ada-leaf"),
                ("ledger", "1900-12-31", "tea-board"),
                ("ledger", "1902", "ada-leaf"),
            ],
            [("1901-01", "paper")],
        ),
        (
            [("letter", "1900", "ada-leaf"), ("ledger", "1901-03", "tea-board")],
            [("1901-01", "voice"), ("1901-03", "paper")],
        ),
        # who repeats what is held against the claim, or beside it, makes no step
        (
            [
                ("ledger", "1901-02-03", "tea-board", {"stance": "disputes"}),
                ("gazette", "1901-03-04", "the Gazette", {"repeats": "s0"}),
                ("letter", "1901-04-05", "ada-leaf", {"stance": "context"}),
                ("gazette", "1901-05-06", "the Almanac", {"repeats": "s2"}),
            ],
            [],
        ),
        (
            [
                ("ledger", "1901-02-03", "tea-board", {"stance": "context"}),
                ("gazette", "1901-03-04", "the Gazette", {"repeats": "s0"}),
                ("letter", "1901-04-05", "ada-leaf"),
            ],
            [("1901-04-05", "voice")],
        ),
        (
            [
                ("letter", "1901-02-03", "ada-leaf", {"stance": "disputes"}),
                ("ledger", "1901-03-03", "tea-board", {"stance": "context"}),
                ("gazette", "1901-04-03", "the Gazette"),
            ],
            [("1901-04-03", "hearsay")],
        ),
        ([("ledger", "1901-02-03", "ada-leaf", {"stance": "disputes"})], []),
    ],
)
def test_a_claim_climbs_on_the_days_of_its_sources(tmp_path, pieces, steps):
    """A step is the day of the source that took the claim to its rung; what adds nothing makes no step."""
    assert climbed(tmp_path, *pieces) == steps


def test_the_order_of_the_evidence_does_not_show(tmp_path):
    """However the evidence is written down, a claim climbs by its dates."""
    pieces = [
        ("ledger", "1901-04-09", "tea-board"),
        ("gazette", "1901-01-05", "the Gazette"),
        ("letter", "1901-02-03", "ada-leaf"),
    ]

    assert (
        climbed(tmp_path / "a", *pieces)
        == climbed(tmp_path / "b", *reversed(pieces))
        == [("1901-01-05", "hearsay"), ("1901-02-03", "voice"), ("1901-04-09", "paper")]
    )


def test_a_date_that_is_not_exact_takes_nothing_before_its_time(tmp_path):
    """A source of some day in a year lifts a claim from the year's beginning, and brings no later source with it."""
    pieces = [("letter", "1901", "ada-leaf"), ("ledger", "1901-09-13", "tea-board")]

    assert climbed(tmp_path, *pieces) == [("1901", "voice"), ("1901-09-13", "paper")]


def test_dates_that_begin_on_one_day_make_one_step(tmp_path):
    """What came on the first of a month and what came in it are known from the same day on: one step, to the higher."""
    pieces = [("letter", "1901-02", "ada-leaf"), ("ledger", "1901-02-01", "tea-board")]

    assert climbed(tmp_path, *pieces) == [("1901-02-01", "paper")]


def test_a_lowered_claim_stops_where_the_editor_says(tmp_path):
    """Where an editor doubts, the claim climbs to that rung and no higher, and the reason goes with it."""
    pieces = [
        ("gazette", "1901-01-05", "the Gazette"),
        ("letter", "1901-02-03", "ada-leaf"),
        ("ledger", "1901-04-09", "tea-board"),
    ]
    more = "  lowered: {rung: voice, reason: The ink was wet.}\n"

    assert climbed(tmp_path / "a", *pieces, more=more) == [("1901-01-05", "hearsay"), ("1901-02-03", "voice")]
    assert climbed(tmp_path / "b", pieces[0], pieces[2], more=more) == [
        ("1901-01-05", "hearsay"),
        ("1901-04-09", "voice"),
    ]


def page_of(folder, claim):
    """Return the page of a claim in the site that was written into a folder."""
    return BeautifulSoup((folder / "claims" / claim / "index.html").read_text(encoding="utf-8"), "html.parser")


def words(element):
    return " ".join(element.get_text().split())


def test_the_page_tells_the_climb(tmp_path):
    """A claim's page says each rung, since when and what it means, and why an editor has put it lower."""
    pieces = [
        ("letter", "1901-02-03", "ada-leaf"),
        ("letter", "1901-03", "tea-board"),
        ("ledger", "1901-04-09", "tea-board"),
    ]
    root = laid_out(tmp_path / "root", *pieces, more="  lowered: {rung: voices, reason: The ink was wet.}\n")
    build(root, tmp_path / "out")
    page = page_of(tmp_path / "out", "ten-chests")

    assert [(step["data-on"], words(step)) for step in page.select(".rungs > li")] == [
        ("1901-02-03", "One voice since February 3, 1901:"),
        ("1901-03-01", "Several voices since March 1901: Two say so."),
    ]
    assert words(page.select_one(".rungs + .aside")) == (
        "An editor has put it lower than its sources would: The ink was wet."
    )


def test_the_page_tallies_each_side(tmp_path):
    """On a claim's page sources and origins in support and against are counted apart, each source once, by name."""
    root = laid_out(
        tmp_path / "root",
        ("letter", "1901-02-03", "ada-leaf"),
        ("gazette", "1901-03-03", "the Gazette", {"repeats": "s0"}),
        ("ledger", "1901-04-03", "tea-board"),
        ("gazette", "1901-05-03", "the Almanac", {"stance": "disputes"}),
        ("letter", "1901-06-03", "tea-board", {"stance": "context"}),
    )
    build(root, tmp_path / "out")
    page = page_of(tmp_path / "out", "ten-chests")
    shown = {one["data-stance"]: words(one) for one in page.select("#evidence ~ p .origins")}

    assert shown == {
        "supports": "3 sources, 2 origins: Ada Leaf; Tea Board",
        "disputes": "1 source, 1 origin: the Almanac",
    }


def test_a_side_that_is_not_taken_is_not_tallied(tmp_path):
    """Where nothing supports a claim, or nothing disputes it, its page says no count for that side."""
    root = laid_out(tmp_path / "root", ("letter", "1901-02-03", "ada-leaf", {"stance": "disputes"}))
    build(root, tmp_path / "out")
    page = page_of(tmp_path / "out", "ten-chests")

    assert [one["data-stance"] for one in page.select("#evidence ~ p .origins")] == ["disputes"]
    assert page.select(".rungs") == []


# The shipped content


@pytest.fixture(scope="module")
def shipped(shipped_site):
    return resolve(shipped_site.content)


def test_nobody_with_a_word_of_their_own_says_that_the_deal_was_done(shipped, shipped_site):
    """Both articles that have the deal reached or entered repeat one who denies it, and the page says so."""
    claim = shipped.claims["food-for-arms-deal"]
    page = page_of(shipped_site.folder, "food-for-arms-deal")

    assert [ref.id for ref in claim.support.sources] == ["cat-2023-04", "latinpost-2023-03-30"]
    assert claim.support.origins == claim.climb == ()
    assert "actor:united-states" in [origin.key for origin in claim.dispute.origins]
    assert words(page.select_one("#evidence ~ p .origins")) == "2 sources, 0 origins"
    assert [words(row.select_one("[data-label=Shows] strong")) for row in page.select("tr.stance-supports")] == [
        "Adds no voice."
    ] * 2


def test_the_drones_were_foretold_then_inspected_then_admitted(shipped, shipped_site):
    """The supply of drones climbs from an official's word by way of a wreck to the maker's own words."""
    steps = shipped.claims["iran-supplied-drones"].climb
    page = page_of(shipped_site.folder, "iran-supplied-drones")

    ladder = [step.id for step in shipped.site.ladder]
    told = [(str(step.on), step.rung) for step in steps]

    assert (told[0][0][:7], told[0][1].id) == ("2022-08", "one-voice")
    assert "2022-09-13" in [on for on, _ in told]
    owned = next(rung for on, rung in told if on == "2022-11-05")
    assert ladder.index(owned.id) >= ladder.index("admission")
    assert [(one["data-on"], words(one.strong)) for one in page.select(".rungs > li")] == [
        (on, rung.label) for on, rung in told
    ]


def test_no_claim_ever_climbs_down(shipped):
    """Whatever is held for a claim, its steps go up in time and on the ladder, and end where it stands."""
    height = {step.id: place for place, step in enumerate(shipped.site.ladder)}
    for id, claim in shipped.claims.items():
        steps = [(step.on.first, height[step.rung.id]) for step in claim.climb]
        days, rungs = zip(*steps, strict=True) if steps else ((), ())

        assert list(days) == sorted(set(days)), id
        assert list(rungs) == sorted(set(rungs)), id
        assert bool(steps) == bool(claim.support.origins), id
