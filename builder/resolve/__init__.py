"""Content into Edition: ids become references, quotes become marks, origins are counted, backlinks gathered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from ..edition import Edition
from ..records import Content, Record
from .actors import actor, program, sanction
from .articles import article
from .claims import claim, crosslink, passages_by_claim, ties
from .disagreements import disagreements
from .figures import figures
from .network import network
from .records import correction, event, page, source, term
from .tables import Tables, tables

Written = TypeVar("Written", bound=Record)
Published = TypeVar("Published")


def resolve(content: Content) -> Edition:
    """Return the edition of `content`, in which `check` has found no error."""
    found = tables(content)
    links = _each(found, content.crosslinks, crosslink)
    touching, bearing = ties(links), passages_by_claim(found)
    claims = _each(found, content.claims, lambda tables, one: claim(tables, one, touching, bearing))
    articles = _each(found, content.articles, article)
    actors = _each(found, content.actors, actor)
    return Edition(
        site=content.site,
        sources=_each(found, content.sources, source),
        actors=actors,
        claims=claims,
        crosslinks=links,
        sanctions=_each(found, content.sanctions, sanction),
        events=_each(found, content.events, event),
        terms=_each(found, content.terms, term),
        programs=_each(found, content.programs, program),
        corrections=_each(found, content.corrections, correction),
        articles=articles,
        pages=_each(found, content.pages, page),
        disagreements=disagreements(articles, claims),
        figures=figures(claims.values()),
        network=network(found, actors),
        references=found.names,
    )


def _each(
    found: Tables, written: Mapping[str, Written], published: Callable[[Tables, Written], Published]
) -> Mapping[str, Published]:
    return {id: published(found, record) for id, record in written.items()}
