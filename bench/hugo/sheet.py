"""What one page gathers: footnotes by first use, cards of what it names; and texts as Hugo's Markdown."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from bench.corpus.yamltext import Fields

from .facts import Facts

_MARKUP = re.compile(
    r"\s*\[(?P<cited>@[^\]]+)\]|\[(?P<words>[^\]@]*)\]\((?P<kind>[a-z]+):(?P<id>[a-z0-9-]+)\)"
    r"|\b(?P<form>[a-z]+ (?:measure|scale))\b|^## ",
    re.MULTILINE,
)
_CARDS = ("actor", "claim", "term", "program", "sanction", "event")
"the kinds that have a card"


class Sheet:
    """The footnotes and cards of the page of one record."""

    def __init__(self, facts: Facts, kind: str = "", id: str = "") -> None:
        self._facts = facts
        self._own = f"{kind}:{id}"
        self._footnotes: dict[str, list[str]] = {}
        self._cards: dict[str, None] = {}

    def text(self, markdown: str) -> str:
        """Return a text with its citations as numbers, and links to addresses; terms are links at their first use."""
        met: set[str] = set()
        return _MARKUP.sub(lambda match: self._replaced(match, met), markdown)

    def _replaced(self, match: re.Match[str], met: set[str]) -> str:
        if match["cited"]:
            return "".join(self.cite(*_cited(item)) for item in match["cited"].split(";"))
        if match["kind"]:
            return self._link(match["words"], match["kind"], match["id"])
        if match["form"]:
            term = self._facts.terms.get(match["form"], "")
            if not term or term in met or self._own == f"term:{term}":
                return match[0]
            met.add(term)
            return self._link(match["form"], "term", term)
        met.clear()  # a heading begins a section
        return match[0]

    def _link(self, words: str, kind: str, id: str) -> str:
        self.name(kind, id)
        return f"[{words}]({self._facts.url(kind, id)})"

    def cite(self, source: str, locator: str = "") -> str:
        """Return the number of a source as a raised link to its footnote."""
        uses = self._footnotes.setdefault(source, [])
        uses.append(locator)
        number = [*self._footnotes].index(source) + 1
        label = f"Source {number}" + (f", {locator}" if locator else "")
        link = f'id="cite-{number}-{len(uses)}" href="#source-{number}" aria-label="{label}" data-preview=""'
        return f'<sup class="citation"><a {link}>{number}</a></sup>'

    def cites(self, sources: list[str]) -> str:
        """Return the numbers of sources as raised links."""
        return "".join(map(self.cite, sources))

    def name(self, kind: str, id: str) -> Fields:
        """Return the link to a record whose card the page will hold, with its class and the id of its card."""
        ref = f"{kind}:{id}"
        if kind in _CARDS and ref != self._own:
            self._cards.setdefault(ref)
        return {**self._facts.link(kind, id), "kind": kind, "card": f"card-{kind}-{id}"}

    def reply(self, actor: str) -> Fields:
        """Return what a person who is accused answers, or what was searched for."""
        record = self._facts.records["actor"][actor]
        texts = [self.text(reply) for reply in record["reply"] or ()]
        return {"person": self.name("actor", actor), "texts": texts, "searched": record["searched"] or []}

    def gathered(self, but: tuple[str, ...] = ()) -> dict[str, Any]:
        """Return the footnotes and the cards of the page, for its head."""
        footnotes = [
            {"source": source, "uses": [chr(ord("a") + place % 26) for place in range(len(uses))], "locators": uses}
            for source, uses in self._footnotes.items()
        ]
        return {"footnotes": footnotes, "cards": [ref for ref in self._cards if ref not in but]}


def _cited(item: str) -> tuple[str, str]:
    source, _, locator = item.strip().removeprefix("@").partition(",")
    return source, locator.strip()


def bound(text: str, notes: list[tuple[str, str, Fields]]) -> tuple[str, list[str]]:
    """Return a text with each note's quote in a mark, and the notes' ids in the order of the text.

    Each note is its id, its kind and itself; its quote stands in the text once, perhaps with emphasis in it.
    """
    places = sorted((_place(text, note["quote"]), id, kind, note["quote"]) for id, kind, note in notes)
    for number, ((start, end), id, kind, quote) in reversed([*enumerate(places, 1)]):
        label = escape(f"Note {number}, {kind}: {quote}")
        text = (
            f'{text[:start]}<span class="mark mark-{kind}" data-notes="{id}">{text[start:end]}</span>'
            f'<sup class="ref ref-{kind}"><a id="ref-{id}" href="#note-{id}" aria-label="{label}" data-preview="">'
            f"{number}</a></sup>{text[end:]}"
        )
    return text, [id for _, id, _, _ in places]


def _place(text: str, quote: str) -> tuple[int, int]:
    words = (rf"\*?{re.escape(word.rstrip(','))}\*?{',' * word.endswith(',')}" for word in quote.split())
    place = re.search(r"(?<!\w)" + r"\s+".join(words), text)
    assert place, quote
    return place.span()
