"""Rules on the prose: what may be said to be missing, and what is told by the pages and not by the prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..places import Loc
from ..records import Account, Content, Record, texts
from .findings import Finding


def absence_has_a_search(content: Content) -> Iterator[Finding]:
    """What says that something is missing (site.yaml: `phrases.absence`) stands in a record that tells of a search."""
    for kind, record in _accounts(content):
        if not record.searched:
            for loc, phrase in _phrases(record, content.site.phrases.absence):
                message = f"“{phrase}” says that something is missing; only a search shows that"
                remedy = (
                    "say what the sources do say, or tell of the search: "
                    "searched: [{for: what was searched for, on: the day, where: in what}]",
                )
                yield Finding(record.written.at(*loc, needle=phrase), message, remedy, f"{kind}:{record.id}")


def prose_is_about_its_subject(content: Content) -> Iterator[Finding]:
    """No text talks of the editors' work (`phrases.process` of site.yaml): the pages tell it from the records."""
    for kind, record in _accounts(content):
        for loc, phrase in _phrases(record, content.site.phrases.process):
            message = f"“{phrase}” talks of the editors' work; each page says how its sources were checked"
            remedy = ("take it out: `checked` of the source says it",)
            yield Finding(record.written.at(*loc, needle=phrase), message, remedy, f"{kind}:{record.id}")


def _accounts(content: Content) -> Iterator[tuple[str, Account]]:
    for kind, record in content.everything():
        if isinstance(record, Account) and not (kind == "article" and record.id in content.full):
            yield kind, record


def _phrases(record: Record, phrases: tuple[str, ...]) -> Iterator[tuple[Loc, str]]:
    """The phrases that stand in the texts of `record`, each once a text, as they are written there."""
    if not phrases:
        return
    patterns = _patterns(phrases)
    for loc, text in texts(record):
        flat = " ".join(text.split())
        lowered = flat.lower()
        for phrase, pattern in patterns:
            if phrase in lowered and (written := pattern.search(flat)):
                yield loc, written[0]


@cache
def _patterns(phrases: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The phrases in small letters, which are quickly looked for, each with its pattern as a whole phrase."""
    return tuple(
        (phrase.lower(), re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)", re.IGNORECASE)) for phrase in phrases
    )
