"""Content into Report: what is not covered yet, and whom each strand rests on.

Nothing here forbids publishing, which is `check`'s to say: it is where an editor may go on.
Each list is a generator of items, and its docstring says what stands in it.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from . import passages, prose, provenance, quotes
from .problems import Place, counted
from .prose import Prose
from .provenance import Roots, Word
from .records import KINDS, LINKED, Article, Claim, Content, Prosaic, Record, Ref, Source, values

Target = tuple[str, str]
"kind and id of a record"


@dataclass(frozen=True, slots=True, order=True)
class Item:
    """A record, or a paragraph of an article, and where to go to mend it."""

    place: Place
    record: str
    "kind:id; for a paragraph with the end of its address, `#p3`"
    title: str
    note: str
    "what there is to know of it here"
    articles: tuple[str, ...]
    "the articles that it concerns"


@dataclass(frozen=True, slots=True)
class Count:
    """How many, in all and by article; what concerns two articles counts in both."""

    all: int
    articles: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing, and where."""

    name: str
    meaning: str
    count: Count
    items: tuple[Item, ...]
    "in the order of files and lines"


@dataclass(frozen=True, slots=True)
class Part:
    """All things of one sort, and what is missing in some."""

    name: str
    count: Count
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """One on whose word claims of a strand rest."""

    place: Place
    record: str
    "kind:id of who speaks, or of the source where no issuer is named"
    name: str
    claims: int
    "of the strand, in whose support it takes part"
    share: float
    "of the strand's claims, from 0 to 1"
    alone: int
    "claims in whose support it is the only one"
    share_alone: float


@dataclass(frozen=True, slots=True)
class Strand:
    """Whom the claims of a strand rest on."""

    name: str
    label: str
    claims: int
    on_nobody: int
    "claims that nothing supports"
    voices: tuple[Voice, ...]
    "those in most claims first"


@dataclass(frozen=True, slots=True)
class Report:
    """How far the site covers its articles, and what its claims rest on."""

    title: str
    as_of: str
    articles: tuple[str, ...]
    parts: tuple[Part, ...]
    strands: tuple[Strand, ...]


@dataclass(frozen=True)
class Survey:
    """The content, and what the lists need to know of it as a whole."""

    content: Content
    roots: Roots
    said: Mapping[str, frozenset[Word]]
    "all that is said in support of each claim, by the claim's id"
    near: Mapping[Target, tuple[str, ...]]
    "the articles that name a claim or a source in their notes, or a source by way of such a claim"
    far: Mapping[Target, tuple[str, ...]]
    "the articles that a record is reached from"

    def item(self, kind: str, record: Record, note: str = "") -> Item:
        """Return the item that leads to a record."""
        articles = self.near.get((kind, record.id), ())
        return Item(record.written.at(), f"{kind}:{record.id}", getattr(record, "label", ""), note, articles)

    def voices(self, claim: Claim) -> frozenset[str]:
        """Return the independent voices in support of a claim."""
        return frozenset(word.voice for word in self.said[claim.id])

    def name(self, voice: str) -> str:
        """Return what a voice is called: the actor's name, or the source's publisher."""
        speaker = self.speaker(voice)
        return speaker.publisher if isinstance(speaker, Source) else str(getattr(speaker, "label", ""))

    def speaker(self, voice: str) -> Record:
        """Return the record of a voice."""
        kind, id = voice.split(":", 1)
        return self.content.of(kind)[id]


def report(content: Content) -> Report:
    """Return what `content`, in which `check` has found no error, does not cover, and whom it rests on."""
    survey = _survey(content)
    return Report(
        title=content.site.title,
        as_of=str(content.site.as_of),
        articles=tuple(content.articles),
        parts=(
            _part(survey, "paragraphs", _paragraphs(content), (paragraphs_without_a_note,)),
            _part(survey, "claims", _items(survey, "claim"), CLAIMS),
            _part(survey, "sources", _items(survey, "source"), (sources_only_catalogued, sources_only_recalled)),
            _part(survey, "records", _reached(survey), (records_never_reached,)),
        ),
        strands=tuple(_strand(survey, name) for name in content.site.strands),
    )


# Paragraphs


def paragraphs_without_a_note(survey: Survey) -> Iterator[Item]:
    """Paragraphs and headings that state something, in which no note binds.

    In a digest those with the article's words between quotation marks, in a full text all.
    """
    for item in _paragraphs(survey.content):
        if not item.note:
            yield item


