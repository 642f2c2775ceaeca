"""Claims and the links between them."""

from __future__ import annotations

from collections.abc import Mapping

from .. import passages, provenance
from ..edition import Assessment, Claim, Crosslink, Evidence, Passage, Reference, Statement, Step, Tie
from ..records import Claim as Written
from ..records import Crosslink as WrittenLink
from .names import note_reference
from .origins import tally
from .tables import Tables


def claim(
    tables: Tables, written: Written, ties: Mapping[str, tuple[Tie, ...]], found: Mapping[str, tuple[Passage, ...]]
) -> Claim:
    """Return the claim `written`, with its `ties` to other claims and the passages `found` that bear on it."""
    site = tables.content.site
    evidence = _evidence(tables, written)
    return Claim(
        ref=tables.ref("claim", written.id),
        title=written.title,
        statement=written.statement,
        strand=written.strand,
        phase=written.phase or "",
        stated=tuple(
            Statement(
                by=tables.ref("actor", one.by),
                on=one.on,
                verb=site.verbs[one.verb],
                source=tables.ref("source", one.source) if one.source else None,
                locator=one.locator,
                note=one.note,
            )
            for one in written.stated
        ),
        evidence=evidence,
        support=tally(evidence, "supports"),
        dispute=tally(evidence, "disputes"),
        assessments=tuple(
            Assessment(one.on, site.verdicts[one.verdict], one.verdict, tables.prose(one.reason))
            for one in written.assessments
        ),
        first=written.first,
        climb=_climb(tables, written),
        lowered=written.lowered.reason if written.lowered else "",
        figure=written.figure,
        open_question=written.open_question,
        accuses=tables.refs("actor", written.accuses),
        reply=tables.prose(written.reply) if written.reply else None,
        reviewer=written.reviewer,
        sequel=tables.prose(written.sequel) if written.sequel else None,
        passages=found.get(written.id, ()),
        ties=ties.get(written.id, ()),
        events=events_about(tables, f"claim:{written.id}"),
        sources=tables.refs("source", written.sources),
        backlinks=tables.backlinks("claim", written.id),
        checked=written.checked,
    )


def _evidence(tables: Tables, written: Written) -> tuple[Evidence, ...]:
    sources, kinds = tables.content.sources, tables.content.site.source_kinds
    return tuple(
        Evidence(
            source=tables.ref("source", one.source),
            kind=kinds[one.kind or sources[one.source].kind],
            published=sources[one.source].published,
            stance=one.stance,
            locator=one.locator,
            note=one.note,
            differs=one.differs,
            origins=tables.origins_on(one),
        )
        for one in written.evidence
    )


def _climb(tables: Tables, written: Written) -> tuple[Step, ...]:
    """The rungs that the support of a claim has reached, each with the day of the source that took it there.

    Where an editor has lowered the claim, it goes no higher than that.
    """
    content = tables.content
    ladder = {step.id: step for step in content.site.ladder}
    steps: list[Step] = []
    for day in sorted({content.sources[held.source].published for held in provenance.support(content, written)}):
        rung = ladder[provenance.reached(content, written, tables.roots, day.first)]
        if not steps or steps[-1].rung != rung:
            steps.append(Step(day, rung))
    return tuple(steps)


def events_about(tables: Tables, named: str) -> tuple[Reference, ...]:
    """Return the events that are about the record `named` (kind:id), by date."""
    events = [event for event in tables.content.events.values() if named in event.about]
    return tables.refs("event", (event.id for event in sorted(events, key=lambda event: (event.date.key, event.id))))


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
        checked=written.checked,
    )


def ties(links: Mapping[str, Crosslink]) -> Mapping[str, tuple[Tie, ...]]:
    """Return, by claim, the cross-links that touch it, each read from its side."""
    found: dict[str, list[Tie]] = {}
    for link in links.values():
        found.setdefault(link.from_.id, []).append(Tie(link.relation.label, link.to, link))
        found.setdefault(link.to.id, []).append(Tie(link.relation.inverse, link.from_, link))
    return {claim: tuple(touching) for claim, touching in found.items()}


def passages_by_claim(tables: Tables) -> Mapping[str, tuple[Passage, ...]]:
    """Return, by claim, the words of the articles that bear on it, by the articles' dates."""
    found: dict[str, list[Passage]] = {}
    for article in sorted(tables.content.articles.values(), key=lambda article: (article.published.key, article.id)):
        text = passages.text_of(tables.content, article).text
        placed = [
            (passages.spans(text, note)[0], note) for note in tables.content.annotations.get(article.id, {}).values()
        ]
        for number, (span, note) in enumerate(sorted(placed, key=lambda one: (one[0], one[1].id)), 1):
            quote = " ".join(span.of(text).split())
            for named in note.about:
                kind, id = named.split(":", 1)
                if kind == "claim":
                    passage = Passage(
                        note=note_reference(tables.names, article.id, note.id, quote),
                        article=tables.ref("article", article.id),
                        number=number,
                        quote=quote,
                        stance=note.stance,
                        published=article.published,
                    )
                    found.setdefault(id, []).append(passage)
    return {claim: tuple(bearing) for claim, bearing in found.items()}
