"""The stages in their order: files into a published site."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .check import check
from .export import export
from .load import load, originals, published, with_originals
from .problems import BuildFailed, Problem, errors
from .records import Content, Published
from .render import Options, drawings, paths, render, searchable, spots
from .report import Report, report
from .resolve import resolve
from .search import index
from .share import images
from .verify import verify
from .write import restore, write


@dataclass(frozen=True, slots=True)
class Built:
    """What a build has done."""

    pages: int
    warnings: tuple[Problem, ...]


def build(root: Path, out: Path, site_url: str = "", originals_in: Path | None = None, live: bool = False) -> Built:
    """Publish the site of the folder `root` in the folder `out`; raise `BuildFailed` and leave `out` as it is.

    With `originals_in`, the private edition: the articles' full texts, read there, with the same notes.
    With `live`, the edition that `serve` shows, whose pages may be given a script that reloads them.
    """
    restore(out)
    content, warnings = sound(root)
    if originals_in:
        content = private(content, originals_in)
    edition = resolve(content)
    url = (site_url or content.site.url or "").rstrip("/") + "/"
    options = Options(url if len(url) > 1 else "", private=originals_in is not None, live=live)
    pages = list(render(edition, root / "templates", options))
    found, missing = index(searchable(edition, root / "templates"))
    data = [] if options.private else list(export(content, edition, paths(edition), options.url, spots(edition)))
    shared = images(drawings(edition, root / "templates"), root / ".cache" / "share") if options.shares else ()
    write(out, [*pages, *data, *found, *shared], {"static": root / "static"})
    return Built(len(pages), (*warnings, *missing))


def sound(root: Path) -> tuple[Content, tuple[Problem, ...]]:
    """Return the content of the folder `root` and its warnings; raise `BuildFailed` if it has errors."""
    content, problems = faults(root)
    if content is None or errors(problems):
        raise BuildFailed(problems)
    return content, problems


def faults(root: Path, against: Path | None = None) -> tuple[Content | None, tuple[Problem, ...]]:
    """Return the content of the folder `root`, as far as it can be read, and all that is wrong with it.

    With `against`, the data export of an earlier edition, also what was changed since then without a correction.
    """
    loaded = load(root)
    earlier = published(against) if against else None
    unread = (earlier,) if isinstance(earlier, Problem) else ()
    known = earlier if isinstance(earlier, Published) else None
    found = check(loaded.content, known) if loaded.content else ()
    return loaded.content, tuple(sorted({*loaded.problems, *unread, *found}))


def private(content: Content, folder: Path) -> Content:
    """Return `content` with the originals in `folder` for its digests; raise `BuildFailed` if a note does not bind."""
    texts, missing = originals(content, folder)
    full = with_originals(content, texts)
    problems = (*missing, *check(full))
    if errors(problems):
        raise BuildFailed(problems)
    return full


def verified(root: Path, folder: Path) -> tuple[Problem, ...]:
    """Hold the digests of the site in `root` against the originals in `folder`; return what does not agree."""
    content, _ = sound(root)
    texts, missing = originals(content, folder)
    return (*missing, *verify(content, texts))


def reported(root: Path) -> Report:
    """Return what the site in `root` does not cover, and whom it rests on; raise `BuildFailed` if it has errors."""
    content, _ = sound(root)
    return report(content)
