"""The map of the whole site: every page, in its order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ...dates import Edtf
from ...edition import Edition
from ..entries import options
from ..gathered import Gathered
from ..pictures.neighbours import joined
from .actors import actors, network
from .articles import articles
from .claims import claims, questions
from .compare import compare
from .disagreements import disagreements
from .figures import figures
from .glossary import corrections, glossary
from .home import home
from .law import programs, sanctions
from .page import Page, record
from .sources import sources
from .timeline import timeline

__all__ = ["Page", "pages"]

_DAYS = 6
"articles whose days every page offers to be read as of; of more it offers those of its own and of the leading one"


def pages(edition: Edition, together: Gathered) -> Iterator[Page]:
    """Yield every page of the share: those of its records, and of all others every so-manieth."""
    offered, turn = _offered(edition), 0
    for page in _map(edition, together):
        if not page.is_of_record:
            turn += 1
            if turn % edition.share.of != edition.share.number:
                continue
        own = edition.articles[page.own.id].published if page.own and page.own.kind == "article" else None
        days = (*offered, own) if own and own not in offered else offered
        yield replace(page, days=days)


def _offered(edition: Edition) -> tuple[Edtf, ...]:
    """The days that every page offers to be read as of."""
    if len(edition.articles) <= _DAYS:
        return tuple(article.published for article in edition.articles.values())
    lead = edition.site.home.article
    return (edition.articles[lead].published,) if lead else ()


def _map(edition: Edition, together: Gathered) -> Iterator[Page]:
    relations = joined(edition.network)
    yield home(edition, together)
    yield from articles(edition)
    yield from claims(edition)
    yield from actors(edition, relations)
    yield from sanctions(edition, together.sanctions)
    yield from programs(edition)
    yield from sources(edition)
    yield from compare(edition, together.compared)
    yield from timeline(edition, together)
    yield network(edition, together, relations)
    yield from figures(together.figures)
    yield from glossary(edition, together.terms)
    yield from questions(edition)
    yield from disagreements(edition)
    yield from corrections(together.corrections)
    yield from _own_pages(edition)
    yield _search(edition)
    yield Page("", "404.html", "Page not found", file="404.html")


def _own_pages(edition: Edition) -> Iterator[Page]:
    for page in edition.each(edition.pages):
        template = "about.html" if page.ref.id == "about" else "page.html"
        yield from record(page.ref, template, page.title, page.summary, page.ref.id, {"text": page})


def _search(edition: Edition) -> Page:
    def shown() -> Mapping[str, Any]:
        total, filters = options(edition)
        return {"filters": filters, "total": total}

    return Page("search/", "search.html", "Search", section="search", data=shown)
