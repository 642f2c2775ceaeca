"""A small site with many records of every kind, for tests of what happens when a site grows."""

from __future__ import annotations

import json
from pathlib import Path

from sites import MINIMAL_SITE_YAML, make_sound_site

SITE = MINIMAL_SITE_YAML.replace(
    "verdicts:\n", "phases:\n  said: {label: Said, lead: true}\n  weighed: {label: Weighed}\nverdicts:\n", 1
)
CHECKED = "2026-06-01"
STRANDS = ("green", "black")


def letter(number: int) -> str:
    return "abcdefgh"[number % 8]


def day(number: int) -> str:
    """Return a day of one of four years, of all its months."""
    return f"190{2 + number % 4}-{1 + number // 4 % 12:02}-{1 + number // 48 % 28:02}"


def record(kind: str, number: int) -> dict[str, object]:  # noqa: PLR0911, one for each kind
    """Return the record `number` of a kind, which names the tea board, and others beside it."""
    sign, ledger, strand = f"{letter(number)}{number}", "ledger-1901", STRANDS[number % 2]
    before = max(0, number - 1)
    match kind:
        case "sources":
            return {
                "title": f"{sign} gazette",
                "publisher": "Post",
                "issuer": "tea-board",
                "kind": "gazette",
                "published": day(number),
                "language": "en",
                "summary": "So.",
                "derived_from": [ledger],
                "checked": {"on": CHECKED, "how": "read"},
            }
        case "actors":
            return {
                "name": f"{sign} House",
                "type": "company",
                "part_of": "tea-board",
                "summary": "It pours for the [board](actor:tea-board).",
                "relations": [{"with": "tea-board", "type": "owns"}]
                + [{"with": f"actors-{before}", "type": "owns"}] * (number > 0),
                "checked": CHECKED,
            }
        case "claims":
            return {
                "title": f"{sign} chests",
                "statement": f"So many chests came in, says {sign}.",
                "strand": strand,
                "phase": ("said", "weighed")[number % 4 // 2],
                "stated": [
                    {"by": by, "on": day(number), "verb": "said", "source": ledger}
                    for by in ("tea-board", f"actors-{number}")
                ],
                "evidence": [
                    {"source": ledger, "stance": "supports"},
                    {"source": f"sources-{number}", "stance": "disputes"},
                ],
                "assessments": [
                    {"on": day(number), "verdict": "reported", "reason": "It has them."},
                    {"on": f"1910-01-{1 + number % 28:02}", "verdict": "inaccurate", "reason": "It has not."},
                ],
                "figure": {"low": number, "high": number + 9, "unit": ("chests", f"{letter(number)} pots")[number % 2]}
                | {"as_of": day(number)},
                "open_question": f"Who counted {sign}?",
                "checked": CHECKED,
            }
        case "crosslinks":
            return {
                "from": f"claims-{number}",
                "to": f"claims-{number + 1 + number % 3 // 2}",
                "relation": ("same-pot", "precedes")[number % 2],
                "reason": "Both are alike.",
                "sources": [ledger],
                "checked": CHECKED,
            }
        case "sanctions":
            return {
                "target": f"actors-{number}",
                "authority": "tea-board",
                "program": "programs-0",
                "listing_date": day(number) if number % 2 else "1903-05-05",
                "measures": ["kettle-ban"],
                "strand": strand,
                "reason": f"Listed with the [board](actor:tea-board) as {sign}.",
                "sources": [ledger],
                "checked": CHECKED,
            }
        case "programs":
            return {
                "title": f"{sign} act",
                "authority": "tea-board",
                "date": day(number),
                "summary": "It bans.",
                "sources": [ledger],
                "checked": CHECKED,
            }
        case "events":
            return {
                "date": ("1901/1905", "1903", "1903-05")[number % 5] if number % 5 < 3 else day(number),
                "title": f"{sign} chests are landed",
                "strand": strand,
                "summary": "The ship came in.",
                "about": ["actor:tea-board", "claim:claims-0", f"actor:actors-{number}"],
                "sources": [ledger],
                "checked": CHECKED,
            }
        case "terms":
            return {
                "name": f"{sign} pound",
                "definition": "A pound of the [board](actor:tea-board).",
                "sources": [ledger],
                "checked": CHECKED,
            }
        case _:
            return {
                "on": f"200{number % 4}-{1 + number // 4 % 12:02}-{1 + number // 48 % 28:02}",
                "about": [f"claim:claims-{number}", "term:terms-0"],
                "was": f"{sign} was said.",
                "now": "It is not said.",
                "sources": [ledger],
            }


KINDS = ("sources", "actors", "claims", "crosslinks", "sanctions", "programs", "events", "terms", "corrections")


def article(number: int) -> dict[str, str]:
    """Return the files of an article whose one passage is about the first claim."""
    head = f"""\
title: {letter(number)}{number} chests of tea
publisher: tea-board
published: {day(number)}
language: en
original: kettle.txt
word_count: 100
rights: quoted
source: ledger-1901
"""
    note = {
        "quote": "ten chests",
        "motivation": "assessing",
        "about": ["claim:claims-0"],
        "stance": "asserts",
        "note": "So said the [board](actor:tea-board) [@ledger-1901].",
    }
    folder = f"content/articles/articles-{number}"
    return {
        f"{folder}/article.md": f"---\n{head}---\nThe board counted “ten chests of green tea” at the quay.\n",
        f"{folder}/annotations.yaml": json.dumps({"ten": note}),
    }


def site_of_many(folder: Path, number: int, **more: dict[str, object]) -> Path:
    """Write a site with `number` records of every kind into `folder`, and `more` of some kinds by id; return it."""
    files: dict[str, str] = {"site.yaml": SITE}
    for kind in KINDS:
        # A claim more, for the last cross-link to lead to, with all that it names.
        count = number + 3 if kind in ("claims", "actors", "sources") else number
        records = {f"{kind}-{place}": record(kind, place) for place in range(count)}
        files[f"content/{kind}/many.yaml"] = json.dumps({**records, **more.get(kind, {})})
    for place in range(number):
        files |= article(place)
    return make_sound_site(folder, **files)
