"""What every record is called where it is linked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache

from .. import provenance, words
from ..dates import Edtf
from ..edition import Reference
from ..records import LINKED, Claim, Content, Correction, Crosslink, Record, Sanction

Names = Mapping[tuple[str, str], Reference]
_DATED = ("date", "listing_date", "published", "on")
"the fields that say from which day there is something to know of a record: each kind has one of them, or none"


def names(content: Content) -> Names:
    """Return the reference to every record of `content` but annotations, by kind and id."""
    main = _main_strands(content)
    return {
        (kind, record.id): Reference(
            kind,
            record.id,
            _title(content, record),
            strand=getattr(record, "strand", None) or "",
            within="others" if isinstance(record, Crosslink) and _strands(content, record) != main else "",
            since=_since(content, record),
        )
        for kind in LINKED
        for record in content.of(kind).values()
    }


def _strands(content: Content, link: Crosslink) -> tuple[str, ...]:
    """The strands that a cross-link joins, in the order of site.yaml."""
    joined = {content.claims[link.from_].strand, content.claims[link.to].strand}
    return tuple(id for id in content.site.strands if id in joined)


def _main_strands(content: Content) -> tuple[str, ...]:
    """The two strands that most cross-links join; of several such pairs the first of site.yaml."""
    joined = Counter(strands for link in content.crosslinks.values() if len(strands := _strands(content, link)) > 1)
    order = list(content.site.strands)
    return min(joined, key=lambda pair: (-joined[pair], *map(order.index, pair)), default=())


def _title(content: Content, record: Record) -> str:
    language = content.site.language
    match record:
        case Sanction():
            who = content.actors[record.target].name if record.target else record.title
            return f"{who} · {content.actors[record.authority].name}, {words.date(record.listing_date, language)}"
        case Crosslink():
            return f"{content.claims[record.from_].title} ↔ {content.claims[record.to].title}"
        case Correction():
            return words.date(record.on, language)
        case _:
            return str(getattr(record, "label"))  # noqa: B009, every other kind has one


def _since(content: Content, record: Record) -> Edtf | None:
    if isinstance(record, Claim):
        return provenance.first_assertion(content, record)
    if isinstance(record, Crosslink):
        made = (provenance.first_assertion(content, content.claims[id]) for id in (record.from_, record.to))
        return max((day for day in made if day), key=lambda day: day.key, default=None)
    return next((day for key in _dated(type(record)) if (day := getattr(record, key))), None)


@cache
def _dated(noun: type[Record]) -> tuple[str, ...]:
    return tuple(key for key in _DATED if key in noun.model_fields)


def note_reference(names: Names, article: str, note: str, quote: str) -> Reference:
    """Return the reference to the annotation `note` of `article`."""
    of = names["article", article]
    return Reference("annotation", note, f"{of.title}: “{quote}”", within=article, since=of.since)
