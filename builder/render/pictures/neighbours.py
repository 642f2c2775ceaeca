"""An actor and those next to it, drawn: what is joined with whom is looked up by its ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from ...edition import Bond, Network, Node, Reference
from .network import Drawing, Kind, drawn, numbered

_MOST, _WIDTH = 11, 640
"neighbours in the picture of one actor, and its width"
_WEIGHED = 60
"neighbours among which those are sought that are joined with most of the others"
Pair = frozenset[Reference]


@dataclass(frozen=True, slots=True)
class Joined:
    """The relations of a network by their ends."""

    nodes: Mapping[Reference, Node]
    bonds: Mapping[Reference, Sequence[Bond]]
    between: Mapping[Pair, Sequence[Bond]]
    numbers: Mapping[Kind, int]

    def most(self, number: int) -> tuple[tuple[Node, int], ...]:
        """Return the actors with the most relations, each with how many it has."""
        ranked = sorted(self.bonds, key=lambda ref: (-len(self.bonds[ref]), ref.title.casefold(), ref.id))
        return tuple((self.nodes[ref], len(self.bonds[ref])) for ref in ranked[:number])


def joined(network: Network) -> Joined:
    """Return the relations of `network` by their ends."""
    bonds: dict[Reference, list[Bond]] = {}
    between: dict[Pair, list[Bond]] = {}
    for bond in network.bonds:
        ends = frozenset((bond.start, bond.end))
        between.setdefault(ends, []).append(bond)
        for end in ends:
            bonds.setdefault(end, []).append(bond)
    return Joined({node.ref: node for node in network.nodes}, bonds, between, numbered(network.bonds))


def around(network: Joined, actor: Reference) -> tuple[Drawing, int] | None:
    """Return the picture of `actor`, those next to it and what joins them, and how many more there are.

    Of many those come first that are joined with most of the others; none where it has fewer than two.
    """
    ends = (end for bond in network.bonds.get(actor, ()) for end in (bond.start, bond.end))
    near = [end for end in dict.fromkeys(ends) if end != actor]
    if len(near) < 2:
        return None
    shown = {actor, *_closest(network, near)}
    part = Network(
        tuple(sorted((network.nodes[ref] for ref in shown), key=lambda node: node.ref.id)),
        tuple(sorted(_between(network, shown), key=lambda bond: bond.id)),
        0,
        0,
    )
    return drawn(part, _WIDTH, network.numbers), len(near) + 1 - len(shown)


def _closest(network: Joined, near: Sequence[Reference]) -> list[Reference]:
    """Those of `near` that are joined with most of the others; of very many only such as have many relations."""
    weighed = sorted(near, key=lambda ref: (-len(network.bonds[ref]), ref.id))[:_WEIGHED]
    weight = dict.fromkeys(weighed, 0)
    for bond in _between(network, weighed):
        for end in {bond.start, bond.end}:
            weight[end] += 1
    return sorted(weighed, key=lambda ref: (-weight[ref], ref.id))[:_MOST]


def _between(network: Joined, refs: Sequence[Reference] | set[Reference]) -> list[Bond]:
    pairs = (frozenset(pair) for size in (1, 2) for pair in combinations(refs, size))
    return [bond for pair in pairs for bond in network.between.get(pair, ())]
