"""Content into Edition: ids become references, quotes become marks, origins are counted, backlinks gathered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from ..byneed import Listed, Mapped
from ..edition import Edition
from ..glossary import glossary
from ..prose import forget
from ..records import Content, Record
from .actors import actor, program, sanction
from .articles import article
from .claims import claim, crosslink, passages_by_claim
from .disagreements import disagreements
from .facts import Facts, facts
from .figures import figures
from .names import names
from .network import network
from .reader import Reader
from .records import correction, event, page, source, term
from .tables import Tables, tables

Written = TypeVar("Written", bound=Record)
Published = TypeVar("Published")


class Resolver:
    """Makes the edition of `content`, in which `check` has found no error; every record when it is first read.

    What only the texts tell can be found share by share: each process reads the texts of its own.
    """

    def __init__(self, content: Content) -> None:
        self._content = content
        self._names = names(content)
        self._reader = Reader(self._names, glossary(content.terms.values(), content.site.language))

    def facts(self) -> Facts:
        """Return what the texts of the content's share tell."""
        return facts(self._content, self._names, self._reader)

    def edition(self, all_facts: Sequence[Facts]) -> Edition:
        """Return the edition; `all_facts` are those of all shares."""
        forget()
        content, known = self._content, tables(self._content, self._names, self._reader, all_facts)
        links = _each(known, content.crosslinks, crosslink)
        bearing = passages_by_claim(known)
        articles = _each(known, content.articles, article)
        return Edition(
            site=content.site,
            sources=_each(known, content.sources, source),
            actors=_each(known, content.actors, actor),
            claims=(
                claims := _each(known, content.claims, lambda tables, written: claim(tables, written, links, bearing))
            ),
            crosslinks=links,
            sanctions=_each(known, content.sanctions, sanction),
            events=_each(known, content.events, event),
            terms=_each(known, content.terms, term),
            programs=_each(known, content.programs, program),
            corrections=_each(known, content.corrections, correction),
            articles=articles,
            pages=_each(known, content.pages, page),
            disagreements=Listed(lambda: disagreements(known, articles, claims)),
            figures=Listed(lambda: figures(claims.values())),
            network=network(known),
            references=known.names,
            share=content.share,
        )


def resolve(content: Content) -> Edition:
    """Return the edition of `content`, in which `check` has found no error."""
    resolver = Resolver(content)
    return resolver.edition([resolver.facts()])


def _each(
    known: Tables, written: Mapping[str, Written], published: Callable[[Tables, Written], Published]
) -> Mapping[str, Published]:
    return Mapped(written, lambda record: published(known, record))
