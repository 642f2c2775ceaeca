"""The stages in their order: files into a published site."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from .check import check
from .crew import Crew, LostShare, Work, hands, is_orphan
from .export import export, for_search_engines
from .load import load, originals, published, with_originals
from .problems import BuildFailed, Problem, errors
from .records import LINKED, Content, Published, Share
from .render import Found, Options, Press, in_order
from .report import Report, report
from .resolve import Resolver
from .search import index
from .share import image
from .verify import verify
from .write import Staging, restore


@dataclass(frozen=True, slots=True)
class Built:
    """What a build has done."""

    pages: int
    warnings: tuple[Problem, ...]


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Nothing is looked through for garbage: all that is made stays until the end, and it takes a tenth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@_undisturbed()
def build(
    root: Path,
    out: Path,
    site_url: str = "",
    originals_in: Path | None = None,
    live: bool = False,
    search: bool = True,
    shares: bool = True,
    done: Callable[[str], None] = lambda _: None,
) -> Built:
    """Publish the site of the folder `root` in the folder `out`; raise `BuildFailed` and leave `out` as it is.

    With `originals_in`, the private edition: the articles' full texts, read there, with the same notes; with `live`,
    the one that `serve` shows, whose pages may be given a script that reloads them. Without `search` there is no search
    index, without `shares` are no share images. Each stage is told to `done` by its name when it is.
    """
    restore(out)
    content, unsound = _read(root, originals_in)
    done("load")
    options = Options(_url(site_url or content.site.url or ""), originals_in is not None, live, shares)
    return _published(content, unsound, root, Staging(out), options, search, done)


def _published(
    content: Content,
    unsound: Iterable[Problem],
    root: Path,
    site: Staging,
    options: Options,
    search: bool,
    done: Callable[[str], None],
) -> Built:
    """Share the work out and put the site in place; nothing has changed where it fails."""
    with site, Crew(partial(_work, content, root, options, site, search), _hands(content)) as crew:
        problems = _checked(crew, unsound)
        done("check")
        all_facts = crew.next()
        done("read")
        paths = sorted(chain.from_iterable(crew.next(all_facts)))
        site.copy("static", root / "static")
        done("print")
        missing = _found_by_others(site, paths, options, crew.next() if search else None)
        done("search")
    done("put in place")
    return Built(len(paths), (*problems, *missing))


def _checked(crew: Crew, unsound: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the warnings about files that are `unsound` and about records; raise `BuildFailed` if there are errors."""
    problems = tuple(sorted({*unsound, *chain.from_iterable(crew.next())}))
    if errors(problems):
        raise BuildFailed(problems)
    return problems


def _found_by_others(
    site: Staging, paths: Iterable[str], options: Options, entries: Iterable[Iterable[Found]] | None
) -> tuple[Problem, ...]:
    """Put in what the whole site is found by: maps for search engines, and the index of the `entries` for readers."""
    folders = (path.removesuffix("index.html") for path in paths if path.endswith("index.html"))
    for name, text in () if options.private else for_search_engines(folders, options.url):
        site.put(name, text)
    files, missing = index(in_order(chain.from_iterable(entries))) if entries is not None else ([], ())
    for name, file in files:
        site.put(name, file)
    return missing


def _url(address: str) -> str:
    """The address of the site's root with one stroke at its end; nothing where it is not known."""
    return address.rstrip("/") + "/" if address.rstrip("/") else ""


def _hands(content: Content) -> int:
    return hands(sum(len(content.of(kind)) for kind in LINKED))


def _work(content: Content, root: Path, options: Options, site: Staging, search: bool, share: Share) -> Work:
    """Do a share of the work: check it, tell what its texts say, and print its pages when all have told."""
    own = replace(content, share=share)
    yield check(own)
    resolver = Resolver(own)
    edition = resolver.edition((yield resolver.facts()))
    press = Press(edition, root / "templates", options)
    for name, text in () if options.private else export(own, edition, options.url, press.spots):
        site.put(name, text)
    yield list(_put(press, options, site, root))
    yield list(press.entries()) if search else []


def _put(press: Press, options: Options, site: Staging, root: Path) -> Iterator[str]:
    """Print the pages of a share, and yield where each is."""
    for page in press.pages():
        if is_orphan():
            raise LostShare("the build was killed; another may be writing by now")
        site.put(page.path, press.html(page))
        if options.shares and page.file == "index.html":
            site.put(page.image, image(press.drawing(page), root / ".cache" / "share"))
        yield page.path


def _read(root: Path, originals_in: Path | None) -> tuple[Content, tuple[Problem, ...]]:
    """Return the content of the folder `root` and what is wrong with its files; raise `BuildFailed` if all is."""
    if originals_in:
        content, warnings = sound(root)
        return private(content, originals_in), warnings
    loaded = load(root)
    if loaded.content is None:
        raise BuildFailed(loaded.problems)
    return loaded.content, loaded.problems


def sound(root: Path) -> tuple[Content, tuple[Problem, ...]]:
    """Return the content of the folder `root` and its warnings; raise `BuildFailed` if it has errors."""
    content, problems = faults(root)
    if content is None or errors(problems):
        raise BuildFailed(problems)
    return content, problems


@_undisturbed()
def faults(root: Path, against: Path | None = None) -> tuple[Content | None, tuple[Problem, ...]]:
    """Return the content of the folder `root`, as far as it can be read, and all that is wrong with it.

    With `against`, the data export of an earlier edition, also what was changed since then without a correction.
    """
    loaded = load(root)
    earlier = published(against) if against else ()
    unread = earlier if isinstance(earlier, tuple) else ()
    known = earlier if isinstance(earlier, Published) else None
    breaches = check(loaded.content, known) if loaded.content else ()
    return loaded.content, tuple(sorted({*loaded.problems, *unread, *breaches}))


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
