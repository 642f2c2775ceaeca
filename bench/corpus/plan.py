"""The plan of a corpus: how many records of each kind, what each is called, when it is, and which are near to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from random import Random

from .words import coined

_START = date(1801, 3, 1)
_STEP = 3
"days from one article to the next, on average"
_AFTERWARDS = 4 * 365
"days from the last article to what the site calls today"
_KINDS = ("article", "actor", "claim", "source", "sanction", "event", "term", "program", "crosslink", "correction")
_NEAR: Mapping[str, int] = {"article": 16, "claim": 10, "source": 24}
"how many records are near to a place, of the kinds of which there are many; of any other four"
_NOUNS: Mapping[str, str] = {
    "article": "report",
    "claim": "shortfall",
    "source": "paper",
    "sanction": "listing",
    "event": "landing",
    "term": "measure",
    "program": "order",
    "crosslink": "parallel",
    "correction": "correction",
}
CLUSTER = 10
"actors that stand together: no relation leads out of a cluster"
_ACTORS = (
    ("government", "Council of {}"),
    ("body", "{} Tea Board"),
    ("organization", "{} Courier"),
    ("company", "{} Company"),
    ("company", "{} Carriers"),
    ("person", "Anno {}"),
    ("person", "Berit {}"),
    ("person", "Corin {}"),
    ("person", "Dagna {}"),
    ("organization", "{} Gazette"),
)
"type and name of the actors of a cluster"
AUTHORITIES, NEWSPAPERS, COMPANIES, PERSONS = (0, 1), (2, 9), (3, 4), (5, 6, 7, 8)
_VOICES = (0, 3, 4, 5, 6, 7, 8, 1)


@dataclass(frozen=True)
class Plan:
    """A corpus of so many articles, drawn with a seed."""

    articles: int
    seed: int

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many records of each kind."""
        share = {kind: max(1, self.articles // 10) for kind in _KINDS}
        return share | {
            "article": self.articles,
            "actor": self.articles // 5 + 30,
            "claim": max(4, self.articles // 2),
            "source": 2 * self.articles,
            "crosslink": max(1, self.articles // 20),
            "correction": max(1, self.articles // 50),
        }

    def chance(self, kind: str, index: int) -> Random:
        """Return the source of all that is left to chance in one record."""
        return Random(f"{self.seed} {kind} {index}")

    def place(self, kind: str, index: int) -> float:
        """Return where a record stands between the beginning of the corpus (0) and its end (1)."""
        return index / self.counts[kind]

    def near(self, chance: Random, kind: str, place: float, number: int = 1, but: Iterable[int] = ()) -> list[int]:
        """Return so many different records of a kind near to a place, none of those in `but`."""
        count = self.counts[kind]
        width = min(_NEAR.get(kind, 4), count)
        start = min(max(0, round(place * count) - width // 2), count - width)
        around = [index for index in range(start, start + width) if index not in tuple(but)]
        return chance.sample(around, min(number, len(around)))

    def actor(self, chance: Random, place: float, parts: tuple[int, ...]) -> int:
        """Return an actor near to a place that plays one of these `parts` in its cluster."""
        return CLUSTER * self._cluster(place, chance.randint(-1, 1)) + chance.choice(parts)

    def _cluster(self, place: float, shift: int) -> int:
        clusters = self.counts["actor"] // CLUSTER
        return min(max(0, int(place * clusters) + shift), clusters - 1)

    def issuer(self, source: int) -> int:
        """Return the actor whose word a source is."""
        cluster = self._cluster(self.place("source", source), source % 3 - 1)
        return CLUSTER * cluster + _VOICES[source // 2 * 5 % len(_VOICES)]

    def id(self, kind: str, index: int) -> str:
        """Return the id of a record."""
        if kind == "actor":
            return self.label(kind, index).lower().replace(" ", "-")
        return f"{self.coined(kind, index).lower()}-{_NOUNS[kind]}"

    def ids(self, kind: str, indexes: Iterable[int]) -> list[str]:
        """Return the ids of records of a kind."""
        return [self.id(kind, index) for index in indexes]

    def ref(self, kind: str, index: int) -> str:
        """Return the name of a record with its kind, as references have it."""
        return f"{kind}:{self.id(kind, index)}"

    def label(self, kind: str, index: int) -> str:
        """Return the name of an actor, a term, or whatever else has one that cannot be left to chance."""
        name = self.coined(kind, index)
        if kind == "actor":
            return _ACTORS[index % CLUSTER][1].format(name)
        return f"{name.lower()} measure" if kind == "term" else f"{name} {_NOUNS[kind]}"

    def actor_type(self, index: int) -> str:
        """Return what an actor is."""
        return _ACTORS[index % CLUSTER][0]

    def coined(self, kind: str, index: int) -> str:
        """Return the made-up word that no other record has."""
        return coined(index * len(_KINDS) + _KINDS.index(kind) + 1)

    def day(self, place: float, later: int = 0) -> date:
        """Return the day that belongs to a place, or one so many days later."""
        return _START + timedelta(days=int(place * self.articles * _STEP) + later)

    def source_day(self, source: int) -> date:
        """Return when a source was published: that of an article with it, any other up to two years before."""
        before = 0 if is_of_article(source) else 30 + source * 7919 % 700
        return self.day(self.place("source", source - source % 2), -before)

    @property
    def today(self) -> date:
        """What the site calls today."""
        return self.day(1, _AFTERWARDS)


def is_of_article(source: int) -> bool:
    """Return whether a source is the bibliographic record of an article; the others are the word of an actor."""
    return source % 2 == 0


def voice(actor: int) -> int:
    """Return whose voice an actor has: a board speaks for its council, all others for themselves."""
    return actor - 1 if actor % CLUSTER == 1 else actor
