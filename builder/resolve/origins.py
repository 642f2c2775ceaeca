"""Whose word a source is: reports that repeat one another are followed back to where they began."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import TopologicalSorter

from ..edition import Evidence as Published
from ..edition import Origin, Tally
from ..records import Content, Evidence
from .names import Names


def origins(content: Content, names: Names) -> Mapping[str, tuple[Origin, ...]]:
    """Return the origins of every source, by its id.

    They are the sources at the roots of its `derived_from`, each taken for its issuer where it has
    one, and an issuer for the body it is `part_of`: three briefings of one government are one origin.
    """
    roots = _roots(content)
    return {id: unique(_origin(content, names, root) for root in roots[id]) for id in content.sources}


def on_this_point(
    content: Content, names: Names, held: Evidence, found: Mapping[str, tuple[Origin, ...]]
) -> tuple[Origin, ...]:
    """Return the origins of a source on the one point that it is held for."""
    if held.derived_from is None:
        return found[held.source]
    if not held.derived_from:
        return (_origin(content, names, held.source),)
    return unique(origin for source in held.derived_from for origin in found[source])


def tally(evidence: Iterable[Published], stance: str) -> Tally:
    """Return the sources of one stance, each once, and the independent origins they come down to."""
    held = [one for one in evidence if one.stance == stance]
    return Tally(
        tuple(dict.fromkeys(one.source for one in held)), unique(origin for one in held for origin in one.origins)
    )


def unique(found: Iterable[Origin]) -> tuple[Origin, ...]:
    """Return each origin once, by name: the order in which records were written must not show."""
    return tuple(
        sorted({origin.key: origin for origin in found}.values(), key=lambda origin: (origin.name, origin.key))
    )


def _roots(content: Content) -> Mapping[str, frozenset[str]]:
    """The sources that each source comes down to, worked out from those that repeat nothing upwards."""
    roots: dict[str, frozenset[str]] = {}
    parents = {id: source.derived_from for id, source in content.sources.items()}
    for id in TopologicalSorter(parents).static_order():
        roots[id] = frozenset().union(*(roots[parent] for parent in parents[id])) if parents[id] else frozenset({id})
    return roots


def _origin(content: Content, names: Names, source: str) -> Origin:
    issuer = content.sources[source].issuer
    if not issuer:
        return Origin(f"source:{source}", content.sources[source].publisher, None)
    while content.actors[issuer].part_of:
        issuer = str(content.actors[issuer].part_of)
    return Origin(f"actor:{issuer}", content.actors[issuer].name, names["actor", issuer])
