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
    return {
        id: of_voices(content, names, (provenance.voice(content, root) for root in roots[id])) for id in content.sources
    }


def of_voices(content: Content, names: Names, voices: Iterable[str]) -> tuple[Origin, ...]:
    """Return the origins that speak in `voices`: each once, by name, whatever order they came in."""
    return unique(_origin(content, names, voice) for voice in voices)


def tally(evidence: Iterable[Evidence], stance: str) -> Tally:
    """Return the sources of one stance, each once, and the independent origins they come down to."""
    pieces = [piece for piece in evidence if piece.stance == stance]
    return Tally(
        tuple(dict.fromkeys(piece.source for piece in pieces)),
        unique(origin for piece in pieces for origin in piece.origins),
    )


def unique(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    """Return each origin once, by name: the order in which records were written must not show."""
    return tuple(
        sorted({origin.key: origin for origin in origins}.values(), key=lambda origin: (origin.name, origin.key))
    )


def _origin(content: Content, names: Names, voice: str) -> Origin:
    kind, _, id = voice.partition(":")
    if kind == "publisher":
        return Origin(voice, id, None)
    return Origin(voice, content.actors[id].name, names["actor", id])
