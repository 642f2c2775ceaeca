"""Rules on what stands behind a statement: attribution, sources, dates, replies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from .. import prose
from ..dates import Edtf
from ..problems import listing
from ..records import Claim, Content, Part
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
                yield Finding(record.written.at("sources"), f"{kind} `{record.id}` names no source", record=f"{kind}:{record.id}")


def sources_have_a_name(content: Content) -> Iterator[Finding]:
    """Every source has a `title` as printed, or a `description` where it is not known."""
    for source in content.sources.values():
        if not (source.title or source.description):
            message = f"source `{source.id}` needs its `title` as printed, or a `description` of it"
            yield Finding(source.written.at(), message, record=f"source:{source.id}")


def derivation_has_no_circle(content: Content) -> Iterator[Finding]:
    """No source repeats itself by way of others."""
    parents = {id: tuple(p for p in source.derived_from if p in content.sources) for id, source in content.sources.items()}
    for circle in _circles(parents):
        source = content.sources[circle[0]]
        message = "a circle of sources that repeat one another: " + " → ".join(circle) + "; take out one `derived_from`"
        yield Finding(source.written.at("derived_from"), message, record=f"source:{source.id}")


def belonging_has_no_circle(content: Content) -> Iterator[Finding]:
    """No actor is a part of itself by way of others."""
    parents = {id: (actor.part_of,) if actor.part_of in content.actors else () for id, actor in content.actors.items()}
    for circle in _circles(parents):  # type: ignore[arg-type]
        actor = content.actors[circle[0]]
        message = "a circle of actors that are part of one another: " + " → ".join(circle)
        yield Finding(actor.written.at("part_of"), message, record=f"actor:{actor.id}")


def _circles(parents: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield each circle once, from its least member and back to it."""
    done: set[str] = set()
    for start in sorted(parents):
        path: list[str] = []
        stack = [(start, iter(parents[start]))]
        while stack:
            node, rest = stack[-1]
            if not path or path[-1] != node:
                path.append(node)
            following = next(rest, None)
            if following is None:
                stack.pop()
                path.pop()
                done.add(node)
            elif following in path:
                circle = path[path.index(following) :]
                turn = circle.index(min(circle))
                yield (*circle[turn:], *circle[:turn], circle[turn])
                done.update(circle)
            elif following not in done:
                stack.append((following, iter(parents[following])))


def dates_are_in_order(content: Content) -> Iterator[Finding]:
    """What begins comes before what ends, and assessments stand in the order of their dates."""
    for kind, record in content.everything():
        for loc, part in _parts(record):
            for first, last in (("from_", "to"), ("start_date", "end_date")):
                begins, ends = getattr(part, first, None), getattr(part, last, None)
                if isinstance(begins, Edtf) and isinstance(ends, Edtf) and ends.surely_before(begins):
                    message = f"ends ({ends}) before it begins ({begins})"
                    yield Finding(record.written.at(*loc, last), message, record=f"{kind}:{record.id}")
    for claim in content.claims.values():
        for number, (earlier, later) in enumerate(pairwise(claim.assessments), 1):
            if later.on.first < earlier.on.first:
                message = f"the assessment of {later.on} stands after that of {earlier.on}; the last one is the current one"
                yield Finding(claim.written.at("assessments", number, "on"), message, record=f"claim:{claim.id}")


def nothing_comes_after_today(content: Content) -> Iterator[Finding]:
    """No record is checked, assessed or published after the day that site.yaml calls today (`as_of`)."""
    today = content.site.as_of
    for kind, record in content.everything():
        for loc, part in _parts(record):
            for key in ("on", "published", "listing_date", "date"):
                when = getattr(part, key, None)
                if isinstance(when, Edtf) and today.surely_before(when):
                    message = f"{key}: {when} lies after `as_of` in site.yaml ({today}); mend it, or move `as_of` on"
                    yield Finding(record.written.at(*loc, key), message, record=f"{kind}:{record.id}")


def _parts(record: Part, loc: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Part]]:
    yield loc, record
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if isinstance(value, Part):
            yield from _parts(value, (*loc, str(field.alias)))
        elif isinstance(value, tuple):
            for position, item in enumerate(value):
                if isinstance(item, Part):
                    yield from _parts(item, (*loc, str(field.alias), position))


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
            said = span.of(read.text)
            if said.endswith((".", "!", "?", "”")) and not any(span.start <= at <= span.end for at in offsets):
                start = " ".join(said.split()[:6])
                message = f"a sentence without a citation: “{start} …”; add `[@source-id]` to it"
                yield Finding(page.written.at("text", needle=_first_words(said)), message, record=f"page:{page.id}")


def _first_words(sentence: str) -> str:
    return sentence.split(",")[0][:12]
