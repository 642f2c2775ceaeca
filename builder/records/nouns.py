"""The written records, as editors write them: ids and text, one class for each collection."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from ..dates import Edtf
from .base import Address, AnyRef, Apart, Date, Markdown, Part, Prosaic, Record, Ref, Shorthand, Single, Text, Word

ActorId = Annotated[str, Ref("actor")]
ClaimId = Annotated[str, Ref("claim")]
SourceId = Annotated[str, Ref("source")]
ProgramId = Annotated[str, Ref("program")]
ArticleId = Annotated[str, Ref("article")]
Strand = Annotated[str, Word("strands")]
Sources = tuple[SourceId, ...]


class Searched(Part):
    """A search that brought nothing: the only ground on which a record may say that something is missing."""

    for_: Text
    "what was searched for, as a noun phrase"
    on: Date
    where: Text


class Account(Record):
    """A record that tells something: of persons, who may answer, and with what certainty."""

    accuses: tuple[ActorId, ...] = ()
    "the living persons against whom it says something"
    searched: Annotated[tuple[Searched, ...], Apart()] = ()
    uncertain: str = ""
    "what about the record itself is not certain"


How = Literal["read", "partly", "quoted", "catalogued", "recalled"]
"how far a source was before those who cite it: whole, in part, in reports that quote it, not opened, from memory"


class Checked(Part):
    """When a record was checked; how far it can be relied on is worked out from its sources."""

    on: Date
    how: How | None = None
    "no surer than the sources that the record cites"
    note: str = ""


class Seen(Checked):
    """How a source was checked, shown to the reader as it is."""

    how: How


class Source(Account):
    """One bibliographic record, cited by many."""

    title: Annotated[str, Apart()] = ""
    "the headline as printed"
    description: str = ""
    "what it is, where its headline is not known"
    publisher: Text
    issuer: ActorId | None = None
    "whose word this is"
    authors: tuple[Text, ...] = ()
    kind: Annotated[str, Word("source_kinds")]
    number: str = ""
    "the document's own number: of a release, a regulation, a resolution"
    published: Date
    url: Address | None = None
    archive: Address | None = None
    address: Literal["publisher", "republication", "mirror", "secondary"] = "publisher"
    "what the address leads to"
    language: Text
    derived_from: Sources = ()
    "the sources that this one repeats"
    excerpt: Annotated[str, Apart()] = ""
    "the few words relied on, as printed"
    summary: Text
    checked: Annotated[Seen, Apart()]

    @property
    def label(self) -> str:
        """What it is called where it is linked."""
        return self.title or self.description


class Alias(Part):
    """Another name or spelling."""

    name: Text
    language: str = ""
    note: str = ""
    as_printed_in: ArticleId | None = None


class Role(Part):
    """A post that an actor held."""

    title: Text
    of: ActorId | None = None
    from_: Date | None = None
    to: Date | None = None
    sources: Sources = ()


class Relation(Part):
    """How an actor stands to another."""

    with_: ActorId
    type: Annotated[str, Word("ties")]
    from_: Date | None = None
    to: Date | None = None
    note: str = ""
    sources: Sources = ()


class Reply(Part):
    """What a person answers to those who accuse them."""

    text: Markdown
    to: tuple[AnyRef, ...] = ()
    "the records whose accusation it answers; without them every one"


class Actor(Account):
    """A person, organisation, company, government or body with a profile."""

    name: Text
    type: Literal["person", "organization", "company", "government", "body"]
    aliases: tuple[Annotated[Alias, Shorthand("name")], ...] = ()
    country: str = ""
    part_of: ActorId | None = None
    "the body it belongs to or speaks for"
    died: Date | None = None
    roles: tuple[Role, ...] = ()
    relations: tuple[Relation, ...] = ()
    summary: Markdown
    reply: Annotated[tuple[Annotated[Reply, Shorthand("text")], ...], Single()] = ()
    "what a person answers to those who accuse them; it is shown wherever the accusation stands"
    identifiers: Mapping[str, Text] = {}
    sources: Sources = ()
    checked: Annotated[Checked, Shorthand("on")]

    @property
    def label(self) -> str:
        """What it is called where it is linked."""
        return self.name


Difference = Literal["wording", "who", "quantity", "date", "source", "category", "name", "omission"]
"in what words differ from the record, or one source from another"


class Statement(Part):
    """One link of an attribution chain: who said it, when, with which verb."""

    by: ActorId
    on: Date
    verb: Annotated[str, Word("verbs")]
    source: SourceId | None = None
    locator: str = ""
    note: str = ""


class Evidence(Part):
    """A source held against a claim."""

    source: SourceId
    stance: Literal["supports", "disputes", "context"]
    locator: str = ""
    derived_from: Sources | None = None
    "what it repeats on this point, where that is not all that it repeats; an empty list: it speaks for itself"
    shows: Annotated[str, Word("ladder")] | None = None
    "the rung that it reaches on this point, where that is not the one of the source's kind"
    differs: tuple[Difference, ...] = ()
    "in what it differs from the other sources of the claim"
    note: str = ""


class Assessment(Part):
    """What could be said of a claim from a date on."""

    on: Date
    verdict: Annotated[str, Word("verdicts")]
    reason: Markdown


class Figure(Part):
    """A quantity as a range, with its unit and date."""

    low: float | None = None
    high: float | None = None
    said: str = ""
    "the quantity in the words of who gave it, where it was no number"
    unit: Text
    as_of: Date
    method: str = ""
    note: str = ""


class Lowered(Part):
    """An editor's doubt: a rung below the one that was worked out, and why."""

    rung: Annotated[str, Word("ladder")]
    reason: Text


