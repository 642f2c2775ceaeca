"""Whose word a source is, and how far up the evidence ladder it carries a claim.

Pure functions over the written records: `check` holds verdicts against them, `resolve` publishes them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from .dates import Edtf
from .records import Account, Actor, Claim, Content, Evidence, Reply, Rung, Sanction, Source, Statement

Roots = Mapping[str, frozenset[str]]
"for each source the sources that it comes down to: itself, if it repeats none"


@dataclass(frozen=True, slots=True)
class Word:
    """One root of a piece of evidence: who speaks, and the rung that the evidence stands on."""

    voice: str
    "`actor:id` of the body that speaks, or `publisher:name` where no issuer is named"
    rung: str


def roots(content: Content) -> Roots:
    """Return the roots of every source; one that only repeats itself, by way of others, is its own."""
    return {id: _roots(content, id) for id in content.sources}


def _roots(content: Content, id: str) -> frozenset[str]:
    seen, ends, waiting = {id}, set(), [id]
    while waiting:
        source = waiting.pop()
        parents = [parent for parent in content.sources[source].derived_from if parent in content.sources]
        if not parents:
            ends.add(source)
        waiting += [parent for parent in parents if parent not in seen]
        seen.update(parents)
    return frozenset(ends or {id})


def voice(content: Content, source: str) -> str:
    """Return whose word the source is: its issuer's, or its publisher's where no issuer is named.

    An actor speaks for the body that it is part of, so three briefings of one government are one voice;
    a publisher that has a profile is that actor.
    """
    record = content.sources[source]
    issuer = record.issuer if record.issuer in content.actors else ""
    actor = issuer or content.actors_by_name.get(record.publisher.casefold(), "")
    return voice_of_actor(content, actor) if actor else f"publisher:{record.publisher}"


def voice_of_actor(content: Content, actor: str) -> str:
    """Return the voice of an actor: its own, or that of the whole that it is part of."""
    seen = {actor}
    while (whole := content.actors[actor].part_of) in content.actors and whole not in seen:
        actor = str(whole)
        seen.add(actor)
    return f"actor:{actor}"


def first_assertion(content: Content, claim: Claim) -> Edtf | None:
    """Return the day on which `claim` was first made, so far as it is recorded: a denial dates nothing."""
    days = [statement.on for statement in claim.stated if not denies(content, statement)]
    return min(days, key=lambda when: when.key, default=None)


def denies(content: Content, statement: Statement) -> bool:
    """Return whether who is named in a link of an attribution chain says that it is not so."""
    verb = content.site.verbs.get(statement.verb)
    return verb is not None and verb.denies


def accused(content: Content, record: Account) -> tuple[str, ...]:
    """Return the ids of the living persons against whom a record speaks: those it names, and a listing's target."""
    target = (record.target,) if isinstance(record, Sanction) and is_living(content, record.target) else ()
    return tuple(dict.fromkeys((*(id for id in target if id), *record.accuses)))


def replies(person: Actor, accusation: str) -> tuple[Reply, ...]:
    """Return what an accused person answers to the record called `accusation` (kind:id)."""
    return tuple(reply for reply in person.reply if not reply.to or accusation in reply.to)


def is_living(content: Content, actor: str | None) -> bool:
    """Return whether an actor is a person who is not known to have died."""
    record = content.actors.get(actor or "")
    return record is not None and record.type == "person" and record.died is None


def rung_of_source(content: Content, id: str) -> str:
    """Return the rung that a source stands on by itself: its kind's, and that of a name at least where it has one."""
    source, ladder = content.sources[id], [rung.id for rung in content.site.ladder]
    kind = content.site.source_kinds.get(source.kind)
    own = kind.rung if kind else ""
    named = next((rung.id for rung in content.site.ladder if rung.named), "")
    if own in ladder and named and source.issuer in content.actors:
        return max(own, named, key=ladder.index)
    return own


def is_seen(source: Source) -> bool:
    """Return whether a source itself was before those who cite it, whole or in part, and not only reports of it."""
    return source.checked.how in ("read", "partly")


