"""The articles: their list, and a page for each with its notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from ...edition import Article, Claim, Edition
from ..gathered import of_year
from ..paging import paged
from .page import Page, Rows, listed, record


def articles(edition: Edition) -> Iterator[Page]:
    """Yield the list of articles, and the page of each."""
    yield from listed(
        paged(by_date(edition), "articles/", lambda article: of_year(article.published)), "articles.html", "Articles"
    )
    for article in edition.each(edition.articles):
        made = [edition.claims[ref.id] for ref in article.made]
        data = {
            "article": article,
            "claims": [edition.claims[ref.id] for ref in article.claims],
            "made": made,
            "standing": standing(made, edition),
        }
        named = Rows("backlinks", "where it is named", "parts/backlink-list.html", article.backlinks)
        yield from record(article.ref, "article.html", article.title, article.summary, "articles", data, [named])


def by_date(edition: Edition) -> list[Article]:
    """Return all articles, by date."""
    return sorted(edition.articles.values(), key=age)


def age(article: Article) -> tuple[Any, ...]:
    """Return what puts articles in the order of their dates."""
    return (article.published.key, article.ref.id)


def standing(claims: Iterable[Claim], edition: Edition) -> list[tuple[str, Any, int]]:
    """Return how many of `claims` have each verdict today, in the order of site.yaml."""
    counts = Counter(claim.current.verdict_id for claim in claims)
    return [(id, entry, counts[id]) for id, entry in edition.site.verdicts.items()]
