"""The report: what an editor is told is missing, where, and whom the strands rest on."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from sites import edited, make_sound_site

from builder.build import private, reported, sound
from builder.cli import main
from builder.report import report
from builder.resolve import resolve

ROOT = Path(__file__).parent.parent

ARTICLE = "content/articles/kettle/article.md"
NOTES = "content/articles/kettle/annotations.yaml"
HEAD = """\
---
title: Ten chests of tea
publisher: tea-board
published: 1901-06-01
language: en
original: kettle.txt
word_count: 100
rights: {rights}
source: ledger-1901
---

"""

VOICES = """\
content/actors.yaml
+ weigh-house:
+   name: Weigh House
+   type: body
+   part_of: tea-board
+   summary: A room of the board.
+   checked: 2026-06-01
+ daily-leaf:
+   name: Daily Leaf
+   type: company
+   summary: It prints.
+   checked: 2026-06-01
content/sources.yaml
+ weigh-slip: {title: Slip, publisher: Weigh House, issuer: weigh-house, kind: letter, published: 1901-05, language: en,
+   summary: It weighs., checked: {on: 2026-06-01, how: catalogued}}
+ leaf-1901: {title: Leaf, publisher: Daily Leaf, issuer: daily-leaf, kind: gazette, published: 1901-05, language: en,
+   summary: It prints., checked: {on: 2026-06-01, how: recalled}}
+ leaf-copy: {title: Copy, publisher: Daily Leaf, issuer: daily-leaf, kind: gazette, published: 1901-05, language: en,
+   derived_from: [ledger-1901], summary: It copies., checked: {on: 2026-06-01, how: read}}
+ wall: {title: Wall, publisher: A Wall, kind: gazette, published: 1901-05, language: en,
+   url: "https://wall.example/1", summary: It stood on a wall., checked: {on: 2026-06-01, how: quoted}}
+ scrawl: {title: Scrawl, publisher: A Wall, kind: gazette, published: 1901-05, language: en,
+   archive: "https://archive.example/wall/2", summary: It stood there too., checked: {on: 2026-06-01, how: partly}}
"""
"an actor that is part of another, and sources of every sort, as edits of the small sound site"


def kettle(folder, edits="", **changed):
    """Return the folder of the small sound site, with `edits` and some files changed."""
    return make_sound_site(folder, **{**edited(edits), **changed})


def claim(evidence, strand="green", id="some-claim"):
    """Return the edit that adds a claim with `evidence`, each piece as its source, its stance and more."""
    lines = [f"{id}:", f"  title: Title of {id}", "  statement: It is so.", f"  strand: {strand}"]
    lines += ["  stated: [{by: tea-board, on: 1901-05, verb: said}]", "  evidence:" if evidence else "  evidence: []"]
    lines += ["    - {{source: {}, stance: {}}}".format(*one.split(" ", 1)) for one in evidence]
    lines += ["  assessments: [{on: 1901-05, verdict: reported, reason: So it was said.}]"]
    lines += ["  checked: 2026-06-01"]
    return "content/claims.yaml\n" + "".join(f"+ {line}\n" for line in lines)


def gap(found, name):
    """Return the list called `name` of a report."""
    return next(gap for stock in found.stocks for gap in stock.gaps if gap.name == name)


def told(found, name):
    """Return the list called `name` as line of the file, record and note."""
    return [(item.place.line, item.record, item.note) for item in gap(found, name).items]


def records(found, name):
    return [item.record for item in gap(found, name).items]


# The whole


def test_the_report_reads_like_this(tmp_path):
    """The whole report of a small site: the figures, whom its strands rest on, and each list with its meaning."""
    shorter = (
        f"{ARTICLE}\n- A clerk called them “the best of the year” later.\n+ A clerk called them “the best” later.\n"
    )
    folder = kettle(tmp_path, shorter + VOICES + claim(["leaf-1901 supports"], "black"))

    ended = CliRunner().invoke(main, ["report", "--root", str(folder)])

    assert (ended.exit_code, ended.stderr) == (0, "")
    assert ended.stdout == dedent("""\
        The Kettle: what is covered, as of 2026-06-30

                                       all  kettle
        paragraphs                       2       2
          without a note                 1       1
        claims                           2       1
          without evidence               0       0
          without support                0       0
          with one origin                2       1
          without a primary source       1       0
        sources                          6       1
          read in part                   1       0
          only quoted                    1       0
          only catalogued                1       0
          only recalled                  1       0
          without an address             4       1
        records                         12       3
          never reached                  9       0

        Under an article: the claims that its notes name, the sources of both, and the records reached from it.

        Green tea: 1 claim, none without support
         in support        alone   of the strand's claims
            1  100%      1  100%   Tea Board (content/actors.yaml:1:1: actor:tea-board)

        Black tea: 1 claim, none without support
         in support        alone   of the strand's claims
            1  100%      1  100%   Daily Leaf (content/actors.yaml:19:1: actor:daily-leaf)

        Paragraphs without a note: 1 of 2 paragraphs
        Paragraphs and headings that state something, in which no note binds. In a digest those with the
        article's words between quotation marks, in a full text all.
          content/articles/kettle/article.md:13:1: article:kettle#p2: A clerk called them “the best” later. [kettle]

        Claims without evidence: 0 of 2 claims
        Claims for or against which no source is held; context alone is none.

        Claims without support: 0 of 2 claims
        Claims against which sources are held, and none for them.

        Claims with one origin: 2 of 2 claims
        Claims whose whole support is the word of one: however many sources, they come down to one voice.
          content/claims.yaml:1:1: claim:ten-chests: Ten chests came in (1 source, 1 origin: Tea Board) [kettle]
          content/claims.yaml:12:1: claim:some-claim: Title of some-claim (1 source, 1 origin: Daily Leaf)

        Claims without a primary source: 1 of 2 claims
        Claims that have support, all of which comes down to sources of kinds on the ladder's lowest rung. A
        source that repeats others counts as those that it comes down to, and each as the kind that it is on
        this point. A claim without support has no primary source either; it stands in the lists above.
          content/claims.yaml:12:1: claim:some-claim: Title of some-claim (comes down to source:leaf-1901)

        Sources read in part: 1 of 6 sources
        Sources of which a part was read.
          content/sources.yaml:18:1: source:scrawl: Scrawl

        Sources only quoted: 1 of 6 sources
        Sources that are known from reports that quote them.
          content/sources.yaml:16:1: source:wall: Wall

        Sources only catalogued: 1 of 6 sources
        Sources that were not opened, and that another publication confirms.
          content/sources.yaml:10:1: source:weigh-slip: Slip

        Sources only recalled: 1 of 6 sources
        Sources that were not opened and stand here from general knowledge.
          content/sources.yaml:12:1: source:leaf-1901: Leaf (evidence of 1 claim)

        Sources without an address: 4 of 6 sources
        Sources that a reader is given no address of.
          content/sources.yaml:1:1: source:ledger-1901: The ledger of 1901 [kettle]
          content/sources.yaml:10:1: source:weigh-slip: Slip
          content/sources.yaml:12:1: source:leaf-1901: Leaf
          content/sources.yaml:14:1: source:leaf-copy: Copy

        Records never reached: 9 of 12 records
        Records that a reader never comes to from an article. The way goes from an article and its notes to
        all that they name, and on to all that this names, and to the cross-links, sanctions, events and
        corrections that are about it.
          content/actors.yaml:7:1: actor:ada-leaf: Ada Leaf
          content/actors.yaml:13:1: actor:weigh-house: Weigh House
          content/actors.yaml:19:1: actor:daily-leaf: Daily Leaf
          content/claims.yaml:12:1: claim:some-claim: Title of some-claim
          content/sources.yaml:10:1: source:weigh-slip: Slip
          content/sources.yaml:12:1: source:leaf-1901: Leaf
          content/sources.yaml:14:1: source:leaf-copy: Copy
          content/sources.yaml:16:1: source:wall: Wall
          content/sources.yaml:18:1: source:scrawl: Scrawl
        """)


def test_machines_are_told_the_same(shipped_site):
    """`--json` has sorted keys, and the very lines, figures and shares of the text, no more and no fewer."""
    text, data = (
        CliRunner().invoke(main, ["report", "--root", str(shipped_site.root), *more]).stdout
        for more in ((), ("--json",))
    )
    found = json.loads(data)
    items = [item for stock in found["stocks"] for gap in stock["gaps"] for item in gap["items"]]
    voices = [voice for strand in found["strands"] for voice in strand["voices"]]
    place = "{path}:{line}:{column}"

    assert data == json.dumps(found, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    assert re.findall(r"^  (content/\S+): ([a-z]+:\S+):", text, re.MULTILINE) == [
        (place.format(**item["place"]), item["record"]) for item in items
    ]
    assert all(item["title"] in text and item["note"] in text for item in items)
    assert re.findall(r"^ +(\d+) +(\d+)% +(\d+) +(\d+)%   (.*) \((content/\S+): (.+)\)$", text, re.MULTILINE) == [
        (
            str(voice["claims"]),
            f"{voice['share']:.0%}"[:-1],
            str(voice["alone"]),
            f"{voice['share_alone']:.0%}"[:-1],
            voice["name"],
            place.format(**voice["place"]),
            voice["record"],
        )
        for voice in voices
    ]
    counts = [
        count for stock in found["stocks"] for count in (stock["count"], *(gap["count"] for gap in stock["gaps"]))
    ]
    table = text.split("\n\n")[1].splitlines()[1:]
    assert [[int(cell) for cell in re.findall(r"\d+", row)] for row in table] == [
        [count["all"], *(count["articles"][article] for article in found["articles"])] for count in counts
    ]


def test_the_same_content_gives_the_same_report():
    """Two runs of the program say the same to the byte, however Python orders its sets."""
    said = [
        subprocess.run(
            [sys.executable, "-m", "builder", "report", "--json"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]

    assert said[0] == said[1] != b""


def test_faulty_content_is_told_and_not_reported_on(tmp_path):
    """Where the content has errors the report ends with 1, says where they are, and prints nothing else."""
    folder = kettle(tmp_path, claim(["leger-1901 supports"]))

    ended = CliRunner().invoke(main, ["report", "--json", "--root", str(folder)])

    assert (ended.exit_code, ended.stdout) == (1, "")
    assert ended.stderr.startswith("content/claims.yaml:18:16: error[references-exist]: unknown source `leger-1901`")


def test_many_articles_stand_in_several_tables(tmp_path):
    """The figures of more than three articles stand in tables below one another, each narrow enough to read."""
    more = {
        path.replace("kettle", name): text
        for name in ("all", "cup", "pot", "urn")
        for path, text in edited(f"{ARTICLE}\n{NOTES}\n").items()
    }
    ended = CliRunner().invoke(main, ["report", "--root", str(kettle(tmp_path, **more))])
    tables = ended.stdout.split("\n\n")[1:3]

    assert [table.splitlines()[0].split() for table in tables] == [["all", "all", "cup", "kettle"], ["pot", "urn"]]
    assert [table.splitlines()[1].split() for table in tables] == [
        ["paragraphs", "10", "2", "2", "2"],
        ["paragraphs", "2", "2"],
    ]


# Paragraphs


def test_a_paragraph_with_quoted_words_wants_a_note(tmp_path):
    """In a digest a paragraph or heading with quoted words and no note is listed; one without quoted words is not."""
    text = """\
        The board counted “ten chests of green tea” at the quay.

        ## “Tea at last”

        Nobody is quoted here.

        “The best
        of the year”, said a clerk, and said it again, and again, and again, until the lamps were lit.
        """
    found = reported(kettle(tmp_path, **{ARTICLE: HEAD.format(rights="quoted") + dedent(text)}))

    assert [(str(item.place), item.record, item.title) for item in gap(found, "paragraphs-without-a-note").items] == [
        (f"{ARTICLE}:14:1", "article:kettle#p2", "“Tea at last”"),
        (
            f"{ARTICLE}:18:1",
            "article:kettle#p4",
            "“The best of the year”, said a clerk, and said it again, and again, …",
        ),
    ]
    assert found.stocks[0].count.all == 3


def test_every_paragraph_of_a_full_text_wants_a_note(tmp_path):
    """In a text that may stand whole every paragraph is listed in which no note binds, quoted or not."""
    text = """\


        [Ada](actor:ada-leaf) says it rained.

        They landed ten chests.

        - *It* rained.
        - It rained.
        """
    changed = {ARTICLE: HEAD.format(rights="public-domain") + dedent(text)}
    found = reported(kettle(tmp_path, **changed))

    assert told(found, "paragraphs-without-a-note") == [
        (14, "article:kettle#p1", ""),
        (18, "article:kettle#p3", ""),
        (19, "article:kettle#p4", ""),
    ]


def test_an_originals_lines_are_its_own_files(tmp_path):
    """Of an original in place of its digest every line that is not empty counts, and is found in its own file."""
    originals = tmp_path / "originals"
    originals.mkdir()
    (originals / "kettle.txt").write_text("\nTEA\n\nThey landed ten chests.\nThe lamps were lit.\n", encoding="utf-8")
    content = private(sound(kettle(tmp_path / "site"))[0], originals)

    found = gap(report(content), "paragraphs-without-a-note").items

    assert [(str(item.place), item.title) for item in found] == [
        ("kettle.txt:2:1", "TEA"),
        ("kettle.txt:5:1", "The lamps were lit."),
    ]


def test_a_passage_over_two_paragraphs_is_a_note_to_both(tmp_path):
    """A note whose passage begins in one paragraph and ends in the next binds in both of them, not in the third."""
    text = "They landed ten\n\nchests of tea.\n\nThe lamps were lit.\n"
    found = reported(kettle(tmp_path, **{ARTICLE: HEAD.format(rights="licensed") + text}))

    assert records(found, "paragraphs-without-a-note") == ["article:kettle#p3"]


# Claims

GAPS = (
    "claims-without-evidence",
    "claims-without-support",
    "claims-with-one-origin",
    "claims-without-a-primary-source",
)
NONE, NO_SUPPORT, ONE, NO_PRIMARY = GAPS
WALLS, LEDGER = "comes down to source:scrawl, source:wall", "comes down to source:ledger-1901"


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        ([], {NONE: ""}),
        (["wall context"], {NONE: "1 source for context"}),
        (["ledger-1901 disputes", "wall disputes", "leaf-1901 context"], {NO_SUPPORT: "2 sources against it"}),
        (["ledger-1901 supports"], {ONE: "1 source, 1 origin: Tea Board"}),
        (["ledger-1901 supports", "weigh-slip supports"], {ONE: "2 sources, 1 origin: Tea Board"}),
        (["ledger-1901 supports", "leaf-copy supports"], {ONE: "2 sources, 1 origin: Tea Board"}),
        (["ledger-1901 supports", "ledger-1901 supports"], {ONE: "1 source, 1 origin: Tea Board"}),
        (["ledger-1901 supports", "leaf-1901 disputes"], {ONE: "1 source, 1 origin: Tea Board"}),
        (["ledger-1901 supports", "leaf-1901 supports"], {}),
        (["leaf-copy supports"], {ONE: "1 source, 1 origin: Tea Board"}),
        (
            ["leaf-copy supports, derived_from: []"],
            {ONE: "1 source, 1 origin: Daily Leaf", NO_PRIMARY: "comes down to source:leaf-copy"},
        ),
        (["wall supports", "leaf-1901 supports"], {NO_PRIMARY: "comes down to source:leaf-1901, source:wall"}),
        (
            ["wall supports, derived_from: [leaf-1901]"],
            {ONE: "1 source, 1 origin: Daily Leaf", NO_PRIMARY: "comes down to source:leaf-1901"},
        ),
        (["wall supports", "scrawl supports"], {ONE: "2 sources, 1 origin: A Wall", NO_PRIMARY: WALLS}),
        (["ledger-1901 supports, shows: hearsay"], {ONE: "1 source, 1 origin: Tea Board", NO_PRIMARY: LEDGER}),
        (["weigh-slip supports, shows: paper, note: A page of the book."], {ONE: "1 source, 1 origin: Tea Board"}),
        (["leaf-copy supports", "ledger-1901 disputes"], {NO_SUPPORT: "1 source against it"}),
        (["leaf-copy supports", "ledger-1901 context"], {}),
    ],
    ids=lambda value: "; ".join(value) or "nothing" if isinstance(value, list) else "",
)
def test_a_claim_stands_in_the_lists_of_what_it_lacks(tmp_path, evidence, expected):
    """What is held for and against a claim says in which lists it stands, and what is told of it there."""
    found = reported(kettle(tmp_path, VOICES + claim(evidence)))

    assert {
        name: note
        for name in GAPS
        for line, record, note in told(found, name)
        if (line, record) == (12, "claim:some-claim")
    } == expected


def test_every_claim_is_told_as_its_page_tells_it(site):
    """The lists agree with what the claims' own pages count: each has no support, one origin or more of them."""
    found, edition = report(site.content), resolve(site.content)
    by_origins = {
        number: {f"claim:{id}" for id, one in edition.claims.items() if min(2, len(one.support.origins)) == number}
        for number in (0, 1, 2)
    }
    none, without, one = ({*records(found, name)} for name in (NONE, NO_SUPPORT, ONE))

    assert none | without == by_origins[0]
    assert none & without == set()
    assert one == by_origins[1]
    assert found.stocks[1].count.all == len(edition.claims) == sum(len(claims) for claims in by_origins.values())
    assert {*records(found, NO_PRIMARY)} == {
        f"claim:{id}" for id, one in edition.claims.items() if one.support.origins and _lowest(edition, id)
    }


