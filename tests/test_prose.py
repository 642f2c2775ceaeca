"""Markdown becomes words, citations, links and HTML; marks laid over the words leave them as they are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.utils import read_fixture_file

from builder import prose, quotes
from builder.prose import Mark, Prose
from builder.quotes import Span

CASES = Path(__file__).parent / "cases"
MARKS = read_fixture_file(CASES / "marks.md")
PROSE = read_fixture_file(CASES / "prose.md")


class Linker:
    """A page that shows where each link leads."""

    def link(self, kind: str, id: str) -> Mapping[str, str]:
        return {"href": f"{kind}/{id}"}

    def cite(self, source: str, locator: str) -> tuple[str, Mapping[str, str]]:
        return f"cited {source}", {"href": f"#{source}"}


class Reader(HTMLParser):
    """A reader of HTML that forgives nothing: what it reads, marked pieces and references in their order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words = ""
        "what is read, without white space, references and numbers of citations"
        self.pieces: dict[str, str] = {}
        "by note, the marked words"
        self.references: list[tuple[str, str, int]] = []
        "note, number and how many characters were read before"
        self.covering: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == [], f"not closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        assert not (tag == "a" and "a" in self.open), "a link in a link"
        assert not (tag == "span" and "span" in self.open), "a mark in a mark"
        if tag != "br":
            self.open.append(tag)
        if tag == "span":
            self.covering = str(found["data-notes"]).split()
        if tag == "a" and str(found.get("id", "")).startswith("ref-"):
            assert found["href"] == str(found["id"]).replace("ref-", "#note-")
            self.references.append((str(found["id"]).removeprefix("ref-"), "", len(self.words)))

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag == "span":
            self.covering = []

    def handle_data(self, data: str) -> None:
        read = "".join(data.split())
        if "sup" not in self.open:
            self.words += read
            for note in self.covering:
                self.pieces[note] = self.pieces.get(note, "") + read
        elif self.references and not data.startswith("cited"):
            note, number, at = self.references[-1]
            self.references[-1] = (note, number + data, at)


def bare(text: str) -> str:
    return "".join(text.split())


def mark(span: Span, number: int, kind: str = "claim") -> Mark:
    return Mark(span, str(number), kind, number, f"Note {number}")


def short(html: str) -> str:
    """The HTML with marks and references in the short form of cases/marks.md."""
    html = re.sub(r'<span class="mark [^"]*" data-notes="([^"]*)">', r"{\1|", html).replace("</span>", "}")
    html = re.sub(r'<sup class="ref [^"]*"><a [^>]*>(\d+)</a></sup>', r"^\1", html)
    return re.sub(r'<sup class="citation[^"]*"><a [^>]*>([^<]*)</a></sup>', r"[\1]", html)


@pytest.mark.parametrize(("line", "title", "case", "expected"), MARKS, ids=[case[1] for case in MARKS])
def test_marks_are_laid_over_the_words(line: int, title: str, case: str, expected: str) -> None:
    """Quotes that cross whatever there is in a paragraph are marked as cases/marks.md shows."""
    markdown, _, wanted = case.rstrip("\n").partition("\n---\n")
    read = prose.parse(markdown)
    found = [quotes.find(read.text, quote) for quote in wanted.splitlines()]
    marks = [mark(span, number) for number, (span,) in enumerate(found, 1)]

    assert short(prose.html(read, Linker(), marks)).strip() == expected.strip()


def test_a_mark_and_its_reference_say_what_they_are() -> None:
    """A marked piece names its kinds and notes; a reference is a raised link with a name for those who cannot see."""
    read = prose.parse("Ten chests of tea.")
    marks = [
        Mark(Span(0, 10), "ten", "claim", 1, 'Note 1, claim: "Ten chests"'),
        Mark(Span(4, 17), "of-tea", "actor", 2, "Note 2"),
    ]

    assert prose.html(read, Linker(), marks, numbered=True) == (
        '<p id="p1"><span class="mark mark-claim" data-notes="ten">Ten </span>'
        '<span class="mark mark-claim mark-actor" data-notes="ten of-tea">chests</span>'
        '<sup class="ref ref-claim"><a id="ref-ten" href="#note-ten" '
        'aria-label="Note 1, claim: &quot;Ten chests&quot;" data-preview="">1</a></sup>'
        '<span class="mark mark-actor" data-notes="of-tea"> of tea</span>'
        '<sup class="ref ref-actor"><a id="ref-of-tea" href="#note-of-tea" aria-label="Note 2" data-preview="">2'
        "</a></sup>.</p>\n"
    )


def test_a_kind_is_named_once_where_notes_of_one_kind_overlap() -> None:
    """Two claims about the same words make one class name, in the order of their numbers."""
    read = prose.parse("tea")
    marks = [mark(Span(0, 3), 2, "claim"), mark(Span(0, 3), 3, "claim"), mark(Span(0, 3), 1, "term")]

    assert '<span class="mark mark-term mark-claim" data-notes="1 2 3">' in prose.html(read, Linker(), marks)


