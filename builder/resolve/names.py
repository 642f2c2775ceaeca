"""What every record is called where it is linked."""

from __future__ import annotations

from collections.abc import Mapping

from .. import words
from ..edition import Reference
from ..records import Content, Record

Names = Mapping[tuple[str, str], Reference]


def names(content: Content) -> Names:
    """Return the reference to every record of `content` but annotations, by kind and id."""
    return {
        (kind, record.id): Reference(kind, record.id, _title(content, kind, record), getattr(record, "strand", "") or "")
        for kind, record in content.everything()
        if kind not in ("annotation", "site")
    }


def _title(content: Content, kind: str, record: Record) -> str:
    match kind:
        case "source":
            return str(getattr(record, "title") or getattr(record, "description"))
        case "sanction":
            target, authority = (content.actors[getattr(record, key)].name for key in ("target", "authority"))
            return f"{target} · {authority}, {words.date(getattr(record, 'listing_date'), content.site.language)}"
        case "crosslink":
            return " ↔ ".join(content.claims[getattr(record, key)].title for key in ("from_", "to"))
        case "correction":
            return words.date(getattr(record, "on"), content.site.language)
        case "actor" | "term":
            return str(getattr(record, "name"))
        case _:
            return str(getattr(record, "title"))


def note_reference(names: Names, article: str, note: str, quote: str) -> Reference:
    """Return the reference to the annotation `note` of `article`."""
    return Reference("annotation", note, f"{names['article', article].title}: “{quote}”", within=article)
