"""Sources, actors and claims: who says what, and what stands behind it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from random import Random

from . import words
from .plan import CLUSTER, COMPANIES, NEWSPAPERS, PERSONS, Plan, is_of_article, voice
from .yamltext import Fields

STRANDS = ("dyed-leaf", "short-weight", "lost-cargo", "around-the-quay")
_KINDS = ("notice", "ledger-page", "weighing", "letter", "statute")
_SEEN = ("read", "partly", "read", "quoted", "read", "catalogued", "recalled")
_COUNTRIES = ("AQ", "BV", "GS", "HM", "TF")
"where nobody lives"
_TIES = ("buys-from", "keeps-books-for", "carries-for", "watches")
_PHASES = ("rumour", "opening", "denial", "outcome")


def checked(plan: Plan, chance: Random) -> str:
    """Return the day on which a record was checked, within the last hundred."""
    return (plan.today - timedelta(days=chance.randint(1, 100))).isoformat()


def told(plan: Plan, chance: Random, place: float, number: int = 2, kind: str = "") -> str:
    """Return so many sentences of Markdown: the first cites a source, the second links to a record of a `kind`."""
    sources = plan.ids("source", plan.near(chance, "source", place, chance.randint(1, 2)))
    sentences = [words.sentence(chance) for _ in range(number)]
    if kind:
        link = f"[{' '.join(words.words(chance, 2))}]({plan.ref(kind, plan.near(chance, kind, place)[0])})"
        sentences[-1].insert(1, link)
    return words.text([words.cited(sentences[0], *sources), *sentences[1:]])


def _kind(source: int) -> str:
    return "gazette" if is_of_article(source) else _KINDS[source // 2 % len(_KINDS)]


def _how(source: int) -> str:
    return _SEEN[source * 3 % len(_SEEN)]


def source(plan: Plan, index: int) -> Fields:
    """Return a source: the bibliographic record of an article, or the word of an actor near to it."""
    chance, place = plan.chance("source", index), plan.place("source", index)
    press = is_of_article(index)
    issuer = plan.actor(chance, place, NEWSPAPERS) if press else plan.issuer(index)
    older = [near for near in plan.near(chance, "source", place, 6) if not is_of_article(near)]
    url = f"https://{'press' if press else 'papers'}.example/{plan.id('source', index)}"
    return {
        "title": words.heading(chance) + f" ({plan.label('source', index)})",
        "publisher": plan.label("actor", issuer),
        "issuer": None if press else plan.id("actor", issuer),
        "authors": [plan.label("actor", plan.actor(chance, place, PERSONS))] if index % 3 == 0 else None,
        "kind": _kind(index),
        "number": f"No. {index % 997}" if index % 4 == 1 else None,
        "published": plan.source_day(index),
        "url": url if index % 5 else None,
        "archive": url.replace("https://", "https://archive.example/") if index % 10 > 5 else None,
        "language": "en",
        "derived_from": plan.ids("source", older[:1]) if press and index % 4 == 0 else None,
        "excerpt": " ".join(words.words(chance, chance.randint(6, 20))) if index % 2 else None,
        "summary": words.text([words.sentence(chance)]),
        "checked": {"on": checked(plan, chance), "how": _how(index)},
    }


def actor(plan: Plan, index: int) -> Fields:
    """Return an actor; whoever may be accused has a reply, or a search for one."""
    chance, place = plan.chance("actor", index), plan.place("actor", index)
    person = plan.actor_type(index) == "person"
    other = f"{plan.coined('actor', index)} of the {' '.join(words.words(chance, 1))}"
    return {
        "name": plan.label("actor", index),
        "type": plan.actor_type(index),
        "aliases": [{"name": other, "note": "in older papers"}] if index % 3 == 0 else None,
        "country": _COUNTRIES[index // CLUSTER % len(_COUNTRIES)],
        "part_of": plan.id("actor", index - 1) if voice(index) != index else None,
        "died": plan.day(place, 400) if index % (4 * CLUSTER) == PERSONS[-1] else None,
        "roles": [_role(plan, chance, index, place)] if person else None,
        "relations": [*_relations(plan, chance, index)],
        "summary": told(plan, chance, place, 3, "program"),
        "reply": [told(plan, chance, place)] if person and index % 2 else None,
        "searched": [_search(plan, chance, index)] if person and not index % 2 else None,
        "identifiers": {"roll": str(1000 + index)} if index % 5 == 0 else None,
        "sources": plan.ids("source", plan.near(chance, "source", place, 1)),
        "checked": checked(plan, chance),
    }


def _role(plan: Plan, chance: Random, index: int, place: float) -> Fields:
    return {
        "title": " ".join(words.words(chance, 2)),
        "of": plan.id("actor", index - index % CLUSTER + chance.choice(COMPANIES)),
        "from": plan.day(place, -2000),
        "to": plan.day(place, 300) if index % 2 else None,
        "sources": plan.ids("source", plan.near(chance, "source", place, 1)),
    }


def _relations(plan: Plan, chance: Random, index: int) -> Iterable[Fields]:
    """Yield how an actor stands to another of its cluster."""
    first = index - index % CLUSTER
    others = [other for other in range(first, min(first + CLUSTER, plan.counts["actor"])) if other != index]
    if others:
        place = plan.place("actor", index)
        yield {
            "with": plan.id("actor", chance.choice(others)),
            "type": _TIES[index % len(_TIES)],
            "from": plan.day(place, -1000),
            "sources": plan.ids("source", plan.near(chance, "source", place)),
        }


def _search(plan: Plan, chance: Random, index: int) -> Fields:
    return {
        "for": f"a reply by {plan.label('actor', index)}",
        "on": checked(plan, chance),
        "where": "the papers of the quay",
    }


def claim(plan: Plan, index: int) -> Fields:
    """Return a claim: on two independent voices, every third against the word of another, with its verdicts."""
    chance, place = plan.chance("claim", index), plan.place("claim", index)
    firsts, against, press = _sources(plan, chance, index, place)
    known = max(plan.source_day(source) for source in (*firsts, *against, press))
    accused = [] if against or index % 8 != 1 else [plan.actor(chance, place, PERSONS[:-1])]
    unit = f"chests at {plan.coined('claim', index - index % 24)}"
    low = chance.randint(10, 90)
    return {
        "title": f"{plan.label('claim', index)} {' '.join(words.words(chance, 2))}",
        "statement": words.text([words.sentence(chance)]),
        "strand": STRANDS[index % len(STRANDS)],
        "phase": _PHASES[index // 4 % len(_PHASES)] if index % len(STRANDS) < 2 else None,
        "stated": _stated(plan, chance, firsts[0], against, press),
        "evidence": _evidence(plan, chance, firsts, against, press),
        "assessments": _assessments(plan, chance, index, known, firsts, against),
        "figure": {"low": low, "high": low + chance.randint(0, 9), "unit": unit, "as_of": known.isoformat()[:7]}
        if index % 6 == 0
        else None,
        "lowered": {"rung": "hearsay", "reason": "The clerk was not there."} if against and index % 5 == 0 else None,
        "open_question": words.text([words.sentence(chance)]) if index % 4 == 0 else None,
        "accuses": plan.ids("actor", accused),
        "reviewer": "The Reading Room" if accused else None,
        "sequel": told(plan, chance, place, 2, "event") if index % 5 == 0 else None,
        "checked": checked(plan, chance),
    }


def _sources(plan: Plan, chance: Random, index: int, place: float) -> tuple[list[int], list[int], int]:
    """Return two sources in different voices, perhaps one against them in a third, and one of the press."""
    by_voice: dict[int, int] = {}
    press = []
    for near in plan.near(chance, "source", place, 24):
        if is_of_article(near):
            press.append(near)
        else:
            by_voice.setdefault(voice(plan.issuer(near)), near)
    firsts = list(by_voice.values())
    return firsts[:2], firsts[2:3] if index % 3 == 0 else [], press[0]


def _stated(plan: Plan, chance: Random, first: int, against: list[int], press: int) -> list[Fields]:
    """Return who said it: a newspaper, before it the actor whose word a source is, and who denied it after both."""
    paper = plan.actor(chance, plan.place("source", press), NEWSPAPERS)
    since = max(plan.source_day(press), plan.source_day(first))
    return [
        _statement(plan, paper, plan.source_day(press), "printed", press),
        _statement(plan, plan.issuer(first), plan.source_day(first), "posted", first),
        *(_statement(plan, plan.issuer(no), max(since, plan.source_day(no)), "denied", no) for no in against),
    ]


def _statement(plan: Plan, actor: int, on: date, verb: str, source: int) -> Fields:
    return {"by": plan.id("actor", actor), "on": on, "verb": verb, "source": plan.id("source", source)}


def _evidence(plan: Plan, chance: Random, firsts: list[int], against: list[int], press: int) -> list[Fields]:
    lines = [(source, "supports") for source in firsts]
    lines += [(source, "disputes") for source in against]
    lines.append((press, "supports"))
    return [
        {
            "source": plan.id("source", source),
            "stance": stance,
            "locator": f"p. {chance.randint(1, 40)}" if source % 4 == 1 else None,
            "note": " ".join(words.words(chance, chance.randint(4, 10))).capitalize() + ".",
        }
        for source, stance in lines
    ]


def _assessments(
    plan: Plan, chance: Random, index: int, known: date, firsts: list[int], against: list[int]
) -> list[Fields]:
    """Return one or two assessments, after all that is `known` was, with a verdict that the evidence carries."""
    weighed = any(_kind(source) == "weighing" and _how(source) in ("read", "partly") for source in firsts)
    last = "doubtful" if against else "weighed" if weighed else "echoed" if index % 7 else "overstated"
    verdicts = [last] if index % 4 == 0 else ["told", last]
    place = plan.place("claim", index)
    return [
        {
            "on": known + timedelta(days=10 + 300 * number + chance.randint(0, 99)),
            "verdict": verdict,
            "reason": told(plan, chance, place),
        }
        for number, verdict in enumerate(verdicts)
    ]
