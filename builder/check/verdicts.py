"""Rules on verdicts: what the evidence can carry, and what it takes to accuse."""

from __future__ import annotations

from collections.abc import Iterator

from .. import provenance
from ..problems import counted, listing
from ..provenance import Roots
from ..records import Assessment, Claim, Content, Verdict
from .findings import Finding


def verdicts_are_carried(content: Content) -> Iterator[Finding]:
    """Every verdict has the independent origins and the rung of evidence that site.yaml demands of it, by its date."""
    roots = provenance.roots(content)
    for claim in content.claims.values():
        for place, assessed in enumerate(claim.assessments):
            demand = content.site.verdicts.get(assessed.verdict)
            missing = demand and _missing(content, claim, assessed, demand, roots)
            if demand and missing:
                message = f"claim `{claim.id}` is called {demand.label} as of {assessed.on}, but {missing}"
                remedy = ("add support of that kind published by then, or choose a verdict that demands less",)
                place_of = claim.written.at("assessments", place, "verdict")
                yield Finding(place_of, message, remedy, f"claim:{claim.id}")


def _missing(content: Content, claim: Claim, assessed: Assessment, demand: Verdict, roots: Roots) -> str:
    said = provenance.words(content, provenance.support(content, claim, assessed.on.last), roots)
    voices = sorted({word.voice for word in said})
    if len(voices) < demand.origins:
        named = listing(voices) if voices else "none"
        return f"its support by then has {counted(len(voices), 'independent origin')} ({named}), not {demand.origins}"
    ladder = [step.id for step in content.site.ladder]
    reached = provenance.reached(content, claim, roots, assessed.on.last)
    if demand.rung in ladder and (not reached or ladder.index(reached) < ladder.index(demand.rung)):
        lowered = claim.lowered and claim.lowered.rung == reached
        who = "an editor has put it on" if lowered else "its support by then reaches"
        return f"{who} the rung `{reached or 'none'}`, not `{demand.rung}`"
    return ""


def rungs_are_only_lowered(content: Content) -> Iterator[Finding]:
    """An editor may put a claim on a lower rung than its evidence reaches, never on a higher one."""
    roots = provenance.roots(content)
    ladder = [step.id for step in content.site.ladder]
    for claim in content.claims.values():
        if claim.lowered and claim.lowered.rung in ladder:
            said = provenance.words(content, provenance.support(content, claim), roots)
            reached = provenance.rung(content.site.ladder, said)
            if not reached or ladder.index(claim.lowered.rung) >= ladder.index(reached):
                message = f"`lowered` names `{claim.lowered.rung}`, but the evidence reaches `{reached or 'none'}`"
                remedy = ("name a lower rung, or take `lowered` out",)
                yield Finding(claim.written.at("lowered", "rung"), message, remedy, f"claim:{claim.id}")


def accusations_have_grounds(content: Content) -> Iterator[Finding]:
    """A claim that accuses a living person rests on two independent origins, or on an official act."""
    roots = provenance.roots(content)
    for claim in content.claims.values():
        said = provenance.words(content, provenance.support(content, claim), roots)
        acts = {sanction.target for sanction in content.sanctions.values()}
        for place, accused in enumerate(claim.accuses):
            if accused not in acts and len({word.voice for word in said}) < 2:
                message = f"claim `{claim.id}` accuses `{accused}` on fewer than two independent origins"
                remedy = ("add support of another origin, or the act against the person under content/sanctions",)
                yield Finding(claim.written.at("accuses", place), message, remedy, f"claim:{claim.id}")
