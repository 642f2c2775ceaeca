"""Made-up words: names that are coined once each, and a vocabulary from which prose is drawn."""

from __future__ import annotations

from itertools import product
from random import Random

_SYLLABLES = [consonant + vowel for consonant, vowel in product("bdfghklmnprstvw", "aeiou")]
_CODAS = "nrlsm"
_STEP = 154_321
"it has no divisor in common with the number of syllables, so that steps of it meet every triple of them once"

_COMMON = """
the of and a in to that it was is for on with as by at from had were this which be or an been their they but when
after before under between who more than into its could would
"""
_TOPIC = """
tea chest chests leaf leaves quay ship ships weight weights scales notice ledger tide harbour cargo cask casks seal
seals stamp clerk merchant merchants captain voyage market price prices pound pounds ounce duty warehouse lock rope
sack sacks barge river road bridge toll auction lot lots broker sample samples cup cups kettle copper tin lead paper
crate crates label spring autumn winter morning evening week month year count counted weighed sold bought landed
carried opened closed sealed stored tasted signed written told shown
"""
_ONSETS = "bl br cl cr dr fl gl gr pl pr sl sn sp st str sw tr thr"
_MIDDLES = "nd rt lm st pp ck mb ng"
_ENDS = "ed ing er en y"
_MADE_UP = map("".join, product(_ONSETS.split(), "aeiou", _MIDDLES.split(), _ENDS.split()))

POOL = [*_COMMON.split() * 80, *_TOPIC.split() * 8, *_MADE_UP]
"what prose is drawn from: some forty words make up four in ten, as in any language"
_LENGTHS = (5, 7, 8, 9, 10, 11, 12, 12, 13, 14, 15, 16, 17, 18, 20, 22, 26)
"of sentences, in words"
_COMMA_AT, _LONG = 6, 13


def coined(number: int) -> str:
    """Return a name, as `Velomar`: another one for each number below 421,875."""
    scrambled = number * _STEP % len(_SYLLABLES) ** 3
    first, rest = divmod(scrambled, len(_SYLLABLES) ** 2)
    second, third = divmod(rest, len(_SYLLABLES))
    name = _SYLLABLES[first] + _SYLLABLES[second] + _SYLLABLES[third] + _CODAS[number % len(_CODAS)]
    return name.capitalize()


def words(chance: Random, number: int) -> list[str]:
    """Return so many words of the vocabulary."""
    return chance.choices(POOL, k=number)


def sentence(chance: Random, inserts: list[str] | None = None) -> list[str]:
    """Return a sentence as words, without its full stop; `inserts` stand somewhere in it, never at its beginning."""
    drawn = words(chance, chance.choice(_LENGTHS))
    drawn[0] = drawn[0].capitalize()
    if len(drawn) > _LONG:
        drawn[_COMMA_AT] += ","
    for insert in inserts or ():
        drawn.insert(chance.randint(1, len(drawn)), insert)
    return drawn


def text(sentences: list[list[str]]) -> str:
    """Return sentences as a text: each begins a line, and a long one has a second."""
    return "\n".join(_lines(parts) for parts in sentences)


def _lines(parts: list[str]) -> str:
    return " ".join(parts) + "." if len(parts) <= _LONG else f"{' '.join(parts[:_LONG])}\n{' '.join(parts[_LONG:])}."


def cited(parts: list[str], *citations: str) -> list[str]:
    """Return a sentence that ends in a citation of sources, each an id with or without a locator."""
    return [*parts, f"[{'; '.join('@' + citation for citation in citations)}]"]


def heading(chance: Random) -> str:
    """Return two to five words with a capital at their beginning."""
    return " ".join(words(chance, chance.randint(2, 5))).capitalize()
