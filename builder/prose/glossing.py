"""Links to terms laid over prose that does not link them itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from ..quotes import Span
from .nouns import Prose
from .reading import prose_of, with_children, words


def glossed(prose: Prose, uses: Sequence[tuple[Span, str]]) -> Prose:
    """Return `prose` with a link to the term `id` over each span of the `uses`; its words stay as they are.

    A span that does not lie within one piece of text, because markup begins or ends in it, is left alone.
    """
    if not uses:
        return prose
    tokens, number = [], 0
    for token in prose.tokens:
        if token.type == "inline" and token.children:
            children = list(_linked(token.children, prose.blocks[number].start, uses))
            token = with_children(token, children)  # noqa: PLW2901, the one that is kept
        number += token.type == "inline"
        tokens.append(token)
    return prose_of(tokens)


def _linked(children: Sequence[Token], offset: int, uses: Sequence[tuple[Span, str]]) -> Iterator[Token]:
    for child in children:
        here = Span(offset, offset + len(words(child)))
        inside = [use for use in uses if here.holds(use[0])] if child.type == "text" else []
        yield from _pieces(child, here, inside) if inside else [child]
        offset = here.end


def _pieces(child: Token, here: Span, inside: Sequence[tuple[Span, str]]) -> Iterator[Token]:
    at = here.start
    for span, id in inside:
        yield from _text(child, child.content[at - here.start : span.start - here.start])
        yield Token("link_open", "a", 1, attrs={"href": f"term:{id}"})
        yield from _text(child, child.content[span.start - here.start : span.end - here.start])
        yield Token("link_close", "a", -1)
        at = span.end
    yield from _text(child, child.content[at - here.start :])


def _text(child: Token, content: str) -> Iterator[Token]:
    if content:
        yield Token("text", "", 0, content=content, level=child.level)
