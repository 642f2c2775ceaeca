"""Actors, and what the law has done to them."""

from __future__ import annotations

from ..edition import Actor, Alias, Program, Reference, Relation, Role, Sanction
from ..records import Actor as Written
from ..records import Program as WrittenProgram
from ..records import Sanction as WrittenSanction
from .claims import events_about
from .listings import status
from .tables import Tables


def actor(tables: Tables, written: Written) -> Actor:
    """Return the actor `written`, with the relations that others have to it read from its side."""
    content = tables.content
    return Actor(
        ref=tables.ref("actor", written.id),
        name=written.name,
        type=written.type,
        aliases=tuple(
            Alias(
                alias.name,
                alias.language,
                alias.note,
                tables.ref("article", alias.as_printed_in) if alias.as_printed_in else None,
            )
            for alias in written.aliases
        ),
        country=written.country,
        part_of=tables.ref("actor", written.part_of) if written.part_of else None,
        parts=tables.refs("actor", (one.id for one in content.actors.values() if one.part_of == written.id)),
        died=written.died,
        roles=tuple(
            Role(
                role.title,
                tables.ref("actor", role.of) if role.of else None,
                role.from_,
                role.to,
                tables.refs("source", role.sources),
            )
            for role in written.roles
        ),
        relations=_relations(tables, written),
        summary=tables.prose(written.summary),
        replies=tuple(tables.prose(reply.text) for reply in written.reply),
        identifiers=written.identifiers,
        sources=tables.refs("source", written.sources),
        sanctions=_listings(tables, written.id, "target"),
        imposed=_listings(tables, written.id, "authority"),
        claims=tables.refs(
            "claim", (one.id for one in content.claims.values() if any(said.by == written.id for said in one.stated))
        ),
        accused=tables.refs("claim", (claim.id for claim in content.claims.values() if written.id in claim.accuses)),
        events=events_about(tables, f"actor:{written.id}"),
        backlinks=tables.backlinks("actor", written.id),
        caveats=tables.caveats(written),
    )


def _relations(tables: Tables, written: Written) -> tuple[Relation, ...]:
    labels = tables.content.site.ties
    own = [(labels[one.type].label, one.with_, one) for one in written.relations]
    others = [
        (labels[one.type].inverse, other.id, one)
        for other in tables.content.actors.values()
        for one in other.relations
        if one.with_ == written.id
    ]
    return tuple(
        Relation(label, tables.ref("actor", id), one.from_, one.to, one.note, tables.refs("source", one.sources))
        for label, id, one in (*own, *others)
    )


def _listings(tables: Tables, id: str, side: str) -> tuple[Reference, ...]:
    found = [one for one in tables.content.sanctions.values() if getattr(one, side) == id]
    return tables.refs("sanction", (one.id for one in sorted(found, key=lambda one: (one.listing_date.key, one.id))))


def sanction(tables: Tables, written: WrittenSanction) -> Sanction:
    """Return the sanction `written`."""
    return Sanction(
        ref=tables.ref("sanction", written.id),
        target=tables.ref("actor", written.target) if written.target else None,
        title=written.title,
        authority=tables.ref("actor", written.authority),
        program=tables.ref("program", written.program) if written.program else None,
        listing_date=written.listing_date,
        start_date=written.start_date,
        end_date=written.end_date,
        is_over=written.is_over(tables.content.site.as_of),
        status=status(tables.content, written),
        status_on=written.status_on,
        measures=tuple(tables.content.site.measures[measure] for measure in written.measures),
        strand=written.strand,
        reason=tables.prose(written.reason),
        list_entry=written.list_entry,
        names=written.names,
        sources=tables.refs("source", written.sources),
        backlinks=tables.backlinks("sanction", written.id),
        caveats=tables.caveats(written),
    )


def program(tables: Tables, written: WrittenProgram) -> Program:
    """Return the programme `written`, with the listings under it by date."""
    under = [one for one in tables.content.sanctions.values() if one.program == written.id]
    return Program(
        ref=tables.ref("program", written.id),
        title=written.title,
        subject=written.subject,
        authority=tables.ref("actor", written.authority) if written.authority else None,
        date=written.date,
        url=written.url,
        summary=tables.prose(written.summary),
        measures=tuple(tables.content.site.measures[measure] for measure in written.measures),
        status=written.status,
        strand=written.strand or "",
        sanctions=tables.refs(
            "sanction", (one.id for one in sorted(under, key=lambda one: (one.listing_date.key, one.id)))
        ),
        sources=tables.refs("source", written.sources),
        backlinks=tables.backlinks("program", written.id),
        caveats=tables.caveats(written),
    )
