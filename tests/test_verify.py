"""Digests against their originals: what is quoted is printed there, what is not quoted is ours."""

from __future__ import annotations

from textwrap import dedent

import pytest
from sites import SOUND, make_sound_site

from builder.build import verified
from builder.problems import BuildFailed

ORIGINAL = """\
TEN CHESTS AT THE QUAY
The board counted ten chests of green tea at the quay on Friday, and it counted them twice before supper.

A clerk called them “the best of the year” and then, when the lamps were lit, the worst.
The quay was empty on Saturday.
"""

DIGEST = """\
The headline has the number, “TEN CHESTS”, and the place.

The board is said to have found “ten chests of green tea”, and to have “counted them twice”.

Of a clerk we hear that to him they were “the best of the year” first, and later “the worst”.

A day later the “quay was empty”.
"""

HEAD = """\
---
title: Ten chests of tea
publisher: tea-board
published: 1901-06-01
language: en
original: kettle.txt
word_count: {words}
rights: quoted
source: ledger-1901
---

"""

NOTES = """\
ten:
  quote: ten chests
  motivation: assessing
  about: [claim:ten-chests]
  stance: asserts
  note: The board said so [@ledger-1901].
empty:
  quote: quay was empty
  motivation: commenting
  note: It rained.
"""

ARTICLE = "content/articles/kettle/article.md"


@pytest.fixture
def told(tmp_path):
    """What `verify` says of a digest, as lines; what is not given is sound."""

    def verify(digest=DIGEST, original=ORIGINAL, notes=NOTES, words=49, share=0.5, **changed):
        head = HEAD.format(words=words)
        files = {**SOUND, ARTICLE: head + digest, "content/articles/kettle/annotations.yaml": notes}
        for path, (old, new) in changed.items():
            assert files[path].count(old) == 1, path
            files[path] = dedent(files[path]).replace(old, new)
        root = make_sound_site(tmp_path / "site", **{path: dedent(text).encode() for path, text in files.items()})
        site = (root / "site.yaml").read_text()
        (root / "site.yaml").write_text(site + f"quotation: {{longest: 30, share: {share}}}\n")
        (tmp_path / "originals").mkdir()
        if original is not None:
            (tmp_path / "originals" / "kettle.txt").write_text(original, encoding="utf-8")
        return "\n".join(str(problem) for problem in verified(root, tmp_path / "originals")).splitlines()

    return verify


def test_a_digest_that_keeps_to_its_original_holds(told):
    """Quotations as printed, all paragraphs, own words between them: nothing to say."""
    assert told() == []


def test_the_digest_of_the_tea_site_holds(tea):
    """The digest of the foreign site keeps to its original."""
    assert verified(tea, tea / "originals") == ()


COPIED = "the board counted ten chests of green tea at the quay on Friday"


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/claims.yaml", "Ten chests of tea came in in May 1901.", f"They say {COPIED}."),
        ("content/claims.yaml", "reason: The ledger has them.", f"reason: 'So {COPIED}.'"),
        ("content/sources.yaml", "It lists the chests that came in.", f"{COPIED}."),
        ("content/actors.yaml", "It counts chests [@ledger-1901].", f"In May {COPIED} [@ledger-1901]."),
        ("content/articles/kettle/annotations.yaml", "It rained.", f"“So” {COPIED}."),
    ],
)
def test_a_record_does_not_copy_an_article_either(told, path, old, new):
    """Eight words of an original in a row that stand unquoted in any record are found there."""
    found = told(**{path: (old, new)})

    assert len(found) == 2
    assert found[0].startswith(f"{path}:")
    assert "error[unquoted]: 8 or more words in a row of kettle stand unquoted in" in found[0]
    assert "“the board counted ten chests of green tea …”" in found[0]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/claims.yaml", "Ten chests of tea came in in May 1901.", f"They say “{COPIED}”."),
        ("content/claims.yaml", "Ten chests of tea came in in May 1901.", "A board counted ten chests of green tea."),
        ("content/sources.yaml", "title: The ledger of 1901", f"title: {COPIED}"),
        ("content/sources.yaml", "language: en", f"language: en\n  excerpt: {COPIED}"),
    ],
    ids=["quoted", "seven words", "a title", "an excerpt"],
)
def test_what_is_anothers_word_may_stand_in_a_record(told, path, old, new):
    """Words of the original may stand in a record between marks, in a title or in an excerpt, or if they are few."""
    assert told(**{path: (old, new)}) == []


def test_typographic_forms_are_forgiven(told):
    """Straight and curly marks, and line breaks inside a quotation, are the same words."""
    original = ORIGINAL.replace("counted them twice", "counted the board's own – twice")
    digest = DIGEST.replace("counted them twice", "counted the board’s\nown — twice")

    assert told(digest=digest, original=original, words=51) == []


def test_a_changed_quotation_is_found(told):
    """One word that is not printed so is placed, and the nearest words are shown."""
    assert told(digest=DIGEST.replace("the best of the year", "the best of this year")) == [
        "content/articles/kettle/article.md:16:43: error[misquoted]: "
        "“the best of this year” does not stand so in paragraph 3 of the original",
        "    nearest there: “the best of the year”",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [("“counted them", "“Counted them"), ("twice”", "twice,”"), ("“TEN CHESTS”", "“TEN CHEST”")],
)
def test_a_quotation_is_exact_to_the_letter(told, old, new):
    """A capital, a comma or half a word that the original does not have is a misquotation."""
    assert "[misquoted]" in told(digest=DIGEST.replace(old, new))[0]


