"""An article's words and where its annotations stand in them."""

from __future__ import annotations

from . import prose, quotes
from .prose import Prose
from .quotes import Span
from .records import Annotation, Article, Content


def text_of(content: Content, article: Article) -> Prose:
    """Return the text of `article`, read as what it is: Markdown, or an original's plain lines."""
    return prose.plain(article.text) if article.id in content.full else prose.parse(article.text)


def spans(text: str, note: Annotation) -> list[Span]:
    """Return every passage of `text` that `note` could mean: one, if it is well written."""
    return quotes.find(text, note.quote, note.prefix, note.suffix)
