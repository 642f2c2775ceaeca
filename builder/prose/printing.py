"""Prose into HTML, by markdown-it's own renderer: no tag is written here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from ..quotes import Span
from .marking import Marking, note
from .nouns import Mark, Prose
from .reading import MARKDOWN, SCHEME, with_children

_PRINTER = RendererHTML()


class Linker(Protocol):
    """What a page knows of its links: asked by `html` in the order of the text."""

    def link(self, kind: str, id: str) -> Mapping[str, str]:
        """Return the attributes of an `a` element that leads to a record."""

    def cite(self, source: str, locator: str) -> tuple[str, Mapping[str, str]]:
        """Return what a citation reads, and the attributes of its `a` element."""


def html(prose: Prose, linker: Linker, marks: Sequence[Mark] = (), numbered: bool = False) -> str:
    """Return `prose` as HTML, its links by `linker`, its `marks` laid over it.

    Where it is `numbered`, each block carries its number (from 1) as an id, `p1` and so on.
    """
    tokens: list[Token] = []
    number = 0
    for token in prose.tokens:
        if token.type == "inline":
            block = prose.blocks[number]
            number += 1
            if numbered:
                _number(tokens, number)
        tokens.append(_printed(token, marks, block, linker) if token.children else token)
    return str(_PRINTER.render(tokens, MARKDOWN.options, {}))


def _printed(token: Token, marks: Sequence[Mark], block: Span, linker: Linker) -> Token:
    """The inline `token` of a block with marks, links and citations as this page has them."""
    here = [mark for mark in marks if block.start < mark.span.end and mark.span.start < block.end]
    children = Marking(here, block.start).tokens(token.children or ()) if here else token.children or ()
    return with_children(token, list(_linked(children, linker)))


def inline(prose: Prose, linker: Linker) -> str:
    """Return `prose` as HTML without its paragraphs' tags: for a line, a cell, a heading."""
    tokens = [token for token in prose.tokens if token.type == "inline"]
    parts = (list(_linked(token.children or [], linker)) for token in tokens)
    return " ".join(_PRINTER.renderInline(list(part), MARKDOWN.options, {}) for part in parts)


def _number(tokens: list[Token], number: int) -> None:
    """Give the block that `tokens` end in its number; in a tight list, whose paragraphs are hidden, the item."""
    place = next(place for place in reversed(range(len(tokens))) if not tokens[place].hidden)
    block = tokens[place]
    attributes = {**block.attrs, "id": f"p{number}"}
    tokens[place] = Token(block.type, block.tag, block.nesting, attributes, level=block.level, block=True)


def _linked(children: Iterable[Token], linker: Linker) -> Iterator[Token]:
    """Give links the attributes that they have on this page, and citations their numbers."""
    before = ""
    for token in children:
        if token.type == "citation":
            words, attributes = linker.cite(token.meta["source"], token.meta["locator"])
            yield from note(words, {"class": "citation further" if before == "citation" else "citation"}, attributes)
        elif token.type == "link_open":
            address = str(token.attrGet("href"))
            match = SCHEME.fullmatch(address)
            attributes = linker.link(*match.groups()) if match else {"href": address}
            yield Token("link_open", "a", 1, attrs=dict(attributes))
        else:
            yield token
        before = token.type
