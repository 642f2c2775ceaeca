"""References read from their other end: what is said, listed, told and quoted of a record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bench.corpus.yamltext import Fields

from .facts import Facts
from .sheet import bound

Of = Mapping[str, list[Any]]
"by the id of a record"


class Ends:
    """What names the records of a corpus in their fields, by kind of naming and id; lists stand in order of dates."""

    def __init__(self, facts: Facts) -> None:
        records = facts.records
        self.listings = _of((record["target"], id) for id, record in _dated(records["sanction"], "listing_date"))
        self.imposed = _of((record["authority"], id) for id, record in _dated(records["sanction"], "listing_date"))
        self.under = _of((record["program"], id) for id, record in _dated(records["sanction"], "listing_date"))
        self.events = _of((ref, id) for id, record in _dated(records["event"], "date") for ref in record["about"])
        self.repeated = _of(
            (source, id) for id, record in records["source"].items() for source in record["derived_from"] or ()
        )
        self.parts = _of((record["part_of"], id) for id, record in records["actor"].items() if record["part_of"])
        self.relations = _of(
            (part["with"], (id, part)) for id, record in records["actor"].items() for part in record["relations"]
        )
        self.accused = _of((actor, id) for id, record in records["claim"].items() for actor in record["accuses"])
        self.claims = _of(
            (actor, id)
            for id, record in records["claim"].items()
            for actor in dict.fromkeys(statement["by"] for statement in record["stated"])
        )
        self.ties = _of(
            (record[side], (id, other, label))
            for id, record in records["crosslink"].items()
            for side, other, label in (("from", record["to"], "label"), ("to", record["from"], "inverse"))
        )
        self.marked = {id: bound(text, kinds(facts.notes[id])) for id, text in facts.texts.items()}
        "the text of each article with its marks, and its notes' ids in order"
        self.passages = _of(self._passages(facts))

    def _passages(self, facts: Facts) -> Iterator[tuple[str, Fields]]:
        """Yield each claim with the words of an article that bear on it."""
        for id, notes in facts.notes.items():
            for number, name in enumerate(self.marked[id][1], 1):
                note = notes[name]
                kind, _, claim = note["about"][0].partition(":")
                if kind == "claim":
                    title = f"{facts.title('article', id)}, note {number}"
                    link = {"url": f"/articles/{id}/#note-{name}", "title": title, "on": facts.since("article", id)}
                    yield claim, {**link, "quote": note["quote"], "stance": note["stance"]}


def kinds(notes: Mapping[str, Fields]) -> list[tuple[str, str, Fields]]:
    """Return each note with its id and the kind of its mark: things of the law and the glossary are terms."""
    about = {id: note["about"][0].partition(":")[0] for id, note in notes.items()}
    return [(id, about[id] if about[id] in ("claim", "actor") else "term", note) for id, note in notes.items()]


def _dated(records: Mapping[str, Fields], key: str) -> list[tuple[str, Fields]]:
    return sorted(records.items(), key=lambda item: (item[1][key], item[0]))


def _of(pairs: Iterator[tuple[str, Any]]) -> Of:
    gathered: dict[str, list[Any]] = {}
    for target, named in pairs:
        gathered.setdefault(target, []).append(named)
    return gathered