def test_blocks_are_numbered_from_one() -> None:
    """Each paragraph and heading carries its number, on its opening tag alone."""
    read = prose.parse("# Tea\n\nTen chests.\n\n> Two pots.\n")

    assert prose.html(read, Linker(), numbered=True) == (
        '<h1 id="p1">Tea</h1>\n<p id="p2">Ten chests.</p>\n<blockquote>\n<p id="p3">Two pots.</p>\n</blockquote>\n'
    )


def test_printing_leaves_what_was_read_as_it_is() -> None:
    """The same prose can be printed with marks, then without, any number of times."""
    read = prose.parse("Ten *chests*, [two pots](actor:ada-leaf) [@ledger].")
    plain = prose.html(read, Linker())
    marked = prose.html(read, Linker(), [mark(Span(0, 12), 1)], numbered=True)

    assert marked != plain
    assert prose.html(read, Linker()) == plain
    assert prose.html(read, Linker(), [mark(Span(0, 12), 1)], numbered=True) == marked


# Any marks over any text

leaves = st.sampled_from(
    [
        *(
            "tea",
            "Ten",
            "it’s",
            "*green*",
            "**very** old",
            "`tea pot`",
            "*a **b** c*",
            "&amp;",
            "\\*so\\*",
            "<b>",
            "“so”",
        ),
        *("[the *old* board](actor:tea-board)", "[Ada](actor:ada)[@ledger]", "**[x](term:x)**"),
        *("[@ledger, para. 3; @gazette]", "[](claim:ten-chests)"),
    ]
)
gaps = st.sampled_from([" ", " ", " ", "\n", "\\\n", "", " – "])
lines = st.lists(st.tuples(leaves, gaps), min_size=1, max_size=8).map(
    lambda parts: "".join(map("".join, parts)).strip()
)
blocks = st.one_of(
    lines,
    lines.map(lambda line: "# " + line.replace("\\\n", " ").replace("\n", " ")),
    lines.map(lambda line: "- " + line.replace("\n", "\n  ")),
    lines.map(lambda line: "> " + line.replace("\n", "\n> ")),
    lines.map(lambda line: f"| {line} | {line} |\n| --- | --- |\n| tea | {line} |" if "\n" not in line else line),
)
markdowns = st.lists(blocks, min_size=1, max_size=4).map("\n\n".join)


@st.composite
def marked(draw: st.DrawFn) -> tuple[Prose, list[Mark]]:
    """An article and passages of it that begin and end with a sign that can be seen."""
    read = prose.parse(draw(markdowns))
    seen = [at for at, character in enumerate(read.text) if not character.isspace()]
    if not seen:
        return read, []
    pairs = draw(st.lists(st.tuples(st.sampled_from(seen), st.sampled_from(seen)), max_size=5))
    spans = sorted(Span(min(pair), max(pair) + 1) for pair in pairs)
    return read, [mark(span, number) for number, span in enumerate(spans, 1)]


@given(marked())
@settings(deadline=None, derandomize=True)
def test_marks_leave_the_words_as_they_are(case: tuple[Prose, list[Mark]]) -> None:
    """With whatever marks, the HTML nests well and reads the same words as without."""
    read, marks = case

    assert (
        Reader(prose.html(read, Linker(), marks)).words == Reader(prose.html(read, Linker())).words == bare(read.text)
    )


@given(marked())
@settings(deadline=None, derandomize=True)
def test_what_is_marked_is_the_passage(case: tuple[Prose, list[Mark]]) -> None:
    """The pieces that carry a note's name are together the words of its passage, no more and no less."""
    read, marks = case
    pieces = Reader(prose.html(read, Linker(), marks)).pieces

    assert pieces == {one.id: bare(one.span.of(read.text)) for one in marks}


@given(marked())
@settings(deadline=None, derandomize=True)
def test_each_passage_ends_in_its_reference(case: tuple[Prose, list[Mark]]) -> None:
    """Each mark has one reference with its number, where it ends or where the link that it ends in does."""
    read, marks = case
    found = Reader(prose.html(read, Linker(), marks)).references

    def end(one: Mark) -> int:
        around = [link.span.end for link in read.links if link.span.start < one.span.end <= link.span.end]
        return len(bare(read.text[: around[0] if around else one.span.end]))

    assert sorted(found) == sorted((one.id, str(one.number), end(one)) for one in marks)


# Reading


def described(markdown: str) -> str:
    read = prose.parse(markdown)
    return "\n".join(
        [
            *(f"block: {block.of(read.text)}" for block in read.blocks),
            *(f"sentence: {sentence.of(read.text)}" for sentence in read.sentences),
            *(
                f"cited: {', '.join(filter(None, (one.source, one.locator)))} after “{read.text[: one.offset]}”"
                for one in read.citations
            ),
            *(
                f"link: {f'{link.kind} {link.id}' if link.kind else link.address}, “{link.span.of(read.text)}”"
                for link in read.links
            ),
        ]
    )