def _lowest(edition, id):
    """Whether every line in support that brings a voice shows the claim on the lowest rung."""
    shown = {one.shows.id for one in edition.claims[id].evidence if one.stance == "supports" and one.shows}
    return shown == {edition.site.ladder[0].id}


# Sources


def test_sources_that_were_not_read_say_how_much_leans_on_them(tmp_path):
    """A source that was not opened stands in the list of how it was checked, with the claims that lean on it."""
    found = reported(
        kettle(
            tmp_path,
            VOICES
            + claim(["leaf-1901 supports", "leaf-1901 context"], id="one-claim")
            + claim(["leaf-1901 disputes"], id="other-claim"),
        )
    )

    assert told(found, "sources-only-catalogued") == [(10, "source:weigh-slip", "")]
    assert told(found, "sources-only-recalled") == [(12, "source:leaf-1901", "evidence of 2 claims")]
    assert told(found, "sources-only-quoted") == [(16, "source:wall", "")]
    assert told(found, "sources-read-in-part") == [(18, "source:scrawl", "")]


def test_sources_that_a_reader_cannot_go_to_are_listed(tmp_path):
    """A source with neither an address nor a copy in an archive stands in a list of its own."""
    found = reported(kettle(tmp_path, VOICES))

    assert records(found, "sources-without-an-address") == [
        "source:ledger-1901",
        "source:weigh-slip",
        "source:leaf-1901",
        "source:leaf-copy",
    ]


