"""What the home page leads with: the two strands that touch most, an article's telling passages, the latest changes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ...dates import Edtf
from ...edition import Article, Assessment, Claim, Edition, Note
from ...records import Entry, Standing

_STANDINGS: tuple[Standing, ...] = ("holds", "open", "apart", "fails")
_TELLING = 4
_LATEST = 5
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


def side(edition: Edition, id: str) -> Side:
    """Return the strand `id`, which has claims, at a glance."""
    claims = [claim for claim in edition.claims.values() if claim.strand == id]
    counts = Counter(claim.current.verdict.standing for claim in claims)
    shares, x = [], 0.0
    for standing in _STANDINGS:
        width = round(100 * counts[standing] / len(claims), 2)
        shares.append(Share(standing, counts[standing], round(x, 2), width))
        x += width
    days = sorted((claim.first for claim in claims), key=lambda day: day.key)
    return Side(id, edition.site.strands[id], len(claims), tuple(shares), days[0], days[-1])


def telling(edition: Edition, article: Article) -> tuple[Telling, ...]:
    """Return the passages of `article` that matter most, on claims: those that fail first, in the order of the text."""
    found = [
        Telling(note, edition.claims[ref.id])
        for note in article.notes
        if note.key
        for ref in [next((ref for ref in note.about if ref.kind == "claim"), None)]
        if ref
    ]
    once = {one.claim.ref: one for one in reversed(found)}
    ranked = sorted(
        once.values(), key=lambda one: (_GRAVITY.index(one.claim.current.verdict.standing), one.note.number)
    )
    return tuple(sorted(ranked[:_TELLING], key=lambda one: one.note.number))


def changes(edition: Edition) -> tuple[Change, ...]:
    """Return the latest assessments that gave a claim another verdict, the last one first."""
    found = [
        Change(claim, before, assessed)
        for claim in edition.claims.values()
        for before, assessed in zip(claim.assessments, claim.assessments[1:], strict=False)
        if before.verdict_id != assessed.verdict_id
    ]
    return tuple(sorted(found, key=lambda one: (one.assessed.on.key, one.claim.ref.id), reverse=True)[:_LATEST])
