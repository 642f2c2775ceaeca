"""Markdown into prose: its words, its blocks, what it cites and what it links."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from ..quotes import Span
from .nouns import Citation, Link, Prose

_CITATION = re.compile(r"\[(@[a-z0-9-]+(?:,[^;\]\[]*)?(?:;\s*@[a-z0-9-]+(?:,[^;\]\[]*)?)*)\]")
SCHEME = re.compile(r"([a-z]+):([a-z0-9-]+)")
"the address of a link to a record"


def _citation(state: StateInline, silent: bool) -> bool:
    """Read `[@source, para. 3; @other]`."""
    match = _CITATION.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        state.pending = state.pending.rstrip(" ")  # the number stands close to its word,
        if not state.pending and state.tokens and state.tokens[-1].type == "softbreak":
            state.tokens.pop()  # even where a line ends between them
        for item in match[1].split(";"):
            source, _, locator = item.strip().removeprefix("@").partition(",")
            state.push("citation", "", 0).meta = {"source": source, "locator": locator.strip()}
    state.pos = match.end()
    return True


class _Reader(MarkdownIt):
    """Leaves the addresses of links to records as they are."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802, markdown-it's name
        return url if SCHEME.fullmatch(url) else super().normalizeLink(url)


def _reader() -> MarkdownIt:
    reader = _Reader("commonmark", {"html": False, "typographer": False}).enable("table")
    reader.disable(["code", "fence", "image"])  # no mark can be laid over them, and a picture may be another host's
    reader.disable(["html_block", "html_inline"])  # they would find nothing
    reader.inline.ruler.before("link", "citation", _citation)
    return reader


MARKDOWN = _reader()


@cache
def parse(markdown: str) -> Prose:
    """Return `markdown`, read."""
    return prose_of(_lean(MARKDOWN.parse(markdown)))


def forget() -> None:
    """Let go of all that was parsed: whoever still needs some of it has it."""
    parse.cache_clear()


_SOFTBREAK = Token("softbreak", "br", 0)
_NOTHING: dict[str, Any] = {}
"in place of as many empty mappings as there are tokens: none of ours is ever written to"


def _lean(tokens: list[Token]) -> list[Token]:
    """Let go of what is not printed: of all that a site holds in memory its tokens are the most."""
    for token in tokens:
        token.meta = _NOTHING
        if token.type == "inline":
            token.content = ""
            token.children = [_SOFTBREAK if child.type == "softbreak" else child for child in token.children or ()]
            for child in token.children:
                child.attrs = child.attrs or _NOTHING
                child.meta = child.meta or _NOTHING
    return tokens


def titled(prose: Prose, title_of: Callable[[str, str], str]) -> Prose:
    """Return `prose` with `title_of(kind, id)` as the words of each link that has none."""
    if all(link.span.start < link.span.end for link in prose.links):
        return prose
    return prose_of(
        [
            with_children(token, list(_titled(token.children, title_of))) if token.children else token
            for token in prose.tokens
        ]
    )


def with_children(token: Token, children: list[Token]) -> Token:
    """Return a token that holds others, with `children` in their place."""
    return Token(
        token.type, token.tag, token.nesting, {}, token.map, token.level, children, token.content, block=token.block
    )


def plain(text: str) -> Prose:
    """Return a text that is not Markdown, read: every line that is not empty is a paragraph."""
    tokens: list[Token] = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        words = Token("text", "", 0, content=line)
        inline = Token("inline", "", 0, content=line, children=[words], block=True, level=1)
        tokens += [Token("paragraph_open", "p", 1, block=True), inline, Token("paragraph_close", "p", -1, block=True)]
    return prose_of(tokens)


def _titled(children: list[Token], title_of: Callable[[str, str], str]) -> Iterator[Token]:
    for token, following in zip(children, [*children[1:], None], strict=True):
        yield token
        if token.type == "link_open" and following and following.type == "link_close":
            match = SCHEME.fullmatch(str(token.attrGet("href")))
            yield Token("text", "", 0, content=title_of(*match.groups()) if match else str(token.attrGet("href")))


def prose_of(tokens: Sequence[Token]) -> Prose:
    """Return what tokens of markdown-it hold."""
    reading = _Reading()
    before = ""
    for token in tokens:
        if token.type == "inline":
            reading.read(token.children or (), is_heading=before == "heading_open")
        before = token.type
    return Prose(
        tokens,
        "".join(reading.pieces),
        tuple(reading.blocks),
        frozenset(reading.headings),
        tuple(reading.citations),
        tuple(reading.links),
    )


class _Reading:
    """What has been read so far."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.at = 0
        "characters so far"
        self.blocks: list[Span] = []
        self.headings: set[Span] = set()
        self.citations: list[Citation] = []
        self.links: list[Link] = []

    def read(self, children: Iterable[Token], is_heading: bool) -> None:
        """Read one block."""
        start = self.at
        for child in children:
            if child.type == "citation":
                self.citations.append(Citation(child.meta["source"], child.meta["locator"], self.at))
            elif child.type == "link_open":
                self.links.append(self._link(str(child.attrGet("href"))))
            elif child.type == "link_close":
                link = self.links[-1]
                self.links[-1] = link._replace(span=Span(link.span.start, self.at))
            self._take(words(child))
        self.blocks.append(Span(start, self.at))
        if is_heading:
            self.headings.add(self.blocks[-1])
        self._take("\n")

    def _link(self, address: str) -> Link:
        named = SCHEME.fullmatch(address)
        kind, id = named.groups() if named else ("", "")
        return Link(kind, id, address, Span(self.at, self.at))

    def _take(self, piece: str) -> None:
        self.pieces.append(piece)
        self.at += len(piece)


def words(child: Token) -> str:
    """Return the words that a token stands for in the text; marks are laid over exactly these."""
    return " " if child.type in ("softbreak", "hardbreak") else child.content
