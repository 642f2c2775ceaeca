"""What one page gathers while it is printed: footnotes by first use, cards of what it names.

Numbers and letters follow the order in which the template asks for them, which is the order in which
they are read; the lists are printed last, when they are complete.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from .. import prose
from ..edition import Edition, Reference, Source
from ..prose import Mark, Prose
from . import checking, urls
from .shared import Parts, SharedLinks

_CARDS = ("actor", "claim", "term", "program", "sanction", "event")
"the kinds that have a card to preview"


@dataclass(frozen=True, slots=True)
class Use:
    """One place of a page that cites a source."""

    id: str
    letter: str
    locator: str


@dataclass
class Footnote:
    """A source that a page cites, with every place of use."""

    number: int
    source: Source
    uses: list[Use] = field(default_factory=list)


class Apparatus(SharedLinks):
    """The links, footnotes and cards of the page in the folder `page`."""

    def __init__(
        self,
        edition: Edition,
        parts: Parts,
        page: str,
        root: str | None = None,
        own: Reference | None = None,
        previews: bool = True,
    ) -> None:
        super().__init__(parts, urls.root(page) if root is None else root)
        self.edition = edition
        self.page = page
        self._own = own
        self.previews = previews
        self._footnotes: dict[str, Footnote] = {}
        self._named: dict[Reference, None] = {}
        self._cards_printed = False
        self._is_gathering = urls.gathers(page)

    # Links

    def href(self, ref: Reference) -> str:
        """Return the link from this page to a record."""
        at = urls.fragment(ref)
        return f"#{at}" if at and urls.folder(ref, self.spots) == self.page else super().href(ref)

    def part(self, name: str, **values: Any) -> Markup:
        """Return a part; on a page that gathers records it is printed anew, for links to them stay on the page."""
        return self._parts.printed_for(self, name, values) if self._is_gathering else super().part(name, **values)

    def spot(self, id: str) -> str:
        """Return the link from this page to something that stands on another one by its id, else to it on this page."""
        folder = self.spots.get(id, self.page)
        return (self.path(folder) if folder != self.page else "") + f"#{id}"

    def attributes(self, ref: Reference) -> Mapping[str, str]:
        """Return the attributes of a link to a record whose card this page will hold."""
        attributes = {"href": self.href(ref), "class": f"to-{ref.kind}"}
        if self._has_card(ref):
            attributes["data-preview"] = self.card_id(ref)
        return attributes

    def _has_card(self, ref: Reference) -> bool:
        if ref.kind not in _CARDS or ref == self._own or not self.previews:
            return False
        if not self._cards_printed:
            self._named.setdefault(ref)
        return ref in self._named

    # What prose asks for: see `prose.Linker`

    def link(self, kind: str, id: str) -> Mapping[str, str]:
        """Return the attributes of a link in prose."""
        return self.attributes(self.edition.references[kind, id])

    def cite(self, source: str, locator: str) -> tuple[str, Mapping[str, str]]:
        """Return the number of a source on this page, and the attributes of the link to its footnote."""
        note = self._footnotes.get(source)
        if note is None:
            note = Footnote(len(self._footnotes) + 1, self.edition.sources[source])
            self._footnotes[source] = note
        use = Use(f"cite-{note.number}-{len(note.uses) + 1}", _letters(len(note.uses)), locator)
        note.uses.append(use)
        label = f"Source {note.number}" + (f", {locator}" if locator else "")
        link = {
            "id": use.id,
            "href": f"#source-{note.number}",
            "aria-label": label,
            "data-preview": "",
        }
        return str(note.number), link

    # What templates call

    def prose(self, text: Prose, marks: Sequence[Mark] = (), numbered: bool = False) -> Markup:
        """Return prose as paragraphs, with `marks` laid over it."""
        return Markup(prose.html(text, self, marks, numbered))

    def line(self, text: Prose) -> Markup:
        """Return prose without paragraphs."""
        return Markup(prose.inline(text, self))

    def number(self, source: Reference, locator: str = "") -> tuple[str, Mapping[str, str]]:
        """Return the number of a source and the attributes of the link to its footnote."""
        return self.cite(source.id, locator)

    def cards(self) -> list[Reference]:
        """Return what this page has named so far; from now on only these have a card."""
        self._cards_printed = True
        return list(self._named)

    def checking(self) -> list[tuple[str, int]]:
        """Return how the sources that this page has cited were checked, and how many in each way."""
        return checking.tally(note.source for note in self.footnotes())

    def footnotes(self) -> list[Footnote]:
        """Return the sources that this page has cited, in the order of first use."""
        return list(self._footnotes.values())


def _letters(number: int) -> str:
    """Count with letters: a, b, … z, aa, ab, …"""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
