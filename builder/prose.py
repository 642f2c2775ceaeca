"""Markdown into text, references and HTML. The door to markdown-it.

Citations are Pandoc's (`[@source, para. 3; @other]`), references are links with a record's kind as
scheme (`[John Kirby](actor:john-kirby)`); passages are marked by tokens, so that markdown-it's own
renderer escapes and prints every tag (no HTML is written here).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Protocol

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from .quotes import Span

_CITATION = re.compile(r"\[(@[a-z0-9-]+(?:,[^;\]\[]*)?(?:;\s*@[a-z0-9-]+(?:,[^;\]\[]*)?)*)\]")
_SCHEME = re.compile(r"([a-z]+):([a-z0-9-]+)")
_SENTENCE_END = re.compile(r"(?<![A-Z])(?<!\bNo)(?<!\bpara)(?<!\bArt)[.!?][”’\")\]]*(?=\s+[\W\d]*[A-Z0-9“])")


@dataclass(frozen=True, slots=True)
class Citation:
    """One source cited at one spot."""

    source: str
    locator: str
    offset: int
    "where in the text it stands"


@dataclass(frozen=True, slots=True)
class Link:
    """A link at one spot: to a record (`kind` and `id`), or to an address."""

    kind: str
    id: str
    address: str
    span: Span
    "the words that are linked"


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage to be marked, and the reference that follows it."""

    span: Span
    id: str
    kind: str
    number: int
    label: str
    "what the reference says to those who cannot see it"


@dataclass(frozen=True, slots=True)
class Prose:
    """A piece of Markdown, read."""

    tokens: Sequence[Token] = field(repr=False)
    text: str
    "its words without any markup, blocks parted by a line break"
    blocks: tuple[Span, ...]
    "the headings and paragraphs of `text`, in order"
    citations: tuple[Citation, ...]
    links: tuple[Link, ...]

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence of `text` that holds `offset`."""
        found = [span for span in self.sentences() if span.start <= offset]
        return found[-1] if found else Span(0, len(self.text))

    def sentences(self) -> Iterator[Span]:
        """Yield the sentences of every block, without the space around them."""
        for block in self.blocks:
            start = block.start
            for end in _SENTENCE_END.finditer(self.text, block.start, block.end):
                yield _trimmed(self.text, start, end.end())
                start = end.end()
            if self.text[start : block.end].strip():
                yield _trimmed(self.text, start, block.end)


class Linker(Protocol):
    """What a page knows of its links: asked by `html` in the order of the text."""

    def link(self, kind: str, id: str) -> Mapping[str, str]:
        """Return the attributes of an `a` element that leads to a record."""

    def cite(self, source: str, locator: str) -> tuple[str, Mapping[str, str]]:
        """Return what a citation reads, and the attributes of its `a` element."""


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))


def _citation(state: StateInline, silent: bool) -> bool:
    """`[@source, para. 3; @other]`"""
    found = _CITATION.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        state.pending = state.pending.rstrip(" ")  # the number stands close to its word
        for item in found[1].split(";"):
            source, _, locator = item.strip().removeprefix("@").partition(",")
            state.push("citation", "", 0).meta = {"source": source, "locator": locator.strip()}
    state.pos = found.end()
    return True


def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")
    reader.inline.ruler.before("link", "citation", _citation)
    return reader


_MARKDOWN = _reader()


@cache
def parse(markdown: str) -> Prose:
    """Return `markdown`, read."""
    return _prose(_MARKDOWN.parse(markdown))


def titled(prose: Prose, title_of: Callable[[str, str], str]) -> Prose:
    """Return `prose` with `title_of(kind, id)` as the words of each link that has none."""
    if all(link.span.start < link.span.end for link in prose.links):
        return prose
    tokens = []
    for token in prose.tokens:
        if token.children:
            token = copy(token)
            token.children = list(_titled(token.children or [], title_of))
        tokens.append(token)
    return _prose(tokens)


def plain(text: str) -> Prose:
    """Return a text that is not Markdown, read: every line that is not empty is a paragraph."""
    tokens: list[Token] = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        words = Token("text", "", 0, content=line)
        inline = Token("inline", "", 0, content=line, children=[words], block=True, level=1)
        tokens += [
            Token("paragraph_open", "p", 1, block=True), inline, Token("paragraph_close", "p", -1, block=True)
        ]
    return _prose(tokens)


def _titled(children: list[Token], title_of: Callable[[str, str], str]) -> Iterator[Token]:
    for token, following in zip(children, [*children[1:], None], strict=True):
        yield token
        if token.type == "link_open" and following and following.type == "link_close":
            found = _SCHEME.fullmatch(str(token.attrGet("href")))
            yield Token("text", "", 0, content=title_of(*found.groups()) if found else str(token.attrGet("href")))


def _prose(tokens: Sequence[Token]) -> Prose:
    text, blocks, citations = "", [], []
    links: list[Link] = []
    for token in tokens:
        if token.type in ("inline", "fence", "code_block"):
            start = len(text)
            for child in token.children or [token]:
                text = _read_child(child, text, citations, links)
            blocks.append(Span(start, len(text)))
            text += "\n"
    return Prose(tokens, text, tuple(blocks), tuple(citations), tuple(links))


def _read_child(child: Token, text: str, citations: list[Citation], links: list[Link]) -> str:
    if child.type == "citation":
        citations.append(Citation(child.meta["source"], child.meta["locator"], len(text)))
    elif child.type == "link_open":
        address = str(child.attrGet("href"))
        found = _SCHEME.fullmatch(address)
        kind, id = found.groups() if found else ("", "")
        links.append(Link(kind, id, address, Span(len(text), len(text))))
    elif child.type == "link_close":
        link = links[-1]
        links[-1] = Link(link.kind, link.id, link.address, Span(link.span.start, len(text)))
    return text + _words(child)


def _words(child: Token) -> str:
    """The words that a token stands for in the text; marks are laid over exactly these."""
    return " " if child.type in ("softbreak", "hardbreak") else child.content


def html(prose: Prose, linker: Linker, marks: Sequence[Mark] = (), numbered: bool = False) -> str:
    """Return `prose` as HTML, its links by `linker`, its `marks` laid over it.

    Where it is `numbered`, each block carries its number (from 1) as an id, `p1` and so on.
    """
    tokens, offset, number = [], 0, 0
    for token in prose.tokens:
        if token.type in ("inline", "fence", "code_block"):
            number += 1
            if numbered and tokens:
                tokens[-1] = _with(tokens[-1], {"id": f"p{number}"})
            if token.children is not None:
                marked = _Marked(marks, offset)
                token = copy(token)
                token.children = list(_linked(marked.tokens(token.children or []), linker))
                offset = marked.offset + 1
            else:
                offset += len(token.content) + 1
        tokens.append(token)
    return str(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))


def inline(prose: Prose, linker: Linker) -> str:
    """Return `prose` as HTML without its paragraphs' tags: for a line, a cell, a heading."""
    tokens = [token for token in prose.tokens if token.type == "inline"]
    parts = (list(_linked(token.children or [], linker)) for token in tokens)
    return " ".join(_MARKDOWN.renderer.renderInline(part, _MARKDOWN.options, {}) for part in parts)


