"""The rule on what was published before: nobody is told something else without being told that it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..places import Loc
from ..problems import Place
from ..records import Claim, Content, Published, Record, as_written, collection
from .findings import Finding, line_to_paste

_MEANING: Mapping[str, tuple[str, ...]] = {
    "claim": ("verdict", "statement"),
    "sanction": ("status", "listing_date", "start_date", "end_date"),
    "actor": ("name",),
    "event": ("date", "title"),
    "crosslink": ("from", "to", "relation"),
}
"what a reader goes by, of the kinds of records that say how things stand"


def changes_are_corrected(content: Content, earlier: Published) -> Iterator[Finding]:
    """What was published and now says something else, or is gone, has an entry in content/corrections.yaml.

    Held against a data export are each claim's statement and the assessments that it had (a new one may be
    added to them), each sanction's status and dates, each actor's name, each event's date and title and what each
    cross-link joins; an entry counts if it is of the export's day (`as_of`) or later.
    """
    corrected = _corrected(content, earlier)
    for kind, keys in _MEANING.items():
        for id, published in earlier.of(kind).items():
            record = content.of(kind).get(id)
            if f"{kind}:{id}" in corrected or (record is None and content.has(kind, id)):
                continue
            if record is None:
                yield _gone(content, earlier, kind, id, published)
            elif changed := _changed(keys, published, as_written(record)):
                yield _otherwise(content, earlier, kind, record, changed)


def _corrected(content: Content, earlier: Published) -> set[str]:
    """The records about which there is a correction that those who read the earlier edition cannot know."""
    return {
        named
        for correction in content.corrections.values()
        if not correction.on.surely_before(earlier.as_of)
        for named in (*correction.about, *correction.removed)
    }


Changed = Mapping[str, tuple[str, str]]
"what a key said, and what it says now"


def _changed(keys: tuple[str, ...], published: Mapping[str, Any], record: Mapping[str, Any]) -> Changed:
    pairs = {key: _verdicts(published, record) if key == "verdict" else _both(published, record, key) for key in keys}
    return {key: (was, now) for key, (was, now) in pairs.items() if was != now}


def _both(published: Mapping[str, Any], record: Mapping[str, Any], key: str) -> tuple[str, str]:
    return _value(published, key), _value(record, key)


def _verdicts(published: Mapping[str, Any], record: Mapping[str, Any]) -> tuple[str, str]:
    """The first assessment that was published and stands so no more; later ones may come to those that stand."""
    now = [(assessment["on"], assessment["verdict"]) for assessment in record.get("assessments", ())]
    for place, assessment in enumerate(published.get("assessments", ())):
        stands = now[place] if place < len(now) else ("", "")
        if stands != (assessment["on"], assessment["verdict"]):
            return assessment["verdict"], stands[1] if stands[1] != assessment["verdict"] else ""
    return "", ""


def _value(record: Mapping[str, Any], key: str) -> str:
    if key == "verdict":
        return str([{}, *record.get("assessments", ())][-1].get("verdict", ""))
    return " ".join(str(record.get(key, "")).split())


def _otherwise(content: Content, earlier: Published, kind: str, record: Record, changed: Changed) -> Finding:
    named = f"{kind}:{record.id}"
    both = "; ".join(
        f"its {_word(key)} was {_quoted(was)} and is {_quoted(now)}" for key, (was, now) in changed.items()
    )
    message = f"{kind} `{record.id}` says something else than on {earlier.as_of}: {both}; no correction tells of it"
    was, now = (". ".join(_sentence(content, key, pair[at]) for key, pair in changed.items()) for at in (0, 1))
    remedy = _entry(content, kind, record.id, (f"about: [{named}]",), was, now)
    return Finding(record.written.at(*_loc(record, next(iter(changed)))), message, remedy, named)


def _gone(content: Content, earlier: Published, kind: str, id: str, published: Mapping[str, Any]) -> Finding:
    named = f"{kind}:{id}"
    message = f"{kind} `{id}` was published on {earlier.as_of} and is gone; no correction tells of it"
    was = ". ".join(_sentence(content, key, value) for key in _MEANING[kind] if (value := _value(published, key)))
    remedy = _entry(content, kind, id, ("about: []", f"removed: [{named}]"), was, "It no longer stands here, because …")
    return Finding(Place("content/corrections.yaml"), message, ("put it back, or:", *remedy), named)


def _loc(record: Record, key: str) -> Loc:
    if isinstance(record, Claim) and key == "verdict":
        return ("assessments", len(record.assessments) - 1, "verdict")
    return (key,)


def _entry(content: Content, kind: str, id: str, about: tuple[str, ...], was: str, now: str) -> tuple[str, ...]:
    """The correction to paste."""
    today = content.site.as_of
    return (
        f"if that is right, say so in content/{collection('correction')}.yaml:",
        f"{kind}-{id}-{today.first.isoformat()}:",
        f"  on: {today}",
        *("  " + line for line in about),
        "  " + line_to_paste("was", f"{was}."),
        "  " + line_to_paste("now", now if now.endswith("…") else f"{now}."),
    )


def _sentence(content: Content, key: str, value: str) -> str:
    """What a record says under `key`, as the reader may be told."""
    label = content.site.verdicts[value].label if key == "verdict" and value in content.site.verdicts else value
    return f"{_word(key).capitalize()}: {(label or 'none').rstrip('.')}"


def _quoted(value: str) -> str:
    return f"“{value}”" if value else "nothing"


def _word(key: str) -> str:
    return key.replace("_", " ")
