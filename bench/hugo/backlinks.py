"""Who names whom, in which sentence: worked out here, because Hugo cannot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bench.corpus.others import explainer
from bench.corpus.yamltext import Fields

from .facts import Facts, lead, plain, sentences

Target = tuple[str, str]
Backlinks = Mapping[Target, list[Fields]]
"by kind and id, every place that names a record, grouped as the page shows them"

_LABELS = {
    "annotation": "In notes on the articles",
    "page": "In pages",
    "article": "In articles",
    "claim": "In claims",
    "crosslink": "In cross-links",
    "actor": "In profiles",
    "sanction": "In sanctions",
    "program": "In programmes",
    "event": "On the timeline",
    "term": "In the glossary",
    "source": "In sources",
    "correction": "In corrections",
}
_KEYS = {
    **dict.fromkeys(("source", "sources", "derived_from"), "source"),
    **dict.fromkeys(("by", "of", "with", "target", "authority", "issuer", "part_of", "accuses", "author"), "actor"),
    "program": "program",
    "about": "",
}
"the fields that name records, and of which kind; without one each is `kind:id`"
_NAMED = re.compile(r"\]\(([a-z]+):([a-z0-9-]+)\)|@([a-z0-9-]+)|\b([a-z]+ (?:measure|scale))\b")


def backlinks(facts: Facts) -> Backlinks:
    """Return who names each record."""
    gathered: dict[Target, dict[str, tuple[str, Fields]]] = {}
    for kind, owner, record, texts in _owners(facts):
        for target, sentence in (*_in_texts(facts, texts), *_in_fields(kind, record)):
            if f"{target[0]}:{target[1]}" != owner["of"]:
                told = {**owner, "sentence": sentence}
                gathered.setdefault(target, {}).setdefault(owner["url"], (kind, told))
    return {target: _grouped(list(owners.values())) for target, owners in gathered.items()}


def _owners(facts: Facts) -> Iterator[tuple[str, Fields, Fields, list[str]]]:
    """Yield every record that names others: its kind, its link, itself, its texts in Markdown."""
    for kind, records in facts.records.items():
        for id, record in records.items():
            texts = [facts.texts[id]] if kind == "article" else [*_texts(record)]
            owner = {**facts.link(kind, id), "on": facts.since(kind, id), "of": f"{kind}:{id}"}
            yield kind, owner, record, texts
    head, text = explainer(facts.plan)
    yield "page", {"url": "/explainer/", "title": head["title"], "on": "", "of": ""}, head, [text]
    for id, notes in facts.notes.items():
        for name, note in notes.items():
            title = f"{facts.title('article', id)}: “{note['quote']}”"
            owner = {"url": f"/articles/{id}/#note-{name}", "title": title, "on": facts.since("article", id), "of": ""}
            yield "annotation", owner, note, [note["note"]]


def _texts(value: Any) -> Iterator[str]:
    """Yield the texts of a record that cite, link or use terms."""
    if isinstance(value, str) and ("[" in value or "measure" in value):
        yield value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            if key not in ("name", "aliases", "title"):
                yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)


def _in_texts(facts: Facts, texts: list[str]) -> Iterator[tuple[Target, str]]:
    for text in texts:
        for sentence in re.split(r"(?<=\.)\n+", text):
            for kind, id, source, form in _NAMED.findall(sentence):
                if kind or source or form in facts.terms:
                    target = (kind, id) if kind else ("source", source) if source else ("term", facts.terms[form])
                    yield target, plain(sentence)


def _in_fields(kind: str, record: Fields) -> Iterator[tuple[Target, str]]:
    first = next(sentences(lead(record)))
    for target in _references(record):
        yield target, first
    if kind == "crosslink":
        yield from ((("claim", record[key]), first) for key in ("from", "to"))
    if kind == "article":
        yield ("actor", record["publisher"]), first


def _references(record: Fields) -> Iterator[Target]:
    for key, value in record.items():
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, Mapping):
                yield from _references(part)
            elif key in _KEYS and part:
                kind, _, id = part.rpartition(":")
                yield kind or _KEYS[key], id


def _grouped(owners: list[tuple[str, Fields]]) -> list[Fields]:
    groups = {kind: [told for of, told in owners if of == kind] for kind in _LABELS}
    return [{"label": _LABELS[kind], "links": links} for kind, links in groups.items() if links]
