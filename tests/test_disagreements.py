"""Where two articles, or an article and the record, say different things: found from the notes, shown side by side."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from sites import make_sound_site

from builder.build import build, sound
from builder.resolve import resolve

HEAD = """\
---
title: {title}
publisher: tea-board
published: {day}
language: en
rights: public-domain
source: ledger-1901
---
"""
CLAIM = """\
{id}:
  title: {id}
  statement: What {id} says.
  strand: green
  stated: [{{by: tea-board, on: 1901-05, verb: said, source: ledger-1901}}]
  evidence: [{{source: ledger-1901, stance: supports}}]
  assessments:
    - {{on: 1901-05, verdict: {first}, reason: At first.}}
    - {{on: 1902-05, verdict: {verdict}, reason: "As the ledger has it [@ledger-1901]."}}
  checked: 2026-06-01
"""
NOTE = """\
{id}:
  quote: {quote}
  motivation: commenting
  about: [{about}]
  {more}
  note: "A note on {id} [@ledger-1901]."
"""
HOLDS, OPEN, FAILS = "confirmed", "reported", "inaccurate"


def note(quote, about="claim:ten-chests", stance=None, differs=""):
    """Return a note as (quote, everything else that its editor writes)."""
    keys = (f"stance: {stance}" if stance else "", f"differs: [{differs}]" if differs else "")
    return quote, about, "\n  ".join(key for key in keys if key)


def an_article(title, day, notes):
    """Return an article and its notes as an editor writes them: a paragraph for each passage, in the order given."""
    passages = list(dict.fromkeys(quote for quote, _, _ in notes))
    text = HEAD.format(title=title, day=day) + "\n\n".join(f"It says {quote}." for quote in passages) + "\n"
    written = [
        NOTE.format(id=f"n{number}", quote=quote, about=about, more=more)
        for number, (quote, about, more) in enumerate(notes, 1)
    ]
    return text, "".join(reversed(written))


def laid_out(folder, kettle=(), pot=(), verdict=OPEN, first=OPEN, days=("1901-06-01", "1901-06-05")):
    """Write a site of two articles, The Kettle and The Pot, with these notes; return its folder."""
    files = {}
    for id, title, day, notes in (("kettle", "The Kettle", days[0], kettle), ("pot", "The Pot", days[1], pot)):
        text, written = an_article(title, day, notes or [note("nothing", about="actor:ada-leaf")])
        files |= {
            f"content/articles/{id}/article.md": text,
            f"content/articles/{id}/annotations.yaml": written,
        }
    claims = (CLAIM.format(id=id, verdict=verdict, first=first) for id in ("ten-chests", "nine-chests"))
    return make_sound_site(folder, **{**files, "content/claims.yaml": "".join(claims)})


def found(folder, kettle=(), pot=(), **site):
    """Return the disagreements of a site: the claim, who disagrees with whom, and whose words they are."""
    edition = resolve(sound(laid_out(folder, kettle, pot, **site))[0])
    return [
        (
            one.claim.id if one.claim else None,
            "articles" * one.between_articles + " record" * one.with_record,
            [f"{said.article.id}: {said.note.quote}" for said in one.sayings],
        )
        for one in edition.disagreements
    ]


# Between the articles


def test_other_words_alone_are_none(tmp_path):
    """Two articles that assert one claim, each in its own words, agree: nobody says that the words differ."""
    assert found(tmp_path, [note("ten came", stance="asserts")], [note("ten were seen", stance="asserts")]) == []


def test_words_that_are_said_to_differ_are_a_disagreement(tmp_path):
    """Where a note says how one article words a claim otherwise, both articles are heard, and the record."""
    pot = [note("ten were seen", stance="asserts", differs="wording")]

    assert found(tmp_path, [note("ten came", stance="asserts")], pot) == [
        ("ten-chests", "articles record", ["kettle: ten came", "pot: ten were seen"])
    ]


def test_another_stance_is_a_disagreement(tmp_path):
    """Two articles that use the same words, the one to assert a claim and the other to deny it, disagree."""
    assert found(tmp_path, [note("ten came", stance="asserts")], [note("ten came", stance="denies")]) == [
        ("ten-chests", "articles", ["kettle: ten came", "pot: ten came"])
    ]


@pytest.mark.parametrize("other", ["ten came", "Ten Came", "ten  came"])
def test_the_same_words_are_none(tmp_path, other):
    """Two articles that assert one claim in the same words agree, whatever their capitals and spaces."""
    assert found(tmp_path, [note("ten came", stance="asserts")], [note(other, stance="asserts")]) == []


def test_the_form_of_a_quotation_mark_is_no_disagreement(tmp_path):
    """The same words with other forms of an apostrophe and a dash are the same words."""
    kettle, pot = [note("Ada’s ten – all", stance="asserts")], [note("Ada's ten - all", stance="asserts")]

    assert found(tmp_path, kettle, pot) == []


def test_one_article_does_not_disagree_with_itself(tmp_path):
    """What one article says of a claim in two ways is no disagreement between articles."""
    assert found(tmp_path, [note("ten came", stance="asserts"), note("ten in all", stance="asserts")]) == []


def test_a_passage_without_a_stance_takes_no_part(tmp_path):
    """Who only mentions a claim neither asserts nor denies it, and disagrees with nobody."""
    assert found(tmp_path, [note("ten came", stance="asserts")], [note("some chests")]) == []


def test_other_claims_are_other_matters(tmp_path):
    """Two articles that speak of different claims do not disagree."""
    pot = [note("nine came", about="claim:nine-chests", stance="asserts")]

    assert found(tmp_path, [note("ten came", stance="asserts")], pot) == []


def test_every_passage_on_the_claim_is_heard(tmp_path):
    """Where articles disagree, all passages with a stance are heard: by article, in the order of its text."""
    kettle = [note("ten came", stance="asserts"), note("ten in all", stance="asserts"), note("tea")]
    pot = [note("ten never came", stance="denies"), note("ten went", stance="asserts")]

    assert found(tmp_path, kettle, pot) == [
        (
            "ten-chests",
            "articles",
            ["kettle: ten came", "kettle: ten in all", "pot: ten never came", "pot: ten went"],
        )
    ]


# With the record


@pytest.mark.parametrize(
    ("stance", "verdict", "disagrees"),
    [
        ("asserts", HOLDS, False),
        ("asserts", OPEN, False),
        ("asserts", FAILS, True),
        ("denies", HOLDS, True),
        ("denies", OPEN, False),
        ("denies", FAILS, False),
        (None, HOLDS, False),
        (None, FAILS, False),
    ],
)
def test_the_verdict_says_who_is_contradicted(tmp_path, stance, verdict, disagrees):
    """An article disagrees with the record where it asserts what does not hold, or denies what does."""
    expected = [("ten-chests", " record", ["kettle: ten came"])] if disagrees else []

    assert found(tmp_path, [note("ten came", stance=stance)], verdict=verdict) == expected


@pytest.mark.parametrize(("first", "verdict", "disagrees"), [(FAILS, HOLDS, False), (HOLDS, FAILS, True)])
def test_the_current_verdict_counts(tmp_path, first, verdict, disagrees):
    """An article is held against the record as it stands today, not as it once stood."""
    said = found(tmp_path, [note("ten came", stance="asserts")], first=first, verdict=verdict)

    assert bool(said) == disagrees


@pytest.mark.parametrize("verdict", [HOLDS, OPEN, FAILS])
def test_a_note_says_how_words_differ(tmp_path, verdict):
    """Words of which a note says that they differ are shown, whatever the verdict and with or without a stance."""
    kettle = [note("ten came", differs="quantity"), note("ten boxes", stance="asserts", differs="wording, date")]

    assert found(tmp_path, kettle, verdict=verdict) == [
        ("ten-chests", " record", ["kettle: ten came", "kettle: ten boxes"])
    ]


def test_only_the_words_that_differ_are_shown(tmp_path):
    """Where only some passages on a claim disagree with the record, the others are left out."""
    kettle = [note("ten came", stance="asserts"), note("ten boxes", stance="asserts", differs="wording"), note("tea")]

    assert found(tmp_path, kettle) == [("ten-chests", " record", ["kettle: ten boxes"])]


def test_beside_what_is_left_out_stands_what_was_said(tmp_path):
    """Where a note says that its words leave something out, the words that do take a stance are shown beside them."""
    kettle, pot = [note("ten came", stance="asserts"), note("tea")], [note("some came", differs="omission")]

    assert found(tmp_path, kettle, pot) == [("ten-chests", " record", ["kettle: ten came", "pot: some came"])]


def test_both_articles_may_disagree_with_the_record_in_the_same_words(tmp_path):
    """Two articles that agree with one another, and not with the record, are no disagreement between articles."""
    same = [note("ten came", stance="asserts")]

    assert found(tmp_path, same, same, verdict=FAILS) == [
        ("ten-chests", " record", ["kettle: ten came", "pot: ten came"])
    ]


def test_articles_may_disagree_with_one_another_and_the_record(tmp_path):
    """A claim on which both happens is shown once, with every passage once: those with a stance, then the others."""
    kettle = [note("ten boxes", differs="wording"), note("ten came", stance="asserts", differs="who")]
    pot = [note("ten never came", stance="denies"), note("a tenth", differs="quantity"), note("tea")]

    assert found(tmp_path, kettle, pot) == [
        (
            "ten-chests",
            "articles record",
            ["kettle: ten came", "pot: ten never came", "kettle: ten boxes", "pot: a tenth"],
        )
    ]


def test_words_may_differ_about_no_claim(tmp_path):
    """A note that says how words differ and names no claim is a disagreement of its own."""
    kettle = [note("Ada Leef", about="actor:ada-leaf", differs="name"), note("tea", about="actor:tea-board")]
    pot = [note("on Sunday", about="", differs="date")]

    assert found(tmp_path, kettle, pot) == [
        (None, " record", ["kettle: Ada Leef"]),
        (None, " record", ["pot: on Sunday"]),
    ]


def test_a_passage_asserts_the_first_claim_that_it_is_about(tmp_path):
    """Words on two claims that do not hold assert the first, and are held against the second in no way."""
    both = note("ten or nine", about="claim:nine-chests, claim:ten-chests", stance="asserts")
    other = note("ten or nine", about="actor:ada-leaf, claim:ten-chests, claim:nine-chests", stance="asserts")

    assert found(tmp_path / "a", [both], verdict=FAILS) == [("nine-chests", " record", ["kettle: ten or nine"])]
    assert found(tmp_path / "b", [other], verdict=FAILS) == [("ten-chests", " record", ["kettle: ten or nine"])]


def test_what_a_passage_denies_is_not_its_second_claim(tmp_path):
    """Two articles do not differ over a claim that one of them only touches while it asserts or denies another."""
    kettle = [note("ten came", stance="asserts")]
    pot = [note("nine never came", about="claim:nine-chests, claim:ten-chests", stance="denies")]

    assert found(tmp_path, kettle, pot) == []


def test_how_words_differ_is_said_of_every_claim(tmp_path):
    """In what a passage differs from the sources is held against each claim that it is about."""
    both = note("ten or nine", about="claim:nine-chests, claim:ten-chests", differs="quantity")

    assert found(tmp_path, [both]) == [
        ("nine-chests", " record", ["kettle: ten or nine"]),
        ("ten-chests", " record", ["kettle: ten or nine"]),
    ]


# Order


def test_disagreements_come_in_the_order_of_reading(tmp_path):
    """By the articles' dates, then by the text; what is about no claim comes last. Titles and files decide nothing."""
    first = [
        note("nine came", about="claim:nine-chests", differs="quantity"),
        note("Ada Leef", about="actor:ada-leaf", differs="name"),
    ]
    second = [note("ten came", differs="quantity"), note("nine went", about="claim:nine-chests", differs="date")]
    in_order = [
        ("nine-chests", " record", ["{}: nine came", "{}: nine went"]),
        ("ten-chests", " record", ["{}: ten came"]),
        (None, " record", ["{}: Ada Leef"]),
    ]

    forth = found(tmp_path / "a", first, second)
    back = found(tmp_path / "b", second, first, days=("1901-06-05", "1901-06-01"))

    assert [[words.split(": ")[1] for words in said] for _, _, said in forth] == [
        [words.split(": ")[1] for words in said] for _, _, said in in_order
    ]
    assert [(claim, kind) for claim, kind, _ in forth] == [(claim, kind) for claim, kind, _ in back]
    assert [words.split(": ")[0] for _, _, said in forth for words in said] == ["kettle", "pot", "pot", "kettle"]
    assert [words.split(": ")[0] for _, _, said in back for words in said] == ["pot", "kettle", "kettle", "pot"]