def test_a_quotation_from_another_paragraph_is_found(told):
    """Words that stand elsewhere in the original are not a quotation of this paragraph."""
    assert told(digest=DIGEST.replace("“the worst”", "“on Saturday”")) == [
        "content/articles/kettle/article.md:16:83: error[misquoted]: "
        "“on Saturday” does not stand so in paragraph 3 of the original",
    ]


def test_a_left_out_paragraph_is_found(told):
    """A digest with a paragraph too few is told how the original's begin."""
    digest = DIGEST.replace("A day later the “quay was empty”.\n", "")

    assert told(digest=digest, notes=NOTES.replace("quay was empty", "counted them twice")) == [
        "content/articles/kettle/article.md:11:1: error[left-out]: "
        "the digest has 3 paragraphs, the original 4; write one for each, in order",
        "    the original's paragraphs begin:",
        "    1. TEN CHESTS AT THE QUAY …",
        "    2. The board counted ten chests of …",
        "    3. A clerk called them “the best …",
        "    4. The quay was empty on Saturday. …",
    ]


def test_a_paragraph_of_our_own_is_found(told):
    """A digest with a paragraph too many has not kept to its original either."""
    lines = told(digest=DIGEST + "\nWe never drank of it.\n")

    assert lines[0].endswith("the digest has 5 paragraphs, the original 4; write one for each, in order")


def test_an_unmarked_run_of_eight_words_is_found(told):
    """Eight of the original's words in a row that stand outside quotation marks are placed and shown."""
    digest = DIGEST.replace(
        "“the best of the year” first", "“the best of the year”, and then, when the lamps were lit, the worst"
    )

    assert told(digest=digest.replace(", and later “the worst”", "")) == [
        "content/articles/kettle/article.md:16:63: error[unquoted]: 8 or more of the original's words in a row "
        "stand unquoted: “and then when the lamps were lit the …”",
        "    say it in your own words, or put the words between “ and ”",
    ]


def test_seven_words_in_a_row_are_ours(told):
    """Seven words in a row may stand in both: so few say nothing of where they come from."""
    digest = DIGEST.replace("and to have “counted", "and it counted them twice before supper, “counted")

    assert told(digest=digest) == []


def test_a_run_does_not_reach_over_a_quotation_or_a_paragraph(told):
    """Words on both sides of a quotation, or of a paragraph's end, are not words in a row."""
    digest = DIGEST.replace(
        "The board is said to have found “ten chests of green tea”, and to have “counted them twice”.",
        "The board counted “ten chests of green tea” at the quay on Friday “counted them twice”.",
    )

    assert told(digest=digest) == []


def test_a_digest_that_quotes_too_much_is_found(told):
    """More than the share of the original that may be quoted is a fault, with the figures."""
    lines = told(share=0.40, digest=DIGEST.replace("A day later the “quay was", "It ends: “The quay was"), words=60)

    assert lines == [
        "content/articles/kettle/article.md:7:13: error[word-count]: "
        "the original has 49 words, not 60; write `word_count: 49`",
        "content/articles/kettle/article.md:11:1: error[budget]: "
        "21 of the original's 49 words are quoted (43%); at most 40% are allowed",
    ]


def test_a_budget_is_held_against_the_written_count_first(told):
    """With the right count the same excess is an error of the content, and nothing is verified."""
    with pytest.raises(BuildFailed, match=r"20 of the original's 49 words are quoted \(41%\); at most 39% are allowed"):
        told(share=0.39)


def test_a_wrong_word_count_is_found(told):
    """The number of words that the head gives is held against the original."""
    assert told(words=50) == [
        "content/articles/kettle/article.md:7:13: error[word-count]: "
        "the original has 49 words, not 50; write `word_count: 49`"
    ]


def test_a_note_that_binds_in_the_digest_only_is_found(told):
    """A quote that stands once in the digest and more often in the original would not bind there."""
    notes = NOTES.replace("quote: quay was empty", "quote: counted")

    assert told(notes=notes) == [
        "content/articles/kettle/annotations.yaml:8:10: error[unbound]: "
        "the quote “counted” stands 2 times in the original; it must bind in both",
        "    choose words that stand there once, or add the `prefix` or `suffix` that both have",
    ]


def test_a_note_bound_by_the_digests_own_words_is_found(told):
    """A prefix of our own wording is not in the original, so the note would be lost there."""
    notes = NOTES.replace("quote: quay was empty", "quote: quay was empty\n  prefix: A day later the “")

    assert [line for line in told(notes=notes) if "[unbound]" in line] == [
        "content/articles/kettle/annotations.yaml:8:10: error[unbound]: "
        "the quote “quay was empty” stands 0 times in the original; it must bind in both"
    ]


def test_all_faults_are_told_at_once_in_the_order_of_the_text(told):
    """A digest with several faults is told of all of them, from top to bottom."""
    digest = DIGEST.replace("“the worst”", "“the wurst”").replace("“TEN CHESTS”", "“TEN BAGS”")
    lines = told(digest=digest, words=48, notes=NOTES.replace("quay was empty", "the best of the year"))
    places = [line.split(": ", maxsplit=1)[0] for line in lines if not line.startswith(" ")]

    assert places == [
        "content/articles/kettle/article.md:7:13",
        "content/articles/kettle/article.md:12:31",
        "content/articles/kettle/article.md:16:83",
    ]


def test_a_missing_original_is_told(told):
    """An original that is not in the folder is a fault of the line that names it."""
    assert told(original=None) == [
        "content/articles/kettle/article.md:6:11: error[original]: its original `kettle.txt` is not in the folder "
        "of originals: there is no such file; make it, or delete its folder"
    ]