# Records

AFTER = "+   sources: [ledger-1901], checked: 2026-06-01}\n"
NOTE = f"{NOTES}\n-   note: The board said so [@ledger-1901].\n+   note: "
STORY = "content/pages/story.md\n+ ---\n+ title: The story\n+ ---\n+ She is [her](actor:ada-leaf).\n"
EVENT = (
    "content/events.yaml\n+ pouring: {{date: 1901-05, title: A pouring, strand: green, summary: {}, about: ['{}'],\n"
)
BAN = """\
content/sanctions.yaml
+ ban: {{target: {}, authority: {}, listing_date: 1901-06, measures: [kettle-ban], strand: green, reason: Tea.,
"""

REACHED = {
    "a link in a note": NOTE + "So said [her](actor:ada-leaf).\n",
    "a field of a claim": (
        "content/claims.yaml\n-     - {by: tea-board, on: 1901-05, verb: said, source: ledger-1901}\n"
        "+     - {by: ada-leaf, on: 1901-05, verb: said, source: ledger-1901}\n"
    ),
    "an event about what is reached": EVENT.format("'With [her](actor:ada-leaf).'", "claim:ten-chests") + AFTER,
    "a sanction against what is reached": BAN.format("tea-board", "ada-leaf") + AFTER,
    "the other end of a cross-link": (
        claim(["ledger-1901 supports"], id="other-claim").replace("by: tea-board", "by: ada-leaf")
        + "content/crosslinks.yaml\n+ both: {from: other-claim, to: ten-chests, relation: same-pot, reason: One pot.,\n"
        + AFTER
    ),
    "a correction of what is reached": (
        "content/corrections.yaml\n+ put-right: {on: 2026-06-01, about: ['claim:ten-chests'], was: Nine., "
        "now: 'Ten, says [she](actor:ada-leaf).'}\n"
    ),
    "a page that a note leads to": STORY + NOTE + "It is [told](page:story).\n",
}
"how a reader can come to an actor, as edits of the small sound site"