# On the page


def page_of(folder):
    return BeautifulSoup((folder / "disagreements" / "index.html").read_text(encoding="utf-8"), "html.parser")


def words(element):
    return " ".join(element.get_text().split())


def told(disagreement):
    """Return what a reader of the page finds in a disagreement: its head, the words and what is said of them."""
    sayings = [
        (words(saying.q), saying.a["href"], [words(mark) for mark in saying.select(".stance, .differs")])
        for saying in disagreement.select(".sayings > li")
    ]
    return words(disagreement.h3), sayings


def record(disagreement):
    """Return the verdict and the reason that stand below the words, as they are shown today."""
    verdict = [words(one) for one in disagreement.select(".record-says .verdict") if not one.has_attr("hidden")]
    return verdict, words(disagreement.select_one(".record-says"))


def test_the_page_sets_words_side_by_side(tmp_path):
    """The page shows the exact words of both articles, each with a link to its note, and the record beneath them."""
    kettle = [
        note("ten “fine” chests", stance="asserts", differs="wording"),
        note("Ada Leef", about="", differs="name"),
    ]
    pot = [note("ten never came", stance="denies"), note("nine came", about="claim:nine-chests", differs="who, date")]
    build(laid_out(tmp_path / "root", kettle, pot), tmp_path / "out")
    page = page_of(tmp_path / "out")
    between = page.select("#between ~ .disagreement")
    others = page.select("#with-record ~ .disagreement")

    assert [told(one) for one in between] == [
        (
            "What ten-chests says.",
            [
                (
                    "ten “fine” chests",
                    "../articles/kettle/index.html#note-n1",
                    ["asserts it", "differs in the wording"],
                ),
                ("ten never came", "../articles/pot/index.html#note-n1", ["denies it"]),
            ],
        )
    ]
    assert [told(one) for one in others] == [
        (
            "What nine-chests says.",
            [("nine came", "../articles/pot/index.html#note-n2", ["differs in who acts and the date"])],
        ),
        ("Ada Leef", [("Ada Leef", "../articles/kettle/index.html#note-n2", ["differs in a name"])]),
    ]
    assert record(between[0])[0] == ["o Reported"]
    assert record(between[0])[1].endswith("As the ledger has it1.")
    assert others[1].select(".record-says") == []
    assert [words(one.select_one(".reason")) for one in others] == ["A note on n21.", "A note on n21."]


