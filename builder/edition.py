"""The published nouns: ids have become references, quotes marks, and everything that can be counted is counted.

Each is complete when it is made. A noun names another by a `Reference`, never by the thing itself,
so that the whole is a tree and stays frozen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from .dates import Edtf
from .prose import Mark, Prose
from .records import Checked, Entry, Figure, Paired, Rung, Searched, Share, Site, SourceKind, Status, Verb, Verdict

SomeRecord = TypeVar("SomeRecord")


@dataclass(frozen=True, slots=True)
class Reference:
    """The name of a record, and what is needed to find it."""

    kind: str
    id: str
    title: str = field(hash=False)
    strand: str = field(default="", hash=False)
    within: str = ""
    "the article of an annotation; of a cross-link the part of the comparison, where it is not between the main strands"
    since: Edtf | None = field(default=None, hash=False)
    "the day from which there was something to know of it, where it has one"

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


def earliest(refs: Iterable[Reference]) -> Edtf | None:
    """Return the day from which something was known of any of `refs`, or nothing where one has no day."""
    days = [ref.since for ref in refs]
    return None if None in days else min((day for day in days if day), key=lambda day: day.key, default=None)


@dataclass(frozen=True, slots=True)
class Backlink:
    """A place that names a record, with the sentence that does."""

    owner: Reference
    sentence: str


@dataclass(frozen=True, slots=True)
class Accused:
    """A living person against whom a record speaks, with what they answer to it, or the search for an answer."""

    person: Reference
    replies: tuple[Prose, ...]
    searched: tuple[Searched, ...]
    "where there is no reply"


@dataclass(frozen=True, slots=True)
class Caveats:
    """What a reader must know beside a record: whom it accuses, what was missing, and when it was checked."""

    accuses: tuple[Accused, ...]
    searched: tuple[Searched, ...]
    uncertain: str
    checked: Checked | None


@dataclass(frozen=True, slots=True)
class Origin:
    """Somebody whose own word a source is, or repeats."""

    key: str
    name: str
    actor: Reference | None


@dataclass(frozen=True, slots=True)
class Tally:
    """Sources that say the same, and the independent origins that they come down to."""

    sources: tuple[Reference, ...] = ()
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One bibliographic record."""

    ref: Reference
    title: str
    description: str
    publisher: str
    issuer: Reference | None
    authors: tuple[str, ...]
    kind: SourceKind
    kind_id: str
    number: str
    published: Edtf
    url: str | None
    archive: str | None
    address: str
    language: str
    derived_from: tuple[Reference, ...]
    repeated_by: tuple[Reference, ...]
    excerpt: str
    summary: str
    origins: tuple[Origin, ...]
    backlinks: Sequence[Backlink]
    checked: Checked
    caveats: Caveats


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name or spelling, and where it was printed."""

    name: str
    language: str
    note: str
    as_printed_in: Reference | None


@dataclass(frozen=True, slots=True)
class Role:
    """A post that an actor held."""

    title: str
    of: Reference | None
    start: Edtf | None
    end: Edtf | None
    sources: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """How an actor stands to another, read from its own side."""

    label: str
    other: Reference
    start: Edtf | None
    end: Edtf | None
    note: str
    sources: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation, company, government or body."""

    ref: Reference
    name: str
    type: str
    aliases: tuple[Alias, ...]
    country: str
    part_of: Reference | None
    parts: tuple[Reference, ...]
    died: Edtf | None
    roles: tuple[Role, ...]
    relations: tuple[Relation, ...]
    summary: Prose
    replies: tuple[Prose, ...]
    "what a person answers to those who accuse them"
    identifiers: Mapping[str, str]
    sources: tuple[Reference, ...]
    sanctions: tuple[Reference, ...]
    "listings of it, by date"
    imposed: tuple[Reference, ...]
    "listings by it, by date"
    claims: tuple[Reference, ...]
    "claims that it has made, denied or relayed"
    accused: tuple[Reference, ...]
    events: tuple[Reference, ...]
    backlinks: Sequence[Backlink]
    caveats: Caveats


@dataclass(frozen=True, slots=True)
class Statement:
    """One link of an attribution chain."""

    by: Reference
    on: Edtf
    verb: Verb
    source: Reference | None
    locator: str
    note: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A source held against a claim."""

    source: Reference
    kind: SourceKind
    published: Edtf
    stance: str
    shows: Rung | None
    "the rung on which it shows the claim; none where it does not"
    locator: str
    note: str
    differs: tuple[str, ...]
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """What could be said of a claim from a date on."""

    on: Edtf
    verdict: Verdict
    verdict_id: str
    reason: Prose


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of an article that bear on a record."""

    note: Reference
    article: Reference
    number: int
    quote: str
    stance: str | None
    published: Edtf


@dataclass(frozen=True, slots=True)
class Crosslink:
    """A typed, reasoned, sourced link between two claims."""

    ref: Reference
    from_: Reference
    to: Reference
    relation: Paired
    relation_id: str
    reason: Prose
    sources: tuple[Reference, ...]
    caveats: Caveats


