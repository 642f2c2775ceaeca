"""The comparison of two strands, and the cross-links that stand beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ...edition import Edition
from ...records import Entry
from ..gathered import Compared
from ..paging import Sheet, grouped
from ..pairing import Pair
from ..pictures.spine import leads, spine
from .page import Page, listed

Between = tuple[str, Entry, str, Entry, Sequence[Pair]]
"two strands, each with its id, and what joins them"


def compare(edition: Edition, compared: Compared) -> Iterator[Page]:
    """Yield the comparison; with very many cross-links it leads to pages for each relation."""
    pairing = compared.main
    data: dict[str, Any] = {"pairing": pairing, "other_pairings": compared.other_pairings}

    def shown(sheet: Sheet[Pair]) -> Mapping[str, Any]:
        return {"between": _between(edition, sheet.records)}

    if pairing and compared.pairs.ways:
        data["phases"] = leads(edition, pairing)
        yield from listed(
            compared.pairs, "pairs.html", "Compare", shown, data, ways_template="compare-ways.html", previews=False
        )
    else:
        data["spine"] = spine(edition, pairing) if pairing else None
        yield Page("compare/", "compare.html", "Compare", section="compare", data=data, previews=False)
    if compared.other_pairings:
        yield from listed(compared.other_pairs, "pairs.html", "Other cross-links", shown, previews=False)


def _between(edition: Edition, pairs: Sequence[Pair]) -> list[Between]:
    """Pairs by the two strands that they join, as the first of each are met."""
    strands = edition.site.strands
    by_strands = grouped(pairs, lambda pair: (pair.left.strand, pair.right.strand))
    return [(left, strands[left], right, strands[right], joined) for (left, right), joined in by_strands.items()]
