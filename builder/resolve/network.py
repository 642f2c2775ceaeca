"""Who stands how to whom: the relations between actors, and what of it a picture can show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..edition import Actor, Bond, Network, Node, earliest
from ..records import Actor as Written
from .tables import Tables


def network(tables: Tables, actors: Mapping[str, Actor]) -> Network:
    """Return the actors that stand in a relation to another, and every relation once, from who has it to the other.

    Belonging counts only between actors that are joined by another relation anyway: it shows what they are parts of.
    """
    written = tables.content.actors
    bonds = [_bond(tables, one.id, place, actors) for one in written.values() for place in range(len(one.relations))]
    joined = {ref.id for bond in bonds for ref in (bond.start, bond.end)}
    belonging = [_part(tables, one, actors) for one in written.values() if {one.id, one.part_of} <= joined]
    all_bonds = tuple(sorted(_told_apart((*bonds, *belonging)), key=lambda bond: bond.id))
    nodes = tuple(_node(tables, actors[id]) for id in sorted(joined))
    return Network(nodes, all_bonds, len(actors) - len(nodes), _listed(tables))


def _told_apart(bonds: Iterable[Bond]) -> list[Bond]:
    """Bonds with an id each: of those that share one, as two spells of one post do, the later ones get a number."""
    met: Counter[str] = Counter()
    apart = []
    for bond in bonds:
        met[bond.id] += 1
        # No record's id has a full stop, so that no other bond can have this one.
        apart.append(replace(bond, id=f"{bond.id}.{met[bond.id]}") if met[bond.id] > 1 else bond)
    return apart


def _bond(tables: Tables, id: str, place: int, actors: Mapping[str, Actor]) -> Bond:
    relation = tables.content.actors[id].relations[place]
    return Bond(
        id=f"{id}-{relation.type}-{relation.with_}",
        start=tables.ref("actor", id),
        end=tables.ref("actor", relation.with_),
        type=relation.type,
        label=tables.content.site.ties[relation.type].label,
        begun=relation.from_,
        ended=relation.to,
        note=relation.note,
        sources=tables.refs("source", relation.sources),
        strands=_shared(tables, actors[id], actors[relation.with_]),
    )


def _part(tables: Tables, actor: Written, actors: Mapping[str, Actor]) -> Bond:
    whole = str(actor.part_of)
    return Bond(
        id=f"{actor.id}-part-of-{whole}",
        start=tables.ref("actor", actor.id),
        end=tables.ref("actor", whole),
        type="",
        label="part of",
        begun=None,
        ended=None,
        note="",
        sources=(),
        strands=_shared(tables, actors[actor.id], actors[whole]),
    )


def _node(tables: Tables, actor: Actor) -> Node:
    return Node(actor.ref, actor.type, earliest(actor.sanctions), strands(tables.content.site.strands, actor))


def strands(order: Iterable[str], actor: Actor) -> tuple[str, ...]:
    """Return the strands of what an actor said, is accused of, is listed for and had a part in."""
    named = (*actor.claims, *actor.accused, *actor.sanctions, *actor.imposed, *actor.events)
    held = {ref.strand for ref in named}
    return tuple(id for id in order if id in held)


def _shared(tables: Tables, one: Actor, other: Actor) -> tuple[str, ...]:
    """The strands that both have; where they have none in common, those of either."""
    order = tables.content.site.strands
    mine, theirs = strands(order, one), strands(order, other)
    both = tuple(id for id in mine if id in theirs)
    return both or tuple(id for id in order if id in (*mine, *theirs))


def _listed(tables: Tables) -> int:
    """How many actors any authority has listed, each once however many have."""
    return len({listing.target for listing in tables.content.sanctions.values() if listing.target})
