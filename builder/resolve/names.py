"""What every record is called where it is linked."""

from __future__ import annotations

from collections.abc import Mapping

from .. import words
from ..edition import Reference
from ..records import Content, Correction, Crosslink, Record, Sanction

Names = Mapping[tuple[str, str], Reference]


def names(content: Content) -> Names:
    """Return the reference to every record of `content` but annotations, by kind and id."""
    return {
        (kind, record.id): Reference(
            kind, record.id, _title(content, record), strand=getattr(record, "strand", None) or ""
        )
        for kind, record in content.everything()
        if kind not in ("annotation", "site")
    }


def _title(content: Content, record: Record) -> str:
    language = content.site.language
    match record:
        case Sanction():
            target, authority = content.actors[record.target].name, content.actors[record.authority].name
            return f"{target} · {authority}, {words.date(record.listing_date, language)}"
        case Crosslink():
            return f"{content.claims[record.from_].title} ↔ {content.claims[record.to].title}"
        case Correction():
            return words.date(record.on, language)
        case _:
            return str(getattr(record, "label"))  # noqa: B009, every other kind has one


def note_reference(names: Names, article: str, note: str, quote: str) -> Reference:
    """Return the reference to the annotation `note` of `article`."""
    return Reference("annotation", note, f"{names['article', article].title}: “{quote}”", within=article)
