"""What a piece of Markdown holds once it is read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from markdown_it.token import Token

from ..quotes import Span

_SENTENCE_END = re.compile(r"[.!?](?<![A-Z].)(?<!\bNo.)(?<!\bpara.)(?<!\bArt.)[”’\")\]]*(?=\s+[\W\d]*[A-Z0-9“])")


class Citation(NamedTuple):
    """One source cited at one spot."""

    source: str
    locator: str
    offset: int
    "where in the text it stands"


class Link(NamedTuple):
    """A link at one spot: to a record (`kind` and `id`), or to an address."""

    kind: str
    id: str
    address: str
    span: Span
    "the words that are linked"


class Mark(NamedTuple):
    """A passage to be marked, and the reference that follows it."""

    span: Span
    id: str
    kind: str
    number: int
    label: str
    "what the reference says to those who cannot see it"


@dataclass(frozen=True)
class Prose:
    """A piece of Markdown, read."""

    tokens: Sequence[Token] = field(repr=False)
    text: str
    "its words without any markup, blocks parted by a line break"
    blocks: tuple[Span, ...]
    "the headings and paragraphs of `text`, in order"
    headings: frozenset[Span]
    "those of the blocks that are headings"
    citations: tuple[Citation, ...]
    links: tuple[Link, ...]

    @cached_property
    def sections(self) -> tuple[Span, ...]:
        """The parts of `text` between its headings, which belong to none."""
        edges = [
            0,
            *(edge for heading in sorted(self.headings) for edge in (heading.start, heading.end)),
            len(self.text),
        ]
        return tuple(Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end)

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence of `text` that holds `offset`."""
        number = bisect_right(self._starts, offset)
        return self.sentences[number - 1] if number else Span(0, len(self.text))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of every block, without the space around them."""
        return tuple(span for block in self.blocks for span in sentences(self.text, block))

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]


class ByNeed(Prose):
    """A piece of Markdown that is read when something of it is asked for."""

    def __init__(self, read: Callable[[], Prose]) -> None:
        self.__dict__["_read"] = read

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or name == "_read":
            raise AttributeError(name)
        self.__dict__.update(self.__dict__.pop("_read")().__dict__)
        return getattr(self, name)


def sentences(text: str, block: Span) -> Iterator[Span]:
    """Yield the sentences of the `block` of `text`, without the space around them."""
    start = block.start
    for end in _SENTENCE_END.finditer(text, block.start, block.end):
        yield _trimmed(text, start, end.end())
        start = end.end()
    if text[start : block.end].strip():
        yield _trimmed(text, start, block.end)


def first_sentence(text: str) -> str:
    """Return the first sentence of a text without markup, or nothing where there is none."""
    flat = " ".join(text.split())
    return next((sentence.of(flat) for sentence in sentences(flat, Span(0, len(flat)))), "")


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))
