"""Who stands how to whom: the relations between actors, and what of it a picture can show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from ..edition import Bond, Network, Node, earliest
from ..records import Actor, Relation
from .tables import Tables


def network(tables: Tables) -> Network:
    """Return the actors that stand in a relation to another, and every relation once, from who has it to the other.

    Belonging counts only between actors that are joined by another relation anyway: it shows what they are parts of.
    """
    actors = tables.content.actors
    bonds = [_bond(tables, actor.id, relation) for actor in actors.values() for relation in actor.relations]
    joined = {ref.id for bond in bonds for ref in (bond.start, bond.end)}
    belonging = [_part(tables, actors[id]) for id in actors if {id, actors[id].part_of} <= joined]
    all_bonds = tuple(sorted(_told_apart((*bonds, *belonging)), key=lambda bond: bond.id))
    nodes = tuple(_node(tables, actors[id]) for id in sorted(joined))
    return Network(nodes, all_bonds, len(actors) - len(nodes), len(tables.turned.listings_of))


def _told_apart(bonds: Iterable[Bond]) -> list[Bond]:
    """Bonds with an id each: of those that share one, as two spells of one post do, the later ones get a number."""
    met: Counter[str] = Counter()
    apart = []
    for bond in bonds:
        met[bond.id] += 1
        # No record's id has a full stop, so that no other bond can have this one.
        apart.append(replace(bond, id=f"{bond.id}.{met[bond.id]}") if met[bond.id] > 1 else bond)
    return apart


def _bond(tables: Tables, id: str, relation: Relation) -> Bond:
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
        strands=_shared(tables, id, relation.with_),
    )


def _part(tables: Tables, actor: Actor) -> Bond:
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
        strands=_shared(tables, actor.id, whole),
    )


def _node(tables: Tables, actor: Actor) -> Node:
    listings = tables.refs_of("sanction", tables.turned.listings_of, actor.id)
    return Node(tables.ref("actor", actor.id), actor.type, earliest(listings), strands(tables, actor.id))


def strands(tables: Tables, actor: str) -> tuple[str, ...]:
    """Return the strands of what an actor said, is accused of, is listed for and had a part in."""
    turned = tables.turned
    by_actor = (turned.claims_by, turned.claims_against, turned.listings_of, turned.listings_by)
    records = [record for naming in by_actor for record in naming.get(actor, ())]
    own = {record.strand for record in (*records, *turned.events_about.get(f"actor:{actor}", ()))}
    return tuple(id for id in tables.content.site.strands if id in own)


def _shared(tables: Tables, start: str, end: str) -> tuple[str, ...]:
    """The strands that both have; where they have none in common, those of either."""
    at_start, at_end = strands(tables, start), strands(tables, end)
    both = tuple(id for id in at_start if id in at_end)
    return both or tuple(id for id in tables.content.site.strands if id in (*at_start, *at_end))
