"""Who names whom, in which sentence: every reference read from its other end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..edition import Backlink, Reference
from ..prose import first_sentence
from ..records import Content, Prosaic, Record, Ref, values
from .names import Names, note_reference
from .reader import Reader

Target = tuple[str, str]
"kind and id"
_LEAD = ("statement", "summary", "definition", "reason", "note", "now", "title")
"the fields that say what a record is about, the first of them that it has"


def backlinks(content: Content, names: Names, reader: Reader) -> Mapping[Target, tuple[Backlink, ...]]:
    """Return, by kind and id, every place that names a record: one for each record that does.

    A sentence that names it is preferred to the record's own first sentence.
    """
    naming: dict[Target, dict[tuple[str, str, str], Backlink]] = {}
    for owner, record in _owners(content, names):
        is_original = owner.kind == "article" and owner.id in content.full
        named = () if is_original else _in_prose(record, reader)
        for target, sentence in (*named, *_in_fields(record, reader)):
            if target != (owner.kind, owner.id):
                places = naming.setdefault(target, {})
                places.setdefault((owner.kind, owner.within, owner.id), Backlink(owner, sentence))
    return {target: _ordered(places.values()) for target, places in naming.items()}


def _owners(content: Content, names: Names) -> Iterator[tuple[Reference, Record]]:
    for kind, record in content.everything():
        if kind not in ("annotation", "site"):
            yield names[kind, record.id], record
    for article, notes in content.annotations.items():
        for note in notes.values():
            yield note_reference(names, article, note.id, note.quote), note


def _in_prose(record: Record, reader: Reader) -> Iterator[tuple[Target, str]]:
    for _, role, markdown in values(record):
        if isinstance(role, Prosaic):
            text = reader.read(markdown)
            for cited in text.citations:
                yield ("source", cited.source), text.sentence_at(max(0, cited.offset - 1)).of(text.text)
            for link in text.links:
                if link.kind:
                    yield (link.kind, link.id), text.sentence_at(link.span.start).of(text.text)
            for span, id in reader.uses(markdown):
                yield ("term", id), text.sentence_at(span.start).of(text.text)


def _in_fields(record: Record, reader: Reader) -> Iterator[tuple[Target, str]]:
    references = [(role.kind, value) for _, role, value in values(record) if isinstance(role, Ref)]
    lead = _lead(record, reader) if references else ""
    for kind, value in references:
        named_kind, _, id = value.partition(":") if not kind else (kind, "", value)
        yield (named_kind, id), lead


def _lead(record: Record, reader: Reader) -> str:
    """The first sentence of what a record is about."""
    key = next(key for key in _LEAD if getattr(record, key, None))
    is_prose = any(loc == (key,) and isinstance(role, Prosaic) for loc, role, _ in values(record))
    text = getattr(record, key)
    if not is_prose:
        return first_sentence(text)
    read = reader.read(text)
    return read.sentences[0].of(read.text) if read.sentences else ""


_KINDS = ("annotation", "page", "claim", "crosslink", "actor", "sanction", "program", "event", "term", "source")
_RANKS = {kind: rank for rank, kind in enumerate(_KINDS)}


def _ordered(links: Iterable[Backlink]) -> tuple[Backlink, ...]:
    return tuple(sorted(links, key=lambda link: (_RANKS.get(link.owner.kind, 99), link.owner.within, link.owner.title)))
