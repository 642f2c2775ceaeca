"""The comparison: which strands face each other, phase by phase, and how their claims are joined by lines."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from sites import MINIMAL_SITE_YAML, make_sound_site

from builder.build import sound
from builder.render import pairing
from builder.render.pictures.spine import spine
from builder.resolve import resolve

SITE = MINIMAL_SITE_YAML.replace(
    "verdicts:\n", "phases:\n  said: {label: Said, lead: true}\n  weighed: {label: Weighed}\nverdicts:\n", 1
)
CLAIM = """\
{id}:
  title: Claim {id}
  statement: Claim {id} is made.
  strand: {strand}
  phase: {phase}
  stated: [{{by: tea-board, on: {on}, verb: said, source: ledger-1901}}]
  evidence: [{{source: {held}, stance: supports}}]
  assessments: [{{on: {on}, verdict: reported, reason: So they say.}}]
  checked: 2026-06-01
"""
LINK = """\
{from_}-{to}-{relation}:
  from: {from_}
  to: {to}
  relation: {relation}
  reason: Both are alike.
  sources: [ledger-1901]
  checked: 2026-06-01
"""


def compared(tmp_path, claims, links, relation="same-pot", held=None, **more):
    """Return the pairing and the spine of claims (id, phase, day; g for green, b for black) joined by `links`.

    What is `held` for a claim is the ledger of 1901, if nothing else is said; `more` are files.
    """
    sources = held or {}
    written = [
        CLAIM.format(
            id=id,
            strand="green" if id.startswith("g") else "black",
            phase=phase,
            on=on,
            held=sources.get(id, "ledger-1901"),
        )
        for id, phase, on in claims
    ]
    joined = [LINK.format(from_=one, to=other, relation=relation) for one, other in links]
    site = {
        "site.yaml": SITE,
        "content/claims/faced.yaml": "".join(written),
        "content/crosslinks/faced.yaml": "".join(joined),
        **more,
    }
    content, _ = sound(make_sound_site(tmp_path, **site))
    edition = resolve(content)
    joined = pairing.main(pairing.pairings(edition))
    return joined, spine(edition, joined)


def rows(phase):
    return [(row.left and row.left.ref.id, row.right and row.right.ref.id) for row in phase.rows]


def test_claims_face_each_other_phase_by_phase(tmp_path):
    """Phases stand in the order of site.yaml, the earlier strand on the left; a shorter side is spread."""
    claims = [
        ("g1", "weighed", "1902"),
        ("b1", "weighed", "1903"),
        ("b2", "weighed", "1904"),
        ("b3", "weighed", "1905"),
        ("g2", "said", "1901"),
        ("b4", "said", "1901-05"),
    ]
    _, spine = compared(tmp_path, claims, [("g1", "b1"), ("g1", "b2"), ("g1", "b3"), ("b4", "g2")])

    assert [phase.entry.label for phase in spine.phases] == ["Said", "Weighed"]
    assert rows(spine.phases[0]) == [("g2", "b4")]
    assert rows(spine.phases[1]) == [(None, "b1"), ("g1", "b2"), (None, "b3")]


def test_lines_do_not_cross_where_they_need_not(tmp_path):
    """Claims are put in the order in which their lines do not cross, if there is one."""
    claims = [(f"{side}{n}", "said", f"190{n}") for side in "gb" for n in range(1, 5)]
    _, spine = compared(tmp_path, claims, [("g1", "b3"), ("g2", "b1"), ("g3", "b4"), ("g4", "b2")])
    lines = sorted((line.start, line.end) for line in spine.lines)

    assert all(one[1] <= other[1] for one, other in pairwise(lines))


def test_a_line_ends_at_the_rows_of_its_claims(tmp_path):
    """A line begins and ends in the middle of its claims' rows, headings counted as rows, also from phase to phase."""
    claims = [("g1", "said", "1901"), ("b1", "said", "1902"), ("b2", "weighed", "1903")]
    _, spine = compared(tmp_path, claims, [("g1", "b1"), ("g1", "b2")])
    ends = {line.pair.right.ref.id: (line.start, line.end) for line in spine.lines}

    assert ends == {"b1": (37.5, 37.5), "b2": (37.5, 87.5)}


@pytest.mark.parametrize(
    ("green", "black", "expected"),
    [
        ("1901-01", "1901-07", ("green", 6)),
        ("1901-07", "1901-01", ("black", 6)),
        ("1901", "1901-07", None),
        ("1901-01-01", "1901-01-05", ("green", 0)),
    ],
    ids=["left", "right", "not surely", "days"],
)
def test_which_came_first_is_said_where_it_is_sure(tmp_path, green, black, expected):
    """The strand whose first claim surely came earlier is named, with the months between; else none is."""
    pairing, spine = compared(tmp_path, [("g1", "said", green), ("b1", "said", black)], [("g1", "b1")])

    assert (pairing.left_id, pairing.right_id) == ("green", "black")
    lead = spine.phases[0].lead
    assert (lead and (lead.strand, lead.months)) == expected