def _paragraphs(content: Content) -> Iterator[Item]:
    """The paragraphs that state something; their note says how many annotations bind."""
    for article in content.articles.values():
        read = passages.text_of(content, article)
        digest = article.rights == "quoted" and article.id not in content.full
        found = [passages.spans(read.text, note) for note in content.annotations.get(article.id, {}).values()]
        bound = [spans[0] for spans in found if len(spans) == 1]
        for number, (block, line) in enumerate(zip(read.blocks, _lines(content, article, read), strict=True), 1):
            if digest and not _is_quoting(block.of(read.text)):
                continue
            notes = sum(span.start < block.end and block.start < span.end for span in bound)
            yield Item(
                place=Place(article.written.file.path, line),
                record=f"article:{article.id}#p{number}",
                title=textwrap.shorten(block.of(read.text), 70, placeholder=" …"),
                note=counted(notes, "note") if notes else "",
                articles=(article.id,),
            )


def _is_quoting(paragraph: str) -> bool:
    try:
        return bool(quotes.quotations(paragraph))
    except quotes.Unbalanced:
        return True  # a mark without its partner is still a mark


def _lines(content: Content, article: Article, read: Prose) -> Iterator[int]:
    """The line of its file that each block of an article begins in."""
    if article.id in content.full:
        first = article.written.at("text").line
        yield from (first + skipped for skipped, line in enumerate(article.text.splitlines()) if line.strip())
        return
    first = article.written.at("text", needle=article.text.split(maxsplit=1)[0]).line if article.text else 1
    skipped = 0
    for token in read.tokens:
        skipped = token.map[0] if token.map else skipped
        if token.type == "inline":
            yield first + skipped


# Claims


def claims_without_evidence(survey: Survey) -> Iterator[Item]:
    """Claims for or against which no source is held; context alone is none."""
    for claim in survey.content.claims.values():
        if all(held.stance == "context" for held in claim.evidence):
            number = len(claim.evidence)
            yield survey.item("claim", claim, f"{counted(number, 'source')} for context" if number else "")


def claims_without_support(survey: Survey) -> Iterator[Item]:
    """Claims against which sources are held, and none for them."""
    for claim in survey.content.claims.values():
        against = [held for held in claim.evidence if held.stance == "disputes"]
        if against and not survey.said[claim.id]:
            yield survey.item("claim", claim, f"{counted(len(against), 'source')} against it")


def claims_with_one_origin(survey: Survey) -> Iterator[Item]:
    """Claims whose whole support is the word of one: however many sources, they come down to one voice."""
    for claim in survey.content.claims.values():
        voices = survey.voices(claim)
        if len(voices) == 1:
            number = len({held.source for held in provenance.support(survey.content, claim)})
            named = ", ".join(map(survey.name, voices))
            yield survey.item("claim", claim, f"{counted(number, 'source')}, 1 origin: {named}")


def claims_without_a_primary_source(survey: Survey) -> Iterator[Item]:
    """Claims that have support, all of which comes down to sources of kinds on the ladder's lowest rung.

    A source counts as the kind that it is on this point, and as its roots where it repeats others.
    """
    above = {step.id for step in survey.content.site.ladder[1:]}
    for claim in survey.content.claims.values():
        said = survey.said[claim.id]
        if said and not any(word.rung in above for word in said):
            held = provenance.support(survey.content, claim)
            roots = sorted({root for one in held for root in provenance.on_this_point(one, survey.roots)})
            yield survey.item("claim", claim, "comes down to " + ", ".join("source:" + root for root in roots))


CLAIMS = (
    claims_without_evidence,
    claims_without_support,
    claims_with_one_origin,
    claims_without_a_primary_source,
)


# Sources


def sources_only_catalogued(survey: Survey) -> Iterator[Item]:
    """Sources that were not opened, and that another publication confirms."""
    yield from _checked(survey, "catalogued")


def sources_only_recalled(survey: Survey) -> Iterator[Item]:
    """Sources that were not opened and stand here from general knowledge."""
    yield from _checked(survey, "recalled")


def _checked(survey: Survey, how: str) -> Iterator[Item]:
    claims = survey.content.claims.values()
    leaning = Counter(id for claim in claims for id in {held.source for held in claim.evidence})
    for source in survey.content.sources.values():
        if source.checked.how == how:
            number = leaning[source.id]
            yield survey.item("source", source, f"evidence of {counted(number, 'claim')}" if number else "")


# Records


def records_never_reached(survey: Survey) -> Iterator[Item]:
    """Records that a reader never comes to from an article.

    The way goes from an article and its notes to all that they name, and on to all that this names,
    and to the cross-links, sanctions, events and corrections that are about it.
    """
    for kind in KINDS:
        for record in survey.content.of(kind).values():
            if (kind, record.id) not in survey.far:
                yield survey.item(kind, record)


def _reached(survey: Survey) -> Iterator[Item]:
    """All records, with the articles that they are reached from; pages are reached from everywhere."""
    for kind in KINDS:
        for record in survey.content.of(kind).values():
            yield Item(record.written.at(), f"{kind}:{record.id}", "", "", survey.far.get((kind, record.id), ()))


