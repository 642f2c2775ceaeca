"""The remaining records: sources, events, terms, corrections and pages."""

from __future__ import annotations

from .. import records
from ..edition import Correction, Event, Page, Source, Term
from .tables import Tables


def source(tables: Tables, written: records.Source) -> Source:
    """Return the source `written`, with those that repeat it and whose word it comes down to."""
    return Source(
        ref=tables.ref("source", written.id),
        title=written.title,
        description=written.description,
        publisher=written.publisher,
        issuer=tables.ref("actor", written.issuer) if written.issuer else None,
        authors=written.authors,
        kind=tables.content.site.source_kinds[written.kind],
        kind_id=written.kind,
        number=written.number,
        published=written.published,
        url=written.url,
        archive=written.archive,
        address=written.address,
        language=written.language,
        derived_from=tables.refs("source", written.derived_from),
        repeated_by=tables.refs_of("source", tables.turned.repeaters_of, written.id),
        excerpt=written.excerpt,
        summary=written.summary,
        origins=tables.origins[written.id],
        backlinks=tables.backlinks("source", written.id),
        checked=written.checked,
        caveats=tables.caveats(written),
    )


def event(tables: Tables, written: records.Event) -> Event:
    """Return the event `written`."""
    return Event(
        ref=tables.ref("event", written.id),
        date=written.date,
        title=written.title,
        strand=written.strand,
        summary=tables.prose(written.summary),
        about=tuple(tables.ref(*named.split(":", 1)) for named in written.about),
        sources=tables.refs("source", written.sources),
        caveats=tables.caveats(written),
    )


def term(tables: Tables, written: records.Term) -> Term:
    """Return the term `written`."""
    return Term(
        ref=tables.ref("term", written.id),
        name=written.name,
        aliases=written.aliases,
        definition=tables.prose(written.definition, own=written.id),
        sources=tables.refs("source", written.sources),
        backlinks=tables.backlinks("term", written.id),
        caveats=tables.caveats(written),
    )


def correction(tables: Tables, written: records.Correction) -> Correction:
    """Return the correction `written`."""
    return Correction(
        ref=tables.ref("correction", written.id),
        on=written.on,
        about=tuple(tables.ref(*named.split(":", 1)) for named in written.about),
        removed=written.removed,
        was=tables.prose(written.was),
        now=tables.prose(written.now),
        sources=tables.refs("source", written.sources),
        caveats=tables.caveats(written),
    )


def page(tables: Tables, written: records.Page) -> Page:
    """Return the page `written`."""
    return Page(
        ref=tables.ref("page", written.id),
        title=written.title,
        summary=written.summary,
        text=tables.prose(written.text),
        backlinks=tables.backlinks("page", written.id),
        caveats=tables.caveats(written),
    )
