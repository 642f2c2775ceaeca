"""A corpus into the folder of a site for Hugo."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.corpus.plan import Plan

from . import entries, texts
from .backlinks import backlinks
from .ends import Ends
from .facts import FOLDERS, Facts
from .lists import gathering
from .texts import Document

_REPOSITORY = Path(__file__).parents[2]
_HERE = Path(__file__).parent
_COUNTRIES = {
    "AQ": "Antarctica",
    "BV": "Bouvet Island",
    "GS": "South Georgia & South Sandwich Islands",
    "HM": "Heard & McDonald Islands",
    "TF": "French Southern Territories",
}
_MAKERS: Mapping[str, Callable[[Facts, Ends, str], Document]] = {
    "article": texts.article,
    "claim": texts.claim,
    "actor": entries.actor,
    "source": entries.source,
    "sanction": entries.sanction,
    "program": entries.program,
    "term": entries.term,
}
_HEAD = ("layout",)
"the keys of a head that are Hugo's own"


def write_hugo(folder: Path, articles: int, seed: int = 1) -> int:
    """Write Hugo's site of a corpus into `folder`; return how many files of content it has."""
    facts = Facts(Plan(articles, seed))
    shutil.copytree(_HERE / "layouts", folder / "layouts")
    shutil.copytree(_REPOSITORY / "static", folder / "static" / "static")
    shutil.copy(_HERE / "hugo.toml", folder)
    for name, data in _data(facts).items():
        _write(folder / "data" / f"{name}.json", json.dumps(data, ensure_ascii=False))
    number = 0
    for file, title, document in (*_records(facts), *gathering(facts)):
        _write(folder / "content" / file, _document(title, *document))
        number += 1
    return number


def _records(facts: Facts) -> Iterator[tuple[str, str, Document]]:
    """Yield the file, the title and the document of every record that has a page."""
    ends, links = Ends(facts), backlinks(facts)
    for kind, make in _MAKERS.items():
        for id in facts.records[kind]:
            params, content = make(facts, ends, id)
            shown = {**params, "backlinks": links.get((kind, id), []), "kind_of": kind}
            if kind in ("actor", "claim", "program", "sanction", "term"):
                shown["brief"] = facts.brief(kind, id)
            yield f"{FOLDERS[kind]}/{id}.md", facts.title(kind, id), (shown, content)


def _data(facts: Facts) -> dict[str, Any]:
    """Return what has no page of its own: events and the vocabularies."""
    events = {
        id: {**facts.link("event", id), "on": str(record["date"]), "brief": facts.brief("event", id)}
        for id, record in facts.records["event"].items()
    }
    site = {key: facts.site[key] for key in ("verdicts", "strands")}
    return {"events": events, "site": {**site, "today": str(facts.plan.today), "countries": _COUNTRIES}}


def _document(title: str, params: Mapping[str, Any], content: str) -> str:
    """Return a page as Hugo reads it: its head as JSON, then its text."""
    own = {key: params[key] for key in _HEAD if key in params}
    rest = {key: value for key, value in params.items() if key not in own and value not in (None, "", [])}
    head = {"title": title, **own, "params": rest}
    if "on" in rest:
        head["date"] = rest["on"]
    return json.dumps(head, ensure_ascii=False, default=str) + f"\n\n{content}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
