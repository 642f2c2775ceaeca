"""Articles and their annotations: quotes become marks, annotations become numbered notes."""

from __future__ import annotations

from .. import passages, prose
from ..byneed import Listed, Mapped
from ..edition import Annotated, Article, Note, Reference, asserted
from ..passages import Placed
from ..prose import Mark, Prose
from ..quotes import Span
from ..records import Article as Written
from .listings import listings
from .names import note_reference
from .tables import Tables

_TERMS = ("term", "program", "sanction", "event", "source")


def article(tables: Tables, written: Written) -> Article:
    """Return the article `written`, its notes in the order of its text."""
    placed = tables.placed[written.id]
    abouts = [_about(tables, at) for at in placed]
    made = (claim for at, about in zip(placed, abouts, strict=True) if (claim := asserted(at.note.stance, about)))
    return Article(
        ref=tables.names["article", written.id],
        title=written.title,
        publisher=tables.ref("actor", written.publisher),
        author=tables.ref("actor", written.author) if written.author else None,
        published=written.published,
        published_note=written.published_note,
        url=written.url,
        language=written.language,
        rights=written.rights,
        license=written.license,
        is_digest=written.rights == "quoted" and written.id not in tables.content.full,
        source=tables.ref("source", written.source),
        summary=written.summary,
        claims=tuple(dict.fromkeys(ref for about in abouts for ref in about if ref.kind == "claim")),
        made=tuple(dict.fromkeys(made)),
        notes=Listed(lambda: [_note(tables, written, at) for at in placed]),
        note_count=len(placed),
        annotated=lambda: _annotated(tables, written),
        listings=Mapped(tables.turned.listings_of, lambda of_actor: listings(tables, of_actor, written.published)),
        backlinks=tables.backlinks("article", written.id),
        caveats=tables.caveats(written),
    )


def _annotated(tables: Tables, written: Written) -> Annotated:
    is_original = written.id in tables.content.full
    titled = passages.text_of(tables.content, written) if is_original else tables.reader.last_read(written.text)
    added = [] if is_original else _added(written.text, titled)
    marks = tuple(_mark(tables, at, _moved(at.span, added)) for at in tables.placed[written.id])
    return Annotated(tables.reader.marked(titled, (mark.span for mark in marks)), marks)


def _note(tables: Tables, article: Written, placed: Placed) -> Note:
    note = placed.note
    about = _about(tables, placed)
    return Note(
        ref=note_reference(tables.names, article.id, note.id, placed.quote),
        id=note.id,
        number=placed.number,
        kind=_kind(about),
        quote=placed.quote,
        paragraph=placed.paragraph,
        motivation=note.motivation,
        about=about,
        stance=note.stance,
        differs=note.differs,
        key=note.key,
        text=tables.prose(note.note),
        caveats=tables.caveats(note),
    )


Added = list[tuple[int, int]]
"where a link without words has been given a title, and how long it is"


def _added(markdown: str, titled: Prose) -> Added:
    """Where the titles stand that links without words have been given."""
    if "[]" not in markdown:
        return []
    links = zip(prose.parse(markdown).links, titled.links, strict=True)
    return [
        (empty.span.start, len(link.span.of(titled.text)))
        for empty, link in links
        if empty.span.start == empty.span.end
    ]


def _moved(span: Span, added: Added) -> Span:
    """Where the words of `span` stand once the links without words have their titles."""
    return Span(
        span.start + sum(length for at, length in added if at <= span.start),
        span.end + sum(length for at, length in added if at < span.end),
    )


def _kind(about: tuple[Reference, ...]) -> str:
    """What a passage is: what its note is about first, things of the law and of the glossary as terms."""
    if not about:
        return "comment"
    return "term" if about[0].kind in _TERMS else about[0].kind


def _mark(tables: Tables, placed: Placed, span: Span) -> Mark:
    kind = _kind(_about(tables, placed))
    return Mark(span, placed.note.id, kind, placed.number, f"Note {placed.number}, {kind}: {placed.quote}")


def _about(tables: Tables, placed: Placed) -> tuple[Reference, ...]:
    return tuple(tables.ref(*named.split(":", 1)) for named in placed.note.about)
