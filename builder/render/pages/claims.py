"""The claims: their list by strand, a page for each, and what is open about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...edition import Claim, Edition
from ...records import Entry
from ..happenings import of_claim
from ..paging import Key, Listing, grouped, paged
from ..pictures import timeline
from ..pictures.sparklines import sparkline, sparklines
from ..pictures.strips import strip
from . import indexes
from .page import Page, Rows, listed, record

Strand = tuple[str, Entry, list[Claim]]


def claims(edition: Edition) -> Iterator[Page]:
    """Yield the list of claims, and the page of each."""
    yield from listed(
        by_strand(edition, edition.claims.values(), "claims/"),
        "claims.html",
        "Claims",
        lambda sheet: {"strands": strands(edition, sheet.records), "index": indexes.claims(edition, sheet.records)},
    )
    sparks = sparklines(edition.figures)
    for claim in edition.each(edition.claims):
        spark = sparks.get(claim.ref.id)
        shown = {
            "claim": claim,
            "strip": strip(claim, edition.site.as_of),
            "sparkline": sparkline(*spark, claim.ref) if spark else None,
            "picture": timeline.strip(of_claim(edition, claim)),
        }
        yield from record(claim.ref, "claim.html", claim.title, claim.statement, "claims", shown, _rows(edition, claim))


def _rows(edition: Edition, claim: Claim) -> Sequence[Rows]:
    events = [edition.events[ref.id] for ref in claim.events]
    return (
        Rows("passages", "in the articles", "parts/passage-list.html", claim.passages),
        Rows("crosslinks", "cross-links", "parts/tie-list.html", claim.ties),
        Rows("events", "on the timeline", "parts/event-list.html", events),
        Rows("backlinks", "where it is named", "parts/backlink-list.html", claim.backlinks),
    )


def questions(edition: Edition) -> Iterator[Page]:
    """Yield what is open about claims."""
    open_claims = [claim for claim in edition.claims.values() if claim.open_question]
    yield from listed(
        by_strand(edition, open_claims, "open-questions/"),
        "open-questions.html",
        "Open questions",
        lambda sheet: {"strands": strands(edition, sheet.records)},
        previews=False,
    )


def by_strand(edition: Edition, claims: Iterable[Claim], folder: str) -> Listing[Claim]:
    """Return the pages of claims: of many by strand, and those of one strand by date."""
    places = {id: place for place, id in enumerate(edition.site.strands)}

    def strand(claim: Claim) -> Key:
        return claim.strand, edition.site.strands[claim.strand].label

    ordered = sorted(claims, key=lambda claim: places[claim.strand])
    return paged(ordered, folder, strand, order=lambda claim: (claim.first.key, claim.ref.id))


def strands(edition: Edition, claims: Iterable[Claim]) -> list[Strand]:
    """Return claims by their strand, in the order of site.yaml."""
    groups = grouped(claims, lambda claim: claim.strand)
    return [(id, entry, groups[id]) for id, entry in edition.site.strands.items() if id in groups]
