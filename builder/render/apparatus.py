"""What one page gathers while it is printed: footnotes by first use, cards of what it names.

Numbers and letters follow the order in which the template asks for them, which is the order in which
they are read; the lists are printed last, when they are complete.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from .. import prose
from ..edition import Edition, Reference, Source
from ..prose import Mark, Prose
from . import checking, urls

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


class Apparatus:
    """The links, footnotes and cards of the page in the folder `page`."""

    def __init__(
        self,
        edition: Edition,
        page: str,
        root: str | None = None,
        own: Reference | None = None,
        previews: bool = True,
        spots: Mapping[str, str] = urls.NOWHERE,
    ) -> None:
        self.edition = edition
        self.page = page
        self._root = root
        "an address to put before every link instead of the way there: for a page shown at any depth"
        self._own = own
        self.previews = previews
        self._spots = spots
        self._footnotes: dict[str, Footnote] = {}
        self._named: dict[Reference, None] = {}
        self._cards_printed = False

    # Links

    def path(self, target: str) -> str:
        """Return the link from this page to the folder or file `target` of the site."""
        return self._root + target if self._root is not None else urls.relative(target, self.page)

    def href(self, ref: Reference) -> str:
        """Return the link from this page to a record."""
        at = urls.fragment(ref)
        folder = urls.folder(ref, self._spots)
        if folder == self.page and at:
            return f"#{at}"
        return self.path(folder) + (f"#{at}" if at else "")

    def spot(self, id: str) -> str:
        """Return the link from this page to something that stands on another one by its id, else to it on this page."""
        folder = self._spots.get(id, self.page)
        return (self.path(folder) if folder != self.page else "") + f"#{id}"

    def attributes(self, ref: Reference) -> Mapping[str, str]:
        """Return the attributes of a link to a record whose card this page will hold."""
        found = {"href": self.href(ref), "class": f"to-{ref.kind}"}
        if self._has_card(ref):
            found["data-preview"] = self.card_id(ref)
        return found

    def card_id(self, ref: Reference) -> str:
        """Return the id of the card of a record."""
        return f"card-{ref.kind}-{ref.id}"

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
