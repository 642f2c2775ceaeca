"""The site's sections: what each is called, and what a reader finds there."""

from __future__ import annotations

from dataclasses import dataclass

from ..edition import Edition


@dataclass(frozen=True, slots=True)
class Section:
    """An entry of the menu."""

    id: str
    label: str
    about: str
    first: bool = False
    "whether it stands in the menu without being asked for"

    @property
    def folder(self) -> str:
        """Where it is, from the site's root."""
        return f"{self.id}/"


_SECTIONS = (
    Section("explainer", "Explainer", "The whole story in order, every sentence with its source.", first=True),
    Section("articles", "Articles", "The articles with their passages marked, and a note on each.", first=True),
    Section("compare", "Compare", "The strands side by side, claim by claim.", first=True),
    Section("timeline", "Timeline", "What happened, was listed, was judged and was printed, on one axis.", first=True),
    Section("claims", "Claims", "Every checkable statement, with who made it and how it stands.", first=True),
    Section("actors", "Actors", "Persons, governments, bodies, organisations and companies.", first=True),
    Section("sources", "Sources", "What it all rests on, and how each was checked.", first=True),
    Section("search", "Search", "By words, names in any spelling, and filters.", first=True),
    Section("network", "Network", "Who stands how to whom, drawn."),
    Section("figures", "Figures", "Quantities as ranges, with who gave them and when."),
    Section("sanctions", "Sanctions", "Every listing by date."),
    Section("programs", "Programmes", "The legal instruments behind the listings."),
    Section("glossary", "Glossary", "Terms, for a reader who meets them here first."),
    Section("disagreements", "Disagreements", "Where articles and record differ."),
    Section("open-questions", "Open questions", "What is not settled, and what would settle it."),
    Section("corrections", "Corrections", "What this site had wrong."),
    Section("about", "About", "Method, vocabulary and licence."),
)
_WRITTEN = ("explainer", "about")
"the sections that an editor may leave out: pages of their own prose"


def menu(edition: Edition) -> tuple[Section, ...]:
    """Return the sections that the site has."""
    return tuple(section for section in _SECTIONS if section.id not in _WRITTEN or section.id in edition.pages)
