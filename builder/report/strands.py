"""Whose word the claims of a strand rest on, and how many of them on nobody else's."""

from __future__ import annotations

from collections import Counter

from .nouns import Strand, Voice
from .survey import Survey


def strand(survey: Survey, name: str) -> Strand:
    """Return the strand `name` of the site, with the voices in support of its claims."""
    support = [survey.voices(claim) for claim in survey.content.claims.values() if claim.strand == name]
    claims = Counter(voice for voices in support for voice in voices)
    alone = Counter(voice for voices in support for voice in voices if len(voices) == 1)
    voices = [
        Voice(
            place=survey.speaker(voice).written.at(),
            record=voice,
            name=survey.name(voice),
            claims=claims[voice],
            share=round(claims[voice] / len(support), 4),
            alone=alone[voice],
            share_alone=round(alone[voice] / len(support), 4),
        )
        for voice in claims
    ]
    return Strand(
        name=name,
        label=survey.content.site.strands[name].label,
        claims=len(support),
        without_support=sum(not voices for voices in support),
        voices=tuple(sorted(voices, key=lambda voice: (-voice.claims, -voice.alone, voice.name, voice.record))),
    )