@dataclass(frozen=True, slots=True)
class Tie:
    """A cross-link as it reads from one of its claims."""

    label: str
    other: Reference
    link: Crosslink


@dataclass(frozen=True, slots=True)
class Step:
    """A rung of the evidence ladder, and the day on which a claim reached it."""

    on: Edtf
    rung: Rung


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement."""

    ref: Reference
    title: str
    statement: str
    strand: str
    phase: str
    stated: tuple[Statement, ...]
    evidence: tuple[Evidence, ...]
    support: Tally
    dispute: Tally
    assessments: tuple[Assessment, ...]
    first: Edtf
    "when it was first made, so far as it is recorded: a denial dates nothing"
    climb: tuple[Step, ...]
    "how its support went up the evidence ladder, source by source; empty where nothing supports it"
    lowered: str
    "why an editor has put it lower than its sources would"
    figure: Figure | None
    open_question: str
    acts: tuple[Reference, ...]
    reply: Prose | None
    reviewer: str
    sequel: Prose | None
    passages: tuple[Passage, ...]
    ties: tuple[Tie, ...]
    events: tuple[Reference, ...]
    sources: tuple[Reference, ...]
    backlinks: Sequence[Backlink]
    caveats: Caveats

    @property
    def current(self) -> Assessment:
        """The last assessment."""
        return self.assessments[-1]

    @property
    def turns(self) -> tuple[Assessment, ...]:
        """The assessments that gave the claim another verdict than it had, the first one among them."""
        before = (None, *(assessment.verdict_id for assessment in self.assessments))
        return tuple(
            assessment
            for assessment, verdict_before in zip(self.assessments, before, strict=False)
            if assessment.verdict_id != verdict_before
        )

    def heard(self, stance: str) -> tuple[tuple[Edtf, tuple[int, ...]], ...]:
        """When each source of one stance was published, and where its origins stand in the tally of that stance."""
        tally = self.support if stance == "supports" else self.dispute
        places = {origin.key: place for place, origin in enumerate(tally.origins)}
        pieces_of = {
            source: [piece for piece in self.evidence if (piece.source, piece.stance) == (source, stance)]
            for source in tally.sources
        }
        return tuple(
            (pieces[0].published, tuple(sorted({places[origin.key] for piece in pieces for origin in piece.origins})))
            for pieces in pieces_of.values()
        )


@dataclass(frozen=True, slots=True)
class ClaimFigure:
    """The figure of a claim, and the link of its chain that the figure comes from."""

    claim: Reference
    figure: Figure
    said: Statement


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """The figures of one unit: only they may share an axis."""

    unit: str
    drawn: tuple[ClaimFigure, ...]
    "those with a number, by date"
    worded: tuple[ClaimFigure, ...]
    "those of which only words are known, by date"

    @property
    def is_pictured(self) -> bool:
        """Whether a picture shows more than a line of text: two figures, or one whose both ends are known."""
        ends = ((claim_figure.figure.low, claim_figure.figure.high) for claim_figure in self.drawn)
        return len(self.drawn) > 1 or any(None not in (low, high) and low != high for low, high in ends)

    @property
    def methods_differ(self) -> bool:
        """Whether the figures were made in different ways, so far as it is known."""
        return len({claim_figure.figure.method for claim_figure in self.drawn}) > 1


@dataclass(frozen=True, slots=True)
class Sanction:
    """One dated listing of one actor by one authority under one programme."""

    ref: Reference
    target: Reference | None
    "none where it names several at once"
    title: str
    authority: Reference
    program: Reference | None
    listing_date: Edtf
    start_date: Edtf | None
    end_date: Edtf | None
    is_over: bool
    "whether its end has come, as of today"
    status: Status | None
    "as of today"
    status_on: Edtf | None
    measures: tuple[Entry, ...]
    strand: str
    reason: Prose
    list_entry: str
    names: tuple[str, ...]
    sources: tuple[Reference, ...]
    backlinks: Sequence[Backlink]
    caveats: Caveats

    @property
    def who(self) -> str:
        """Whom it names: its target, or its own title where it names several at once."""
        return self.target.title if self.target else self.title


@dataclass(frozen=True, slots=True)
class Program:
    """The legal instrument behind sanctions."""

    ref: Reference
    title: str
    subject: str
    authority: Reference | None
    date: Edtf | None
    url: str | None
    summary: Prose
    measures: tuple[Entry, ...]
    status: str
    strand: str
    sanctions: tuple[Reference, ...]
    sources: tuple[Reference, ...]
    backlinks: Sequence[Backlink]
    caveats: Caveats


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a date."""

    ref: Reference
    date: Edtf
    title: str
    strand: str
    summary: Prose
    about: tuple[Reference, ...]
    sources: tuple[Reference, ...]
    caveats: Caveats


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry."""

    ref: Reference
    name: str
    aliases: tuple[str, ...]
    definition: Prose
    sources: tuple[Reference, ...]
    backlinks: Sequence[Backlink]
    caveats: Caveats


@dataclass(frozen=True, slots=True)
class Correction:
    """A dated record of what the site had wrong."""

    ref: Reference
    on: Edtf
    about: tuple[Reference, ...]
    removed: tuple[str, ...]
    was: Prose
    now: Prose
    sources: tuple[Reference, ...]
    caveats: Caveats


def asserted(stance: str | None, about: Iterable[Reference]) -> Reference | None:
    """Return the claim that a passage with a `stance` itself asserts or denies: the first that its note is `about`."""
    return next((ref for ref in about if ref.kind == "claim"), None) if stance else None


@dataclass(frozen=True, slots=True)
class Note:
    """What is said about one passage of an article."""

    ref: Reference
    id: str
    number: int
    kind: str
    "what the passage is, by what the note is about first: claim, actor, term, ... or comment"
    quote: str
    "as it stands in the text"
    paragraph: int
    motivation: str
    about: tuple[Reference, ...]
    stance: str | None
    differs: tuple[str, ...]
    key: bool
    text: Prose
    caveats: Caveats

    @property
    def claim(self) -> Reference | None:
        """The claim that the passage itself asserts or denies."""
        return asserted(self.stance, self.about)

    @property
    def also(self) -> tuple[Reference, ...]:
        """What else the note is about, as far as its text does not lead there anyway."""
        linked = {(link.kind, link.id) for link in self.text.links}
        return tuple(ref for ref in self.about if ref != self.claim and (ref.kind, ref.id) not in linked)


@dataclass(frozen=True, slots=True)
class Listings:
    """How the law stood to an actor on a day."""

    then: tuple[Reference, ...]
    later: tuple[Reference, ...]
    ended: tuple[Reference, ...]
    "those of both that do not stand now"


@dataclass(frozen=True, slots=True)
class Annotated:
    """The text of an article with its passages."""

    text: Prose
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Article:
    """A news article with its notes."""

    ref: Reference
    title: str
    publisher: Reference
    author: Reference | None
    published: Edtf
    published_note: str
    url: str | None
    language: str
    rights: str
    license: str
    is_digest: bool
    source: Reference
    summary: str
    claims: tuple[Reference, ...]
    "those that its passages bear on, in the order of the text"
    made: tuple[Reference, ...]
    "those that the article itself asserts or denies, in the order of the text"
    notes: Sequence[Note]
    "in the order of the text"
    note_count: int
    annotated: Callable[[], Annotated] = field(repr=False, compare=False)
    "returns its text, made anew each time: one page shows it, lists do not, and it takes room"
    listings: Mapping[str, Listings]
    "for every actor that was ever listed, how the law stood to it on the article's day"
    backlinks: Sequence[Backlink]
    caveats: Caveats

    @property
    def text(self) -> Prose:
        """Its words, with links over the terms in them."""
        return self.annotated().text

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The passages to be marked, in the order of the text."""
        return self.annotated().marks


