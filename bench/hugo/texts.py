"""The pages of articles and claims: their heads, and their texts in Markdown."""

from __future__ import annotations

from html import escape
from typing import Any

from bench.corpus.yamltext import Fields

from .ends import Ends, kinds
from .facts import Facts, plain
from .sheet import Sheet

Document = tuple[dict[str, Any], str]
"the head of a page, and its text in Markdown"


def article(facts: Facts, ends: Ends, id: str) -> Document:
    """Return the page of an article: its text with marks, and below it the notes, in one text."""
    sheet, head = Sheet(facts, "article", id), facts.records["article"][id]
    marked, order = ends.marked[id]
    notes = facts.notes[id]
    made = [notes[name]["about"][0].partition(":")[2] for name in order if notes[name].get("stance")]
    params = {
        "summary": plain(head["summary"]),
        "publisher": sheet.name("actor", head["publisher"]),
        "author": sheet.name("actor", head["author"]) if head["author"] else None,
        "on": str(head["published"]),
        "address": head["url"],
        "license": head["license"],
        "source": facts.url("source", head["source"]),
        "notes": len(notes),
        "claims": [*dict.fromkeys(made)],
        "standing": standing(facts, made),
    }
    kind_of = {name: kind for name, kind, _ in kinds(notes)}
    text = sheet.text(marked)
    parts = [_note(facts, sheet, number, name, kind_of[name], notes[name]) for number, name in enumerate(order, 1)]
    opened = '<section class="notes" aria-labelledby="notes">\n<h2 id="notes">Notes</h2>\n<ol class="note-list">\n'
    content = f"{text}\n{opened}{''.join(parts)}</ol>\n</section>\n"
    return params | sheet.gathered(but=tuple(f"claim:{claim}" for claim in made)), content


def _note(facts: Facts, sheet: Sheet, number: int, id: str, kind: str, note: Fields) -> str:
    about_kind, _, about = note["about"][0].partition(":")
    link = sheet.name(about_kind, about)
    anchor = f'<a href="{link["url"]}" class="to-{about_kind}" data-preview="{link["card"]}">{link["title"]}</a>'
    leads = f"The passage {note['stance']}: {anchor}" if note.get("stance") else f"On {anchor}"
    verdict = _verdict_of(facts, about) if about_kind == "claim" else ""
    key = " note-key" if note.get("key") else ""
    return (
        f'<li class="note note-{kind}{key}" id="note-{id}">\n'
        f'<p class="note-head"><a class="note-number" href="#ref-{id}" aria-label="Back to passage {number}">{number}'
        f'</a> {verdict}<span class="note-quote">“{escape(note["quote"])}”</span></p>\n<div class="note-text">\n\n'
        f'{sheet.text(note["note"])}\n\n</div>\n<p class="note-about">{leads}</p>\n</li>\n'
    )


def _verdict_of(facts: Facts, claim: str) -> str:
    parts = [
        f'<span class="verdict verdict-{turn["standing"]}" data-day="{turn["on"]}"'
        + (f' data-until="{turn["until"]}" hidden' if turn["until"] else "")
        + f'><span class="sign" aria-hidden="true">{turn["sign"]}</span> {turn["label"]}</span>'
        for turn in facts.turns(claim)
    ]
    return f'<span class="verdict-of">{"".join(parts)}</span> '


def standing(facts: Facts, claims: list[str]) -> list[Fields]:
    """Return how many of the claims have each verdict today."""
    current = [facts.turns(claim)[-1]["id"] for claim in claims]
    return [{"id": id, "count": current.count(id)} for id in facts.site["verdicts"]]


def claim(facts: Facts, ends: Ends, id: str) -> Document:
    """Return the page of a claim; its text is the reason of its last assessment."""
    sheet, record = Sheet(facts, "claim", id), facts.records["claim"][id]
    content = sheet.text(record["assessments"][-1]["reason"])
    turns = facts.turns(id)
    params = {
        "statement": record["statement"],
        "strand": record["strand"],
        "on": facts.since("claim", id),
        "turns": turns,
        "supports": facts.tally(id, "supports"),
        "disputes": facts.tally(id, "disputes"),
        "figure": record["figure"],
        "stated": [_statement(facts, sheet, statement) for statement in record["stated"]],
        "passages": ends.passages.get(id, []),
        "rungs": _rungs(facts, id, turns),
        "evidence": [_line(facts, sheet, line) for line in record["evidence"]],
        "history": [
            {**turn, "reason": sheet.text(assessed["reason"])}
            for turn, assessed in zip(turns, record["assessments"], strict=True)
        ],
        "accused": [sheet.reply(actor) for actor in record["accuses"]],
        "reviewer": record["reviewer"],
        "sequel": sheet.text(record["sequel"]) if record["sequel"] else None,
        "open_question": record["open_question"],
        "ties": [_tie(facts, sheet, *tie) for tie in ends.ties.get(id, [])],
        "events": ends.events.get(f"claim:{id}", []),
        "checked": record["checked"],
    }
    return params | sheet.gathered(), content


def _statement(facts: Facts, sheet: Sheet, statement: Fields) -> Fields:
    verb = facts.site["verbs"][statement["verb"]]["label"]
    by = sheet.name("actor", statement["by"])
    return {"by": by, "verb": verb, "on": str(statement["on"]), "cite": sheet.cite(statement["source"])}


def _line(facts: Facts, sheet: Sheet, line: Fields) -> Fields:
    source = facts.records["source"][line["source"]]
    rungs = {rung["id"]: rung["label"] for rung in facts.site["ladder"]}
    kind = facts.site["source_kinds"][source["kind"]]
    return {
        **facts.link("source", line["source"]),
        "stance": line["stance"],
        "on": str(source["published"]),
        "kind": kind["label"],
        "shows": rungs[kind["rung"]],
        "note": line["note"],
        "cite": sheet.cite(line["source"], line["locator"] or ""),
    }


def _rungs(facts: Facts, claim: str, turns: list[Fields]) -> list[Fields]:
    """Return the step of the ladder that the evidence reaches, and one below it."""
    reached = "scales" if turns[-1]["id"] == "weighed" else "several-voices"
    rungs = {rung["id"]: rung for rung in facts.site["ladder"]}
    return [
        {"on": on, "label": rungs[id]["label"], "meaning": rungs[id]["meaning"]}
        for id, on in (("one-voice", facts.since("claim", claim)), (reached, turns[0]["on"]))
    ]


def _tie(facts: Facts, sheet: Sheet, crosslink: str, other: str, label: str) -> Fields:
    link = facts.records["crosslink"][crosslink]
    return {
        "label": facts.site["relations"][link["relation"]][label],
        "other": sheet.name("claim", other),
        "strand": facts.records["claim"][other]["strand"],
        "reason": sheet.text(link["reason"]),
    }
