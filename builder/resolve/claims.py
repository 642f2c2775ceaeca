"""Claims and the links between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .. import provenance
from ..edition import Assessment, Claim, Crosslink, Evidence, Passage, Statement, Step, Tie
from ..records import Claim as Written
from ..records import Crosslink as WrittenLink
from ..records import Evidence as WrittenEvidence
from ..records import Rung, Site
from .names import note_reference
from .origins import tally
from .tables import Tables

Links = Mapping[str, Crosslink]
Bearing = Mapping[str, tuple[Passage, ...]]
"by claim, the words of the articles that bear on it"


def claim(tables: Tables, written: Written, links: Links, bearing: Bearing) -> Claim:
    """Return the claim `written`, with those of the `links` that touch it and the passages `bearing` on it."""
    evidence, climb = _weighed(tables, written)
    return Claim(
        ref=tables.ref("claim", written.id),
        title=written.title,
        statement=written.statement,
        strand=written.strand,
        phase=written.phase or "",
        stated=_statements(tables, written),
        evidence=evidence,
        support=tally(evidence, "supports"),
        dispute=tally(evidence, "disputes"),
        assessments=_assessments(tables, written),
        first=tables.since(written),
        climb=climb,
        lowered=written.lowered.reason if written.lowered else "",
        figure=written.figure,
        open_question=written.open_question,
        acts=tuple(tables.ref(*named.split(":", 1)) for named in written.acts),
        reply=tables.prose(written.reply) if written.reply else None,
        reviewer=written.reviewer,
        sequel=tables.prose(written.sequel) if written.sequel else None,
        passages=bearing.get(written.id, ()),
        ties=tuple(_ties(tables, written.id, links)),
        events=tables.refs_of("event", tables.turned.events_about, f"claim:{written.id}"),
        sources=tables.refs("source", written.sources),
        backlinks=tables.backlinks("claim", written.id),
        caveats=tables.caveats(written),
    )


def _statements(tables: Tables, written: Written) -> tuple[Statement, ...]:
    return tuple(
        Statement(
            by=tables.ref("actor", statement.by),
            on=statement.on,
            verb=tables.content.site.verbs[statement.verb],
            source=tables.ref("source", statement.source) if statement.source else None,
            locator=statement.locator,
            note=statement.note,
        )
        for statement in written.stated
    )


def _assessments(tables: Tables, written: Written) -> tuple[Assessment, ...]:
    verdicts = tables.content.site.verdicts
    return tuple(
        Assessment(assessment.on, verdicts[assessment.verdict], assessment.verdict, tables.prose(assessment.reason))
        for assessment in written.assessments
    )


def _weighed(tables: Tables, written: Written) -> tuple[tuple[Evidence, ...], tuple[Step, ...]]:
    """The evidence of a claim, and how its support went up the evidence ladder."""
    case = provenance.Case(tables.content, written)
    return _evidence(tables, written, case), _climb(tables, written, case)


def _evidence(tables: Tables, written: Written, case: provenance.Case) -> tuple[Evidence, ...]:
    sources, site = tables.content.sources, tables.content.site
    return tuple(
        Evidence(
            source=tables.ref("source", line.source),
            kind=site.source_kinds[sources[line.source].kind],
            published=sources[line.source].published,
            stance=line.stance,
            shows=_shown(site, case, line),
            locator=line.locator,
            note=line.note,
            differs=line.differs,
            origins=tables.origins_of(word.voice for word in case.said(line)),
        )
        for line in written.evidence
    )


def _shown(site: Site, case: provenance.Case, line: WrittenEvidence) -> Rung | None:
    """The rung on which a piece of evidence shows the claim, if it supports it."""
    ladder = {rung.id: rung for rung in site.ladder}
    shown = provenance.rung(site.ladder, case.said(line)) if line.stance == "supports" else ""
    return ladder.get(shown)


def _climb(tables: Tables, written: Written, case: provenance.Case) -> tuple[Step, ...]:
    """The rungs that the support of a claim has reached, each with the day of the source that took it there.

    Support that is older than the claim counts from the day on which the claim was first made. Where an editor
    has lowered the claim, it goes no higher than that.
    """
    content, since = tables.content, tables.since(written)
    ladder = {rung.id: rung for rung in content.site.ladder}
    days = {max(content.sources[line.source].published, since, key=lambda day: day.key) for line in case.support()}
    steps: list[Step] = []
    for day in sorted(days):
        rung = ladder.get(case.reached(day.first))
        if rung and (not steps or steps[-1].rung != rung):
            steps.append(Step(day, rung))
    return tuple(steps)


def crosslink(tables: Tables, written: WrittenLink) -> Crosslink:
    """Return the cross-link `written`."""
    return Crosslink(
        ref=tables.ref("crosslink", written.id),
        from_=tables.ref("claim", written.from_),
        to=tables.ref("claim", written.to),
        relation=tables.content.site.relations[written.relation],
        relation_id=written.relation,
        reason=tables.prose(written.reason),
        sources=tables.refs("source", written.sources),
        caveats=tables.caveats(written),
    )


def _ties(tables: Tables, claim: str, links: Links) -> Iterator[Tie]:
    """The cross-links that touch a claim, each read from its side."""
    for written in tables.turned.links_of.get(claim, ()):
        link = links[written.id]
        if written.from_ == claim:
            yield Tie(link.relation.label, link.to, link)
        else:
            yield Tie(link.relation.inverse, link.from_, link)


def passages_by_claim(tables: Tables) -> Bearing:
    """Return, by claim, the words of the articles that bear on it, by the articles' dates."""
    bearing: dict[str, list[Passage]] = {}
    for article in sorted(tables.content.articles.values(), key=lambda article: (article.published.key, article.id)):
        for placed in tables.placed[article.id]:
            claims = [id for kind, id in (named.split(":", 1) for named in placed.note.about) if kind == "claim"]
            for place, id in enumerate(claims):
                passage = Passage(
                    note=note_reference(tables.names, article.id, placed.note.id, placed.quote),
                    article=tables.ref("article", article.id),
                    number=placed.number,
                    quote=placed.quote,
                    stance=placed.note.stance if place == 0 else None,
                    published=article.published,
                )
                bearing.setdefault(id, []).append(passage)
    return {claim: tuple(passages) for claim, passages in bearing.items()}
