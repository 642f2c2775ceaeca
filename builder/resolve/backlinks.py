"""Who names whom, in which sentence: every reference read from its other end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from ..edition import Backlink, Reference
from ..prose import first_sentence
from ..records import LINKED, Annotation, Content, Prosaic, Record, Ref, values
from .names import Names, note_reference
from .reader import Reader

Target = tuple[str, str]
"kind and id"
_LEAD = ("statement", "summary", "definition", "reason", "note", "now", "title")
"the fields that say what a record is about, the first of them that it has"


class Naming(NamedTuple):
    """A record names another, in a sentence."""

    target: Target
    kind: str
    within: str
    "of an annotation the article"
    id: str
    sentence: str


def namings(content: Content, names: Names, reader: Reader) -> Iterator[Naming]:
    """Yield every record that each record of the share of `content` names, once.

    A sentence that names it is preferred to the record's own first sentence.
    """
    for kind, within, record in _owners(content):
        named = {(kind, record.id)}
        is_original = kind == "article" and record.id in content.full
        for target, sentence in (*(() if is_original else _in_prose(record, reader)), *_in_fields(record, reader)):
            if target not in named:
                named.add(target)
                yield Naming(target, kind, within, record.id, sentence)


def _owners(content: Content) -> Iterator[tuple[str, str, Record]]:
    for kind in LINKED:
        for record in content.share.own(content.of(kind).values()):
            yield kind, "", record
    for article in content.share.own(content.annotations):
        for note in content.annotations[article].values():
            yield "annotation", article, note


def by_target(all_namings: Iterable[Naming]) -> Mapping[Target, list[Naming]]:
    """Return, by kind and id, the records that name a record."""
    grouped: dict[Target, list[Naming]] = {}
    for naming in all_namings:
        grouped.setdefault(naming.target, []).append(naming)
    return grouped


def backlinks(content: Content, names: Names, naming: Iterable[Naming]) -> tuple[Backlink, ...]:
    """Return the records that name another one, in the order in which they are shown."""
    links = [Backlink(_owner(content, names, named), named.sentence) for named in naming]
    return tuple(sorted(links, key=_place))


def _place(link: Backlink) -> tuple[int, str, str, str]:
    owner = link.owner
    return (_RANKS.get(owner.kind, 99), owner.within, owner.title, owner.id)


def _owner(content: Content, names: Names, naming: Naming) -> Reference:
    if naming.kind != "annotation":
        return names[naming.kind, naming.id]
    note: Annotation = content.annotations[naming.within][naming.id]
    return note_reference(names, naming.within, note.id, note.quote)


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
    key = next(key for key in _leads(type(record)) if getattr(record, key))
    is_prose = any(loc == (key,) and isinstance(role, Prosaic) for loc, role, _ in values(record))
    text = getattr(record, key)
    if not is_prose:
        return first_sentence(text)
    read = reader.read(text)
    return read.sentences[0].of(read.text) if read.sentences else ""


@cache
def _leads(noun: type[Record]) -> tuple[str, ...]:
    return tuple(key for key in _LEAD if key in noun.model_fields)


_KINDS = ("annotation", "page", "claim", "crosslink", "actor", "sanction", "program", "event", "term", "source")
_RANKS = {kind: rank for rank, kind in enumerate(_KINDS)}