@pytest.mark.parametrize(("line", "title", "markdown", "expected"), PROSE, ids=[case[1] for case in PROSE])
def test_markdown_is_read(line: int, title: str, markdown: str, expected: str) -> None:
    """A piece of Markdown holds the blocks, sentences, citations and links that cases/prose.md shows."""
    assert described(markdown) == expected.strip()


@given(markdowns)
@settings(deadline=None, derandomize=True)
def test_sentences_make_up_their_blocks(markdown: str) -> None:
    """Sentences do not overlap, leave out no word, and each is found again by any place in it."""
    read = prose.parse(markdown)
    sentences = list(read.sentences)

    assert bare("".join(sentence.of(read.text) for sentence in sentences)) == bare(read.text)
    assert all(read.sentence_at(at) == sentence for sentence in sentences for at in range(sentence.start, sentence.end))


def test_a_place_in_no_sentence_belongs_to_the_whole() -> None:
    """Where there is no sentence, all the text answers for a place in it."""
    read = prose.parse("[](actor:ada-leaf)")

    assert read.sentence_at(0) == Span(0, len(read.text))


# Printing


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("Ten *chests*.", "Ten <em>chests</em>."),
        ("Ten.\n\nTwo.", "Ten. Two."),
        (
            "[Ada](actor:ada-leaf) [@ledger]",
            '<a href="actor/ada-leaf">Ada</a><sup class="citation"><a href="#ledger">cited ledger</a></sup>',
        ),
        (
            "One [@a; @b], two [@c].",
            'One<sup class="citation"><a href="#a">cited a</a></sup>'
            '<sup class="citation further"><a href="#b">cited b</a></sup>, two'
            '<sup class="citation"><a href="#c">cited c</a></sup>.',
        ),
        ("<i>so</i> & “so”", "&lt;i&gt;so&lt;/i&gt; &amp; “so”"),
        ("[it](https://leaf.example/?a=1&b=2)", '<a href="https://leaf.example/?a=1&amp;b=2">it</a>'),
    ],
)
def test_a_line_has_no_paragraph_of_its_own(markdown: str, html: str) -> None:
    """Prose for a line, a cell or a heading is printed without paragraph tags."""
    assert prose.inline(prose.parse(markdown), Linker()) == html


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>pour()</script>",
        "<img src=x onerror=pour()>",
        "[tea](javascript:pour())",
        "[tea](vbscript:pour())",
        "[tea](data:text/html,pour())",
        "![tea](https://leaf.example/pot.png)",
        '<https://leaf.example/" onclick="pour()>',
        '[tea](https://leaf.example/ "\\" onclick=\\"pour()")',
        "&lt;script&gt;pour()&lt;/script&gt;",
    ],
)
def test_hostile_markdown_is_inert(hostile: str) -> None:
    """Whatever an editor pastes, only words and plain links come out: no script, no picture, no handler."""
    tags: list[tuple[str, Sequence[tuple[str, str | None]]]] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: tags.append((tag, attrs))  # type: ignore[method-assign]
    parser.feed(prose.html(prose.parse(hostile), Linker()))

    assert {tag for tag, _ in tags} <= {"p", "a"}
    assert {name for _, attrs in tags for name, _ in attrs} <= {"href"}
    assert all(str(value).startswith("https://leaf.example/") for _, attrs in tags for _, value in attrs)


def test_a_link_without_words_takes_the_title_of_its_record() -> None:
    """An empty link reads what its record is called; a link with words keeps them."""
    read = prose.parse("See [](claim:ten-chests), [her](actor:ada-leaf) and [](https://leaf.example/).")
    titled = prose.titled(read, lambda kind, id: f"the {kind} {id}")

    assert titled.text == "See the claim ten-chests, her and https://leaf.example/.\n"
    assert [link.span.of(titled.text) for link in titled.links] == [
        "the claim ten-chests",
        "her",
        "https://leaf.example/",
    ]
    assert read.text == "See , her and .\n"


def test_a_title_is_text() -> None:
    """A record's title is printed as it is, whatever signs it has."""
    titled = prose.titled(prose.parse("[](claim:ten-chests)"), lambda kind, id: "<b>*Ten*</b> & [more](x)")

    assert prose.inline(titled, Linker()) == '<a href="claim/ten-chests">&lt;b&gt;*Ten*&lt;/b&gt; &amp; [more](x)</a>'


def test_a_plain_text_is_not_markdown() -> None:
    """In a plain text every line that is not empty is a paragraph, and no sign means anything."""
    read = prose.plain("Ten *chests* [@ledger]\n\n   # Two <b>pots</b>  \n[x](actor:x)\n")

    assert [block.of(read.text) for block in read.blocks] == [
        "Ten *chests* [@ledger]",
        "# Two <b>pots</b>",
        "[x](actor:x)",
    ]
    assert (read.citations, read.links) == ((), ())
    assert prose.html(read, Linker(), [mark(Span(4, 12), 1)], numbered=True).startswith(
        '<p id="p1">Ten <span class="mark mark-claim" data-notes="1">*chests*</span><sup class="ref ref-claim">'
    )
