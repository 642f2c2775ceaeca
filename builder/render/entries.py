"""Edition into what can be searched: one entry for each thing, whatever pages name it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from .. import words
from ..dates import Edtf
from ..edition import Edition, Reference
from . import urls
from .gathered import gather


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to be found, and what a result says of it."""

    ref: Reference
    kind: str
    text: str
    names: tuple[str, ...] = ()
    "other names and spellings"
    weight: float = 1
    "how much its words count"
    filters: Mapping[str, str] = field(default_factory=dict)
    "by name, what it can be filtered by"
    address: str = ""
    "where it is read, from the site's root"


KINDS = ("Claim", "Actor", "Article", "Note", "Event", "Sanction", "Programme", "Cross-link", "Term", "Source", "Page")
"in the order in which a reader may choose among them"
FILTERS = ("kind", "strand", "verdict", "country", "year")


def entries(edition: Edition) -> Iterator[Entry]:
    """Yield an entry for everything that a reader may look for."""
    spots = gather(edition).spots
    for entry in described(edition):
        at = urls.fragment(entry.ref)
        yield replace(entry, address=f"{urls.folder(entry.ref, spots)}index.html" + (f"#{at}" if at else ""))


def described(edition: Edition) -> Iterator[Entry]:
    """Yield the same, and not yet where each is read."""
    yield from _claims(edition)
    yield from _actors(edition)
    yield from _articles(edition)
    yield from _law(edition)
    yield from _others(edition)


def options(found: list[Entry], edition: Edition) -> list[tuple[str, list[str]]]:
    """Return what can be chosen in each filter: kinds, strands and verdicts in their own order, the rest by name."""
    ordered = {
        "kind": list(KINDS),
        "strand": [entry.label for entry in edition.site.strands.values()],
        "verdict": [entry.label for entry in edition.site.verdicts.values()],
    }
    held = {name: {entry.filters[name] for entry in found if name in entry.filters} for name in FILTERS}
    return [
        (name, [one for one in ordered.get(name, sorted(values)) if one in values]) for name, values in held.items()
    ]


def _entry(
    edition: Edition,
    ref: Reference,
    kind: str,
    text: str,
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
    return Entry(ref, kind, text, names, weight, {name: value for name, value in filters.items() if value})


def _year(when: Edtf | None) -> str:
    return str(when.first.year) if when else ""


def _claims(edition: Edition) -> Iterator[Entry]:
    for claim in edition.claims.values():
        said = " ".join(one.reason.text for one in reversed(claim.assessments))
        verdict = claim.current.verdict.label
        yield _entry(
            edition,
            claim.ref,
            "Claim",
            f"{said} {claim.open_question}",
            names=(claim.statement,),
            weight=5,
            verdict=verdict,
        )


def _actors(edition: Edition) -> Iterator[Entry]:
    for actor in edition.actors.values():
        names = tuple(alias.name for alias in actor.aliases)
        roles = "; ".join(role.title for role in actor.roles)
        text = f"{actor.summary.text} {roles}"
        yield _entry(edition, actor.ref, "Actor", text, names=names, weight=5, country=actor.country)


def _articles(edition: Edition) -> Iterator[Entry]:
    for article in edition.articles.values():
        yield _entry(edition, article.ref, "Article", f"{article.summary} {article.text.text}", weight=3)
        for note in article.notes:
            verdict = edition.claims[note.claim.id].current.verdict.label if note.claim else ""
            yield _entry(edition, note.ref, "Note", note.text.text, weight=0.5, verdict=verdict)


def _law(edition: Edition) -> Iterator[Entry]:
    for sanction in edition.sanctions.values():
        country = edition.actors[sanction.target.id].country if sanction.target else ""
        under = sanction.program.title if sanction.program else ""
        text = f"{under}. {sanction.reason.text} {'; '.join(sanction.names)}"
        yield _entry(edition, sanction.ref, "Sanction", text, weight=2, country=country)
    for program in edition.programs.values():
        yield _entry(edition, program.ref, "Programme", f"{program.subject} {program.summary.text}", weight=3)


def _others(edition: Edition) -> Iterator[Entry]:
    for event in edition.events.values():
        yield _entry(edition, event.ref, "Event", event.summary.text)
    for link in edition.crosslinks.values():
        yield _entry(edition, link.ref, "Cross-link", link.reason.text)
    for term in edition.terms.values():
        yield _entry(edition, term.ref, "Term", term.definition.text, names=term.aliases, weight=3)
    for source in edition.sources.values():
        text = f"{source.publisher}. {source.summary} {source.excerpt}"
        yield _entry(edition, source.ref, "Source", text, names=source.authors)
    for page in edition.pages.values():
        yield _entry(edition, page.ref, "Page", f"{page.summary} {page.text.text}")