NOT_REACHED = {
    "nothing": "",
    "naming what is reached is no way back": (
        "content/actors.yaml\n-   summary: She pours, for the [Tea Board](actor:tea-board).\n"
        "+   summary: She counted [ten chests](claim:ten-chests).\n"
    ),
    "a page that nothing leads to": STORY,
    "an event about something else": EVENT.format("She poured.", "actor:ada-leaf") + AFTER,
    "an authority's own acts": BAN.format("ada-leaf", "tea-board") + AFTER,
}


@pytest.mark.parametrize("edits", REACHED.values(), ids=REACHED)
def test_what_a_reader_can_come_to_is_reached(tmp_path, edits):
    """A record that a reader can come to from an article, step by step, is not among those never reached."""
    found = reported(kettle(tmp_path, edits))

    assert records(found, "records-never-reached") == []


@pytest.mark.parametrize("edits", NOT_REACHED.values(), ids=NOT_REACHED)
def test_what_no_article_leads_to_is_listed(tmp_path, edits):
    """A record that nothing leads to from an article is listed, even if it names what is reached."""
    found = reported(kettle(tmp_path, edits))

    assert told(found, "records-never-reached")[0] == (7, "actor:ada-leaf", "")


def test_what_a_note_cites_is_reached(tmp_path):
    """A source that a note cites is reached."""
    found = reported(kettle(tmp_path, VOICES + NOTE + "It stood there [@wall].\n"))

    assert "source:wall" not in records(found, "records-never-reached")


