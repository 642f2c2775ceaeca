"""Whose word a source is, and how far up the evidence ladder it carries a claim.

Pure functions over the written records: `check` holds verdicts against them, `resolve` publishes them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from .records import Claim, Content, Evidence, Rung

Roots = Mapping[str, frozenset[str]]
"for each source the sources that it comes down to: itself, if it repeats none"


@dataclass(frozen=True, slots=True)
class Word:
    """One root of a piece of evidence: who speaks, and the rung that the kind of source stands on."""

    voice: str
    "`actor:id` of the body that speaks, or `source:id` where no issuer is named"
    rung: str


def roots(content: Content) -> Roots:
    """Return the roots of every source; one that only repeats itself, by way of others, is its own."""
    return {id: _roots(content, id) for id in content.sources}


def _roots(content: Content, id: str) -> frozenset[str]:
    seen, found, waiting = {id}, set(), [id]
    while waiting:
        one = waiting.pop()
        parents = [parent for parent in content.sources[one].derived_from if parent in content.sources]
        if not parents:
            found.add(one)
        waiting += [parent for parent in parents if parent not in seen]
        seen.update(parents)
    return frozenset(found or {id})


def voice(content: Content, source: str) -> str:
    """Return whose word the source is: its issuer's, followed up to the body that the issuer is part of.

    So three briefings of one government are one voice.
    """
    actor = content.sources[source].issuer
    if not actor or actor not in content.actors:
        return f"source:{source}"
    seen = {actor}
    while (whole := content.actors[actor].part_of) in content.actors and whole not in seen:
        actor = str(whole)
        seen.add(actor)
    return f"actor:{actor}"


def on_this_point(held: Evidence, found: Roots) -> frozenset[str]:
    """Return the roots of a source on the one point that it is held for."""
    if held.derived_from is None:
        return found[held.source]
    repeated = (found[source] for source in held.derived_from if source in found)
    return frozenset().union(*repeated) or frozenset({held.source})


def words(content: Content, evidence: Iterable[Evidence], found: Roots) -> frozenset[Word]:
    """Return all that is said, and by whom, in pieces of `evidence`."""
    return frozenset(
        Word(voice(content, root), _rung_of(content, held.kind or content.sources[root].kind))
        for held in evidence
        for root in on_this_point(held, found)
    )


def _rung_of(content: Content, kind: str) -> str:
    found = content.site.source_kinds.get(kind)
    return found.rung if found else ""


def support(content: Content, claim: Claim, by: date | None = None) -> list[Evidence]:
    """Return the evidence in support of `claim`, only that published by the day `by` if it is given."""
    return [
        held
        for held in claim.evidence
        if held.stance == "supports"
        and held.source in content.sources
        and (by is None or content.sources[held.source].published.first <= by)
    ]


def reached(content: Content, claim: Claim, found: Roots, by: date | None = None) -> str:
    """Return the rung on which `claim` stands by a day: where its support takes it, or lower if an editor says so."""
    ladder = [step.id for step in content.site.ladder]
    highest = rung(content.site.ladder, words(content, support(content, claim, by), found))
    lowered = claim.lowered.rung if claim.lowered else ""
    doubted = highest and lowered in ladder and ladder.index(lowered) < ladder.index(highest)
    return lowered if doubted else highest


def rung(ladder: Collection[Rung], said: Iterable[Word]) -> str:
    """Return the highest rung of `ladder` that what is `said` reaches, or nothing where nothing is said.

    A word reaches the rung of its kind; a rung with `needs` is reached, too, where so many independent
    voices stand on the rung that it names, or above.
    """
    height = {step.id: place for place, step in enumerate(ladder)}
    all_said = [word for word in said if word.rung in height]
    reached = [height[word.rung] for word in all_said]
    for step in ladder:
        if step.needs and step.needs.rung in height:
            voices = {word.voice for word in all_said if height[word.rung] >= height[step.needs.rung]}
            if len(voices) >= step.needs.origins:
                reached.append(height[step.id])
    return next((step.id for step in ladder if height[step.id] == max(reached)), "") if reached else ""
