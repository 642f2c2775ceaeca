"""Edition into what can be searched: one entry for each thing, whatever pages name it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from .. import words
from ..dates import Edtf
from ..edition import (
    Actor,
    Article,
    Claim,
    Crosslink,
    Edition,
    Event,
    Note,
    Page,
    Program,
    Reference,
    Sanction,
    Source,
    Term,
)
from ..records import Share
from . import urls
from .gathered import gather


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to be found, and what a result says of it."""

    ref: Reference
    kind: str
    told: Callable[[], str]
    "its text, put together when it is asked for"
    names: tuple[str, ...] = ()
    "other names and spellings"
    weight: float = 1
    "how much its words count"
    filters: Mapping[str, str] = field(default_factory=dict)
    "by name, what it can be filtered by"
    address: str = ""
    "where it is read, from the site's root"

    @property
    def text(self) -> str:
        """The words in which it can be found."""
        return self.told()


KINDS = ("Claim", "Actor", "Article", "Note", "Event", "Sanction", "Programme", "Cross-link", "Term", "Source", "Page")
"in the order in which a reader may choose among them"
FILTERS = ("kind", "strand", "verdict", "country", "year")


def entries(edition: Edition, spots: Mapping[str, str] | None = None) -> Iterator[Entry]:
    """Yield an entry for everything of the share that a reader may look for; `spots` tell where each is read."""
    places = gather(edition).spots if spots is None else spots
    notes = (_note(edition, note) for article in edition.each(edition.articles) for note in article.notes)
    for entry in (*_described(edition), *notes):
        at = urls.fragment(entry.ref)
        yield replace(entry, address=f"{urls.folder(entry.ref, places)}index.html" + (f"#{at}" if at else ""))


def options(edition: Edition) -> tuple[int, list[tuple[str, list[str]]]]:
    """Return how many entries the whole site has, and what can be chosen in each filter.

    Kinds, strands and verdicts stand in their own order, the rest by name. No text is read: notes add their kind alone.
    """
    described = list(_described(replace(edition, share=Share())))
    notes = sum(article.note_count for article in edition.articles.values())
    values = {name: {entry.filters[name] for entry in described if name in entry.filters} for name in FILTERS}
    if notes:
        values["kind"].add("Note")
    ordered = {
        "kind": list(KINDS),
        "strand": [entry.label for entry in edition.site.strands.values()],
        "verdict": [entry.label for entry in edition.site.verdicts.values()],
    }
    chosen = {
        name: [value for value in ordered.get(name, sorted(known)) if value in known] for name, known in values.items()
    }
    return len(described) + notes, list(chosen.items())


def _described(edition: Edition) -> Iterator[Entry]:
    """All but the notes, and not yet where each is read."""
    yield from (_claim(edition, claim) for claim in edition.each(edition.claims))
    yield from (_actor(edition, actor) for actor in edition.each(edition.actors))
    yield from (_article(edition, article) for article in edition.each(edition.articles))
    yield from (_sanction(edition, sanction) for sanction in edition.each(edition.sanctions))
    yield from (_program(edition, program) for program in edition.each(edition.programs))
    yield from (_event(edition, event) for event in edition.each(edition.events))
    yield from (_crosslink(edition, link) for link in edition.each(edition.crosslinks))
    yield from (_term(edition, term) for term in edition.each(edition.terms))
    yield from (_source(edition, source) for source in edition.each(edition.sources))
    yield from (_page(edition, page) for page in edition.each(edition.pages))


def _entry(
    edition: Edition,
    ref: Reference,
    kind: str,
    told: Callable[[], str],
    *,
    names: tuple[str, ...] = (),
    weight: float = 1,
    country: str = "",
    verdict: str = "",
) -> Entry:
    strand = edition.site.strands[ref.strand].label if ref.strand else ""
    filters = {
        "kind": kind,
        "strand": strand,
        "verdict": verdict,
        "country": words.country(country, edition.site.language) if country else "",
        "year": _year(ref.since),
    }
    return Entry(ref, kind, told, names, weight, {name: value for name, value in filters.items() if value})


def _year(when: Edtf | None) -> str:
    return str(when.first.year) if when else ""


def _claim(edition: Edition, claim: Claim) -> Entry:
    def told() -> str:
        reasons = " ".join(assessment.reason.text for assessment in reversed(claim.assessments))
        return f"{reasons} {claim.open_question}"

    verdict = claim.current.verdict.label
    return _entry(edition, claim.ref, "Claim", told, names=(claim.statement,), weight=5, verdict=verdict)


def _article(edition: Edition, article: Article) -> Entry:
    return _entry(edition, article.ref, "Article", lambda: f"{article.summary} {article.text.text}", weight=3)


def _note(edition: Edition, note: Note) -> Entry:
    verdict = edition.claims[note.claim.id].current.verdict.label if note.claim else ""
    return _entry(edition, note.ref, "Note", lambda: note.text.text, weight=0.5, verdict=verdict)


def _sanction(edition: Edition, sanction: Sanction) -> Entry:
    country = edition.actors[sanction.target.id].country if sanction.target else ""
    under = sanction.program.title if sanction.program else ""

    def told() -> str:
        return f"{under}. {sanction.reason.text} {'; '.join(sanction.names)}"

    return _entry(edition, sanction.ref, "Sanction", told, weight=2, country=country)


def _actor(edition: Edition, actor: Actor) -> Entry:
    names = tuple(alias.name for alias in actor.aliases)

    def told() -> str:
        return f"{actor.summary.text} {'; '.join(role.title for role in actor.roles)}"

    return _entry(edition, actor.ref, "Actor", told, names=names, weight=5, country=actor.country)


def _program(edition: Edition, program: Program) -> Entry:
    return _entry(edition, program.ref, "Programme", lambda: f"{program.subject} {program.summary.text}", weight=3)


def _event(edition: Edition, event: Event) -> Entry:
    return _entry(edition, event.ref, "Event", lambda: event.summary.text)


def _crosslink(edition: Edition, link: Crosslink) -> Entry:
    return _entry(edition, link.ref, "Cross-link", lambda: link.reason.text)


def _term(edition: Edition, term: Term) -> Entry:
    return _entry(edition, term.ref, "Term", lambda: term.definition.text, names=term.aliases, weight=3)


def _source(edition: Edition, source: Source) -> Entry:
    def told() -> str:
        return f"{source.publisher}. {source.summary} {source.excerpt}"

    return _entry(edition, source.ref, "Source", told, names=source.authors)


def _page(edition: Edition, page: Page) -> Entry:
    return _entry(edition, page.ref, "Page", lambda: f"{page.summary} {page.text.text}")