# By article


def test_each_article_has_its_own_figures(tmp_path):
    """Each article has its own figures: a claim that only another claim names is not among its claims."""
    notes = """\
        best:
          quote: the best of the year
          motivation: commenting
          note: It rained, says [a claim](claim:some-claim).
        """
    cup = {path.replace("kettle", "cup"): text for path, text in edited(f"{ARTICLE}\n").items()}
    changed = {**cup, "content/articles/cup/annotations.yaml": notes}
    some = claim(["leaf-1901 supports"]).replace("So it was said.", "'As [here](claim:ten-chests).'")
    found = reported(kettle(tmp_path, VOICES + some, **changed))

    assert [(item.record, item.articles) for item in gap(found, ONE).items] == [
        ("claim:ten-chests", ("kettle",)),
        ("claim:some-claim", ("cup",)),
    ]
    assert [(item.record, item.articles) for item in gap(found, "sources-only-recalled").items] == [
        ("source:leaf-1901", ("cup",))
    ]
    assert {stock.name: stock.count.articles for stock in found.stocks} == {
        "paragraphs": {"cup": 2, "kettle": 2},
        "claims": {"cup": 1, "kettle": 1},
        "sources": {"cup": 2, "kettle": 1},
        "records": {"cup": 6, "kettle": 3},
    }
    assert records(found, "paragraphs-without-a-note") == ["article:cup#p1", "article:kettle#p2"]


