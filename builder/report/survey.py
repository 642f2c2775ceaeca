"""What the report looks up: what is said for each claim and by whom, and which articles a record concerns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .. import provenance
from ..provenance import Roots, Word
from ..records import Claim, Content, Record, Source
from .nouns import Item
from .ways import Articles, far, near


@dataclass(frozen=True)
class Survey:
    """The content, and what was found out about it as a whole."""

    content: Content
    roots: Roots
    said: Mapping[str, frozenset[Word]]
    "all that is said in support of each claim, by the claim's id"
    near: Articles
    far: Articles

    def item(self, kind: str, record: Record, note: str = "") -> Item:
        """Return the item that leads to a record."""
        articles = self.near.get((kind, record.id), ())
        return Item(record.written.at(), f"{kind}:{record.id}", getattr(record, "label", ""), note, articles)

    def voices(self, claim: Claim) -> frozenset[str]:
        """Return the independent voices in support of a claim."""
        return frozenset(word.voice for word in self.said[claim.id])

    def speaker(self, voice: str) -> Record:
        """Return the record of a voice: an actor, or a source whose issuer is not named."""
        kind, _, id = voice.partition(":")
        return self.content.of(kind)[id]

    def name(self, voice: str) -> str:
        """Return what a voice is called: the actor's name, or the source's publisher."""
        speaker = self.speaker(voice)
        return speaker.publisher if isinstance(speaker, Source) else str(getattr(speaker, "label", ""))


def survey(content: Content) -> Survey:
    """Return the survey of `content`."""
    roots = provenance.roots(content)
    said = {
        claim.id: provenance.words(content, provenance.support(content, claim), roots)
        for claim in content.claims.values()
    }
    return Survey(content, roots, said, near(content), far(content))
