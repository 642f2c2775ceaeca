"""A corpus into the folder of a site."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from . import others, records
from .articles import article
from .plan import Plan
from .yamltext import Fields, mapping
from .yamltext import records as yaml_records

_REPOSITORY = Path(__file__).parents[2]
_TOOL = ("templates", "static")
"what a site has from the repository"
_A_FILE = 50
"records, at most"
MAKERS: Mapping[str, Callable[[Plan, int], Fields]] = {
    "source": records.source,
    "actor": records.actor,
    "claim": records.claim,
    "sanction": others.sanction,
    "event": others.event,
    "term": others.term,
    "program": others.program,
    "crosslink": others.crosslink,
    "correction": others.correction,
}


def write_site(folder: Path, articles: int, seed: int = 1, tool: Path = _REPOSITORY) -> Plan:
    """Write a whole site of so many articles into `folder`, the same bytes for the same seed; return its plan.

    Its templates and static files are those of the folder `tool`.
    """
    plan = Plan(articles, seed)
    equip(folder, tool)
    _write(folder / "site.yaml", _site(plan))
    for kind in MAKERS:
        _write_collection(folder / "content", plan, kind)
    for index in range(articles):
        _write_article(folder / "content" / "articles", plan, index)
    for name, (head, text) in {"explainer": others.explainer(plan), "about": others.about(plan)}.items():
        _write(folder / "content" / "pages" / f"{name}.md", _document(head, text))
    return plan


def equip(folder: Path, tool: Path) -> None:
    """Give the site in `folder` the templates and static files of the folder `tool`, as they are there now."""
    for name in _TOOL:
        shutil.rmtree(folder / name, ignore_errors=True)
        shutil.copytree(tool / name, folder / name)


def _site(plan: Plan) -> str:
    """Return site.yaml with the day, the number and the leading article of this corpus."""
    text = (Path(__file__).parent / "site.yaml").read_text(encoding="utf-8")
    filled = {"TODAY": plan.today.isoformat(), "NUMBER": str(plan.articles), "ARTICLE": plan.id("article", 0)}
    for word, value in filled.items():
        text = text.replace(f": {word}\n", f": {value}\n").replace(f" {word} ", f" {value} ")
    return text


def _write_collection(content: Path, plan: Plan, kind: str) -> None:
    """Write the records of a kind, a bounded number of them in each file."""
    count, make = plan.counts[kind], MAKERS[kind]
    for first in range(0, count, _A_FILE):
        batch = {plan.id(kind, index): make(plan, index) for index in range(first, min(first + _A_FILE, count))}
        _write(content / f"{kind}s" / f"{kind}s-{first // _A_FILE + 1:04}.yaml", yaml_records(batch))


def _write_article(folder: Path, plan: Plan, index: int) -> None:
    head, text, notes = article(plan, index)
    _write(folder / plan.id("article", index) / "article.md", _document(head, text))
    _write(folder / plan.id("article", index) / "annotations.yaml", yaml_records(notes))


def _document(head: Fields, text: str) -> str:
    return f"---\n{mapping(head)}---\n\n{text}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
