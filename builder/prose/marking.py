"""Marks laid over the words of a block, as tokens: they nest well whatever they cross."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import copy

from markdown_it.token import Token

from ..quotes import Span
from .nouns import Mark
from .reading import words


def note(reads: str, around: Mapping[str, str], link: Mapping[str, str]) -> Iterator[Token]:
    """Yield a raised link that reads `reads`."""
    yield Token("sup_open", "sup", 1, attrs=dict(around))
    yield Token("note_open", "a", 1, attrs=dict(link))
    yield Token("text", "", 0, content=reads)
    yield Token("note_close", "a", -1)
    yield Token("sup_close", "sup", -1)


class Marking:
    """Lays marks over the children of one block, which begins at `offset` of the whole text."""

    def __init__(self, marks: Sequence[Mark], offset: int) -> None:
        self.marks, self.offset = sorted(marks, key=lambda mark: (mark.span.end, mark.number)), offset
        self.covering: tuple[Mark, ...] = ()
        self.inside_link = False
        self.waiting: list[Mark] = []

    def tokens(self, children: Sequence[Token]) -> Iterator[Token]:
        for child in children:
            reads = words(child)
            if reads:
                yield from self._leaf(child, reads)
            else:
                yield from self._cover(())
                yield child
                if child.type in ("link_open", "link_close"):
                    self.inside_link = child.type == "link_open"
                    yield from self._references()
        yield from self._cover(())

    def _leaf(self, child: Token, reads: str) -> Iterator[Token]:
        end = self.offset + len(reads)
        if not any(mark.span.start < end and self.offset < mark.span.end for mark in self.marks):
            yield from self._cover(())
            yield child
            self.offset = end
            return
        cuts = {edge for mark in self.marks for edge in (mark.span.start, mark.span.end) if self.offset < edge <= end}
        for cut in sorted(cuts | {end}):
            piece = reads[: cut - self.offset]
            here = Span(self.offset, cut)
            yield from self._cover(tuple(mark for mark in self.marks if mark.span.holds(here)))
            yield _piece(child, piece)
            reads, self.offset = reads[len(piece) :], cut
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
                "id": f"ref-{mark.id}",
                "href": f"#note-{mark.id}",
                "aria-label": mark.label,
                "data-preview": "",
            }
            yield from note(str(mark.number), {"class": f"ref ref-{mark.kind}"}, link)
        self.waiting = []


def _piece(child: Token, reads: str) -> Token:
    if child.type in ("softbreak", "hardbreak") or child.content == reads:
        return child
    piece = copy(child)
    piece.content = reads
    return piece
