"""The glossary, a page for each term that is named elsewhere, and the corrections."""

from __future__ import annotations

from collections.abc import Iterator

from ...edition import Correction, Edition, Term
from ..paging import Listing
from .page import Page, Rows, listed, record


def glossary(edition: Edition, listing: Listing[Term]) -> Iterator[Page]:
    """Yield the glossary, and a page for each term that is named elsewhere."""
    yield from listed(listing, "glossary.html", "Glossary", lambda sheet: {"letters": _letters(sheet.records)})
    for term in edition.share.own(sorted(listing.records, key=_name)):
        if not term.backlinks:
            continue
        named = Rows("backlinks", "where it is named", "parts/backlink-list.html", term.backlinks)
        about, folder = term.definition.text, f"glossary/{term.ref.id}/"
        yield from record(term.ref, "term.html", term.name, about, "glossary", {"term": term}, [named], folder)


def _letters(terms: tuple[Term, ...]) -> list[tuple[str, Term]]:
    """The first term of each letter."""
    return sorted({term.name[0].upper(): term for term in reversed(terms)}.items())


def _name(term: Term) -> str:
    return term.name.casefold()


def corrections(listing: Listing[Correction]) -> Iterator[Page]:
    """Yield the corrections, the latest first."""
    yield from listed(listing, "corrections.html", "Corrections", previews=False)
