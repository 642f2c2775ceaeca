"""`site.yaml`: the site's own words, its vocabularies, its budget of quotation and its rules' severity."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from .base import Address, Date, Part, Record, Ref, Shorthand, Text


class Entry(Part):
    """A word of a vocabulary, as the reader sees it."""

    label: Text
    meaning: str = ""


class Verdict(Entry):
    """How a claim stands, and what the verdict demands."""

    sign: str = ""
    "one character that tells it apart without colour"
    standing: Literal["holds", "open", "fails"]
    origins: int = 0
    "the independent origins that its support must have"
    rung: str = ""
    "the lowest rung of the ladder that can carry it"


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


class SourceKind(Entry):
    """A kind of source and the rung that it can carry a claim to."""

    rung: Text


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
    publisher: str = ""
    url: Address | None = None
    repository: Address | None = None
    home: Home = Home()
    strands: Mapping[str, Entry]
    phases: Mapping[str, Entry] = {}
    "the parts that claims play in the stories of their strands, in their order"
    verdicts: Mapping[str, Verdict]
    relations: Mapping[str, Paired]
    ladder: tuple[Rung, ...]
    source_kinds: Mapping[str, SourceKind]
    verbs: Mapping[str, Verb]
    measures: Mapping[str, Entry] = {}
    ties: Mapping[str, Paired] = {}
    quotation: Budget = Budget()
    rules: Mapping[str, Annotated[Severities, Shorthand("severity")]] = {}

    def vocabulary(self, name: str) -> Mapping[str, Entry]:
        """Return the vocabulary called `name`, from its words to their entries."""
        found = getattr(self, name)
        return {rung.id: rung for rung in found} if name == "ladder" else found
