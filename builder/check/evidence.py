"""Rules on what stands behind a statement: attribution, sources, replies."""

from __future__ import annotations

from collections.abc import Iterator

from .. import prose
from ..problems import listing
from ..records import Claim, Content
from .findings import Finding


def claims_are_attributed(content: Content) -> Iterator[Finding]:
    """Every claim says who stated it, and has at least one assessment."""
    for claim in content.claims.values():
        for key in ("stated", "assessments"):
            if not getattr(claim, key):
                message = f"claim `{claim.id}` has no `{key}`; say who made it and how it stands, with a date"
                yield Finding(claim.written.at(key), message, record=f"claim:{claim.id}")


def facts_are_sourced(content: Content) -> Iterator[Finding]:
    """Every record that states a fact names at least one source."""
    for kind in ("crosslink", "sanction", "event", "term", "program"):
        for record in content.of(kind).values():
            if not record.sources:  # type: ignore[attr-defined]
                yield Finding(
                    record.written.at("sources"), f"{kind} `{record.id}` names no source", record=f"{kind}:{record.id}"
                )


def sources_have_a_name(content: Content) -> Iterator[Finding]:
    """Every source has a `title` as printed, or a `description` where it is not known."""
    for source in content.sources.values():
        if not (source.title or source.description):
            message = f"source `{source.id}` needs its `title` as printed, or a `description` of it"
            yield Finding(source.written.at(), message, record=f"source:{source.id}")


def accusations_are_answered(content: Content) -> Iterator[Finding]:
    """A claim that accuses a living person has sources, the person's reply (or that none was found) and a reviewer."""
    for claim in content.claims.values():
        if not claim.accuses:
            continue
        missing = [key for key in ("evidence", "reply", "reviewer") if not getattr(claim, key)]
        if missing:
            message = f"claim `{claim.id}` accuses {listing(claim.accuses)} and needs {listing(missing)}"
            remedy = ("reply: what they answer, cited, or that no answer was found; reviewer: who has read it",)
            yield Finding(claim.written.at("accuses"), message, remedy, f"claim:{claim.id}")
        yield from _living(content, claim)


def _living(content: Content, claim: Claim) -> Iterator[Finding]:
    for position, id in enumerate(claim.accuses):
        actor = content.actors.get(id)
        if actor and (actor.type != "person" or actor.died):
            message = f"`accuses` is for living persons; `{id}` is {'dead' if actor.died else 'no person'}: take it out"
            yield Finding(claim.written.at("accuses", position), message, record=f"claim:{claim.id}")


def passages_take_a_stance(content: Content) -> Iterator[Finding]:
    """A note that assesses a claim says whether its passage asserts or denies it."""
    for notes in content.annotations.values():
        for note in notes.values():
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
    for page in content.pages.values():
        if not page.cited:
            continue
        read = prose.parse(page.text)
        offsets = [citation.offset for citation in read.citations]
        for span in read.sentences():
            if any(heading.holds(span) for heading in read.headings):
                continue
            said = span.of(read.text)
            if said.endswith((".", "!", "?", "”")) and not any(span.start <= at <= span.end for at in offsets):
                start, needle = " ".join(said.split()[:6]), " ".join(said.split()[:3])
                again = " ".join(read.text[: span.start].split()).count(needle)
                message = f"a sentence without a citation: “{start} …”; add `[@source-id]` to it"
                yield Finding(page.written.at("text", needle=needle, skip=again), message, record=f"page:{page.id}")


def figures_say_how_much(content: Content) -> Iterator[Finding]:
    """A figure has a number, or the words in which it was given, and its lowest is not above its highest."""
    for claim in content.claims.values():
        figure = claim.figure
        if figure and figure.low is None and figure.high is None and not figure.said:
            message = "a figure needs `low` or `high`, or `said` where only words were given"
            yield Finding(claim.written.at("figure"), message, record=f"claim:{claim.id}")
        if figure and figure.low is not None and figure.high is not None and figure.low > figure.high:
            message = f"`low` ({figure.low:g}) is above `high` ({figure.high:g}); exchange them"
            yield Finding(claim.written.at("figure", "low"), message, record=f"claim:{claim.id}")
