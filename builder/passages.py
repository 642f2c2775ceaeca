"""An article's words and where its annotations stand in them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from . import prose, quotes
from .prose import Prose
from .quotes import Span
from .records import Annotation, Article, Content


@dataclass(frozen=True, slots=True)
class Placed:
    """An annotation of an article, bound."""

    note: Annotation
    span: Span
    "where its words stand"
    quote: str
    "these words, as they stand there"
    number: int
    "its place in the order of the text, from 1"
    paragraph: int
    "the block of the text in which it begins, from 1"


def text_of(content: Content, article: Article) -> Prose:
    """Return the text of `article`, read as what it is: Markdown, or an original's plain lines."""
    return prose.plain(article.text) if article.id in content.full else prose.parse(article.text)


def spans(text: str, note: Annotation) -> list[Span]:
    """Return every passage of `text` that `note` could mean: one, if it is well written."""
    return quotes.find(text, note.quote, note.prefix, note.suffix)


def placed(content: Content, article: Article) -> tuple[Placed, ...]:
    """Return the annotations of `article`, which `check` has found to bind, in the order of its text."""
    read = text_of(content, article)
    text, ends = read.text, [block.end for block in read.blocks]
    bound = [(spans(text, note)[0], note.id, note) for note in content.annotations.get(article.id, {}).values()]
    return tuple(
        Placed(note, span, " ".join(span.of(text).split()), number, bisect_right(ends, span.start) + 1)
        for number, (span, _, note) in enumerate(sorted(bound, key=lambda binding: binding[:2]), 1)
    )
