"""`site.yaml`: the site's own words, its vocabularies, its budget of quotation and its rules' severity."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from .base import Address, Date, Part, Record, Ref, Shorthand, Text

Standing = Literal["holds", "open", "fails", "apart"]
"what a verdict says of a claim; `apart` where it is no matter of true or false"


class Entry(Part):
    """A word of a vocabulary, as the reader sees it."""

    label: Text
    meaning: str = ""


class Verdict(Entry):
    """How a claim stands, and what the verdict demands."""

    sign: str = ""
    "one character that tells it apart without colour"
    standing: Standing
    origins: int = 0
    "the independent origins that its support must have"
    rung: str = ""
    "the lowest rung of the ladder that can carry it"
    suffices: str = ""
    "the rung on which one origin is enough"
    evidence: bool | None = None
    "whether there must be evidence, of whatever stance; without it where the claim holds or fails"

    @property
    def needs_evidence(self) -> bool:
        """Whether a claim on no evidence at all cannot be called so."""
        return self.standing in ("holds", "fails") if self.evidence is None else self.evidence


class Phase(Entry):
    """The part that claims play in the story of their strand."""

    lead: bool = False
    "whether the comparison says which strand came first in it: only where like can be compared with like"
    rung: str = ""
    "the rung from which a claim counts when that is asked; without it as soon as it is made"


class Verb(Entry):
    """How somebody put it on record."""

    denies: bool = False
    "whether who is named with it says that it is not so"


class Paired(Entry):
    """A relation with the label that it has when read from the other side."""

    inverse: Text


class Needs(Part):
    """What lifts a claim to a rung beside a source whose kind stands on it."""

    rung: Text
    origins: int


class Rung(Entry):
    """A step of the evidence ladder."""

    id: Text
    needs: Needs | None = None
    "so many independent origins on another rung, or above"
    relayed: str = ""
    "the rung on which a report of it stands; without it the same"
    named: bool = False
    "whether whoever speaks under a name stands on it at least"
    admits: bool = False
    "whether it is an admission: it counts also from those who otherwise dispute the claim"


class SourceKind(Entry):
    """A kind of source and the rung that it carries a claim to."""

    rung: Text
    up_to: str = ""
    "the highest rung that a line of evidence may say it shows; without it `rung`"
    official: bool = False
    "whether it can be the official act on which a claim may accuse a person"


class Status(Entry):
    """How a listing stands."""

    ended: bool = False


class Phrases(Part):
    """Words that editors keep out of the prose, or put there only with a ground for them."""

    absence: tuple[Text, ...] = ()
    "they say that something is missing: only where the record's `searched` tells of the search"
    process: tuple[Text, ...] = ()
    "they talk of the editors' work, which the pages tell from the records"


class Budget(Part):
    """How much of an article whose rights are its publisher's may be quoted."""

    longest: int = 30
    "words in one quotation"
    share: float = 0.35
    "of the original's words, from 0 to 1"


class RuleException(Part):
    """Another severity for one record, with the reason."""

    severity: Literal["error", "warning", "off"]
    reason: Text


class Severities(Part):
    """How grave a fault against a rule is, in general and for single records."""

    severity: Literal["error", "warning", "off"] = "error"
    records: Mapping[str, RuleException] = {}


class Home(Part):
    """What the home page leads with."""

    article: Annotated[str, Ref("article")] | None = None
    page: Annotated[str, Ref("page")] | None = None


class Site(Record):
    """The site's own words and vocabularies."""

    title: Text
    tagline: str = ""
    description: str = ""
    language: Text
    as_of: Date
    "what the pages call today; no clock is ever read"
    covered_to: Date | None = None
    "the last day for which sources could be had, where that is before today"
    publisher: str = ""
    url: Address | None = None
    repository: Address | None = None
    home: Home = Home()
    strands: Mapping[str, Entry]
    phases: Mapping[str, Phase] = {}
    "the parts that claims play in the stories of their strands, in their order"
    verdicts: Mapping[str, Verdict]
    relations: Mapping[str, Paired]
    ladder: tuple[Rung, ...]
    source_kinds: Mapping[str, SourceKind]
    verbs: Mapping[str, Verb]
    measures: Mapping[str, Entry] = {}
    statuses: Mapping[str, Status] = {}
    "of listings; the first one is meant where a listing names none"
    ties: Mapping[str, Paired] = {}
    quotation: Budget = Budget()
    phrases: Phrases = Phrases()
    rules: Mapping[str, Annotated[Severities, Shorthand("severity")]] = {}

    def vocabulary(self, name: str) -> Mapping[str, Entry]:
        """Return the vocabulary called `name`, from its words to their entries."""
        entries = getattr(self, name)
        return {rung.id: rung for rung in entries} if name == "ladder" else entries
