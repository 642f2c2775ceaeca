"""Who names whom, in which sentence: every reference read from its other end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .. import prose
from ..edition import Backlink, Reference
from ..glossary import Glossary, uses
from ..prose import Prose
from ..quotes import Span
from ..records import Content, Prosaic, Record, Ref, values
from .names import Names, note_reference

Target = tuple[str, str]
_LEAD = ("statement", "summary", "definition", "reason", "note", "now", "title")
"the fields that say what a record is about, the first of them that it has"


def backlinks(content: Content, names: Names, terms: Glossary) -> Mapping[Target, tuple[Backlink, ...]]:
    """Return, by kind and id, every place that names a record: one for each record that does.

    A sentence that names it is preferred to the record's own first sentence.
    """
    found: dict[Target, dict[str, Backlink]] = {}
    for owner, record in _owners(content, names):
        said = () if owner.kind == "article" and owner.id in content.full else _in_prose(record, names, terms)
        for target, sentence in (*said, *_in_fields(record, names)):
            if target != (owner.kind, owner.id):
                found.setdefault(target, {}).setdefault(str(owner), Backlink(owner, sentence))
    return {target: _ordered(links.values()) for target, links in found.items()}


def _owners(content: Content, names: Names) -> Iterator[tuple[Reference, Record]]:
    for kind, record in content.everything():
        if kind not in ("annotation", "site"):
            yield names[kind, record.id], record
    for article, notes in content.annotations.items():
        for note in notes.values():
            yield note_reference(names, article, note.id, note.quote), note


def _in_prose(record: Record, names: Names, terms: Glossary) -> Iterator[tuple[Target, str]]:
    for _, role, text in values(record):
        if isinstance(role, Prosaic):
            read = prose.titled(prose.parse(text), lambda kind, id: names[kind, id].title)
            for cited in read.citations:
                yield ("source", cited.source), read.sentence_at(max(0, cited.offset - 1)).of(read.text)
            for link in read.links:
                if link.kind:
                    yield (link.kind, link.id), read.sentence_at(link.span.start).of(read.text)
            for span, id in uses(terms, read.text, read.sections, linked(read)):
                yield ("term", id), read.sentence_at(span.start).of(read.text)


def linked(read: Prose) -> list[tuple[Span, str]]:
    """Return the spans of the links in prose, each with the term that it leads to, if it leads to one."""
    return [(link.span, link.id if link.kind == "term" else "") for link in read.links]


def _in_fields(record: Record, names: Names) -> Iterator[tuple[Target, str]]:
    lead = _lead(record, names)
    for _, role, value in values(record):
        if isinstance(role, Ref):
            kind, id = (role.kind, value) if role.kind else value.split(":", 1)
            yield (kind, id), lead


def _lead(record: Record, names: Names) -> str:
    text = str(next(getattr(record, key) for key in _LEAD if getattr(record, key, None)))
    read = prose.titled(prose.parse(text), lambda kind, id: names[kind, id].title)
    return next((span.of(read.text) for span in read.sentences()), "")


_KINDS = ("annotation", "page", "claim", "crosslink", "actor", "sanction", "program", "event", "term", "source")


def _ordered(links: object) -> tuple[Backlink, ...]:
    ranked = {kind: rank for rank, kind in enumerate(_KINDS)}
    return tuple(
        sorted(links, key=lambda link: (ranked.get(link.owner.kind, 99), link.owner.within, link.owner.title))  # type: ignore[call-overload]
    )
