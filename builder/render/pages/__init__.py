"""The map of the whole site: every page, its template and what the template is given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ...edition import Claim, Edition, Reference, Source
from ...records import Entry
from .. import pairing as compare
from .. import urls
from ..entries import entries, options
from ..happenings import happenings, of_actor, of_claim
from ..pictures import network, timeline
from ..pictures.charts import chart, sparkline
from ..pictures.spine import spine
from ..pictures.strips import strip
from . import home, indexes


@dataclass(frozen=True, slots=True)
class Page:
    """One page to print."""

    folder: str
    "from the site's root, with a stroke at its end; empty for the home page"
    template: str
    title: str
    description: str = ""
    own: Reference | None = None
    "the record that the page is about"
    section: str = ""
    "which entry of the navigation it belongs to"
    data: Mapping[str, Any] = field(default_factory=dict)
    file: str = "index.html"
    previews: bool = True
    "whether it holds what it names, as cards and whole footnotes; a page that gathers many names them and leads on"

    @property
    def path(self) -> str:
        """The file that it is written to."""
        return self.folder + self.file

    @property
    def image(self) -> str:
        """The file of its share image."""
        return f"share/{self.folder.strip('/') or 'home'}.png"


def pages(edition: Edition) -> Iterator[Page]:
    """Yield every page of the site."""
    yield _home(edition)
    yield from _articles(edition)
    yield from _claims(edition)
    yield from _actors(edition)
    yield from _sanctions(edition)
    yield from _programs(edition)
    yield from _sources(edition)
    yield from _gatherings(edition)
    yield from _own_pages(edition)
    yield _search(edition)
    yield Page("", "404.html", "Page not found", file="404.html")


def _home(edition: Edition) -> Page:
    lead, pairing = edition.site.home, compare.main(edition)
    article = edition.articles[lead.article] if lead.article else None
    data = {
        "explainer": edition.pages[lead.page] if lead.page else None,
        "article": article,
        "articles": _by_date(edition),
        "standing": standing(edition.claims.values(), edition),
        "pairing": pairing,
        "sides": [home.side(edition, id) for id in (pairing.left_id, pairing.right_id)] if pairing else [],
        "leading": sorted(pairing.relations, key=lambda one: -len(one[2]))[:4] if pairing else [],
        "telling": home.telling(edition, article) if article else (),
        "changes": home.changes(edition),
        "corrections": sorted(edition.corrections.values(), key=lambda one: (one.on.key, one.ref.id), reverse=True)[:3],
    }
    return Page("", "home.html", edition.site.title, edition.site.description, data=data)


def _by_date(edition: Edition) -> list[Any]:
    return sorted(edition.articles.values(), key=lambda article: (article.published.key, article.ref.id))


def _articles(edition: Edition) -> Iterator[Page]:
    yield Page("articles/", "articles.html", "Articles", section="articles", data={"articles": _by_date(edition)})
    for article in edition.articles.values():
        claims = [edition.claims[ref.id] for ref in article.claims]
        made = [edition.claims[ref.id] for ref in article.made]
        data = {"article": article, "claims": claims, "made": made, "standing": standing(made, edition)}
        yield _page(article.ref, "article.html", article.title, article.summary, "articles", data)


def standing(claims: Iterable[Claim], edition: Edition) -> list[tuple[str, Any, int]]:
    """Return how many of `claims` have each verdict today, in the order of site.yaml."""
    held = [claim.current.verdict_id for claim in claims]
    return [(id, entry, held.count(id)) for id, entry in edition.site.verdicts.items()]


def _claims(edition: Edition) -> Iterator[Page]:
    data = {
        "strands": _by_strand(edition, edition.claims.values()),
        "index": indexes.claims(edition, edition.claims.values()),
    }
    yield Page("claims/", "claims.html", "Claims", section="claims", data=data)
    for claim in edition.claims.values():
        shown = {
            "claim": claim,
            "events": [edition.events[ref.id] for ref in claim.events],
            "strip": strip(claim, edition.site.as_of),
            "sparkline": sparkline(edition.figures, claim.ref),
            "picture": timeline.strip(of_claim(edition, claim)),
        }
        yield _page(claim.ref, "claim.html", claim.title, claim.statement, "claims", shown)


def _by_strand(edition: Edition, records: Iterable[Any]) -> list[tuple[str, Any, list[Any]]]:
    """Group records by their strand, in the order of site.yaml."""
    found = list(records)
    grouped = ((id, entry, [one for one in found if one.strand == id]) for id, entry in edition.site.strands.items())
    return [(id, entry, group) for id, entry, group in grouped if group]


def _actors(edition: Edition) -> Iterator[Page]:
    ordered = sorted(edition.actors.values(), key=lambda actor: actor.name.casefold())
    data = {"actors": ordered, "index": indexes.actors(edition, ordered)}
    yield Page("actors/", "actors.html", "Actors", section="actors", data=data)
    for actor in edition.actors.values():
        shown: dict[str, Any] = {
            "actor": actor,
            "sanctions": [edition.sanctions[ref.id] for ref in actor.sanctions],
            "imposed": [edition.sanctions[ref.id] for ref in actor.imposed],
            "claims": [edition.claims[ref.id] for ref in actor.claims],
            "events": [edition.events[ref.id] for ref in actor.events],
            "picture": timeline.strip(of_actor(edition, actor)),
            "around": network.around(edition.network, actor.ref),
        }
        yield _page(actor.ref, "actor.html", actor.name, actor.summary.text, "actors", shown)


def _sanctions(edition: Edition) -> Iterator[Page]:
    ordered = sorted(edition.sanctions.values(), key=lambda one: (one.listing_date.key, one.ref.id))
    data: dict[str, Any] = {"sanctions": ordered, "index": indexes.sanctions(edition, ordered)}
    yield Page("sanctions/", "sanctions.html", "Sanctions", section="sanctions", data=data)
    for sanction in edition.sanctions.values():
        same_day = [
            one
            for one in ordered
            if one.listing_date == sanction.listing_date and one.authority == sanction.authority and one is not sanction
        ]
        data = {"sanction": sanction, "same_day": same_day}
        yield _page(sanction.ref, "sanction.html", sanction.ref.title, sanction.reason.text, "sanctions", data)


def _programs(edition: Edition) -> Iterator[Page]:
    ordered = sorted(edition.programs.values(), key=lambda one: one.title)
    data: dict[str, Any] = {"programs": ordered, "index": indexes.programs(edition, ordered)}
    yield Page("programs/", "programs.html", "Programmes", section="programs", data=data)
    for program in edition.programs.values():
        data = {"program": program, "sanctions": [edition.sanctions[ref.id] for ref in program.sanctions]}
        yield _page(program.ref, "program.html", program.title, program.summary.text, "programs", data)


_LISTED = 300
"the sources that one page lists; more are listed by the year of their publication, a page for each"


def _sources(edition: Edition) -> Iterator[Page]:
    ordered = sorted(edition.sources.values(), key=lambda source: (source.published.key, source.ref.id))
    years = _years(ordered) if len(ordered) > _LISTED else {}
    data = {"total": len(ordered), "years": years, "kinds": _by_kind(edition, ordered)}
    listed = {"index": indexes.sources(edition, ordered)} if not years else {}
    yield Page("sources/", "sources.html", "Sources", section="sources", data={**data, **listed})
    for year, sources in years.items():
        shown = {"kinds": _by_kind(edition, sources), "total": len(sources), "years": years, "year": year}
        shown["index"] = indexes.sources(edition, sources)
        yield Page(f"sources/in/{year}/", "sources-year.html", f"Sources: {year}", section="sources", data=shown)
    for source in edition.sources.values():
        yield _page(source.ref, "source.html", source.ref.title, source.summary, "sources", {"source": source})


def _years(ordered: Iterable[Source]) -> dict[int, list[Source]]:
    years: dict[int, list[Source]] = {}
    for source in ordered:
        years.setdefault(source.published.first.year, []).append(source)
    return years


def _by_kind(edition: Edition, sources: Iterable[Source]) -> list[tuple[Entry, list[Source]]]:
    """Group sources by their kind, in the order of site.yaml."""
    listed = list(sources)
    kinds = edition.site.source_kinds.items()
    grouped = ((kind, [source for source in listed if source.kind_id == id]) for id, kind in kinds)
    return [(kind, group) for kind, group in grouped if group]


def _gatherings(edition: Edition) -> Iterator[Page]:
    yield from _compare(edition)
    yield from _timeline(edition)
    data: dict[str, Any] = {"network": edition.network, "drawing": network.drawing(edition.network)}
    yield Page("network/", "network.html", "Network", section="network", data=data)
    yield _figures(edition)
    terms = sorted(edition.terms.values(), key=lambda term: term.name.casefold())
    letters = {term.name[0].upper(): term for term in reversed(terms)}
    shown = {"terms": terms, "letters": sorted(letters.items())}
    yield Page("glossary/", "glossary.html", "Glossary", section="glossary", data=shown)
    for term in (term for term in terms if term.backlinks):
        about = term.definition.text
        yield Page(f"glossary/{term.ref.id}/", "term.html", term.name, about, term.ref, "glossary", {"term": term})
    open_claims = [claim for claim in edition.claims.values() if claim.open_question]
    data = {"strands": _by_strand(edition, open_claims), "total": len(open_claims)}
    title = "Open questions"
    yield Page("open-questions/", "open-questions.html", title, section="open-questions", data=data, previews=False)
    corrections = sorted(edition.corrections.values(), key=lambda one: (one.on.key, one.ref.id), reverse=True)
    yield _disagreements(edition)
    logged = {"corrections": corrections}
    yield Page("corrections/", "corrections.html", "Corrections", section="corrections", data=logged, previews=False)


def _compare(edition: Edition) -> Iterator[Page]:
    pairing = compare.main(edition)
    others = [
        one
        for one in compare.pairings(edition)
        if pairing is None or one.left_id + one.right_id != pairing.left_id + pairing.right_id
    ]
    data = {"pairing": pairing, "spine": spine(edition, pairing) if pairing else None, "others": others}
    yield Page("compare/", "compare.html", "Compare", section="compare", data=data, previews=False)
    if others:
        title = "Other cross-links"
        yield Page("compare/others/", "compare-others.html", title, section="compare", data=data, previews=False)


def _timeline(edition: Edition) -> Iterator[Page]:
    found = happenings(edition)
    years = list(timeline.by_year(found))
    data = {
        "years": [number for number, _ in years],
        "begun": timeline.begun(years),
        "picture": timeline.whole(found, edition.site.strands),
        "index": indexes.happenings(edition, found),
    }
    yield Page("timeline/", "timeline.html", "Timeline", section="timeline", data=data)
    for number, held in years:
        shown = {
            "number": number,
            "found": held,
            "years": [number for number, _ in years],
            "picture": timeline.year(held, edition.site.strands, number),
            "index": indexes.happenings(edition, held),
        }
        title = f"Timeline: {number}"
        yield Page(f"timeline/{number}/", "timeline-year.html", title, section="timeline", data=shown, previews=False)


def _figures(edition: Edition) -> Page:
    data = {
        "pictured": [(group, chart(group)) for group in edition.figures if group.is_pictured],
        "alone": [group for group in edition.figures if not group.is_pictured],
    }
    return Page("figures/", "figures.html", "Figures", section="figures", data=data)


def _disagreements(edition: Edition) -> Page:
    parted = [claim for claim in edition.claims.values() if claim.support.sources and claim.dispute.sources]
    sources = [(claim, [held for held in claim.evidence if held.differs]) for claim in edition.claims.values()]
    data = {
        "between": [one for one in edition.disagreements if one.between_articles],
        "with_record": [one for one in edition.disagreements if not one.between_articles],
        "aliases": _misprints(edition),
        "within_record": [(claim, held) for claim, held in sources if held],
        "strands": _by_strand(edition, parted),
    }
    title = "Disagreements"
    return Page("disagreements/", "disagreements.html", title, section="disagreements", data=data, previews=False)


def _misprints(edition: Edition) -> list[tuple[Any, Any]]:
    """Names that an article prints otherwise than the record has them."""
    return [(actor, alias) for actor in edition.actors.values() for alias in actor.aliases if alias.as_printed_in]


def _search(edition: Edition) -> Page:
    found = list(entries(edition))
    data = {"filters": options(found, edition), "total": len(found)}
    return Page("search/", "search.html", "Search", section="search", data=data)


def _own_pages(edition: Edition) -> Iterator[Page]:
    for page in edition.pages.values():
        template = "about.html" if page.ref.id == "about" else "page.html"
        yield _page(page.ref, template, page.title, page.summary, page.ref.id, {"text": page})


def _page(ref: Reference, template: str, title: str, description: str, section: str, data: Mapping[str, Any]) -> Page:
    return Page(urls.folder(ref), template, title, description, ref, section, data)
