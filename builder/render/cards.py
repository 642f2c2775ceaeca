"""Pages into the drawings that stand for them where they are shared: title, kind, verdict and strand."""

from __future__ import annotations

from dataclasses import dataclass

from ..edition import Edition
from .pages import Page

_WIDTH = 1040
"pixels for a line of the title"
_SIZES = ((64, 3), (52, 4), (42, 5))
"sizes of the title's letters, and how many lines of each there may be"
_LETTER = 0.56
"the width of a letter as a share of its size, rather too wide than too narrow"
_KINDS = {
    "claim": "Claim",
    "actor": "Actor",
    "article": "Article, annotated",
    "sanction": "Sanction",
    "program": "Programme",
    "source": "Source",
    "term": "Term",
}


@dataclass(frozen=True, slots=True)
class Card:
    """What a share image shows."""

    title: tuple[str, ...]
    "its lines"
    size: int
    kind: str
    verdict: str
    standing: str
    strand: str
    place: int
    "of the strand in site.yaml, from 1; 0 for none"


def card(edition: Edition, page: Page) -> Card:
    """Return the card of `page`; of a claim the title is what it states."""
    claim = edition.claims[page.own.id] if page.own and page.own.kind == "claim" else None
    size, lines = _fitted(claim.statement if claim else page.title)
    strand = page.own.strand if page.own else ""
    return Card(
        title=lines,
        size=size,
        kind=_KINDS.get(page.own.kind, "") if page.own else "",
        verdict=claim.current.verdict.label if claim else "",
        standing=claim.current.verdict.standing if claim else "",
        strand=edition.site.strands[strand].label if strand else "",
        place=1 + list(edition.site.strands).index(strand) if strand else 0,
    )


def _fitted(title: str) -> tuple[int, tuple[str, ...]]:
    """The largest size in which a title fits, and its lines; in the smallest the end may be left out."""
    for size, most in _SIZES:
        lines = _lines(title, int(_WIDTH / (_LETTER * size)))
        if len(lines) <= most:
            return size, lines
    kept = lines[:most]
    return size, (*kept[:-1], f"{kept[-1].rsplit(' ', 1)[0]} …")


def _lines(title: str, letters: int) -> tuple[str, ...]:
    """A title in lines of at most so many letters, broken between words, or in a word that is longer than a line."""
    lines = [""]
    for word in title.split():
        rest = word
        while rest:
            piece, rest = rest[:letters], rest[letters:]
            if lines[-1] and len(lines[-1]) + 1 + len(piece) > letters:
                lines.append(piece)
            else:
                lines[-1] = f"{lines[-1]} {piece}".strip()
    return tuple(lines)