def test_the_record_stands_below_all_words(tmp_path):
    """In a disagreement the articles' words come first, the verdict and its reason after them."""
    kettle, pot = [note("ten came", stance="asserts")], [note("ten were seen", stance="denies")]
    build(laid_out(tmp_path / "root", kettle, pot), tmp_path / "out")
    one = page_of(tmp_path / "out").select_one(".disagreement")

    assert [child.name for child in one.find_all(recursive=False)] == ["h3", "ul", "p"]


def test_a_site_without_disagreements_says_so(tmp_path):
    """Where nothing differs the page says that none has been noted."""
    build(laid_out(tmp_path / "root", [note("ten came", stance="asserts")]), tmp_path / "out")
    page = page_of(tmp_path / "out")

    assert page.select(".disagreement") == []
    assert words(page.select("main > p")[-1]) == "None has been noted."


def test_the_shipped_articles_differ_over_the_deal(shipped_site):
    """That a deal was reached: both articles' words stand side by side, as they print them, with the record beneath."""
    claim = shipped_site.content.claims["food-for-arms-deal"]
    one = page_of(shipped_site.folder).select_one("#between ~ #on-food-for-arms-deal")
    statement, sayings = told(one)
    verdicts, reason = record(one)

    assert statement == claim.statement
    assert {(link.split("/")[2], said) for said, link, _ in sayings} >= {
        ("latinpost-food-for-weapons", "entering a new deal"),
        ("cat-deal-reached", "have reportedly reached a deal"),
    }
    assert verdicts == ["▲ Overstated"]
    told_last = re.sub(r"\s*\[@[^\]]*\]", "", claim.assessments[-1].reason).rstrip(".")
    assert " ".join(told_last.split()[-8:]) in reason


def test_every_difference_noted_in_the_shipped_articles_is_shown(shipped_site):
    """Each note on the shipped articles that says in what its words differ stands on the page and says it there."""
    shown = {
        saying.a["href"]
        for saying in page_of(shipped_site.folder).select(".disagreement .sayings > li")
        if saying.q and saying.select(".differs")
    }
    noted = {
        f"../articles/{article}/index.html#note-{one.id}"
        for article, notes in shipped_site.content.annotations.items()
        for one in notes.values()
        if one.differs
    }

    assert len(noted) > 20
    assert shown == noted
