"""Origins as nouns: the voices that sources come down to, with their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .. import provenance
from ..edition import Evidence, Origin, Tally
from ..provenance import Roots
from ..records import Content
from .names import Names


def origins(content: Content, names: Names, roots: Roots) -> Mapping[str, tuple[Origin, ...]]:
    """Return the origins of every source, by its id."""
    return {id: of_roots(content, names, roots[id]) for id in content.sources}


def of_roots(content: Content, names: Names, roots: Iterable[str]) -> tuple[Origin, ...]:
    """Return the origins whose words the sources `roots` are: each once, by name, whatever order they came in."""
    return unique(_origin(content, names, root) for root in roots)


def tally(evidence: Iterable[Evidence], stance: str) -> Tally:
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


def _origin(content: Content, names: Names, source: str) -> Origin:
    key = provenance.voice(content, source)
    kind, _, id = key.partition(":")
    if kind == "source":
        return Origin(key, content.sources[id].publisher, None)
    return Origin(key, content.actors[id].name, names["actor", id])
