"""The pages that gather records: by year, by kind, and all that stands in lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bench.corpus import others
from bench.corpus.yamltext import Fields

from .facts import FOLDERS, Facts
from .sheet import Sheet
from .texts import Document, standing

_LINES = 100
"on one page"
_TITLES = {
    "articles": "Articles",
    "claims": "Claims",
    "actors": "Actors",
    "sanctions": "Sanctions",
    "programs": "Programmes",
    "sources": "Sources",
    "glossary": "Glossary",
    "timeline": "Timeline",
}


def gathering(facts: Facts) -> Iterator[tuple[str, str, Document]]:
    """Yield the file, the title and the document of every page that is not about one record."""
    claims = [*facts.records["claim"]]
    articles = [*facts.records["article"]]
    yield "_index.md", facts.site["title"], ({"standing": standing(facts, claims), "first": articles[0]}, "")
    for folder in FOLDERS.values():
        if folder != "sources":
            yield f"{folder}/_index.md", _TITLES[folder], ({}, "")
    yield from _sources_by_year(facts)
    yield from _timeline(facts)
    yield from _lines(facts)
    for name, (head, text) in {"explainer": others.explainer(facts.plan), "about": others.about(facts.plan)}.items():
        sheet = Sheet(facts)
        content = sheet.text(text)
        yield f"{name}.md", head["title"], ({"summary": head["summary"]} | sheet.gathered(), content)


def _by_year(items: list[tuple[str, Any]]) -> dict[str, list[Any]]:
    """Group items by the year of their day; each is a day and the item."""
    years: dict[str, list[Any]] = {}
    for day, item in sorted(items, key=lambda pair: pair[0]):
        years.setdefault(day[:4], []).append(item)
    return years


def _sources_by_year(facts: Facts) -> Iterator[tuple[str, str, Document]]:
    rows = [(str(record["published"]), id) for id, record in facts.records["source"].items()]
    years = _by_year(rows)
    counts = [{"year": year, "count": len(ids)} for year, ids in years.items()]
    yield "sources/_index.md", "Sources", ({"layout": "years", "years": counts, "base": "/sources/in/"}, "")
    for year, ids in years.items():
        kinds = [
            {"label": kind["label"], "meaning": kind["meaning"], "ids": of_kind}
            for name, kind in facts.site["source_kinds"].items()
            if (of_kind := [id for id in ids if facts.records["source"][id]["kind"] == name])
        ]
        params = {"layout": "sources-year", "kinds": kinds, "years": [*years], "year": year, "count": len(ids)}
        yield f"sources/in/{year}.md", f"Sources: {year}", (params, "")


def _timeline(facts: Facts) -> Iterator[tuple[str, str, Document]]:
    years = _by_year([*_happenings(facts)])
    counts = [{"year": year, "count": len(items)} for year, items in years.items()]
    yield "timeline/_index.md", "Timeline", ({"layout": "years", "years": counts, "base": "/timeline/"}, "")
    for year, items in years.items():
        sheet = Sheet(facts)
        shown = [{**item, "text": sheet.text(item["text"])} if "text" in item else item for item in items]
        params = {"layout": "timeline-year", "items": shown, "years": [*years], "year": year}
        yield f"timeline/{year}.md", f"Timeline: {year}", (params | sheet.gathered() | {"cards": []}, "")


def _happenings(facts: Facts) -> Iterator[tuple[str, Fields]]:
    """Yield everything dated with its day: events, listings, assessments and articles."""
    for id, event in facts.records["event"].items():
        about = [facts.link(*ref.split(":")) for ref in event["about"]]
        item = {"title": event["title"], "text": event["summary"], "strand": event["strand"], "about": about}
        yield str(event["date"]), {"id": f"event-{id}", "kind": "event", "on": str(event["date"]), **item}
    for id, listing in facts.records["sanction"].items():
        day = str(listing["listing_date"])
        item = {"by": facts.title("actor", listing["authority"]), "who": facts.title("actor", listing["target"])}
        program = facts.link("program", listing["program"])
        link = {"url": facts.url("sanction", id), "program": program, "strand": listing["strand"]}
        yield day, {"id": f"listed-{id}", "kind": "sanction", "on": day, **item, **link}
    for id, claim in facts.records["claim"].items():
        for turn in facts.turns(id):
            item = {"kind": "assessment", "strand": claim["strand"], **facts.link("claim", id), "verdict": turn["id"]}
            yield turn["on"], {"id": f"assessed-{turn['on']}-{id}", "on": turn["on"], **item}
    for id, article in facts.records["article"].items():
        day = str(article["published"])
        yield day, {"id": f"article-{id}", "kind": "article", "on": day, **facts.link("article", id)}


def _lines(facts: Facts) -> Iterator[tuple[str, str, Document]]:
    """Yield the pages on which each record has a line or two."""
    both: list[Fields] = [
        {"row": id}
        for id, claim in facts.records["claim"].items()
        if any(line["stance"] == "disputes" for line in claim["evidence"])
    ]
    yield from _pages(facts, "compare", "Compare", [*_compared(facts)])
    yield from _pages(facts, "corrections", "Corrections", [*_corrections(facts)])
    yield from _pages(facts, "open-questions", "Open questions", [*_questions(facts)])
    yield from _pages(facts, "figures", "Figures", [*_figures(facts)])
    yield from _pages(facts, "network", "Network", [*_ties(facts)])
    yield from _pages(facts, "disagreements", "Disagreements", both)


def _compared(facts: Facts) -> Iterator[Fields]:
    for id, link in facts.records["crosslink"].items():
        label = facts.site["relations"][link["relation"]]["label"]
        ends = {"first": facts.link("claim", link["from"]), "second": facts.link("claim", link["to"])}
        yield {"id": f"crosslink-{id}", "label": label, "text": link["reason"], **ends}


def _corrections(facts: Facts) -> Iterator[Fields]:
    for id, record in facts.records["correction"].items():
        about = facts.link(*record["about"][0].split(":"))
        words = {"label": record["was"], "text": record["now"]}
        yield {"id": f"correction-{id}", "on": str(record["on"]), "first": about, **words}


def _questions(facts: Facts) -> Iterator[Fields]:
    for id, claim in facts.records["claim"].items():
        if claim["open_question"]:
            yield {"first": facts.link("claim", id), "text": claim["open_question"]}


def _figures(facts: Facts) -> Iterator[Fields]:
    for id, claim in facts.records["claim"].items():
        if figure := claim["figure"]:
            yield {"first": facts.link("claim", id), "label": f"{figure['low']} to {figure['high']} {figure['unit']}"}


def _ties(facts: Facts) -> Iterator[Fields]:
    for id, actor in facts.records["actor"].items():
        for tie in actor["relations"]:
            ends = {"first": facts.link("actor", id), "second": facts.link("actor", tie["with"])}
            yield {"label": facts.site["ties"][tie["type"]]["label"], **ends}


def _pages(facts: Facts, folder: str, title: str, lines: list[Fields]) -> Iterator[tuple[str, str, Document]]:
    """Yield a page for each hundred lines, the first of them at the folder itself."""
    for first in range(0, max(1, len(lines)), _LINES):
        sheet = Sheet(facts)
        here = lines[first : first + _LINES]
        texts = [{**line, "text": sheet.text(line["text"])} if "text" in line else line for line in here]
        number = first // _LINES + 1
        following = f"/{folder}/page-{number + 1}/" if first + _LINES < len(lines) else ""
        params = {"layout": "lines", "lines": texts, "total": len(lines), "following": following}
        file = f"{folder}/page-{number}.md" if first else f"{folder}/_index.md"
        yield file, title, (params | sheet.gathered() | {"cards": []}, "")
