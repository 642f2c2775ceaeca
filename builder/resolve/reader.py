"""Every text read once, whoever asks: with the titles of what it links, and the terms that stand in it."""

from __future__ import annotations

from collections.abc import Iterable

from .. import prose
from ..glossary import Glossary, uses
from ..prose import Prose
from ..quotes import Span
from .names import Names

Uses = list[tuple[Span, str]]
"where terms stand, with their ids"


class Reader:
    """Reads Markdown by the names of the records and the terms of the glossary."""

    def __init__(self, names: Names, terms: Glossary) -> None:
        self._names, self._terms = names, terms
        self._read: dict[str, Prose] = {}
        self._uses: dict[str, Uses] = {}

    def read(self, markdown: str) -> Prose:
        """Return `markdown`, read: with the titles of the records that it links without words."""
        if markdown not in self._read:
            self._read[markdown] = self.titled(prose.parse(markdown))
        return self._read[markdown]

    def last_read(self, markdown: str) -> Prose:
        """Return `markdown`, read, and let go of it: a long text that one page shows."""
        text = self.read(markdown)
        del self._read[markdown]
        return text

    def uses(self, markdown: str) -> Uses:
        """Return the first use of each term in each section of `markdown`, but for those that an editor has linked."""
        if markdown not in self._uses:
            self._uses[markdown] = self._standing(self.read(markdown))
        return self._uses[markdown]

    def glossed(self, markdown: str, own: str = "") -> Prose:
        """Return `markdown`, read, with a link over each use of a term but the term `own`, which the text explains."""
        return prose.ByNeed(
            lambda: prose.glossed(self.read(markdown), [(span, id) for span, id in self.uses(markdown) if id != own])
        )

    def marked(self, text: Prose, marks: Iterable[Span]) -> Prose:
        """Return a text that is read with a link over the uses of terms that stand outside of the `marks`."""
        return prose.glossed(text, self._standing(text, marks))

    def titled(self, text: Prose) -> Prose:
        """Return prose with the titles of the records that it links without words."""
        return prose.titled(text, lambda kind, id: self._names[kind, id].title)

    def _standing(self, text: Prose, barred: Iterable[Span] = ()) -> Uses:
        closed = [(link.span, link.id if link.kind == "term" else "") for link in text.links]
        return uses(self._terms, text.text, text.sections, [*((span, "") for span in barred), *closed])
