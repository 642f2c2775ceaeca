"""Rules on verdicts: what the evidence can carry, and what it takes to accuse."""

from __future__ import annotations

from collections.abc import Iterator

from .. import provenance
from ..problems import counted, listing
from ..provenance import Case
from ..records import LINKED, Assessment, Claim, Content, Sanction, Source, Verdict
from .findings import Finding


def verdicts_are_carried(content: Content) -> Iterator[Finding]:
    """Every verdict has the independent origins and the rung of evidence that site.yaml demands of it, by its date."""
    for claim in content.each(Claim):
        case = Case(content, claim)
        for place, assessment in enumerate(claim.assessments):
            demand = content.site.verdicts.get(assessment.verdict)
            missing = demand and _missing(content, claim, case, assessment, demand)
            if demand and missing:
                message = f"claim `{claim.id}` is called {demand.label} as of {assessment.on}, but {missing}"
                remedy = ("add support of that kind published by then, or choose a verdict that demands less",)
                place_of = claim.written.at("assessments", place, "verdict")
                yield Finding(place_of, message, remedy, f"claim:{claim.id}")


def _missing(content: Content, claim: Claim, case: Case, assessment: Assessment, demand: Verdict) -> str:
    by = assessment.on.last
    if demand.needs_evidence and not _known(content, claim, assessment):
        return "no source is held for or against it that had been published by then"
    ladder, reached = [step.id for step in content.site.ladder], case.reached(by)
    height = ladder.index(reached) if reached in ladder else -1
    if demand.suffices in ladder and height >= ladder.index(demand.suffices):
        return ""
    voices = sorted(case.voices(by))
    if len(voices) < demand.origins:
        named = listing(voices) if voices else "none"
        enough = f", nor does it reach the rung `{demand.suffices}`" if demand.suffices else ""
        origins = counted(len(voices), "independent origin")
        return f"its support by then has {origins} ({named}), not {demand.origins}{enough}"
    if demand.rung in ladder and height < ladder.index(demand.rung):
        lowered = claim.lowered and claim.lowered.rung == reached
        who = "an editor has put it on" if lowered else "its support by then reaches"
        return f"{who} the rung `{reached or 'none'}`, not `{demand.rung}`"
    return ""


def _known(content: Content, claim: Claim, assessment: Assessment) -> bool:
    """Whether anything at all is held that an assessment may rest on; what could not be read counts as held."""
    published = [
        content.sources[line.source].published if line.source in content.sources else None for line in claim.evidence
    ]
    return any(day is None or day.first <= assessment.on.last for day in published)


def rungs_are_only_lowered(content: Content) -> Iterator[Finding]:
    """An editor may put a claim on a lower rung than its evidence reaches, never on a higher one."""
    ladder = [step.id for step in content.site.ladder]
    for claim in content.each(Claim):
        if claim.lowered and claim.lowered.rung in ladder:
            reached = provenance.rung(content.site.ladder, Case(content, claim).words())
            if not reached or ladder.index(claim.lowered.rung) >= ladder.index(reached):
                message = f"`lowered` names `{claim.lowered.rung}`, but the evidence reaches `{reached or 'none'}`"
                remedy = ("name a lower rung, or take `lowered` out",)
                yield Finding(claim.written.at("lowered", "rung"), message, remedy, f"claim:{claim.id}")


def accusations_have_grounds(content: Content) -> Iterator[Finding]:
    """A claim that accuses a living person rests on two independent named origins, or on an act that it names."""
    lowest = content.site.ladder[0].id if content.site.ladder else ""  # on it stands what has no name
    for claim in content.each(Claim):
        voices = {word.voice for word in Case(content, claim).words() if word.rung != lowest}
        for place, accused in enumerate(claim.accuses):
            if len(voices) < 2 and not any(_is_act_against(content, named, accused) for named in claim.acts):
                message = f"claim `{claim.id}` accuses `{accused}` on fewer than two independent named origins"
                remedy = (
                    "add support of another named origin, or name the official act that the claim is about:",
                    f"acts: [sanction:…]   # a listing of `{accused}` in force, or source:… of a court or authority",
                )
                yield Finding(claim.written.at("accuses", place), message, remedy, f"claim:{claim.id}")


def acts_are_official(content: Content) -> Iterator[Finding]:
    """An official act (`acts`) is a listing of somebody whom the claim accuses, or an official kind of source."""
    for claim in content.each(Claim):
        for place, named in enumerate(claim.acts):
            if not any(_is_act_against(content, named, accused) for accused in claim.accuses):
                message = (
                    f"`{named}` is no official act against {listing(claim.accuses) if claim.accuses else 'anybody'}"
                )
                remedy = ("name a listing of the accused that has not ended, or a source of a kind that is `official`",)
                yield Finding(claim.written.at("acts", place), message, remedy, f"claim:{claim.id}")


def _is_act_against(content: Content, named: str, accused: str) -> bool:
    kind, _, id = named.partition(":")
    match content.of(kind).get(id) if kind in LINKED else None:
        case Sanction() as sanction:
            return sanction.target == accused and not sanction.is_over(content.site.as_of)
        case Source() as source:
            known = content.site.source_kinds.get(source.kind)
            return known is not None and known.official
        case None:
            return True  # whether it is there has its own rule
        case _:
            return False
