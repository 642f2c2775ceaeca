"""An article's words, and the passages that its notes are bound to, in the digest, the original and the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from sites import edited, make_sound_site

from builder import passages, prose
from builder.build import private, sound
from builder.edition import Article
from builder.problems import BuildFailed
from builder.resolve import resolve

ORIGINAL = "Ten chests\n\nThe *board* counted ten chests of green tea [@quay].\nIt was the best of the year, he said.\n"
DIGEST = "content/articles/kettle/article.md"
NOTES = "content/articles/kettle/annotations.yaml"
WORDS = "- The board counted “ten chests of green tea” at the quay.\n+ "


def article(root: Path, edits: str = "", originals: Path | None = None) -> Article:
    """The article as it is published."""
    content, _ = sound(make_sound_site(root, **edited(edits)))
    return resolve(private(content, originals) if originals else content).articles["kettle"]


def marked(published: Article) -> list[tuple[str, str, int]]:
    """The words that each mark covers, with its note and its number."""
    return [(mark.span.of(published.text.text), mark.id, mark.number) for mark in published.marks]


def note(id: str, quote: str) -> str:
    return f"+ {id}:\n+   quote: {quote}\n+   motivation: commenting\n+   note: N.\n"


def test_notes_are_numbered_in_the_order_of_the_text(tmp_path: Path) -> None:
    """Wherever they stand in the file, notes are numbered by where their passages begin."""
    edits = f"{NOTES}\n{note('year', 'of the year')}{note('best', 'the best of')}{note('green', 'green tea')}"

    assert marked(article(tmp_path, edits)) == [
        ("ten chests", "ten", 1),
        ("green tea", "green", 2),
        ("the best of", "best", 3),
        ("of the year", "year", 4),
    ]


def test_notes_on_the_same_words_are_numbered_by_their_end_and_their_id(tmp_path: Path) -> None:
    """Of passages that begin together the shorter comes first, and of the same passage the first id."""
    edits = f"{NOTES}\n{note('b-same', 'ten chests')}{note('longer', 'ten chests of')}{note('a-same', 'ten chests')}"

    assert [id for _, id, _ in marked(article(tmp_path, edits))] == ["a-same", "b-same", "ten", "longer"]


def test_a_note_shows_the_words_as_the_article_prints_them(tmp_path: Path) -> None:
    """A note's quote is the article's print on one line, whatever the editor typed."""
    edits = (
        f"{DIGEST}\n{WORDS}The board counted “it’s – *ten*\n+ chests” there.\n"
        f'{NOTES}\n-   quote: ten chests\n+   quote: "it\'s - ten chests"\n'
    )
    published = article(tmp_path, edits)

    assert [one.quote for one in published.notes] == ["it’s – ten chests"]
    assert [mark.label for mark in published.marks] == ["Note 1, claim: it’s – ten chests"]


def test_a_note_knows_its_paragraph(tmp_path: Path) -> None:
    """Paragraphs count from one, headings among them."""
    published = article(tmp_path, f"{NOTES}\n{note('best', 'the best')}")

    assert [one.paragraph for one in published.notes] == [1, 2]


@pytest.mark.parametrize(
    ("about", "kind"),
    [
        ("[claim:ten-chests, actor:ada-leaf]", "claim"),
        ("[actor:ada-leaf, claim:ten-chests]", "actor"),
        ("[source:ledger-1901]", "term"),
        ("[]", "comment"),
    ],
)
def test_a_passage_is_what_its_note_is_about_first(tmp_path: Path, about: str, kind: str) -> None:
    """A passage is a claim, an actor, a term or, if its note is about nothing of ours, a comment."""
    published = article(tmp_path, f"{NOTES}\n-   about: [claim:ten-chests]\n+   about: {about}\n")

    assert [mark.kind for mark in published.marks] == [kind]


@pytest.mark.parametrize(
    "words",
    [
        "[](actor:tea-board) counted “ten chests of tea” for [](actor:ada-leaf).",
        "[](actor:tea-board)[](actor:ada-leaf) “ten chests”[](claim:ten-chests) there.",
        "The [board](actor:tea-board) counted “ten chests” for [](actor:ada-leaf).",
        "*[](actor:ada-leaf)* [](source:ledger-1901): “ten *chests* of tea” [@ledger-1901].",
    ],
)
def test_titles_of_links_do_not_move_the_marks(tmp_path: Path, words: str) -> None:
    """A link without words takes its record's title, and the marks stay on the words that they are bound to."""
    published = article(tmp_path, f"{DIGEST}\n{WORDS}{words}\n")

    assert marked(published) == [("ten chests", "ten", 1)]
    assert "Ada Leaf" in published.text.text