def test_who_came_first_is_said_with_claims_and_days(tmp_path):
    """The earlier strand is named with the two claims that are compared and their days, whatever else there is."""
    claims = [("g1", "said", "1901-03"), ("g2", "said", "1901-01"), ("b1", "said", "1902"), ("b2", "said", "1901-09")]
    _, spine = compared(tmp_path, claims, [("g1", "b1"), ("g2", "b2")])
    lead = spine.phases[0].lead

    assert [(first.claim.ref.id, str(first.on)) for first in (lead.earlier, lead.later)] == [
        ("g2", "1901-01"),
        ("b2", "1901-09"),
    ]


def test_where_like_cannot_be_compared_nobody_came_first(tmp_path):
    """In a phase whose claims are not alike nothing is said of who came first."""
    _, spine = compared(tmp_path, [("g1", "weighed", "1901"), ("b1", "weighed", "1902")], [("g1", "b1")])

    assert [phase.lead for phase in spine.phases] == [None]


def test_where_a_phase_asks_for_evidence_its_day_counts(tmp_path):
    """In a phase with a `rung` the strand is first whose evidence reached it first, not who spoke first."""
    site = SITE.replace("weighed: {label: Weighed}", "weighed: {label: Weighed, lead: true, rung: paper}")
    letter = """\
        letter-1904: {title: A letter, publisher: Post, kind: letter, published: 1904, language: en, summary: So.,
                      checked: {on: 2026-06-01, how: read}}
        ledger-1902: {title: A ledger, publisher: Mint, kind: ledger, published: 1902, language: en, summary: So.,
                      checked: {on: 2026-06-01, how: read}}
        ledger-1903: {title: A ledger again, publisher: Mint, kind: ledger, published: 1903, language: en,
                      summary: So., checked: {on: 2026-06-01, how: read}}
        """
    claims = [("g1", "weighed", "1901-06"), ("g2", "weighed", "1901-07"), ("b1", "weighed", "1901-08")]
    held = {"g1": "letter-1904", "g2": "ledger-1903", "b1": "ledger-1902"}
    _, spine = compared(
        tmp_path,
        claims,
        [("g1", "b1"), ("g2", "b1")],
        held=held,
        **{"site.yaml": site, "content/sources/x.yaml": letter},
    )
    lead = spine.phases[0].lead

    assert (lead.strand, lead.months) == ("black", 12)
    assert [(first.claim.ref.id, str(first.on)) for first in (lead.earlier, lead.later)] == [
        ("b1", "1902"),
        ("g2", "1903"),
    ]


def test_the_page_says_who_came_first_and_by_what(tea_site):
    """The page tells which strand led in a phase, by which claims and days, and what evidence counts."""
    lead = tea_site.page("compare/index.html").select_one(".leads")

    assert " ".join(lead.get_text().split()) == (
        "Dyed leaf came first: “Willow in sixty chests” on 2 May 1887, “Chests under weight” on 9 May 1887. "
        "What counts is the day from which there was at least this evidence: ledger."
    )
    assert lead["data-on"] == "1887-05-09"


def test_the_picture_and_the_list_say_the_same(site):
    """Every cross-link between the two strands is one line and one item, with the same ends; all others stand apart."""
    content = site.content
    page, apart = site.page("compare/index.html"), site.page("compare/others/index.html")
    lines = {one["href"].removeprefix("#crosslink-"): one for one in page.select(".ties-drawn a")}
    items = {one["id"].removeprefix("crosslink-"): one for one in page.select(".pair")}
    others = {one["id"].removeprefix("crosslink-") for one in apart.select(".pair")}

    assert set(lines) == set(items)
    assert set(items) | others == set(content.crosslinks)
    assert not set(items) & others
    for id, line in lines.items():
        link = content.crosslinks[id]
        assert {line["data-left"], line["data-right"]} == {link.from_, link.to}
        assert line["data-relation"] == items[id]["data-relation"] == link.relation
        assert [one["href"].split("/")[-2] for one in items[id].select(".pair-claims a")] == [
            line["data-left"],
            line["data-right"],
        ]


def test_every_claim_that_is_joined_stands_once(site):
    """A claim stands in the picture once, on the side of its strand, if a line touches it."""
    page = site.page("compare/index.html")
    touched = {one[end] for one in page.select(".ties-drawn a") for end in ("data-left", "data-right")}
    standing = Counter(one["data-claim"] for one in page.select(".facing"))

    assert set(standing) == touched
    assert set(standing.values()) == {1}
    sides = {
        side: {site.content.claims[one["data-claim"]].strand for one in page.select(f".facing-{side}")}
        for side in ("left", "right")
    }
    assert all(len(strands) == 1 for strands in sides.values())
    assert sides["left"] != sides["right"]
