"""Edition into pages: templates printed to HTML. The door to Jinja."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError

from .. import words
from ..dates import Edtf
from ..edition import Edition, earliest
from ..problems import BuildFailed, Place, Problem
from ..prose import Prose
from . import checking
from .apparatus import Apparatus
from .cards import card
from .entries import KINDS, entries
from .gathered import gather
from .menu import menu
from .pages import Page, pages
from .paging import dated
from .shared import Parts

_CARD = 100
"characters of a card's text, about"
_DESCRIPTION = 200
"characters of a page's description for search engines and previews"


@dataclass(frozen=True, slots=True)
class Options:
    """How the site is published this time."""

    url: str = ""
    "the address of its root, with a stroke at the end; empty where it is not known"
    private: bool = False
    "whether it holds originals that must not be published"
    live: bool = False
    "whether it is served to an editor, whose pages are given a script that reloads them"
    drawn: bool = True
    "whether share images are made where they can be"

    @property
    def shares(self) -> bool:
        """Whether pages have share images: they are named by whole addresses, so the site's own must be known."""
        return self.drawn and bool(self.url) and not self.private and not self.live


class Found(NamedTuple):
    """An entry of the search index."""

    place: tuple[int, int]
    "its kind, and where its record stands among the written ones"
    address: str
    html: str


class Press:
    """Prints the pages of an edition: those of its share."""

    def __init__(self, edition: Edition, templates: Path, options: Options) -> None:
        self._edition, self._templates, self._options = edition, templates, options
        self._together = gather(edition)
        self._environment = _environment(edition, templates)
        self._parts = Parts(self._environment, edition, self._together.spots)

    @property
    def spots(self) -> Mapping[str, str]:
        """The folder of the page on which each thing stands that has none of its own, by its id there."""
        return self._together.spots

    def pages(self) -> Iterator[Page]:
        """Yield the pages of the share."""
        return pages(self._edition, self._together)

    def html(self, page: Page) -> str:
        """Return the HTML of a page; raise `BuildFailed` where a template is at fault."""
        options, parts = self._options, self._parts
        root = (urlsplit(options.url).path or "/") if page.file == "404.html" else None
        apparatus = Apparatus(self._edition, parts, page.folder, root, page.own, page.previews)
        shown = {"edition": self._edition, "site": self._edition.site, "options": options, "page": page}
        try:
            return self._environment.get_template(page.template).render(**shown, at=apparatus, **page.shown())
        except TemplateError as wrong:
            raise BuildFailed([_fault(wrong, self._templates)]) from wrong

    def drawing(self, page: Page) -> str:
        """Return the drawing of the share image of a page."""
        template = self._environment.get_template("share.svg")
        return template.render(site=self._edition.site, card=card(self._edition, page))

    def entries(self) -> Iterator[Found]:
        """Yield every entry of the search index, of the share."""
        template = self._environment.get_template("search-entry.html")
        places = {key: place for place, key in enumerate(self._edition.references)}
        for entry in entries(self._edition, self.spots):
            of = ("article", entry.ref.within) if entry.kind == "Note" else (entry.ref.kind, entry.ref.id)
            place = (KINDS.index(entry.kind), places[of])
            yield Found(place, entry.address, template.render(site=self._edition.site, entry=entry))


def render(edition: Edition, templates: Path, options: Options) -> Iterator[tuple[str, str]]:
    """Yield the path and the HTML of every page of `edition`, of its share."""
    press = Press(edition, templates, options)
    return ((page.path, press.html(page)) for page in press.pages())


def drawings(edition: Edition, templates: Path) -> Iterator[tuple[str, str]]:
    """Yield the path and the drawing of the share image of every page that a search engine should know."""
    press = Press(edition, templates, Options())
    return ((page.image, press.drawing(page)) for page in press.pages() if page.file == "index.html")


def in_order(all_entries: Iterable[Found]) -> Iterator[tuple[str, str]]:
    """Yield the address and the HTML of entries in their order: of those that fit equally well the first is found."""
    return ((entry.address, entry.html) for entry in sorted(all_entries, key=lambda entry: entry.place))


def _fault(wrong: TemplateError, templates: Path) -> Problem:
    """What is wrong with a template, and where: a frame of a template in the traceback has its file and line."""
    path, line = "templates", 1
    if isinstance(wrong, TemplateSyntaxError):
        path, line = f"templates/{wrong.name}", wrong.lineno
    for frame in traceback.extract_tb(wrong.__traceback__):
        if Path(frame.filename).is_relative_to(templates):
            path, line = f"templates/{Path(frame.filename).relative_to(templates).as_posix()}", frame.lineno or 1
    return Problem(Place(path, line), "template", f"{wrong.message or type(wrong).__name__}; mend the template")


class _Environment(Environment):
    """Gives templates its globals as they are: they are looked through for every part that is printed."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **(d or {})}


def _environment(edition: Edition, templates: Path) -> Environment:
    environment = _Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    environment.globals["menu"] = menu(edition)
    environment.filters.update(_filters(edition.site.language))
    return environment


def _filters(language: str) -> Mapping[str, object]:
    return {
        "date": lambda when: words.date(when, language),
        "country": lambda code: words.country(code, language),
        "language": lambda tag: words.language(tag, language),
        "direction": lambda tag: "rtl" if words.is_right_to_left(tag) else "ltr",
        "how": checking.WORDS.__getitem__,
        "number": lambda value: words.number(value, language),
        "initial": lambda text: text[:1].upper() + text[1:],
        "brief": _brief,
        "short": _short,
        "earliest": earliest,
        "day": lambda when: when.first.isoformat() if isinstance(when, Edtf) else "",
        "days": dated,
        "machine": lambda when: when.machine,
    }


def _brief(text: Prose) -> str:
    """The first sentences of a text, whole ones, for a card: at least one."""
    brief = ""
    for span in text.sentences:
        longer = f"{brief} {span.of(text.text)}".strip()
        if brief and len(longer) > _CARD:
            break
        brief = longer
    return brief


def _short(text: str, most: int = _DESCRIPTION) -> str:
    """The beginning of a text, of at most so many characters: whole words, and a sign that there is more."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 2].rsplit(" ", 1)[0] + " …"
