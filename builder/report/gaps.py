"""Which claims, sources and records want more: each list is a generator, and its docstring says what stands in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..problems import counted
from ..records import KINDS
from .nouns import Item
from .survey import Survey


def claims_without_evidence(survey: Survey) -> Iterator[Item]:
    """Claims for or against which no source is held; context alone is none."""
    for claim in survey.content.claims.values():
        if all(line.stance == "context" for line in claim.evidence):
            number = len(claim.evidence)
            yield survey.item("claim", claim, f"{counted(number, 'source')} for context" if number else "")


def claims_without_support(survey: Survey) -> Iterator[Item]:
    """Claims against which sources are held, and none for them."""
    for claim in survey.content.claims.values():
        against = {line.source for line in claim.evidence if line.stance == "disputes"}
        if against and not survey.said(claim):
            yield survey.item("claim", claim, f"{counted(len(against), 'source')} against it")


def claims_with_one_origin(survey: Survey) -> Iterator[Item]:
    """Claims whose whole support is the word of one: however many sources, they come down to one voice."""
    for claim in survey.content.claims.values():
        voices = survey.voices(claim)
        if len(voices) == 1:
            number = len({line.source for line in survey.cases[claim.id].support()})
            named = ", ".join(map(survey.name, voices))
            yield survey.item("claim", claim, f"{counted(number, 'source')}, 1 origin: {named}")


def claims_without_a_primary_source(survey: Survey) -> Iterator[Item]:
    """Claims that have support, all of which comes down to sources of kinds on the ladder's lowest rung.

    A source that repeats others counts as those that it comes down to, and each as the kind that it is on
    this point. A claim without support has no primary source either; it stands in the lists above.
    """
    above = {step.id for step in survey.content.site.ladder[1:]}
    for claim in survey.content.claims.values():
        case, words = survey.cases[claim.id], survey.said(claim)
        if words and not any(word.rung in above for word in words):
            roots = sorted({root for line in case.support() for root in case.roots(line)})
            yield survey.item("claim", claim, "comes down to " + ", ".join("source:" + root for root in roots))


def sources_only_quoted(survey: Survey) -> Iterator[Item]:
    """Sources that are known from reports that quote them."""
    yield from _checked(survey, "quoted")


def sources_read_in_part(survey: Survey) -> Iterator[Item]:
    """Sources of which a part was read."""
    yield from _checked(survey, "partly")


def sources_only_catalogued(survey: Survey) -> Iterator[Item]:
    """Sources that were not opened, and that another publication confirms."""
    yield from _checked(survey, "catalogued")


def sources_without_an_address(survey: Survey) -> Iterator[Item]:
    """Sources that a reader is given no address of."""
    for source in survey.content.sources.values():
        if not (source.url or source.archive):
            yield survey.item("source", source)


def sources_only_recalled(survey: Survey) -> Iterator[Item]:
    """Sources that were not opened and stand here from general knowledge."""
    yield from _checked(survey, "recalled")


def _checked(survey: Survey, how: str) -> Iterator[Item]:
    claims = survey.content.claims.values()
    leaning = Counter(source for claim in claims for source in {line.source for line in claim.evidence})
    for source in survey.content.sources.values():
        if source.checked.how == how:
            number = leaning[source.id]
            yield survey.item("source", source, f"evidence of {counted(number, 'claim')}" if number else "")


def records(survey: Survey) -> Iterator[Item]:
    """Yield every record, with the articles that it is reached from; pages are reached from everywhere."""
    for kind in KINDS:
        for id, record in survey.content.of(kind).items():
            articles = survey.far.get((kind, id), ())
            yield Item(record.written.at(), f"{kind}:{id}", getattr(record, "label", ""), "", articles)


def records_never_reached(survey: Survey) -> Iterator[Item]:
    """Records that a reader never comes to from an article.

    The way goes from an article and its notes to all that they name, and on to all that this names,
    and to the cross-links, sanctions, events and corrections that are about it.
    """
    yield from (item for item in records(survey) if not item.articles)
