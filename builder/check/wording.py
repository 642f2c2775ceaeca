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
    *each, any_of_them = _patterns(phrases)
    for loc, text in texts(record):
        flat = " ".join(text.split())
        if any_of_them.search(flat):
            yield from ((loc, written[0]) for phrase in each if (written := phrase.search(flat)))


@cache
def _patterns(phrases: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """A pattern for each phrase, and one for all of them."""
    alternatives = [*map(re.escape, phrases), "|".join(map(re.escape, phrases))]
    return tuple(re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for words in alternatives)
