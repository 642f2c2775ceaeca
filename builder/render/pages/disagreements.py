"""Where articles and record differ, with one another and with themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...edition import Disagreement, Edition, Saying
from .. import urls
from ..paging import Beginning, Key, Sheet, beginning, grouped, paged
from .claims import strands
from .page import Page, listed

BETWEEN: Key = "between", "the articles, side by side"
WITH_RECORD: Key = "with-record", "an article and the record"
NAMES: Key = "names", "names printed otherwise"
EVIDENCE: Key = "evidence", "evidence that differs from its claim"
BOTH_SIDES: Key = "both-sides", "claims with evidence on both sides"
Differing = tuple[Key, Any]
"a way of differing, and what differs in it"


def disagreements(edition: Edition) -> Iterator[Page]:
    """Yield the disagreements; of very many by the way in which they differ."""
    listing = paged(_found(edition), "disagreements/", lambda differing: differing[0])
    yield from listed(
        listing, "disagreements.html", "Disagreements", lambda sheet: _shown(edition, sheet), previews=False
    )


def _found(edition: Edition) -> Iterator[Differing]:
    yield from ((BETWEEN, words) for words in edition.disagreements if words.between_articles)
    yield from ((WITH_RECORD, words) for words in edition.disagreements if not words.between_articles)
    for actor in edition.actors.values():
        yield from ((NAMES, (actor, alias)) for alias in actor.aliases if alias.as_printed_in)
    for claim in edition.claims.values():
        if differing := [evidence for evidence in claim.evidence if evidence.differs]:
            yield EVIDENCE, (claim, differing)
    yield from (
        (BOTH_SIDES, claim) for claim in edition.claims.values() if claim.support.sources and claim.dispute.sources
    )


def _shown(edition: Edition, sheet: Sheet[Differing]) -> Mapping[str, Any]:
    by_way = grouped(sheet.records, lambda differing: differing[0])
    shown = {key: [words for _, words in differing] for key, differing in by_way.items()}
    return {
        "between": [(words, _sayings(words)) for words in shown.get(BETWEEN, [])],
        "with_record": [(words, _sayings(words)) for words in shown.get(WITH_RECORD, [])],
        "aliases": shown.get(NAMES, []),
        "within_record": shown.get(EVIDENCE, []),
        "strands": strands(edition, shown.get(BOTH_SIDES, [])),
    }


def _sayings(words: Disagreement) -> Beginning[Saying]:
    """The words that differ; of very many the first, and the claim's own passages have them all."""
    return beginning(words.sayings, f"{urls.folder(words.claim)}all/passages/" if words.claim else "")
