"""Rules on what stands behind a statement: attribution, sources, replies."""

from __future__ import annotations

from collections.abc import Iterator

from .. import prose, provenance
from ..problems import listing
from ..records import Account, Annotation, Claim, Content, Crosslink, Event, Page, Program, Sanction, Source, Term
from .findings import Finding


def claims_are_attributed(content: Content) -> Iterator[Finding]:
    """Every claim says who made it, not only who denied it, and has at least one assessment."""
    for claim in content.each(Claim):
        for key in ("stated", "assessments"):
            if not getattr(claim, key):
                message = f"claim `{claim.id}` has no `{key}`; say who made it and how it stands, with a date"
                yield Finding(claim.written.at(key), message, record=f"claim:{claim.id}")
        if claim.stated and provenance.first_assertion(content, claim) is None:
            message = f"claim `{claim.id}` is only denied; say in `stated` who made it"
            remedy = ("where the claim is itself a denial, its maker `said` it",)
            yield Finding(claim.written.at("stated"), message, remedy, f"claim:{claim.id}")


def denials_follow_the_claim(content: Content) -> Iterator[Finding]:
    """Nothing is denied, and nothing assessed, before it was claimed."""
    for claim in content.each(Claim):
        since = provenance.first_assertion(content, claim)
        for place, statement in enumerate(claim.stated):
            if since and provenance.denies(content, statement) and statement.on.surely_before(since):
                message = f"a denial of {statement.on} stands in the chain of a claim that was first made on {since}"
                remedy = ("hold its source under `evidence` with `stance: context`, or say who made the claim before",)
                yield Finding(claim.written.at("stated", place, "on"), message, remedy, f"claim:{claim.id}")
        for place, assessment in enumerate(claim.assessments):
            if since and assessment.on.surely_before(since):
                message = f"assessed as of {assessment.on}, before the claim was first made ({since})"
                remedy = ("say in `stated` who made it by then, or mend the date",)
                yield Finding(claim.written.at("assessments", place, "on"), message, remedy, f"claim:{claim.id}")


def facts_are_sourced(content: Content) -> Iterator[Finding]:
    """Every record that states a fact names at least one source."""
    facts: list[Crosslink | Sanction | Event | Term | Program] = [
        *content.each(Crosslink),
        *content.each(Sanction),
        *content.each(Event),
        *content.each(Term),
        *content.each(Program),
    ]
    for fact in facts:
        if not fact.sources:
            kind = type(fact).__name__.lower()
            message = f"{kind} `{fact.id}` names no source"
            yield Finding(fact.written.at("sources"), message, record=f"{kind}:{fact.id}")


def sources_have_a_name(content: Content) -> Iterator[Finding]:
    """Every source has a `title` as printed, or a `description` where it is not known."""
    for source in content.each(Source):
        if not (source.title or source.description):
            message = f"source `{source.id}` needs its `title` as printed, or a `description` of it"
            yield Finding(source.written.at(), message, record=f"source:{source.id}")


def accusations_are_answered(content: Content) -> Iterator[Finding]:
    """Whoever is accused, or listed, has a reply or a search for one; a claim that accuses has been reviewed."""
    for claim in content.claims.values():
        lacking = [key for key in ("evidence", "reviewer") if claim.accuses and not getattr(claim, key)]
        if lacking:
            message = f"claim `{claim.id}` accuses {listing(claim.accuses)} and needs {listing(lacking)}"
            remedy = ("evidence: who says so; reviewer: who has read it before it was published",)
            yield Finding(claim.written.at("accuses"), message, remedy, f"claim:{claim.id}")
    for actor, accusations in _accused(content).items():
        person = content.actors[actor]
        unanswered = [named for named in accusations if not provenance.replies(person, named)]
        if unanswered and not person.searched:
            message = f"`{unanswered[0]}` accuses `{actor}`, who has neither a `reply` to it nor a search for one"
            reply_or_search = (
                "reply: what they answer, cited; or, where a search brought none:",
                "searched: [{for: 'a reply by " + person.name + "', on: …, where: …}]",
            )
            yield Finding(person.written.at(), message, reply_or_search, f"actor:{actor}")


