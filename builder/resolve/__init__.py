"""Content into Edition: ids become references, quotes become marks, origins are counted, backlinks gathered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from ..byneed import Listed, Mapped
from ..edition import Edition
from ..records import Content, Record
from .actors import actor, program, sanction
from .articles import article
from .claims import claim, crosslink, passages_by_claim
from .disagreements import disagreements
from .figures import figures
from .network import network
from .records import correction, event, page, source, term
from .tables import Tables, tables

Written = TypeVar("Written", bound=Record)
Published = TypeVar("Published")


def resolve(content: Content) -> Edition:
    """Return the edition of `content`, in which `check` has found no error; each record is resolved when it is read."""
    known = tables(content)
    links = _each(known, content.crosslinks, crosslink)
    bearing = passages_by_claim(known)
    claims = _each(known, content.claims, lambda tables, written: claim(tables, written, links, bearing))
    articles = _each(known, content.articles, article)
    return Edition(
        site=content.site,
        sources=_each(known, content.sources, source),
        actors=_each(known, content.actors, actor),
        claims=claims,
        crosslinks=links,
        sanctions=_each(known, content.sanctions, sanction),
        events=_each(known, content.events, event),
        terms=_each(known, content.terms, term),
        programs=_each(known, content.programs, program),
        corrections=_each(known, content.corrections, correction),
        articles=articles,
        pages=_each(known, content.pages, page),
        disagreements=Listed(lambda: disagreements(articles, claims)),
        figures=Listed(lambda: figures(claims.values())),
        network=network(known),
        references=known.names,
    )


def _each(
    known: Tables, written: Mapping[str, Written], published: Callable[[Tables, Written], Published]
) -> Mapping[str, Published]:
    return Mapped(written, lambda record: published(known, record))
