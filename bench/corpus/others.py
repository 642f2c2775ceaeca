"""The law, what happened, the words to explain, what joins claims, what was wrong, and the site's own pages."""

from __future__ import annotations

from datetime import timedelta

from . import words
from .plan import AUTHORITIES, COMPANIES, PERSONS, Plan
from .records import STRANDS, checked, told
from .yamltext import Fields

_MEASURES = ("seizure", "quay-ban", "toll")
_RELATIONS = ("same-chests", "same-voice", "comes-before", "clashes")


def sanction(plan: Plan, index: int) -> Fields:
    """Return a listing of a person or a company; every fourth has ended."""
    chance, place = plan.chance("sanction", index), plan.place("sanction", index)
    ended = index % 4 == 0
    return {
        "target": plan.id("actor", plan.actor(chance, place, (*COMPANIES, *PERSONS))),
        "authority": plan.id("actor", plan.actor(chance, place, AUTHORITIES)),
        "program": plan.id("program", plan.near(chance, "program", place)[0]),
        "listing_date": plan.day(place, chance.randint(0, 40)),
        "end_date": plan.day(place, chance.randint(200, 900)) if ended else None,
        "status": "lifted" if ended else "standing",
        "measures": [_MEASURES[index % len(_MEASURES)]],
        "strand": STRANDS[index % len(STRANDS)],
        "reason": told(plan, chance, place, 2, "claim"),
        "list_entry": plan.coined("sanction", index).upper(),
        "sources": plan.ids("source", plan.near(chance, "source", place, 2)),
        "checked": checked(plan, chance),
    }


def event(plan: Plan, index: int) -> Fields:
    """Return an event with those who had a part in it."""
    chance, place = plan.chance("event", index), plan.place("event", index)
    actors = plan.near(chance, "actor", place, 2)
    claims = plan.near(chance, "claim", place, 1)
    return {
        "date": plan.day(place, chance.randint(0, 40)),
        "title": f"{plan.label('event', index)} {' '.join(words.words(chance, 2))}",
        "strand": STRANDS[index % len(STRANDS)],
        "summary": told(plan, chance, place, 2, "actor"),
        "about": [*(plan.ref("actor", near) for near in actors), *(plan.ref("claim", near) for near in claims)],
        "sources": plan.ids("source", plan.near(chance, "source", place, 1)),
        "checked": checked(plan, chance),
    }


def term(plan: Plan, index: int) -> Fields:
    """Return a term of the glossary."""
    chance, place = plan.chance("term", index), plan.place("term", index)
    return {
        "name": plan.label("term", index),
        "aliases": [f"{plan.coined('term', index).lower()} scale"],
        "definition": told(plan, chance, place, 2, "program"),
        "sources": plan.ids("source", plan.near(chance, "source", place, 1)),
        "checked": checked(plan, chance),
    }


def program(plan: Plan, index: int) -> Fields:
    """Return a programme: the law behind listings."""
    chance, place = plan.chance("program", index), plan.place("program", index)
    return {
        "title": plan.label("program", index),
        "subject": words.heading(chance),
        "authority": plan.id("actor", plan.actor(chance, place, AUTHORITIES)),
        "date": plan.day(place, -chance.randint(0, 900)),
        "url": f"https://law.example/{plan.id('program', index)}",
        "summary": told(plan, chance, place, 2, "actor"),
        "measures": [_MEASURES[index % len(_MEASURES)]],
        "strand": STRANDS[index % len(STRANDS)],
        "sources": plan.ids("source", plan.near(chance, "source", place, 1)),
        "checked": checked(plan, chance),
    }


def crosslink(plan: Plan, index: int) -> Fields:
    """Return a link between two claims near to each other; no two begin from the same claim."""
    chance = plan.chance("crosslink", index)
    start = index * (plan.counts["claim"] // plan.counts["crosslink"])
    place = plan.place("claim", start)
    (end,) = plan.near(chance, "claim", place, 1, but=[start])
    return {
        "from": plan.id("claim", start),
        "to": plan.id("claim", end),
        "relation": _RELATIONS[index % len(_RELATIONS)],
        "reason": told(plan, chance, place, 2),
        "sources": plan.ids("source", plan.near(chance, "source", place, 2)),
        "checked": checked(plan, chance),
    }


def correction(plan: Plan, index: int) -> Fields:
    """Return a correction of a claim, of the last year."""
    chance, place = plan.chance("correction", index), plan.place("correction", index)
    return {
        "on": plan.today - timedelta(days=chance.randint(0, 365)),
        "about": [plan.ref("claim", plan.near(chance, "claim", place)[0])],
        "was": words.text([words.sentence(chance)]),
        "now": told(plan, chance, place, 1),
        "sources": plan.ids("source", plan.near(chance, "source", place, 1)),
    }


def explainer(plan: Plan) -> tuple[Fields, str]:
    """Return the head and the text of the whole story: as long for any corpus, every sentence cited."""
    chance = plan.chance("page", 0)
    parts: list[str] = []
    for paragraph in range(18):
        if paragraph % 3 == 0:
            parts.append("## " + words.heading(chance))
        place = paragraph / 18
        claims = plan.near(chance, "claim", place, 4)
        links = [f"[{' '.join(words.words(chance, 3))}]({plan.ref('claim', claim)})" for claim in claims]
        sources = plan.ids("source", plan.near(chance, "source", place, 4))
        sentences = [
            words.cited(words.sentence(chance, [link]), cited) for link, cited in zip(links, sources, strict=True)
        ]
        parts.append(words.text(sentences))
    head: Fields = {"title": "The whole story", "summary": words.text([words.sentence(chance)]), "cited": True}
    return head, "\n\n".join(parts) + "\n"


def about(plan: Plan) -> tuple[Fields, str]:
    """Return the head and the text of the page that says how the site was made."""
    chance = plan.chance("page", 1)
    text = words.text([words.sentence(chance) for _ in range(8)])
    return {"title": "How this was made", "summary": "By a machine."}, f"{text}\n\n## Words\n\n{text}\n"
