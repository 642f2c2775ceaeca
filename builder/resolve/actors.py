"""Actors, and what the law has done to them."""

from __future__ import annotations

from ..edition import Actor, Alias, Program, Relation, Role, Sanction
from ..records import Actor as Written
from ..records import Program as WrittenProgram
from ..records import Sanction as WrittenSanction
from .listings import status
from .tables import Tables


def actor(tables: Tables, written: Written) -> Actor:
    """Return the actor `written`, with the relations that others have to it read from its side."""
    return Actor(
        ref=tables.ref("actor", written.id),
        name=written.name,
        type=written.type,
        aliases=_aliases(tables, written),
        country=written.country,
        part_of=tables.ref("actor", written.part_of) if written.part_of else None,
        parts=tables.refs_of("actor", tables.turned.parts_of, written.id),
        died=written.died,
        roles=_roles(tables, written),
        relations=_relations(tables, written),
        summary=tables.prose(written.summary),
        replies=tuple(tables.prose(reply.text) for reply in written.reply),
        identifiers=written.identifiers,
        sources=tables.refs("source", written.sources),
        sanctions=tables.refs_of("sanction", tables.turned.listings_of, written.id),
        imposed=tables.refs_of("sanction", tables.turned.listings_by, written.id),
        claims=tables.refs_of("claim", tables.turned.claims_by, written.id),
        accused=tables.refs_of("claim", tables.turned.claims_against, written.id),
        events=tables.refs_of("event", tables.turned.events_about, f"actor:{written.id}"),
        backlinks=tables.backlinks("actor", written.id),
        caveats=tables.caveats(written),
    )


def _aliases(tables: Tables, written: Written) -> tuple[Alias, ...]:
    return tuple(
        Alias(
            alias.name,
            alias.language,
            alias.note,
            tables.ref("article", alias.as_printed_in) if alias.as_printed_in else None,
        )
        for alias in written.aliases
    )


def _roles(tables: Tables, written: Written) -> tuple[Role, ...]:
    return tuple(
        Role(
            role.title,
            tables.ref("actor", role.of) if role.of else None,
            role.from_,
            role.to,
            tables.refs("source", role.sources),
        )
        for role in written.roles
    )


def _relations(tables: Tables, written: Written) -> tuple[Relation, ...]:
    labels = tables.content.site.ties
    own = [(labels[relation.type].label, relation.with_, relation) for relation in written.relations]
    incoming = [
        (labels[relation.type].inverse, holder.id, relation)
        for holder, relation in tables.turned.relations_to.get(written.id, ())
    ]
    return tuple(
        Relation(
            label,
            tables.ref("actor", id),
            relation.from_,
            relation.to,
            relation.note,
            tables.refs("source", relation.sources),
        )
        for label, id, relation in (*own, *incoming)
    )


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
        sanctions=tables.refs_of("sanction", tables.turned.listings_under, written.id),
        sources=tables.refs("source", written.sources),
        backlinks=tables.backlinks("program", written.id),
        caveats=tables.caveats(written),
    )
