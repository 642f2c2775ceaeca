"""Markdown into prose: its words, its blocks, what it cites and what it links."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
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
    found = _CITATION.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        state.pending = state.pending.rstrip(" ")  # the number stands close to its word,
        if not state.pending and state.tokens and state.tokens[-1].type == "softbreak":
            state.tokens.pop()  # even where a line ends between them
        for item in found[1].split(";"):
            source, _, locator = item.strip().removeprefix("@").partition(",")
            state.push("citation", "", 0).meta = {"source": source, "locator": locator.strip()}
    state.pos = found.end()
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


_SOFTBREAK = Token("softbreak", "br", 0)
_NOTHING: dict[str, Any] = {}
"in place of as many empty mappings as there are tokens: none of ours is ever written to"


def _lean(tokens: list[Token]) -> list[Token]:
    """Let go of what is not printed: of all that a site holds in memory its tokens are the most."""
    for token in tokens:
        token.meta, token.map = _NOTHING, None
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
            found = SCHEME.fullmatch(str(token.attrGet("href")))
            yield Token("text", "", 0, content=title_of(*found.groups()) if found else str(token.attrGet("href")))


def prose_of(tokens: Sequence[Token]) -> Prose:
    """Return what tokens of markdown-it hold."""
    text = ""
    blocks: list[Span] = []
    headings: set[Span] = set()
    citations: list[Citation] = []
    links: list[Link] = []
    for number, token in enumerate(tokens):
        if token.type == "inline":
            start = len(text)
            for child in token.children or ():
                text = _read_child(child, text, citations, links)
            blocks.append(Span(start, len(text)))
            if tokens[number - 1].type == "heading_open":
                headings.add(blocks[-1])
            text += "\n"
    return Prose(tokens, text, tuple(blocks), frozenset(headings), tuple(citations), tuple(links))


def _read_child(child: Token, text: str, citations: list[Citation], links: list[Link]) -> str:
    if child.type == "citation":
        citations.append(Citation(child.meta["source"], child.meta["locator"], len(text)))
    elif child.type == "link_open":
        address = str(child.attrGet("href"))
        found = SCHEME.fullmatch(address)
        kind, id = found.groups() if found else ("", "")
        links.append(Link(kind, id, address, Span(len(text), len(text))))
    elif child.type == "link_close":
        link = links[-1]
        links[-1] = Link(link.kind, link.id, link.address, Span(link.span.start, len(text)))
    return text + words(child)


def words(child: Token) -> str:
    """Return the words that a token stands for in the text; marks are laid over exactly these."""
    return " " if child.type in ("softbreak", "hardbreak") else child.content
