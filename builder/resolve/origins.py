"""Whose word a source is: reports that repeat one another are followed back to where they began."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import TopologicalSorter

from ..edition import Origin, Tally
from ..records import Content
from .names import Names


def origins(content: Content, names: Names) -> Mapping[str, tuple[Origin, ...]]:
    """Return the origins of every source, by its id.

    They are the sources at the roots of its `derived_from`, each taken for its issuer where it has
    one, and an issuer for the body it is `part_of`: three briefings of one government are one origin.
    """
    roots = _roots(content)
    return {id: unique(_origin(content, names, root) for root in roots[id]) for id in content.sources}


def tally(content: Content, names: Names, sources: Iterable[str], found: Mapping[str, tuple[Origin, ...]]) -> Tally:
    """Return `sources`, each once, and the independent origins they come down to."""
    once = tuple(dict.fromkeys(sources))
    return Tally(
        tuple(names["source", source] for source in once),
        unique(origin for source in once for origin in found[source]),
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