def _with(token: Token, attributes: Mapping[str, str]) -> Token:
    changed = copy(token)
    changed.attrs = {**token.attrs, **attributes}
    return changed


def _linked(children: Sequence[Token], linker: Linker) -> Iterator[Token]:
    """Give links the attributes that they have on this page, and citations their numbers."""
    for token in children:
        if token.type == "citation":
            words, attributes = linker.cite(token.meta["source"], token.meta["locator"])
            yield from _note(words, {"class": "citation"}, attributes)
        elif token.type == "link_open":
            address = str(token.attrGet("href"))
            found = _SCHEME.fullmatch(address)
            attributes = linker.link(*found.groups()) if found else {"href": address}
            changed = copy(token)
            changed.attrs = dict(attributes)
            yield changed
        else:
            yield token


def _note(words: str, around: Mapping[str, str], link: Mapping[str, str]) -> Iterator[Token]:
    yield Token("sup_open", "sup", 1, attrs=dict(around))
    yield Token("note_open", "a", 1, attrs=dict(link))
    yield Token("text", "", 0, content=words)
    yield Token("note_close", "a", -1)
    yield Token("sup_close", "sup", -1)


class _Marked:
    """Lays marks over the children of one block, which begins at `offset` of the whole text."""

    def __init__(self, marks: Sequence[Mark], offset: int) -> None:
        self.marks, self.offset = sorted(marks, key=lambda mark: (mark.span.end, mark.number)), offset
        self.covering: tuple[Mark, ...] = ()
        self.inside_link = False
        self.waiting: list[Mark] = []

    def tokens(self, children: Sequence[Token]) -> Iterator[Token]:
        for child in children:
            words = _words(child)
            if words:
                yield from self._leaf(child, words)
            else:
                yield from self._cover(())
                yield child
                if child.type in ("link_open", "link_close"):
                    self.inside_link = child.type == "link_open"
                    yield from self._references()
        yield from self._cover(())

    def _leaf(self, child: Token, words: str) -> Iterator[Token]:
        end = self.offset + len(words)
        cuts = {edge for mark in self.marks for edge in (mark.span.start, mark.span.end) if self.offset < edge <= end}
        for cut in sorted(cuts | {end}):
            piece = words[: cut - self.offset]
            here = Span(self.offset, cut)
            yield from self._cover(tuple(mark for mark in self.marks if mark.span.holds(here)))
            yield _piece(child, piece)
            words, self.offset = words[len(piece) :], cut
            ended = [mark for mark in self.marks if mark.span.end == cut]
            if ended:
                yield from self._cover(())
                self.waiting += ended
                yield from self._references()

    def _cover(self, marks: tuple[Mark, ...]) -> Iterator[Token]:
        if marks == self.covering:
            return
        if self.covering:
            yield Token("mark_close", "span", -1)
        if marks:
            kinds = " ".join(dict.fromkeys(f"mark-{mark.kind}" for mark in sorted(marks, key=lambda m: m.number)))
            ids = " ".join(mark.id for mark in sorted(marks, key=lambda m: m.number))
            yield Token("mark_open", "span", 1, attrs={"class": f"mark {kinds}", "data-notes": ids})
        self.covering = marks

    def _references(self) -> Iterator[Token]:
        """A reference is a link of its own, so it waits until a link around it has ended."""
        if self.inside_link:
            return
        for mark in self.waiting:
            link = {
                "id": f"ref-{mark.id}", "href": f"#note-{mark.id}", "aria-label": mark.label, "data-preview": "note"
            }
            yield from _note(str(mark.number), {"class": f"ref ref-{mark.kind}"}, link)
        self.waiting = []


def _piece(child: Token, words: str) -> Token:
    if child.type in ("softbreak", "hardbreak"):
        return child
    piece: Any = copy(child)
    piece.content = words
    return piece