class Claim(Account):
    """One checkable statement, who made it, and how it has been assessed over time."""

    title: Text
    statement: Text
    strand: Strand
    phase: Annotated[str, Word("phases")] | None = None
    "what part it plays in the story of its strand"
    stated: tuple[Statement, ...]
    evidence: tuple[Evidence, ...] = ()
    assessments: tuple[Assessment, ...]
    figure: Figure | None = None
    lowered: Lowered | None = None
    open_question: str = ""
    acts: tuple[AnyRef, ...] = ()
    "the official acts against those whom it accuses: a listing (`sanction:…`) or a court's document (`source:…`)"
    reply: Markdown | None = None
    "what was answered to this very claim"
    reviewer: str = ""
    sequel: Markdown | None = None
    "what happened next"
    sources: Sources = ()
    checked: Annotated[Checked, Shorthand("on")]

    @property
    def label(self) -> str:
        """What it is called where it is linked."""
        return self.title


class Crosslink(Account):
    """A typed, reasoned, sourced link between two claims."""

    from_: ClaimId
    to: ClaimId
    relation: Annotated[str, Word("relations")]
    reason: Markdown
    sources: Sources
    checked: Annotated[Checked, Shorthand("on")]


class Sanction(Account):
    """One dated listing of one actor by one authority under one programme."""

    target: ActorId | None = None
    title: str = ""
    "what it is called where it names several at once, and none of them is its target"
    authority: ActorId
    program: ProgramId | None = None
    listing_date: Date
    start_date: Date | None = None
    end_date: Date | None = None
    status: Annotated[str, Word("statuses")] | None = None
    status_on: Date | None = None
    "the day of the newest document that shows the status"
    measures: tuple[Annotated[str, Word("measures")], ...]
    strand: Strand
    reason: Markdown
    list_entry: str = ""
    names: tuple[Text, ...] = ()
    "who else the same listing names"
    sources: Sources
    checked: Annotated[Checked, Shorthand("on")]

    def is_over(self, today: Edtf) -> bool:
        """Return whether its end has come by `today`; where only a month or a year is known, whether it may have."""
        return self.end_date is not None and not today.surely_before(self.end_date)


class Event(Account):
    """Something that happened on a date."""

    date: Date
    title: Text
    strand: Strand
    summary: Markdown
    about: tuple[AnyRef, ...] = ()
    sources: Sources
    checked: Annotated[Checked, Shorthand("on")]

    @property
    def label(self) -> str:
        """What it is called where it is linked."""
        return self.title


class Term(Account):
    """A glossary entry, marked in all prose where a form of it stands first in a section."""

    name: Text
    aliases: tuple[Text, ...] = ()
    unmarked: tuple[Text, ...] = ()
    "the forms of it that are not marked: too common to be explained again and again, or mostly something else"
    unless: tuple[Text, ...] = ()
    "phrases in which a form of it does not mean it"
    definition: Markdown
    sources: Sources
    checked: Annotated[Checked, Shorthand("on")]

    @property
    def label(self) -> str:
        """What it is called where it is linked."""
        return self.name


class Program(Account):
    """The legal instrument behind sanctions."""

    title: Text
    subject: str = ""
    authority: ActorId | None = None
    date: Date | None = None
    url: Address | None = None
    summary: Markdown
    measures: tuple[Annotated[str, Word("measures")], ...] = ()
    status: str = ""
    strand: Strand | None = None
    sources: Sources
    checked: Annotated[Checked, Shorthand("on")]

    @property
    def label(self) -> str:
        """What it is called where it is linked."""
        return self.title


class Correction(Account):
    """A dated record of what the site had wrong."""

    on: Date
    about: tuple[AnyRef, ...]
    removed: tuple[Text, ...] = ()
    "what no longer stands here, as `kind:id`"
    was: Markdown
    now: Markdown
    sources: Sources = ()


class Page(Account):
    """A page of the site's own prose."""

    title: Text
    summary: str = ""
    cited: bool = False
    "whether every sentence must carry a citation"
    text: Markdown

    @property
    def label(self) -> str:
        """What it is called where it is linked."""
        return self.title


class Article(Account):
    """A news article that is annotated: its bibliographic head and its digest or text."""

    title: Annotated[Text, Apart()]
    publisher: ActorId
    author: ActorId | None = None
    published: Date
    published_note: str = ""
    url: Address | None = None
    language: Text
    original: str = ""
    "the file name of the original, for `verify`"
    word_count: int | None = None
    "words in the original"
    rights: Literal["quoted", "licensed", "public-domain"]
    "whether the publisher keeps its rights, so that only quoted words may stand here"
    license: str = ""
    source: SourceId
    summary: str = ""
    text: Annotated[str, Prosaic()]

    @property
    def label(self) -> str:
        """What it is called where it is linked."""
        return self.title


class Annotation(Account):
    """A note bound to one passage of one article by a quote."""

    quote: Annotated[Text, Apart()]
    prefix: Annotated[str, Apart()] = ""
    suffix: Annotated[str, Apart()] = ""
    motivation: Literal["assessing", "identifying", "commenting", "linking", "describing"]
    about: tuple[AnyRef, ...] = ()
    stance: Literal["asserts", "denies"] | None = None
    differs: tuple[Difference, ...] = ()
    "in what the article's words differ from the record, or from another article's"
    key: bool = False
    "whether it is one of the few notes that matter most"
    note: Markdown