def _survey(content: Content) -> Survey:
    roots = provenance.roots(content)
    ways = _ways(content)
    return Survey(
        content=content,
        roots=roots,
        said={
            claim.id: provenance.words(content, provenance.support(content, claim), roots)
            for claim in content.claims.values()
        },
        near=_by_target({article: _near(content, article, ways) for article in content.articles}),
        far=_by_target({article: _far(_start(content, article), ways) for article in content.articles}),
    )


def _near(content: Content, article: str, ways: Mapping[Target, set[Target]]) -> set[Target]:
    start = _start(content, article)
    behind = (_named(content, content.claims[id]) for kind, id in start if kind == "claim")
    return start | {target for named in behind for target in named if target[0] == "source"}


def _start(content: Content, article: str) -> set[Target]:
    """All that an article and its notes name."""
    said = [content.articles[article], *content.annotations.get(article, {}).values()]
    return {target for record in said for target in _named(content, record)}


def _far(start: set[Target], ways: Mapping[Target, set[Target]]) -> set[Target]:
    seen, waiting = set(start), list(start)
    while waiting:
        new = ways.get(waiting.pop(), set()) - seen
        seen |= new
        waiting += new
    return seen


def _ways(content: Content) -> Mapping[Target, set[Target]]:
    """For each record what it names, and what is about it."""
    found: dict[Target, set[Target]] = {}
    for kind in LINKED:
        for record in content.of(kind).values():
            found.setdefault((kind, record.id), set()).update(_named(content, record))
            for about in _about(kind, record):
                found.setdefault(about, set()).add((kind, record.id))
    return found


def _about(kind: str, record: Record) -> Iterator[Target]:
    """The records that a record exists for: those whose pages show it."""
    fields = {"crosslink": ("from_", "to"), "sanction": ("target",)}.get(kind, ())
    yield from (("claim" if kind == "crosslink" else "actor", getattr(record, field)) for field in fields)
    for about in getattr(record, "about", ()):
        named, _, id = about.partition(":")
        yield named, id


def _named(content: Content, record: Record) -> set[Target]:
    """The records that a record names, in its fields and in its Markdown."""
    found: set[Target] = set()
    for _, role, value in values(record):
        if isinstance(role, Ref):
            kind, _, id = (f"{role.kind}:{value}" if role.kind else value).partition(":")
            found.add((kind, id))
        elif isinstance(role, Prosaic) and not (isinstance(record, Article) and record.id in content.full):
            read = prose.parse(value)
            found |= {("source", cited.source) for cited in read.citations}
            found |= {(link.kind, link.id) for link in read.links}
    return {(kind, id) for kind, id in found if kind in LINKED and id in content.of(kind)}


def _by_target(targets: Mapping[str, set[Target]]) -> Mapping[Target, tuple[str, ...]]:
    every = set().union(*targets.values())
    return {target: tuple(article for article, found in targets.items() if target in found) for target in every}


# Strands


def _strand(survey: Survey, name: str) -> Strand:
    supported = [survey.voices(claim) for claim in survey.content.claims.values() if claim.strand == name]
    part = Counter(voice for voices in supported for voice in voices)
    alone = Counter(voice for voices in supported for voice in voices if len(voices) == 1)
    voices = [
        Voice(
            place=survey.speaker(voice).written.at(),
            record=voice,
            name=survey.name(voice),
            claims=number,
            share=round(number / len(supported), 4),
            alone=alone[voice],
            share_alone=round(alone[voice] / len(supported), 4),
        )
        for voice, number in part.items()
    ]
    return Strand(
        name=name,
        label=survey.content.site.strands[name].label,
        claims=len(supported),
        on_nobody=sum(not voices for voices in supported),
        voices=tuple(sorted(voices, key=lambda one: (-one.claims, -one.alone, one.name, one.record))),
    )


# Counting


def _part(
    survey: Survey, name: str, items: Iterable[Item], finders: tuple[Callable[[Survey], Iterator[Item]], ...]
) -> Part:
    gaps = [(finder, tuple(sorted(finder(survey)))) for finder in finders]
    return Part(
        name=name,
        count=_count(survey, items),
        gaps=tuple(
            Gap(
                name=finder.__name__.replace("_", "-"),
                meaning=" ".join((finder.__doc__ or "").split()),
                count=_count(survey, found),
                items=found,
            )
            for finder, found in gaps
        ),
    )


def _items(survey: Survey, kind: str) -> Iterator[Item]:
    return (survey.item(kind, record) for record in survey.content.of(kind).values())


def _count(survey: Survey, items: Iterable[Item]) -> Count:
    concerned = [item.articles for item in items]
    named = Counter(article for articles in concerned for article in articles)
    return Count(len(concerned), {article: named[article] for article in survey.content.articles})
