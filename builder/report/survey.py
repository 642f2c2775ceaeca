"""What the report looks up: what is said for each claim and by whom, and which articles a record concerns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..provenance import Case, Word
from ..records import Claim, Content, Record, Source
from .nouns import Item
from .ways import Articles, far, near


@dataclass(frozen=True)
class Survey:
    """The content, and what was found out about it as a whole."""

    content: Content
    cases: Mapping[str, Case]
    "the evidence of each claim, by the claim's id"
    near: Articles
    far: Articles

    def item(self, kind: str, record: Record, note: str = "") -> Item:
        """Return the item that leads to a record."""
        articles = self.near.get((kind, record.id), ())
        return Item(record.written.at(), f"{kind}:{record.id}", getattr(record, "label", ""), note, articles)

    def voices(self, claim: Claim) -> frozenset[str]:
        """Return the independent voices in support of a claim."""
        return self.cases[claim.id].voices()

    def said(self, claim: Claim) -> frozenset[Word]:
        """Return all that is said in support of a claim."""
        return self.cases[claim.id].words()

    def speaker(self, voice: str) -> Record:
        """Return the record of a voice: an actor, or the first source of a publisher that has no profile."""
        kind, _, id = voice.partition(":")
        if kind == "publisher":
            return next(source for source in self.content.sources.values() if source.publisher == id)
        return self.content.of(kind)[id]

    def name(self, voice: str) -> str:
        """Return what a voice is called: the actor's name, or the source's publisher."""
        speaker = self.speaker(voice)
        return speaker.publisher if isinstance(speaker, Source) else str(getattr(speaker, "label", ""))


def survey(content: Content) -> Survey:
    """Return the survey of `content`."""
    cases = {claim.id: Case(content, claim) for claim in content.claims.values()}
    return Survey(content, cases, near(content), far(content))
