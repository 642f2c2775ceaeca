"""A page to print: where it is, its template and what the template is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType
from typing import Any, TypeVar

from ...dates import Edtf
from ...edition import Reference
from .. import urls
from ..paging import Listing, Sheet, beginning, numbered

Item = TypeVar("Item")
Data = Mapping[str, Any] | Callable[[], Mapping[str, Any]]
"what a template is given, or how to find it: pages that others print need not be looked into"
_RECORD_LIST = "record-list.html"


@dataclass(frozen=True, slots=True)
class Page:
    """One page to print."""

    folder: str
    "from the site's root, with a stroke at its end; empty for the home page"
    template: str
    title: str
    description: str = ""
    own: Reference | None = None
    "the record that the page is about"
    section: str = ""
    "which entry of the navigation it belongs to"
    data: Data = field(default_factory=dict)
    file: str = "index.html"
    previews: bool = True
    "whether it holds what it names, as cards and whole footnotes; a page that gathers many names them and leads on"
    days: tuple[Edtf, ...] = ()
    "the days as of which a reader of this page may want to read it"

    @property
    def is_of_record(self) -> bool:
        """Whether it is the page of a record, or of one of its lists."""
        return self.own is not None or self.template == _RECORD_LIST

    def shown(self) -> Mapping[str, Any]:
        """Return what the template is given."""
        return self.data() if callable(self.data) else self.data

    @property
    def path(self) -> str:
        """The file that it is written to."""
        return self.folder + self.file

    @property
    def image(self) -> str:
        """The file of its share image."""
        return f"share/{self.folder.strip('/') or 'home'}.png"


@dataclass(frozen=True, slots=True)
class Rows:
    """A list on a record's page, as its further pages have it too."""

    name: str
    "of the folder of those pages, and of the list in the template"
    title: str
    template: str
    "that prints the `records` it is given"
    records: Sequence[Any]


def record(
    ref: Reference,
    template: str,
    title: str,
    description: str,
    section: str,
    data: Mapping[str, Any],
    rows: Sequence[Rows] = (),
    at: str = "",
) -> Iterator[Page]:
    """Yield the page of a record with the beginnings of its lists, and of a long one the pages that hold all of it.

    It is where the record is read, or `at` another folder.
    """
    folder = at or urls.folder(ref)
    lists = {part.name: beginning(part.records, f"{folder}all/{part.name}/") for part in rows}
    yield Page(folder, template, title, description, ref, section, {**data, "lists": lists})
    for part in rows:
        if lists[part.name].folder:
            for sheet in numbered(part.records, lists[part.name].folder):
                shown = {"of": title, "at_record": folder, "part": part.template, "sheet": sheet}
                name = sheet.title(f"{title}: {part.title}")
                yield Page(sheet.folder, _RECORD_LIST, name, section=section, data=shown, previews=False)


def _on_sheet(
    common: Mapping[str, Any], sheet: Sheet[Item], shown: Callable[[Sheet[Item]], Mapping[str, Any]]
) -> Mapping[str, Any]:
    return {**common, "sheet": sheet, **shown(sheet)}


def listed(
    listing: Listing[Item],
    template: str,
    title: str,
    shown: Callable[[Sheet[Item]], Mapping[str, Any]] = lambda _: {},
    ways: Mapping[str, Any] = MappingProxyType({}),
    ways_template: str = "",
    name: str = "",
    previews: bool = True,
) -> Iterator[Page]:
    """Yield the pages of a list: the one that has it all, or the way in, which is given `ways`, and every sheet.

    Both print the same template, if no other is named for the way in; `name` stands for the title in those of sheets.
    """
    section = listing.folder.split("/")[0]
    common = {"listing": listing, "title": title, "beside": listing.ways, "sheet": None, "index": None}
    if listing.ways:
        yield Page(
            listing.folder,
            ways_template or template,
            title,
            section=section,
            data={**common, **ways},
            previews=previews,
        )
    for sheet in listing.sheets:
        data = partial(_on_sheet, common, sheet, shown)
        called = sheet.title(name or title if sheet.way else title)
        yield Page(sheet.folder, template, called, section=section, data=data, previews=previews)