def test_a_claim_of_both_articles_is_counted_once_in_all(tmp_path):
    """A claim that the notes of two articles name counts in each of them, and once in all."""
    cup = {path.replace("kettle", "cup"): text for path, text in edited(f"{ARTICLE}\n{NOTES}\n").items()}
    found = reported(kettle(tmp_path, **cup))

    assert gap(found, ONE).count.all == 1
    assert gap(found, ONE).count.articles == {"cup": 1, "kettle": 1}


# Strands


def test_a_strand_says_whom_it_rests_on(tmp_path):
    """Per voice the claims in whose support it takes part, and those that rest on it alone; those in most first."""
    found = reported(
        kettle(
            tmp_path,
            VOICES
            + claim(["ledger-1901 supports", "wall supports"], id="two-voices")
            + claim(["weigh-slip supports"], id="the-part")
            + claim(["leaf-1901 supports", "ledger-1901 disputes"], id="leaf-alone")
            + claim(["ledger-1901 disputes"], id="nobody")
            + claim([], id="nothing", strand="black"),
        )
    )
    green, black = found.strands

    assert (green.name, green.label, green.claims, green.without_support) == ("green", "Green tea", 5, 1)
    assert [(one.record, one.name, one.claims, one.share, one.alone, one.share_alone) for one in green.voices] == [
        ("actor:tea-board", "Tea Board", 3, 0.6, 2, 0.4),
        ("actor:daily-leaf", "Daily Leaf", 1, 0.2, 1, 0.2),
        ("publisher:A Wall", "A Wall", 1, 0.2, 0, 0.0),
    ]
    assert (black.claims, black.without_support, black.voices) == (1, 1, ())


