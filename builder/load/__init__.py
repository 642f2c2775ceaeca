"""Files into Content: every file is read, every fault of every file is told.

The whole content is read even where parts of it are faulty, so that `check` can go on with the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..places import File
from ..problems import Place, Problem
from ..records import KINDS, Annotation, Article, Content, Page, Site, collection
from . import collections, files
from .articles import load_document, with_text
from .collections import Loaded
from .earlier import published as published
from .tree import read as read_tree


@dataclass(frozen=True)
class Load:
    """What was read; `content` is missing only where `site.yaml` is of no use."""

    content: Content | None
    problems: tuple[Problem, ...]


def load(root: Path) -> Load:
    """Return the content of the site in the folder `root`, and what is wrong with its files."""
    folder = root / "content"
    site = _site(root)
    by_kind: dict[str, Loaded[Any]] = {
        kind: collections.load(noun, files.collection_files(folder, collection(kind)), root)
        for kind, noun in KINDS.items()
    }
    by_kind["page"] = Loaded()
    for path in sorted((folder / "pages").glob("*.md")):
        load_document(by_kind["page"], Page, path.stem, path, root)
    by_kind["article"], notes = _articles(folder / "articles", root)
    problems = [problem for loaded in (*by_kind.values(), *notes.values()) for problem in loaded.problems]
    if isinstance(site, list):
        return Load(None, (*site, *problems))
    return Load(_content(site, by_kind, notes), tuple(problems))


def originals(content: Content, folder: Path) -> tuple[Mapping[str, File], tuple[Problem, ...]]:
    """Return the original text of each article that names one, read from `folder`, by the article's id."""
    texts: dict[str, File] = {}
    problems: list[Problem] = []
    for id, article in content.articles.items():
        if article.original:
            file = files.read(folder / article.original, folder)
            if isinstance(file, Problem):
                message = f"its original `{article.original}` is not in the folder of originals: {file.message}"
                problems.append(Problem(article.written.at("original"), "original", message))
            else:
                texts[id] = file
    return texts, tuple(problems)


def with_originals(content: Content, texts: Mapping[str, File]) -> Content:
    """Return `content` with the full `texts` in place of the articles' digests."""
    articles = {
        id: with_text(article, texts[id]) if id in texts else article for id, article in content.articles.items()
    }
    return replace(content, articles=articles, full=frozenset(texts))


def _content(site: Site, by_kind: Mapping[str, Loaded[Any]], notes: Mapping[str, Loaded[Annotation]]) -> Content:
    records: dict[str, Any] = {collection(kind): loaded.records for kind, loaded in by_kind.items()}
    faulty = frozenset((kind, id) for kind, loaded in by_kind.items() for id in loaded.faulty)
    annotations = {article: loaded.records for article, loaded in notes.items()}
    return Content(site=site, annotations=annotations, faulty=faulty, **records)


def _articles(folder: Path, root: Path) -> tuple[Loaded[Article], dict[str, Loaded[Annotation]]]:
    articles: Loaded[Article] = Loaded()
    notes: dict[str, Loaded[Annotation]] = {}
    for path in sorted(path for path in folder.glob("*") if path.is_dir()):
        load_document(articles, Article, path.name, path / "article.md", root)
        written = [path / "annotations.yaml"] if (path / "annotations.yaml").is_file() else []
        notes[path.name] = collections.load(Annotation, written, root)
    return articles, notes


def _site(root: Path) -> Site | list[Problem]:
    file = files.read(root / "site.yaml", root)
    if isinstance(file, Problem):
        return [Problem(Place("site.yaml"), "file", file.message)]
    tree = read_tree(file)
    if tree.value is None and tree.problems:
        return tree.problems
    made = collections.record(Site, "site", tree.value, tree.written())
    return [*tree.problems, *made] if isinstance(made, list) else tree.problems or made