@dataclass(frozen=True, slots=True)
class Saying:
    """An article's words in a disagreement, with the note on them."""

    article: Reference
    note: Note


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Words that differ, about one claim or about none."""

    claim: Reference | None
    sayings: tuple[Saying, ...]
    between_articles: bool
    with_record: bool
    since: Edtf
    "the day on which the words stood against each other: of the first article, or of the second that differs"
    accuses: tuple[Accused, ...]
    "whom the claim or these words speak against, each once"


@dataclass(frozen=True, slots=True)
class Node:
    """An actor that stands in a relation to another."""

    ref: Reference
    type: str
    listed: Edtf | None
    "the day of its first listing by an authority"
    strands: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bond:
    """A relation between two actors, read from the one that has it."""

    id: str
    start: Reference
    end: Reference
    type: str
    "its word in site.yaml; nothing for belonging"
    label: str
    begun: Edtf | None
    ended: Edtf | None
    note: str
    sources: tuple[Reference, ...]
    strands: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Who stands how to whom."""

    nodes: tuple[Node, ...]
    bonds: tuple[Bond, ...]
    alone: int
    "the actors that stand in no relation to another"
    listed: int
    "the actors, whether they stand in it or not, whom an authority has listed"


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site's own prose."""

    ref: Reference
    title: str
    summary: str
    text: Prose
    backlinks: Sequence[Backlink]
    caveats: Caveats


@dataclass(frozen=True)
class Edition:
    """The whole site, ready to be rendered."""

    site: Site
    sources: Mapping[str, Source]
    actors: Mapping[str, Actor]
    claims: Mapping[str, Claim]
    crosslinks: Mapping[str, Crosslink]
    sanctions: Mapping[str, Sanction]
    events: Mapping[str, Event]
    terms: Mapping[str, Term]
    programs: Mapping[str, Program]
    corrections: Mapping[str, Correction]
    articles: Mapping[str, Article]
    pages: Mapping[str, Page]
    disagreements: Sequence[Disagreement]
    figures: Sequence[FigureGroup]
    "by unit"
    network: Network
    references: Mapping[tuple[str, str], Reference]
    "every record's name, by kind and id"
    share: Share
    "whose pages are to be printed"

    def each(self, records: Mapping[str, SomeRecord]) -> Iterator[SomeRecord]:
        """Yield those of `records` that belong to the share."""
        return (records[id] for id in self.share.own(records))
