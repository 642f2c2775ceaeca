"""Content into Report: what is not covered yet, and whom each strand rests on.

Nothing here forbids publishing, which is `check`'s to say: it is where an editor may go on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from ..records import Content
from .gaps import (
    claims_with_one_origin,
    claims_without_a_primary_source,
    claims_without_evidence,
    claims_without_support,
    records,
    records_never_reached,
    sources_only_catalogued,
    sources_only_quoted,
    sources_only_recalled,
    sources_read_in_part,
    sources_without_an_address,
)
from .nouns import Count, Gap, Item, Report, Stock, Strand, Voice
from .paragraphs import paragraphs, paragraphs_without_a_note
from .strands import strand
from .survey import Survey, survey

__all__ = ["Count", "Gap", "Item", "Report", "Stock", "Strand", "Voice", "report"]

Finder = Callable[[Survey], Iterator[Item]]

CLAIMS = (
    claims_without_evidence,
    claims_without_support,
    claims_with_one_origin,
    claims_without_a_primary_source,
)
SOURCES = (
    sources_read_in_part,
    sources_only_quoted,
    sources_only_catalogued,
    sources_only_recalled,
    sources_without_an_address,
)


def report(content: Content) -> Report:
    """Return what `content`, in which `check` has found no error, does not cover, and whom it rests on."""
    surveyed = survey(content)
    claims = (surveyed.item("claim", claim) for claim in content.claims.values())
    sources = (surveyed.item("source", source) for source in content.sources.values())
    return Report(
        title=content.site.title,
        as_of=str(content.site.as_of),
        articles=tuple(content.articles),
        stocks=(
            _stock(surveyed, "paragraphs", paragraphs(content), (paragraphs_without_a_note,)),
            _stock(surveyed, "claims", claims, CLAIMS),
            _stock(surveyed, "sources", sources, SOURCES),
            _stock(surveyed, "records", records(surveyed), (records_never_reached,)),
        ),
        strands=tuple(strand(surveyed, name) for name in content.site.strands),
    )


def _stock(survey: Survey, name: str, items: Iterable[Item], finders: tuple[Finder, ...]) -> Stock:
    return Stock(name, _count(survey, items), tuple(_gap(survey, finder) for finder in finders))


def _gap(survey: Survey, finder: Finder) -> Gap:
    items = tuple(sorted(finder(survey)))
    meaning = " ".join((finder.__doc__ or "").split())
    return Gap(finder.__name__.replace("_", "-"), meaning, _count(survey, items), items)


def _count(survey: Survey, items: Iterable[Item]) -> Count:
    concerned = [item.articles for item in items]
    named = Counter(article for articles in concerned for article in articles)
    return Count(len(concerned), {article: named[article] for article in survey.content.articles})
