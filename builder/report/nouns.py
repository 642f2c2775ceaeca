"""What a report holds: what is missing and where, and whom each strand rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..problems import Place


@dataclass(frozen=True, slots=True, order=True)
class Item:
    """A record, or a paragraph of an article, and where to go to mend it."""

    place: Place
    record: str
    "kind:id; for a paragraph with the end of its address, `#p3`"
    title: str
    note: str
    "what there is to know of it here"
    articles: tuple[str, ...]
    "the articles that it concerns"


@dataclass(frozen=True, slots=True)
class Count:
    """How many, in all and by article; what concerns two articles counts in both."""

    all: int
    articles: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing, and where."""

    name: str
    meaning: str
    count: Count
    items: tuple[Item, ...]
    "in the order of files and lines"


@dataclass(frozen=True, slots=True)
class Stock:
    """All that the site holds of one sort, and what is missing in some of it."""

    name: str
    "the sort, in the plural"
    count: Count
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """One on whose word claims of a strand rest."""

    place: Place
    record: str
    "kind:id of who speaks, or of the source where no issuer is named"
    name: str
    claims: int
    "of the strand, in whose support it takes part"
    share: float
    "of the strand's claims, from 0 to 1"
    alone: int
    "claims in whose support it is the only one"
    share_alone: float


@dataclass(frozen=True, slots=True)
class Strand:
    """Whom the claims of a strand rest on."""

    name: str
    label: str
    claims: int
    without_support: int
    voices: tuple[Voice, ...]
    "those in most claims first"


@dataclass(frozen=True, slots=True)
class Report:
    """How far the site covers its articles, and what its claims rest on."""

    title: str
    as_of: str
    articles: tuple[str, ...]
    stocks: tuple[Stock, ...]
    strands: tuple[Strand, ...]
