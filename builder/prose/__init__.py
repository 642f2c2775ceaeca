"""Markdown into text, references and HTML. The door to markdown-it.

Citations are Pandoc's (`[@source, para. 3; @other]`), references are links with a record's kind as
scheme (`[Ada Leaf](actor:ada-leaf)`); passages are marked by tokens, so that markdown-it's own
renderer escapes and prints every tag.
"""

from .glossing import glossed
from .nouns import ByNeed, Citation, Link, Mark, Prose, first_sentence
from .printing import Linker, html, inline
from .reading import forget, parse, plain, titled

__all__ = [
    "ByNeed",
    "Citation",
    "Link",
    "Linker",
    "Mark",
    "Prose",
    "first_sentence",
    "forget",
    "glossed",
    "html",
    "inline",
    "parse",
    "plain",
    "titled",
]
