"""All that a page may need to know of other records: their titles, addresses, first sentences, and what counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from bench import corpus
from bench.corpus.articles import article
from bench.corpus.plan import Plan
from bench.corpus.writing import MAKERS
from bench.corpus.yamltext import Fields

FOLDERS: Mapping[str, str] = {
    "article": "articles",
    "actor": "actors",
    "claim": "claims",
    "source": "sources",
    "sanction": "sanctions",
    "program": "programs",
    "term": "glossary",
}
"of the kinds whose records have pages of their own"
_LEADS = ("statement", "summary", "definition", "reason", "note", "now", "title")
"the fields that say what a record is about, the first of them that it has"
_LINK = re.compile(r"\[([^\]@]*)\]\([a-z]+:[a-z0-9-]+\)")
_CITATION = re.compile(r"\s*\[@[^\]]*\]")
_HEADING = re.compile(r"^## .*\n+", re.MULTILINE)


class Facts:
    """The records of a corpus by kind and id, as the generator made them, and what follows from them."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.site: dict[str, Any] = yaml.safe_load(
            (Path(corpus.__file__).parent / "site.yaml").read_text(encoding="utf-8")
        )
        self.records: dict[str, dict[str, Fields]] = {
            kind: {plan.id(kind, index): make(plan, index) for index in range(plan.counts[kind])}
            for kind, make in MAKERS.items()
        }
        self.texts: dict[str, str] = {}
        self.notes: dict[str, dict[str, Fields]] = {}
        self.records["article"] = {}
        for index in range(plan.articles):
            head, text, notes = article(plan, index)
            id = plan.id("article", index)
            self.records["article"][id], self.texts[id], self.notes[id] = head, text, notes

    def title(self, kind: str, id: str) -> str:
        """Return what a record is called where it is linked."""
        record = self.records[kind][id]
        if kind == "sanction":
            target, authority = (self.title("actor", record[key]) for key in ("target", "authority"))
            return f"{target} · {authority}, {in_words(record['listing_date'])}"
        if kind == "crosslink":
            return f"{self.title('claim', record['from'])} ↔ {self.title('claim', record['to'])}"
        if kind == "correction":
            return in_words(record["on"])
        return str(record.get("title") or record["name"])

    def url(self, kind: str, id: str) -> str:
        """Return the address of a record, from the site's root."""
        if kind == "event":
            return f"/timeline/{self.records[kind][id]['date'].year}/#event-{id}"
        if kind in FOLDERS:
            return f"/{FOLDERS[kind]}/{id}/"
        return f"/{'compare' if kind == 'crosslink' else 'corrections'}/#{kind}-{id}"

    def link(self, kind: str, id: str) -> Fields:
        """Return the address and the title of a record."""
        return {"url": self.url(kind, id), "title": self.title(kind, id)}

    def brief(self, kind: str, id: str) -> str:
        """Return the first sentence of what a record is about, without markup."""
        record = self.records[kind][id]
        text = record["assessments"][-1]["reason"] if kind == "claim" else lead(record)
        return next(sentences(text))

    def since(self, kind: str, id: str) -> str:
        """Return the day from which there was something to know of a record, or nothing."""
        record = self.records[kind][id]
        if kind == "claim":
            return str(min(statement["on"] for statement in record["stated"] if statement["verb"] != "denied"))
        return str(next((record[key] for key in ("published", "listing_date", "date", "on") if key in record), ""))

    @cached_property
    def actors_by_name(self) -> Mapping[str, str]:
        """The ids of actors by their names."""
        return {record["name"]: id for id, record in self.records["actor"].items()}

    @cached_property
    def terms(self) -> Mapping[str, str]:
        """The ids of terms by their forms."""
        return {
            form: id for id, record in self.records["term"].items() for form in (record["name"], *record["aliases"])
        }

    def turns(self, claim: str) -> list[Fields]:
        """Return the verdicts of a claim with the days on which they began and ended."""
        assessments = self.records["claim"][claim]["assessments"]
        ends = [str(later["on"]) for later in assessments[1:]] + [""]
        return [
            {"on": str(assessed["on"]), "until": end, "id": assessed["verdict"]}
            | {key: str(self.site["verdicts"][assessed["verdict"]][key]) for key in ("label", "sign", "standing")}
            for assessed, end in zip(assessments, ends, strict=True)
        ]

    def origin(self, source: str) -> str:
        """Return the name of whoever's own word a source is, or repeats."""
        record = self.records["source"][source]
        if record["derived_from"]:
            return self.origin(record["derived_from"][0])
        actor = record["issuer"] or self.actors_by_name[record["publisher"]]
        return self.title("actor", self.records["actor"][actor]["part_of"] or actor)

    def tally(self, claim: str, stance: str) -> Fields:
        """Return how many sources are held for a claim or against it, and whose words they come down to."""
        lines = [line["source"] for line in self.records["claim"][claim]["evidence"] if line["stance"] == stance]
        heard = " ".join(f"{self.records['source'][source]['published']}={place}" for place, source in enumerate(lines))
        return {"sources": len(lines), "origins": sorted({self.origin(source) for source in lines}), "heard": heard}


def lead(record: Fields) -> str:
    """Return the text that says what a record is about."""
    return str(next(record[key] for key in _LEADS if record.get(key)))


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text of the corpus, in which each begins a line, without their markup."""
    for sentence in re.split(r"(?<=\.)\n+", text):
        yield plain(sentence)


def plain(text: str) -> str:
    """Return Markdown of the corpus without its markup and headings, on one line."""
    words = _LINK.sub(r"\1", _CITATION.sub("", _HEADING.sub("", text)))
    return words.replace("*", "").replace("\n", " ").strip()


def in_words(day: date) -> str:
    """Return a day as `5 July 1801`."""
    return f"{day.day} {day:%B} {day.year}"
