"""Rules on names and codes."""

from __future__ import annotations

from collections.abc import Iterator

from .. import words
from ..places import Loc
from ..problems import suggestion
from ..records import Actor, Article, Content, Site, Source, Term
from .findings import Finding


def countries_have_codes(content: Content) -> Iterator[Finding]:
    """A country is an ISO 3166 code of two capital letters."""
    for actor in content.each(Actor):
        if actor.country and not words.is_country(actor.country):
            message = f"`{actor.country}` is not a country code (ISO 3166); write two capitals, as in `NO` for Norway"
            yield Finding(actor.written.at("country"), message, record=f"actor:{actor.id}")


def languages_have_tags(content: Content) -> Iterator[Finding]:
    """A language is a BCP 47 tag."""
    in_a_language: list[Source | Article | Site] = [*content.each(Source), *content.each(Article), content.site]
    for record in in_a_language:
        if not words.is_language(record.language):
            name = f"{type(record).__name__.lower()}:{record.id}"
            yield Finding(record.written.at("language"), _no_language(record.language), record=name)
    for actor in content.each(Actor):
        for position, alias in enumerate(actor.aliases):
            if alias.language and not words.is_language(alias.language):
                place = actor.written.at("aliases", position, "language")
                yield Finding(place, _no_language(alias.language), record=f"actor:{actor.id}")


def _no_language(tag: str) -> str:
    return f"`{tag}` is not a language tag (BCP 47); write `en`, `ko` or `zh-Hant`"


def rungs_stand_on_the_ladder(content: Content) -> Iterator[Finding]:
    """Every rung that a verdict, a phase, a kind of source or the ladder itself names is a rung of the ladder."""
    site, ladder = content.site, content.site.vocabulary("ladder")
    named: dict[Loc, str] = {}
    for word, verdict in site.verdicts.items():
        named |= {("verdicts", word, "rung"): verdict.rung, ("verdicts", word, "suffices"): verdict.suffices}
    named |= {("phases", word, "rung"): phase.rung for word, phase in site.phases.items()}
    for word, kind in site.source_kinds.items():
        named |= {("source_kinds", word, "rung"): kind.rung, ("source_kinds", word, "up_to"): kind.up_to}
    named |= {("ladder", place, "relayed"): step.relayed for place, step in enumerate(site.ladder)}
    named |= {
        ("ladder", place, "needs", "rung"): step.needs.rung for place, step in enumerate(site.ladder) if step.needs
    }
    for loc, rung in named.items():
        if rung and rung not in ladder:
            message = f"`{rung}` is no rung of the `ladder`; {suggestion(rung, ladder)}"
            yield Finding(site.written.at(*loc), message, record="site:site")


def reports_stand_no_higher(content: Content) -> Iterator[Finding]:
    """A report of a thing (`relayed`) stands no higher on the ladder than the thing itself."""
    heights = {step.id: place for place, step in enumerate(content.site.ladder)}
    for place, step in enumerate(content.site.ladder):
        if heights.get(step.relayed, 0) > place:
            message = f"a report of `{step.id}` would stand higher than it, on `{step.relayed}`"
            yield Finding(content.site.written.at("ladder", place, "relayed"), message, record="site:site")


def publishers_have_names(content: Content) -> Iterator[Finding]:
    """A source's `publisher` is the name of an outlet or a body, not the id of an actor."""
    for source in content.each(Source):
        actor = content.actors.get(source.publisher)
        if actor and actor.name.casefold() != source.publisher.casefold():
            message = f"publisher `{source.publisher}` is the id of an actor; write the name: `{actor.name}`"
            yield Finding(source.written.at("publisher"), message, record=f"source:{source.id}")


def unmarked_forms_are_forms(content: Content) -> Iterator[Finding]:
    """A form by which a term is not marked (`unmarked`) is its name or one of its aliases."""
    for term in content.each(Term):
        forms = (term.name, *term.aliases)
        for place, form in enumerate(term.unmarked):
            if form not in forms:
                message = f"`{form}` is no form of this term; {suggestion(form, forms)}"
                yield Finding(term.written.at("unmarked", place), message, record=f"term:{term.id}")


def names_differ(content: Content) -> Iterator[Finding]:
    """No two actors, terms, claims or programmes have the same name."""
    for kind, key in (("actor", "name"), ("term", "name"), ("claim", "title"), ("program", "title")):
        seen: dict[str, str] = {}
        for record in content.of(kind).values():
            name = getattr(record, key).casefold()
            if name in seen:
                message = (
                    f"{kind} `{record.id}` has the same {key} as `{seen[name]}`; a reader could not tell them apart"
                )
                yield Finding(record.written.at(key), message, record=f"{kind}:{record.id}")
            seen.setdefault(name, record.id)
