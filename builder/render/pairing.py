"""Cross-links by the two strands that they join, each read from the earlier strand of site.yaml."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..edition import Claim, Crosslink, Edition
from ..records import Entry, Paired


@dataclass(frozen=True, slots=True)
class Pair:
    """A cross-link read from the claim of the earlier strand of site.yaml to that of the later one."""

    left: Claim
    label: str
    right: Claim
    link: Crosslink


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two strands and the cross-links that join them."""

    left: Entry
    left_id: str
    right: Entry
    right_id: str
    relations: tuple[tuple[str, Paired, tuple[Pair, ...]], ...]
    "the pairs by relation, in the order of site.yaml"

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """All pairs."""
        return tuple(pair for _, _, pairs in self.relations for pair in pairs)


def main(all_pairings: Iterable[Pairing]) -> Pairing | None:
    """Return the pairing of the two strands that the site compares, if any are linked."""
    return next((pairing for pairing in all_pairings if not pairing.pairs[0].link.ref.within), None)


def pairings(edition: Edition) -> list[Pairing]:
    """Group cross-links by the two strands that they join: most links first, links within a strand last."""
    order = {id: place for place, id in enumerate(edition.site.strands)}
    grouped: dict[tuple[str, str], list[Crosslink]] = {}
    for link in edition.crosslinks.values():
        first, second = sorted((link.from_.strand, link.to.strand), key=lambda id: order[id])
        grouped.setdefault((first, second), []).append(link)
    keys = sorted(grouped, key=lambda pair: (pair[0] == pair[1], -len(grouped[pair]), order[pair[0]], order[pair[1]]))
    return [_pairing(edition, first, second, grouped[first, second]) for first, second in keys]


def _pairing(edition: Edition, first: str, second: str, links: list[Crosslink]) -> Pairing:
    by_relation: dict[str, list[Pair]] = {id: [] for id in edition.site.relations}
    for link in links:
        by_relation[link.relation_id].append(_pair(edition, first, link))
    strands, relations = edition.site.strands, edition.site.relations
    pairs_by_relation = tuple((id, relations[id], tuple(pairs)) for id, pairs in by_relation.items() if pairs)
    return Pairing(strands[first], first, strands[second], second, pairs_by_relation)


def _pair(edition: Edition, first: str, link: Crosslink) -> Pair:
    from_, to = edition.claims[link.from_.id], edition.claims[link.to.id]
    if link.from_.strand == first:
        return Pair(from_, link.relation.label, to, link)
    return Pair(to, link.relation.inverse, from_, link)