class Case:
    """The evidence of one claim, weighed: whose words it comes down to, and the rung that they reach.

    A source that repeats others is followed back to them. What the claim itself says of a source on the way
    (what it repeats on this point, what it shows) goes before what the source's record says in general, and a
    source that the claim holds otherwise, against it or as context, ends the way: to repeat it adds nothing.
    """

    def __init__(self, content: Content, claim: Claim) -> None:
        self._content = content
        self._claim = claim
        self._rungs = {rung.id: rung for rung in content.site.ladder}
        self._heights = {rung.id: place for place, rung in enumerate(content.site.ladder)}
        self._lines: dict[str, dict[str, list[Evidence]]] = {}
        for line in claim.evidence:
            if line.source in content.sources:
                self._lines.setdefault(line.stance, {}).setdefault(line.source, []).append(line)
        self._against = {word.voice for line in self._held("disputes") for word in self._words(line)}

    def _held(self, stance: str) -> list[Evidence]:
        return [line for lines in self._lines.get(stance, {}).values() for line in lines]

    def support(self, by: date | None = None) -> list[Evidence]:
        """Return the evidence in support, in the order of the claim; only that published by the day `by`, if given."""
        sources = self._content.sources
        return [
            line
            for line in self._claim.evidence
            if line.stance == "supports"
            and line.source in sources
            and (by is None or sources[line.source].published.first <= by)
        ]

    def roots(self, line: Evidence) -> frozenset[str]:
        """Return the sources that a piece of evidence comes down to on its point.

        There is none where all that it repeats is held otherwise; in a circle the source is its own.
        """
        return frozenset(root for root, _ in self._ends(line))

    def said(self, line: Evidence) -> frozenset[Word]:
        """Return all that a piece of evidence says, and in whose voice.

        Who disputes the claim is no voice in support of it, but by an admission.
        """
        words = self._words(line)
        if line.stance != "supports":
            return words
        return frozenset(word for word in words if word.voice not in self._against or self._admits(word.rung))

    def _words(self, line: Evidence) -> frozenset[Word]:
        return frozenset(Word(voice(self._content, root), rung) for root, rung in self._ends(line))

    def _admits(self, rung: str) -> bool:
        return rung in self._rungs and self._rungs[rung].admits

    def _ends(self, line: Evidence) -> Collection[tuple[str, str]]:
        """The roots of a piece of evidence, each with a rung on which the piece shows the claim by way of it.

        A report of a root stands where the root's rung says (`relayed`), and never above what the pieces of
        evidence that it comes by are said to show.
        """
        ends: set[tuple[str, str]] = set()
        waiting, seen, barred = [(line.source, "")], {(line.source, "")}, False
        while waiting:
            source, most = waiting.pop()
            for piece in self._pieces(line, source):
                parents = self._repeated(source, piece)
                if not parents:
                    shown = self._shown(source, piece, relayed=source != line.source)
                    ends.add((source, self._least(shown, most)))
                onward = {parent for parent in parents if not self._is_held_otherwise(parent, line.stance)}
                barred = barred or len(onward) < len(parents)
                steps = {(parent, self._least(piece.shows if piece else "", most)) for parent in onward} - seen
                waiting += sorted(steps)
                seen |= steps
        return ends or (set() if barred else {(line.source, self._shown(line.source, line, relayed=False))})

    def _pieces(self, line: Evidence, source: str) -> Collection[Evidence | None]:
        """The pieces of evidence that `source` is on the side of `line`; `None` where the claim does not hold it."""
        return [line] if source == line.source else self._lines[line.stance].get(source, [None])

    def _repeated(self, source: str, piece: Evidence | None) -> set[str]:
        """What a source repeats on its point."""
        in_general = self._content.sources[source].derived_from
        own = piece.derived_from if piece else None
        return {parent for parent in (in_general if own is None else own) if parent in self._content.sources}

    def _is_held_otherwise(self, source: str, stance: str) -> bool:
        return source not in self._lines[stance] and any(source in lines for lines in self._lines.values())

    def _shown(self, source: str, piece: Evidence | None, relayed: bool) -> str:
        """The rung on which a source shows the claim, or a report of it does; what is known by reports is no more."""
        own = (piece.shows if piece else None) or rung_of_source(self._content, source)
        reported = relayed or not is_seen(self._content.sources[source])
        return (self._rungs[own].relayed or own) if reported and own in self._rungs else own

    def _least(self, rung: str | None, most: str) -> str:
        """The lower of two rungs, where both are given; to lower something makes no admission of it."""
        if not (rung and most):
            return rung or most
        lower, higher = sorted((rung, most), key=self._height)
        while self._admits(lower) and not self._admits(higher):
            lower = self._content.site.ladder[self._height(lower) - 1].id if self._height(lower) > 0 else ""
        return lower

    def _height(self, rung: str) -> int:
        return self._heights.get(rung, -1)

    def words(self, by: date | None = None) -> frozenset[Word]:
        """Return all that is said in support, and by whom; only by the day `by`, if it is given."""
        return frozenset(word for line in self.support(by) for word in self.said(line))

    def voices(self, by: date | None = None) -> frozenset[str]:
        """Return the independent voices in support."""
        return frozenset(word.voice for word in self.words(by))

    def reached(self, by: date | None = None) -> str:
        """Return the rung on which the claim stands: where its support takes it, or lower if an editor says so."""
        highest = rung(self._content.site.ladder, self.words(by))
        lowered = self._claim.lowered.rung if self._claim.lowered else ""
        doubted = highest and lowered in self._heights and self._height(lowered) < self._height(highest)
        return lowered if doubted else highest


def rung(ladder: Collection[Rung], words: Iterable[Word]) -> str:
    """Return the highest rung of `ladder` that what is said in `words` reaches, or nothing where nothing is.

    A word reaches the rung of its kind; a rung with `needs` is reached, too, where so many independent
    voices stand on the rung that it names, or above.
    """
    height = {step.id: place for place, step in enumerate(ladder)}
    ranked = [word for word in words if word.rung in height]
    reached = [height[word.rung] for word in ranked]
    for step in ladder:
        if step.needs and step.needs.rung in height:
            voices = {word.voice for word in ranked if height[word.rung] >= height[step.needs.rung]}
            if len(voices) >= step.needs.origins:
                reached.append(height[step.id])
    return next((step.id for step in ladder if height[step.id] == max(reached)), "") if reached else ""
