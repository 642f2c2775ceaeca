"""Rules on evidence: what a source can show, on the point that it is held for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .. import provenance
from ..problems import listing
from ..provenance import Case
from ..records import Claim, Content, Evidence
from .findings import Finding


def evidence_shows_what_it_can(content: Content) -> Iterator[Finding]:
    """A line of evidence shows no more than its source's kind can, and says why where it is more than usual."""
    heights = {step.id: place for place, step in enumerate(content.site.ladder)}
    for claim, case, place, line in _lines(content):
        if line.shows not in heights:
            continue
        kind = content.site.source_kinds.get(content.sources[line.source].kind)
        usual = provenance.rung_of_source(content, line.source)
        most = max(usual, kind.up_to if kind else "", key=lambda rung: heights.get(rung, -1))
        wrong = _too_high(line, usual, most, heights) or _relayed(case, line, heights)
        if wrong:
            yield Finding(claim.written.at("evidence", place, "shows"), *wrong, record=f"claim:{claim.id}")


Wrong = tuple[str, tuple[str, ...]] | None
"a message and its remedy"


def _too_high(line: Evidence, usual: str, most: str, heights: Mapping[str, int]) -> Wrong:
    shown = heights[str(line.shows)]
    if shown > heights.get(most, -1):
        message = f"`{line.source}` cannot show `{line.shows}`: a source of its kind shows at most `{most}`"
        return message, (f"write `shows: {most}`, or hold the thing itself, as a source of its own",)
    if shown > heights.get(usual, -1) and not line.note:
        return f"`{line.source}` usually shows `{usual}`; say in a `note` why it shows `{line.shows}` here", ()
    return None


def _relayed(case: Case, line: Evidence, heights: Mapping[str, int]) -> Wrong:
    rungs = [word.rung for word in case.said(line) if word.rung in heights]
    at_most = max(rungs, key=heights.__getitem__, default="")
    if at_most and heights[at_most] < heights[str(line.shows)]:
        if case.roots(line) == {line.source}:
            message = f"`{line.source}` is known only from reports of it (`checked`), so it shows at most `{at_most}`"
            return message, ("take `shows` out, or read the source and say so in its `checked`",)
        roots = listing(sorted(case.roots(line)))
        message = f"`{line.source}` repeats {roots} on this point, so it shows at most `{at_most}`"
        return message, ("take `shows` out, or write `derived_from: []` on this line if it speaks for itself here",)
    return None


def nobody_supports_what_they_dispute(content: Content) -> Iterator[Finding]:
    """Who disputes a claim is no voice in its support, unless by an admission."""
    admissions = listing([step.id for step in content.site.ladder if step.admits]) or "an admission"
    for claim, case, place, line in _lines(content):
        if line.stance == "supports" and line.source in case.roots(line) and not case.said(line):
            voice = provenance.voice(content, line.source)
            message = f"`{line.source}` supports the claim in the voice of `{voice}`, which disputes it in another line"
            remedy = (f"choose one stance; where it grants the claim after all, write `shows:` {admissions}",)
            yield Finding(claim.written.at("evidence", place), message, remedy, f"claim:{claim.id}")


def admissions_grant_what_others_said(content: Content) -> Iterator[Finding]:
    """An admission comes from somebody else than who made the claim first: one's own account admits nothing."""
    admits = {step.id for step in content.site.ladder if step.admits}
    for claim, case, place, line in _lines(content):
        first = _first_voices(content, claim)
        own = {word.voice for word in case.said(line) if word.rung in admits} & first
        if line.stance == "supports" and own:
            message = f"`{line.source}` shows an admission of {listing(sorted(own))}, who made the claim first"
            remedy = ("an account of one's own is one voice: take `shows` out",)
            yield Finding(claim.written.at("evidence", place), message, remedy, f"claim:{claim.id}")


def _first_voices(content: Content, claim: Claim) -> set[str]:
    """The voices of those who made a claim on the day on which it was first made."""
    since = provenance.first_assertion(content, claim)
    makers = {
        statement.by
        for statement in claim.stated
        if statement.on == since and not provenance.denies(content, statement)
    }
    return {provenance.voice_of_actor(content, actor) for actor in makers if actor in content.actors}


def _lines(content: Content) -> Iterator[tuple[Claim, Case, int, Evidence]]:
    """Every line of evidence whose source is known, with its claim, the claim's case and its place there."""
    for claim in content.each(Claim):
        case = Case(content, claim)
        for place, line in enumerate(claim.evidence):
            if line.source in content.sources:
                yield claim, case, place, line
