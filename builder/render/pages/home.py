"""The home page: the two strands that touch most, an article's telling passages, the latest changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from heapq import nlargest
from typing import Any

from ...dates import Edtf
from ...edition import Article, Assessment, Claim, Correction, Edition, Note
from ...records import Entry, Standing
from .. import paging
from ..gathered import Gathered
from ..paging import grouped
from ..pairing import Pairing
from .articles import age, by_date, standing
from .page import Page

_STANDINGS: tuple[Standing, ...] = ("holds", "open", "apart", "fails")
_TELLING = 4
_LATEST, _CORRECTIONS = 5, 3
_ARTICLES = 6
"of which one is the article that the site leads with"
_GRAVITY = ("fails", "open", "holds", "apart")
"which passages tell most of what an article got wrong"


@dataclass(frozen=True, slots=True)
class Share:
    """How many claims of a strand stand in one way, and where that stands in its bar: hundredths of the width."""

    standing: Standing
    count: int
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Side:
    """A strand at a glance."""

    id: str
    entry: Entry
    total: int
    shares: tuple[Share, ...]
    first: Edtf
    last: Edtf


@dataclass(frozen=True, slots=True)
class Telling:
    """An article's words, and what became of the claim that they bear on."""

    note: Note
    claim: Claim


@dataclass(frozen=True, slots=True)
class Change:
    """A new assessment of a claim that had another one before."""

    claim: Claim
    before: Assessment
    assessed: Assessment


def home(edition: Edition, gathered: Gathered) -> Page:
    """Return the home page."""
    data = partial(_shown, edition, gathered)
    return Page("", "home.html", edition.site.title, edition.site.description, data=data)


def _shown(edition: Edition, gathered: Gathered) -> Mapping[str, Any]:
    lead, pairing = edition.site.home, gathered.compared.main
    article = edition.articles[lead.article] if lead.article else None
    claims = list(edition.claims.values())
    return {
        "explainer": edition.pages[lead.page] if lead.page else None,
        "article": article,
        "articles": latest(edition, article),
        "standing": standing(claims, edition),
        "histories": claims if len(claims) <= paging.LISTED else None,
        "pairing": pairing,
        "sides": sides(edition, claims, pairing) if pairing else [],
        "leading": sorted(pairing.relations, key=lambda relation: -len(relation[2]))[:4] if pairing else [],
        "telling": telling(edition, article) if article else (),
        "changes": changes(edition),
        "corrections": corrections(edition),
    }


def latest(edition: Edition, lead: Article | None) -> list[Article]:
    """Return the article that the site leads with and the latest others, by date."""
    ordered = by_date(edition)
    chosen = ordered[-_ARTICLES:]
    if lead and lead not in chosen:
        chosen = [lead, *chosen[1:]]
    return sorted(chosen, key=age)


def corrections(edition: Edition) -> list[Correction]:
    """Return the latest corrections, the last one first."""
    return nlargest(
        _CORRECTIONS, edition.corrections.values(), key=lambda correction: (correction.on.key, correction.ref.id)
    )


def sides(edition: Edition, claims: Iterable[Claim], pairing: Pairing) -> list[Side]:
    """Return the two strands that are compared at a glance."""
    by_strand = grouped(claims, lambda claim: claim.strand)
    return [side(edition, id, by_strand[id]) for id in (pairing.left_id, pairing.right_id)]


def side(edition: Edition, id: str, claims: Sequence[Claim]) -> Side:
    """Return the strand `id`, which has these claims, at a glance."""
    counts = Counter(claim.current.verdict.standing for claim in claims)
    shares, x = [], 0.0
    for way in _STANDINGS:
        width = round(100 * counts[way] / len(claims), 2)
        shares.append(Share(way, counts[way], round(x, 2), width))
        x += width
    days = [claim.first for claim in claims]
    first, last = min(days, key=lambda day: day.key), max(days, key=lambda day: day.key)
    return Side(id, edition.site.strands[id], len(claims), tuple(shares), first, last)


def telling(edition: Edition, article: Article) -> tuple[Telling, ...]:
    """Return the passages of `article` that matter most, on claims: those that fail first, in the order of the text."""
    passages = [
        Telling(note, edition.claims[ref.id])
        for note in article.notes
        if note.key
        for ref in [next((ref for ref in note.about if ref.kind == "claim"), None)]
        if ref
    ]
    first = {passage.claim.ref: passage for passage in reversed(passages)}
    ranked = sorted(first.values(), key=_gravity)
    return tuple(sorted(ranked[:_TELLING], key=lambda passage: passage.note.number))


def _gravity(passage: Telling) -> tuple[int, int]:
    return _GRAVITY.index(passage.claim.current.verdict.standing), passage.note.number


def changes(edition: Edition) -> tuple[Change, ...]:
    """Return the latest assessments that gave a claim another verdict, the last one first."""
    turns = [
        Change(claim, before, assessed)
        for claim in edition.claims.values()
        for before, assessed in zip(claim.assessments, claim.assessments[1:], strict=False)
        if before.verdict_id != assessed.verdict_id
    ]
    return tuple(nlargest(_LATEST, turns, key=lambda change: (change.assessed.on.key, change.claim.ref.id)))