def test_a_title_inside_a_passage_is_marked_with_it(tmp_path: Path) -> None:
    """Where a link without words stands within a passage its title is marked too."""
    published = article(tmp_path, f"{DIGEST}\n{WORDS}It counted “ten [](actor:ada-leaf) chests” there.\n{NOTES}\n" + (
        "-   quote: ten chests\n+   quote: ten  chests\n"
    ))  # fmt: skip

    assert marked(published) == [("ten Ada Leaf chests", "ten", 1)]


def test_the_same_note_binds_in_the_original(tmp_path: Path) -> None:
    """With the original in the digest's place the very same notes are bound to its words, which are no Markdown."""
    (tmp_path / "kettle.txt").write_text(ORIGINAL, encoding="utf-8")
    published = article(tmp_path / "site", f"{NOTES}\n{note('best', 'the best of the year')}", tmp_path)

    assert marked(published) == [("ten chests", "ten", 1), ("the best of the year", "best", 2)]
    assert [block.of(published.text.text) for block in published.text.blocks] == [
        "Ten chests",
        "The *board* counted ten chests of green tea [@quay].",
        "It was the best of the year, he said.",
    ]
    assert published.text.citations == ()
    assert not published.is_digest


@pytest.mark.parametrize(
    ("original", "said"),
    [
        ("Nine chests.\n", "the quote “ten chests” does not stand in kettle"),
        (
            "The ten chests were not ten chests.\n",
            "the quote “ten chests” stands 2 times in kettle; add the words around it",
        ),
    ],
)
def test_a_note_that_does_not_bind_in_the_original_is_refused(tmp_path: Path, original: str, said: str) -> None:
    """In the original, too, nothing is bound by guess."""
    (tmp_path / "kettle.txt").write_text(original, encoding="utf-8")

    with pytest.raises(BuildFailed) as failed:
        article(tmp_path / "site", originals=tmp_path)
    assert [str(one).split(": ", 2)[2].split("\n")[0] for one in failed.value.problems] == [said]


def test_signs_of_markdown_in_an_original_name_nobody(tmp_path: Path) -> None:
    """What looks like a link or a citation in an original is its text: it is not checked, and nobody is named by it."""
    text = "[](actor:nobody) [Ada](actor:ada-leaf) [@Nothing], ten chests [@quay].\n"
    (tmp_path / "kettle.txt").write_text(text, encoding="utf-8")
    content, _ = sound(make_sound_site(tmp_path / "site"))
    edition = resolve(private(content, tmp_path))

    assert edition.articles["kettle"].text.text == text
    assert [link.owner.kind for link in edition.actors["ada-leaf"].backlinks] == []


def test_a_digest_is_read_as_markdown(tmp_path: Path) -> None:
    """A digest's words are those between its Markdown's signs."""
    content, _ = sound(make_sound_site(tmp_path, **edited(f"{DIGEST}\n{WORDS}The *board* counted “ten chests”.\n")))
    digest = content.articles["kettle"]

    assert passages.text_of(content, digest) == prose.parse(digest.text)
    assert passages.text_of(content, digest).text.startswith("The board counted “ten chests”.\n")


def test_a_selector_uses_all_its_parts(tmp_path: Path) -> None:
    """A note means the passages that have its quote, its prefix and its suffix."""
    content, _ = sound(make_sound_site(tmp_path))
    written = content.annotations["kettle"]["ten"]
    text = "a ten chests b, a ten chests c, d ten chests c"

    def starts(**around: str) -> list[int]:
        return [span.start for span in passages.spans(text, written.model_copy(update=around))]

    assert starts() == [2, 18, 34]
    assert starts(prefix="a") == [2, 18]
    assert starts(suffix="c") == [18, 34]
    assert starts(prefix="a", suffix="c") == [18]