def _accused(content: Content) -> dict[str, list[str]]:
    """The living persons whom a record accuses, each with the records (kind:id) that do."""
    accusing: dict[str, list[str]] = {}
    for kind, record in content.everything():
        if isinstance(record, Account):
            for actor in provenance.accused(content, record):
                if provenance.is_living(content, actor):
                    accusing.setdefault(actor, []).append(f"{kind}:{record.id}")
    return accusing


def listings_name_somebody(content: Content) -> Iterator[Finding]:
    """A listing has a `target`; where it names several and none of them has a record, a `title` that says so."""
    for sanction in content.each(Sanction):
        if bool(sanction.target) == bool(sanction.title):
            message = (
                f"sanction `{sanction.id}` needs either its `target` or, where it names several at once, a `title`"
            )
            yield Finding(sanction.written.at(), message, record=f"sanction:{sanction.id}")


def accused_are_living_persons(content: Content) -> Iterator[Finding]:
    """Only living persons are named under `accuses`: the dead and bodies need no reply."""
    for kind, record in content.everything():
        for position, id in enumerate(record.accuses if isinstance(record, Account) else ()):
            actor = content.actors.get(id)
            if actor and not provenance.is_living(content, id):
                what = "dead" if actor.died else "no person"
                message = f"`accuses` is for living persons; `{id}` is {what}: take it out"
                yield Finding(record.written.at("accuses", position), message, record=f"{kind}:{record.id}")


def passages_take_a_stance(content: Content) -> Iterator[Finding]:
    """A note that assesses a claim says whether its passage asserts or denies it."""
    for note in content.each(Annotation):
        claims = [about for about in note.about if about.startswith("claim:")]
        if note.motivation == "assessing" and claims and not note.stance:
            message = f"`{note.id}` assesses {listing(claims)} and needs a `stance`: `asserts` or `denies`"
            yield Finding(note.written.at(), message, record=f"annotation:{note.id}")


def crosslinks_join_two_claims(content: Content) -> Iterator[Finding]:
    """A cross-link joins two different claims, and no two say the same."""
    seen: dict[tuple[str, str, str], str] = {}
    for link in content.crosslinks.values():
        key = (link.from_, link.relation, link.to)
        if link.from_ == link.to:
            yield Finding(link.written.at("to"), "joins a claim to itself", record=f"crosslink:{link.id}")
        elif key in seen:
            message = f"says the same as `{seen[key]}`; put the reasons into one"
            yield Finding(link.written.at(), message, record=f"crosslink:{link.id}")
        seen.setdefault(key, link.id)


def sentences_are_cited(content: Content) -> Iterator[Finding]:
    """On a page whose head says `cited: true` every sentence of its paragraphs carries a citation."""
    for page in content.each(Page):
        if not page.cited:
            continue
        read = prose.parse(page.text)
        offsets = [citation.offset for citation in read.citations]
        for span in read.sentences:
            if any(heading.holds(span) for heading in read.headings):
                continue
            sentence = span.of(read.text)
            if sentence.endswith((".", "!", "?", "”")) and not any(span.start <= at <= span.end for at in offsets):
                start, needle = " ".join(sentence.split()[:6]), " ".join(sentence.split()[:3])
                again = " ".join(read.text[: span.start].split()).count(needle)
                message = f"a sentence without a citation: “{start} …”; add `[@source-id]` to it"
                yield Finding(page.written.at("text", needle=needle, skip=again), message, record=f"page:{page.id}")


def figures_say_how_much(content: Content) -> Iterator[Finding]:
    """A figure has a number, or the words in which it was given, and its lowest is not above its highest."""
    for claim in content.each(Claim):
        figure = claim.figure
        if figure and figure.low is None and figure.high is None and not figure.said:
            message = "a figure needs `low` or `high`, or `said` where only words were given"
            yield Finding(claim.written.at("figure"), message, record=f"claim:{claim.id}")
        if figure and figure.low is not None and figure.high is not None and figure.low > figure.high:
            message = f"`low` ({figure.low:g}) is above `high` ({figure.high:g}); exchange them"
            yield Finding(claim.written.at("figure", "low"), message, record=f"claim:{claim.id}")
