"""Terms are marked where they stand first, and the words stay as they are."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.utils import read_fixture_file
from sites import make_sound_site

from builder import prose
from builder.build import build, sound
from builder.glossary import glossary, uses
from builder.problems import BuildFailed
from builder.quotes import Span
from builder.records import Checked, Term
from builder.resolve import resolve

CASES = read_fixture_file(Path(__file__).parent / "cases" / "terms.md")
CHECKED = Checked.model_validate({"on": "1890-01-02", "how": "read"})


def term(id: str, name: str, *aliases: str, unmarked: tuple[str, ...] = (), unless: tuple[str, ...] = ()) -> Term:
    return Term.model_construct(id=id, name=name, aliases=aliases, unmarked=unmarked, unless=unless, checked=CHECKED)


TERMS = (
    term("willow-leaf", "willow leaf"),
    term("troy-pound", "troy pound", "old pound", unless=("old pound note",)),
    term("law", "Troy Pound Law", "TPL"),
    term("half-chest", "half-chest"),
    term("tea", "green tea", "tea", "leaf of tea", unmarked=("tea", "leaf of tea")),
)
FOUND = glossary(TERMS, "en-GB")


def marked(text: str) -> str:
    read = prose.plain(text.replace("\n", " "))
    for span, _ in reversed(uses(FOUND, text, [Span(0, len(text))])):
        text = f"{text[: span.start]}{{{span.of(text)}}}{text[span.end :]}"
    assert read.sections
    return text


@pytest.mark.parametrize(("line", "title", "text", "expected"), CASES, ids=[case[1] for case in CASES])
def test_terms_are_found(line: int, title: str, text: str, expected: str) -> None:
    """What is marked in each text is as cases/terms.md shows."""
    assert marked(text.rstrip("\n")) == expected.rstrip("\n")


def test_plurals_are_made_in_english_only():
    """In a site of another language only the forms that are written are found."""
    text = "troy pounds"

    assert uses(glossary(TERMS, "en"), text, [Span(0, 11)]) == [(Span(0, 11), "troy-pound")]
    assert uses(glossary(TERMS, "nb"), text, [Span(0, 11)]) == []


def test_no_terms_no_uses():
    """A glossary without terms finds nothing."""
    assert uses(glossary([], "en"), "troy pound", [Span(0, 10)]) == []


WORDS = st.lists(
    st.sampled_from(
        ["troy", "pound", "willow", "leaf", "**", "[", "](actor:ada-leaf)", "“", "”", "\n\n", "# ", "tea", "`"]
    ),
    max_size=30,
).map(" ".join)


@given(WORDS)
def test_marking_leaves_the_words(markdown: str) -> None:
    """Whatever the text is, its words, blocks and other links are the same with terms marked, and no links overlap."""
    read = prose.parse(markdown)
    closed = [(link.span, "") for link in read.links]
    glossed = prose.glossed(read, uses(FOUND, read.text, read.sections, closed))

    assert (glossed.text, glossed.blocks, glossed.headings) == (read.text, read.blocks, read.headings)
    others = [link for link in glossed.links if link.kind != "term"]
    assert others == list(read.links)
    spans = sorted(link.span for link in glossed.links)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(
        not heading.holds(link.span) for heading in read.headings for link in glossed.links if link.kind == "term"
    )


# On the pages


def kept(element):
    """The words of an element without numbers of notes and sources."""
    page = BeautifulSoup(str(element), "html.parser")
    for number in page.select("sup"):
        number.extract()
    return re.sub(r"\s+", " ", page.get_text())


def test_articles_read_the_same(site, tmp_path):
    """The words of every article are the same as those of the same site without a glossary that marks."""
    edition = resolve(site.content)
    for id, article in edition.articles.items():
        text = site.page(f"articles/{id}/index.html").select_one(".text")
        assert kept(text).split() == article.text.text.split(), id


def test_terms_stand_in_no_mark_heading_or_link(site):
    """Nowhere does a link to a term stand within a marked passage, a heading or another link."""
    for path, page in site.pages.items():
        wrong = [
            link
            for link in page.find_all("a", class_="to-term")
            for around in link.parents
            if around.name in ("h1", "h2", "h3", "a", "q") or "mark" in around.get("class", ())
        ]
        assert wrong == [], path


def test_a_term_is_marked_once_in_a_note(site):
    """In one note no term is linked twice by the glossary, and some notes have a term linked that way."""
    found = 0
    for id in site.content.articles:
        for note in site.page(f"articles/{id}/index.html").select(".note-text"):
            links = [link["data-preview"] for link in note.select(".to-term")]
            written = sum(links.count(one) - 1 for one in set(links))
            raw = site.content.annotations[id][note.find_parent("li")["id"].removeprefix("note-")].note
            assert written <= raw.count("](term:")
            found += len(links) > raw.count("](term:")
    assert found


def test_no_term_explains_itself(site):
    """The definition of a term does not link the term."""
    for entry in site.page("glossary/index.html").select(".term"):
        assert entry.select(f"dd a[href='#{entry['id']}']") == []


def test_a_terms_page_lists_its_uses(site):
    """A term's page names every record whose prose it is marked in, with the sentence that does."""
    edition = resolve(site.content)
    for id, term in edition.terms.items():
        assert (f"glossary/{id}/index.html" in site.files) == bool(term.backlinks)
        if not term.backlinks:
            continue
        page = site.page(f"glossary/{id}/index.html")
        items = page.select(".backlinks li")
        assert len(items) == len(term.backlinks)
        for item, link in zip(
            sorted(items, key=lambda one: one.a.get_text()),
            sorted(term.backlinks, key=lambda one: one.owner.title),
            strict=True,
        ):
            assert item.a.get_text() == link.owner.title
            assert link.sentence


def test_the_glossary_names_how_often(site):
    """An entry of the glossary leads to the term's uses, and says how many there are."""
    edition = resolve(site.content)
    for entry in site.page("glossary/index.html").select(".term"):
        uses = entry.select_one(".uses a")
        count = len(edition.terms[entry["id"].removeprefix("term-")].backlinks)
        assert (uses is not None) == (count > 0)
        if uses:
            assert uses.get_text().split()[2] == str(count)


def test_an_unknown_unmarked_form_is_told(tmp_path):
    """A form in `unmarked` that the term does not have is a fault, with the nearest one that it has."""
    terms = """\
steam:
  name: steam
  aliases: [vapour]
  unmarked: [vapuor]
  definition: Hot water.
  sources: [ledger-1901]
  checked: 2026-06-01
"""
    with pytest.raises(
        BuildFailed, match=r"unmarked-forms-are-forms\]: `vapuor` is no form of this term; did you mean `vapour`\?"
    ):
        sound(make_sound_site(tmp_path, **{"content/terms/more.yaml": terms}))


def test_a_site_without_terms_is_built(tmp_path):
    """A site that has no glossary has a page that says so, and marks nothing."""
    root = make_sound_site(tmp_path / "root", **{"content/terms.yaml": ""})
    assert build(root, tmp_path / "site").pages
