"""Articles with their annotations: prose that cites, links and names, and notes bound to its exact words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from . import words
from .plan import NEWSPAPERS, PERSONS, Plan
from .yamltext import Fields

_PARAGRAPHS = ((5, 4), (5, 4, 5), (5, 4, 5), (6, 5, 5))
"sentences of each paragraph of each section; the first section has no heading"
_SENTENCES = sum(map(sum, _PARAGRAPHS))
_CITED, _LINKED, _NAMED, _EXPLAINED, _QUOTED = 5, 8, 4, 2, 3
"sentences that cite a source, link to a record, name an actor, use a term of the glossary, are quoted by a note"
_LINKS = ("article", "article", "article", "claim", "claim", "sanction", "event", "program")
_PASSAGE = (5, 9)
"words of a passage that a note quotes"
_RARELY = 12

Sentences = list[list[str]]


def article(plan: Plan, index: int) -> tuple[Fields, str, dict[str, Fields]]:
    """Return the head of an article, its text in Markdown and its annotations by id."""
    chance = plan.chance("article", index)
    place = plan.place("article", index)
    actors = [plan.actor(chance, place, PERSONS), *plan.near(chance, "actor", place, _NAMED - 1)]
    text, quotes = _text_with_quotes(plan, chance, index, actors)
    head = {
        "title": words.heading(chance) + " at " + plan.coined("article", index),
        "publisher": plan.id("actor", plan.actor(chance, place, NEWSPAPERS)),
        "author": plan.id("actor", plan.actor(chance, place, PERSONS)) if index % 3 == 0 else None,
        "published": plan.day(place),
        "url": f"https://press.example/{plan.id('article', index)}",
        "language": "en",
        "rights": "public-domain",
        "license": "the public domain",
        "source": plan.id("source", 2 * index),
        "summary": words.text([words.sentence(chance)]),
    }
    return head, text, _annotations(plan, chance, index, quotes, actors[0])


def _text_with_quotes(plan: Plan, chance: Random, index: int, actors: Sequence[int]) -> tuple[str, list[str]]:
    """Return the text and the passages to annotate, each of which stands in it once."""
    while True:
        sentences = [words.sentence(chance) for _ in range(_SENTENCES)]
        quotes = _fill(plan, chance, index, actors, sentences)
        plain = " ".join(word.strip("*") for sentence in sentences for word in sentence)
        if all(plain.count(quote) == 1 for quote in quotes):
            return _text(chance, sentences), quotes


def _fill(plan: Plan, chance: Random, index: int, actors: Sequence[int], sentences: Sentences) -> list[str]:
    """Put into the `sentences` all that an article holds, no two things into one; return the passages to annotate."""
    place = plan.place("article", index)
    chosen = iter(chance.sample(range(_SENTENCES), _CITED + _LINKED + _NAMED + _EXPLAINED + _QUOTED))
    for source in plan.near(chance, "source", place, _CITED):
        here = next(chosen)
        sentences[here] = words.cited(sentences[here], *_located(plan, chance, source))
    for kind in _LINKS:
        target = plan.near(chance, kind, place, but=[index] if kind == "article" else ())
        link = f"[{' '.join(words.words(chance, 3))}]({plan.ref(kind, target[0])})"
        _insert(chance, sentences[next(chosen)], link)
    for term in plan.near(chance, "term", place, _EXPLAINED):
        _insert(chance, sentences[next(chosen)], plan.label("term", term))
    quotes = [_name(plan, chance, sentences[next(chosen)], actor) for actor in actors]
    return [quotes[0], *(_passage(chance, sentences[next(chosen)], number == 0) for number in range(_QUOTED))]


def _located(plan: Plan, chance: Random, source: int) -> list[str]:
    locator = f", para. {chance.randint(1, 30)}" if chance.random() < 1 / 3 else ""
    return [plan.id("source", source) + locator]


def _insert(chance: Random, sentence: list[str], word: str) -> int:
    at = chance.randint(1, len(sentence))
    sentence.insert(at, word)
    return at


def _name(plan: Plan, chance: Random, sentence: list[str], actor: int) -> str:
    """Name an actor in a sentence; return the words around the name, and itself."""
    at = _insert(chance, sentence, plan.label("actor", actor))
    return " ".join(sentence[max(0, at - 2) : at + 3])


def _passage(chance: Random, sentence: list[str], emphasised: bool) -> str:
    """Return words of a sentence as they read; one of them may be emphasised there."""
    length = min(chance.randint(*_PASSAGE), len(sentence))
    start = chance.randint(0, len(sentence) - length)
    passage = " ".join(sentence[start : start + length]).rstrip(",")
    if emphasised:
        word = sentence[start + 2]
        sentence[start + 2] = f"*{word.rstrip(',')}*" + "," * word.endswith(",")
    return passage


def _text(chance: Random, sentences: Sentences) -> str:
    """Return sentences as sections of paragraphs."""
    left = iter(sentences)
    parts: list[str] = []
    for number, section in enumerate(_PARAGRAPHS):
        if number:
            parts.append("## " + words.heading(chance))
        parts += [words.text([next(left) for _ in range(length)]) for length in section]
    return "\n\n".join(parts) + "\n"


def _annotations(plan: Plan, chance: Random, index: int, quotes: list[str], person: int) -> dict[str, Fields]:
    """Return a note on who is named, one on each of two claims, and one on a thing of the law or the glossary."""
    place = plan.place("article", index)
    first, second = plan.near(chance, "claim", place, 2)
    kind = ("term", "program", "sanction", "event")[index % 4]
    thing = plan.ref(kind, plan.near(chance, kind, place)[0])
    denied = chance.random() < 1 / _RARELY
    notes: list[Fields] = [
        {"motivation": "identifying", "about": [plan.ref("actor", person)]},
        {"motivation": "assessing", "about": [plan.ref("claim", first)], "stance": "asserts", "key": True},
        {
            "motivation": "assessing",
            "about": [plan.ref("claim", second)],
            "stance": "denies" if denied else "asserts",
            "differs": ["quantity"] if chance.random() < 1 / _RARELY else None,
        },
        {"motivation": "describing", "about": [thing]},
    ]
    return {
        _id(quote, number): {"quote": quote, **note, "note": _note(plan, chance, place)}
        for number, (quote, note) in enumerate(zip(quotes, notes, strict=True), 1)
    }


def _id(quote: str, number: int) -> str:
    return "-".join([*re.findall("[a-z]+", quote.lower())[:3], str(number)])


def _note(plan: Plan, chance: Random, place: float) -> str:
    """Return a note of about 40 words, of which a fifth are names, terms and links; it cites one or two sources."""
    term = plan.label("term", plan.near(chance, "term", place)[0])
    actor = plan.near(chance, "actor", place)[0]
    claim = plan.ref("claim", plan.near(chance, "claim", place)[0])
    sources = plan.near(chance, "source", place, chance.randint(1, 2))
    last = [f"[{plan.label('actor', actor)}]({plan.ref('actor', actor)})"]
    if chance.random() < 1 / 4:
        last.append(f"[{' '.join(words.words(chance, 2))}]({claim})")
    return words.text(
        [
            words.cited(words.sentence(chance, [term]), *(plan.ids("source", sources))),
            words.sentence(chance, last),
            words.sentence(chance),
        ]
    )
