"""What is found only by reading every text: plain facts, so that each process reads a share and tells the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from .. import passages
from ..passages import Placed
from ..quotes import Span
from ..records import Content
from .backlinks import Naming, namings
from .names import Names
from .reader import Reader


@dataclass(frozen=True, slots=True)
class Facts:
    """What a share of the texts says of all records."""

    namings: tuple[Naming, ...]
    placings: tuple[Placing, ...]


class Placing(NamedTuple):
    """An annotation, bound: its article and id, where its words stand, these words, and its places in the text."""

    article: str
    note: str
    start: int
    end: int
    quote: str
    number: int
    paragraph: int


def facts(content: Content, names: Names, reader: Reader) -> Facts:
    """Return what the texts of the share of `content`, in which `check` has found no error, say."""
    return Facts(tuple(namings(content, names, reader)), tuple(_placings(content)))


def _placings(content: Content) -> Iterator[Placing]:
    for article in content.share.own(content.articles.values()):
        for placed in passages.placed(content, article):
            span = placed.span
            yield Placing(
                article.id, placed.note.id, span.start, span.end, placed.quote, placed.number, placed.paragraph
            )


def by_article(content: Content, all_facts: Iterable[Facts]) -> Mapping[str, tuple[Placed, ...]]:
    """Return the annotations of each article in the order of its text."""
    placed: dict[str, list[Placed]] = {article: [] for article in content.articles}
    for placing in (placing for told in all_facts for placing in told.placings):
        note = content.annotations[placing.article][placing.note]
        span = Span(placing.start, placing.end)
        placed[placing.article].append(Placed(note, span, placing.quote, placing.number, placing.paragraph))
    return {article: tuple(notes) for article, notes in placed.items()}
