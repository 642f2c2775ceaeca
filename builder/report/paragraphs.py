"""Which paragraphs of an article state something, and whether a note says what is to be thought of it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from .. import passages, quotes
from ..problems import Place, counted
from ..prose import Prose
from ..records import Article, Content
from .nouns import Item
from .survey import Survey


def paragraphs(content: Content) -> Iterator[Item]:
    """Yield the paragraphs that state something, each with the number of notes that bind in it, if any does."""
    for article in content.articles.values():
        read = passages.text_of(content, article)
        digest = article.rights == "quoted" and article.id not in content.full
        spans_of_notes = [passages.spans(read.text, note) for note in content.annotations.get(article.id, {}).values()]
        bound = [spans[0] for spans in spans_of_notes if len(spans) == 1]
        for number, (block, line) in enumerate(zip(read.blocks, _lines(content, article, read), strict=True), 1):
            paragraph = block.of(read.text)
            if _is_quoting(paragraph) or not digest:
                notes = sum(span.start < block.end and block.start < span.end for span in bound)
                yield Item(
                    place=Place(article.written.file.path, line),
                    record=f"article:{article.id}#p{number}",
                    title=textwrap.shorten(paragraph, 70, placeholder=" …"),
                    note=counted(notes, "note") if notes else "",
                    articles=(article.id,),
                )


def paragraphs_without_a_note(survey: Survey) -> Iterator[Item]:
    """Paragraphs and headings that state something, in which no note binds.

    In a digest those with the article's words between quotation marks, in a full text all.
    """
    yield from (item for item in paragraphs(survey.content) if not item.note)


def _is_quoting(paragraph: str) -> bool:
    try:
        return bool(quotes.quotations(paragraph))
    except quotes.Unbalanced:
        return True  # a mark without its partner is still a mark


def _lines(content: Content, article: Article, read: Prose) -> Iterator[int]:
    """The line of its file that each block of an article begins in."""
    if article.id in content.full:
        first = article.written.at("text").line
        yield from (first + skipped for skipped, line in enumerate(article.text.splitlines()) if line.strip())
        return
    first = article.written.at("text", needle=next(iter(article.text.split()), "")).line
    skipped = 0
    for token in read.tokens:
        skipped = token.map[0] if token.map else skipped
        if token.type == "inline":
            yield first + skipped