def test_a_strand_without_claims_is_empty(tmp_path):
    """A strand in which nothing is claimed yet has no voices and no shares."""
    found = reported(kettle(tmp_path))

    assert (found.strands[1].name, found.strands[1].claims, found.strands[1].voices) == ("black", 0, ())


# The built sites


def page(site, path):
    """Return one page, parsed; the other pages of the site are not looked at."""
    return BeautifulSoup((site.folder / path).read_text(encoding="utf-8"), "html.parser")


HOW = {
    "partly": "sources-read-in-part",
    "quoted": "sources-only-quoted",
    "catalogued": "sources-only-catalogued",
    "recalled": "sources-only-recalled",
}
"the list in which a source stands, by how it was checked"


def _as_written(records):
    """Return records in the order of their files and lines."""
    return sorted(records.values(), key=lambda record: (record.written.at().path, record.written.at().line))


def test_the_sums_agree_with_the_content(site):
    """On whole sites the figures are those of the content, lists are as long as they say, and nothing counts twice."""
    content, found = site.content, report(site.content)
    counts = {stock.name: stock.count.all for stock in found.stocks}

    assert counts["claims"] == len(content.claims) == sum(strand.claims for strand in found.strands)
    assert counts["sources"] == len(content.sources)
    assert counts["records"] == sum(
        1 for kind, _ in content.everything() if kind not in ("article", "page", "annotation", "site")
    )
    for how, name in HOW.items():
        assert records(found, name) == [
            f"source:{source.id}" for source in _as_written(content.sources) if source.checked.how == how
        ]
    for stock in found.stocks:
        for one in stock.gaps:
            assert len({item.record for item in one.items}) == len(one.items) == one.count.all
            assert one.count.articles == {
                article: sum(article in item.articles for item in one.items) for article in content.articles
            }
    for strand in found.strands:
        assert sum(voice.alone for voice in strand.voices) == sum(
            f"claim:{claim.id}" in records(found, ONE)
            for claim in content.claims.values()
            if claim.strand == strand.name
        )
        assert strand.without_support == sum(
            f"claim:{claim.id}" in records(found, NONE) + records(found, NO_SUPPORT)
            for claim in content.claims.values()
            if claim.strand == strand.name
        )


def test_paragraphs_without_a_note_have_no_mark_on_their_page(site):
    """The paragraphs listed are those of the built page, at the address given, in which nothing is marked."""
    found = gap(report(site.content), "paragraphs-without-a-note").items
    listed = {tuple(item.record.removeprefix("article:").split("#")) for item in found}
    blocks = {
        (article.id, str(block["id"])): block
        for article in site.content.articles.values()
        for block in page(site, f"articles/{article.id}/index.html").find_all(id=re.compile(r"^p\d+$"))
    }

    assert listed & blocks.keys() == {
        (article, id)
        for (article, id), block in blocks.items()
        if not block.find(class_="mark") and (site.content.articles[article].rights != "quoted" or "“" in block.text)
    }


def test_every_line_leads_to_its_record(site):
    """At the place that an item names stands the key of its record, or the first word of its paragraph.

    A voice without a profile is named by its publisher, and leads to the first of the publisher's sources.
    """
    found = report(site.content)
    items = [item for stock in found.stocks for one in stock.gaps for item in one.items]

    for item in [*items, *(voice for strand in found.strands for voice in strand.voices)]:
        line = (site.root / item.place.path).read_text(encoding="utf-8").splitlines()[item.place.line - 1]
        kind, _, id = item.record.partition(":")
        if kind == "publisher":
            first = next(one for one in site.content.sources.values() if one.publisher == id)
            assert line.startswith(f"{first.id}:") and item.name == id
        else:
            assert line.startswith(f"{id}:") if kind != "article" else item.title.split()[0] in line


def test_items_stand_in_the_order_of_their_files(site):
    """Each list goes through the files from top to bottom, so that an editor can work along it."""
    for stock in report(site.content).stocks:
        for one in stock.gaps:
            places = [(item.place.path, item.place.line) for item in one.items]
            assert places == sorted(places)
