"""The written records, as editors write them: ids and text, one class for each collection."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from ..dates import Edtf
from .base import Address, AnyRef, Date, Markdown, Part, Prosaic, Record, Ref, Shorthand, Text, Word

ActorId = Annotated[str, Ref("actor")]
ClaimId = Annotated[str, Ref("claim")]
SourceId = Annotated[str, Ref("source")]
ProgramId = Annotated[str, Ref("program")]
ArticleId = Annotated[str, Ref("article")]
Strand = Annotated[str, Word("strands")]
Sources = tuple[SourceId, ...]


class Checked(Part):
    """How a record was checked, shown to the reader as it is."""

    on: Date
    how: Literal["read", "catalogued", "recalled"]
    note: str = ""


class Source(Record):
    """One bibliographic record, cited by many."""

    title: str = ""
    "the headline as printed"
    description: str = ""
    "what it is, where its headline is not known"
    publisher: Text
    issuer: ActorId | None = None
    "whose word this is"
    authors: tuple[Text, ...] = ()
    kind: Annotated[str, Word("source_kinds")]
    published: Date
    url: Address | None = None
    archive: Address | None = None
    address: Literal["publisher", "republication", "mirror", "secondary"] = "publisher"
    "what the address leads to"
    language: Text
    derived_from: Sources = ()
    "the sources that this one repeats"
    excerpt: str = ""
    "the few words relied on, as printed"
    summary: Text
    checked: Checked

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


class Actor(Record):
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
    identifiers: Mapping[str, Text] = {}
    sources: Sources = ()
    checked: Checked

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
    kind: Annotated[str, Word("source_kinds")] | None = None
    "what it is on this point, where that is not its usual kind: a release is a document of its own act"
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


class Claim(Record):
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
    accuses: tuple[ActorId, ...] = ()
    reply: Markdown | None = None
    reviewer: str = ""
    sequel: Markdown | None = None
    "what happened next"
    sources: Sources = ()
    checked: Checked

    @property
    def first(self) -> Edtf:
        """When it was first stated, so far as it is recorded."""
        return min((*(said.on for said in self.stated), self.assessments[0].on), key=lambda when: when.key)

    @property
    def label(self) -> str:
        """What it is called where it is linked."""
        return self.title


class Crosslink(Record):
    """A typed, reasoned, sourced link between two claims."""

    from_: ClaimId
    to: ClaimId
    relation: Annotated[str, Word("relations")]
    reason: Markdown
    sources: Sources
    checked: Checked


class Sanction(Record):
    """One dated listing of one actor by one authority under one programme."""

    target: ActorId
    authority: ActorId
    program: ProgramId | None = None
    listing_date: Date
    start_date: Date | None = None
    end_date: Date | None = None
    status: str = ""
    measures: tuple[Annotated[str, Word("measures")], ...]
    strand: Strand
    reason: Markdown
    list_entry: str = ""
    names: tuple[Text, ...] = ()
    "who else the same listing names"
    sources: Sources
    checked: Checked


class Event(Record):
    """Something that happened on a date."""

    date: Date
    title: Text
    strand: Strand
    summary: Markdown
    about: tuple[AnyRef, ...] = ()
    sources: Sources
    checked: Checked

    @property
    def label(self) -> str:
        """What it is called where it is linked."""
        return self.title


class Term(Record):
    """A glossary entry, marked in all prose where a form of it stands first in a section."""

    name: Text
    aliases: tuple[Text, ...] = ()
    unmarked: tuple[Text, ...] = ()
    "the forms of it that are not marked: too common to be explained again and again, or mostly something else"
    unless: tuple[Text, ...] = ()
    "phrases in which a form of it does not mean it"
    definition: Markdown
    sources: Sources
    checked: Checked

    @property
    def label(self) -> str:
        """What it is called where it is linked."""
        return self.name


class Program(Record):
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
    checked: Checked

    @property
    def label(self) -> str:
        """What it is called where it is linked."""
        return self.title


class Correction(Record):
    """A dated record of what the site had wrong."""

    on: Date
    about: tuple[AnyRef, ...]
    removed: tuple[Text, ...] = ()
    "what no longer stands here, as `kind:id`"
    was: Markdown
    now: Markdown
    sources: Sources = ()


class Page(Record):
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


class Article(Record):
    """A news article that is annotated: its bibliographic head and its digest or text."""

    title: Text
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


class Annotation(Record):
    """A note bound to one passage of one article by a quote."""

    quote: Text
    prefix: str = ""
    suffix: str = ""
    motivation: Literal["assessing", "identifying", "commenting", "linking", "describing"]
    about: tuple[AnyRef, ...] = ()
    stance: Literal["asserts", "denies"] | None = None
    differs: tuple[Difference, ...] = ()
    "in what the article's words differ from the record, or from another article's"
    key: bool = False
    "whether it is one of the few notes that matter most"
    note: Markdown
