"""What has no page of its own, and on which page it stands instead: worked out once, before a page is printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .. import dates, words
from ..edition import ClaimFigure, Correction, Crosslink, Edition, FigureGroup, Sanction, Term
from . import paging
from .happenings import Happening, begun, by_year, happenings
from .paging import Key, Listing, letter, paged
from .pairing import Pair, Pairing, main, pairings
from .urls import fragment

DRAWN = 150
"the actors that a network can have and still be read as a picture"
Figure = tuple[FigureGroup, ClaimFigure]
"a figure, with all of its unit"


@dataclass(frozen=True, slots=True)
class Compared:
    """The cross-links: those of the two strands that stand side by side, and all others."""

    main: Pairing | None
    pairs: Listing[Pair]
    other_pairings: tuple[Pairing, ...]
    other_pairs: Listing[Pair]


@dataclass(frozen=True, slots=True)
class Gathered:
    """Lists whose items stand nowhere else, or to which other pages lead."""

    happenings: tuple[Happening, ...]
    years: Mapping[int, Listing[Happening]]
    "what falls into each year"
    compared: Compared
    terms: Listing[Term]
    corrections: Listing[Correction]
    figures: Listing[Figure]
    sanctions: Listing[Sanction]
    is_network_drawn: bool
    spots: Mapping[str, str]
    "by the id of an item, the folder of the page on which it stands"


def gather(edition: Edition) -> Gathered:
    """Return what stands together, and where."""
    dated = happenings(edition)
    years = {year: in_months(edition, year, fallen) for year, fallen in by_year(dated)}
    compared, terms, corrections, figures = (
        _compared(edition),
        _terms(edition),
        _corrections(edition),
        _figures(edition),
    )
    is_drawn = len(edition.network.nodes) <= DRAWN and len(edition.network.bonds) <= paging.LISTED
    spots = {
        **dict(_on_timeline(years)),
        **dict(_at_crosslinks(compared)),
        **dict(terms.spots(lambda term: fragment(term.ref))),
        **dict(corrections.spots(lambda correction: fragment(correction.ref))),
        **dict(figures.spots(lambda figure: f"figure-{figure[1].claim.id}")),
        **{f"bond-{bond.id}": "network/" for bond in edition.network.bonds if is_drawn},
    }
    return Gathered(dated, years, compared, terms, corrections, figures, _sanctions(edition), is_drawn, spots)


def _on_timeline(years: Mapping[int, Listing[Happening]]) -> Iterator[tuple[str, str]]:
    """Each happening stands, for those who look for it, in the year in which it begins."""
    for year, listing in years.items():
        for sheet in listing.sheets:
            yield from ((happening.id, sheet.folder) for happening in begun(year, sheet.records))


def _at_crosslinks(compared: Compared) -> Iterator[tuple[str, str]]:
    for listing in (compared.pairs, compared.other_pairs):
        yield from listing.spots(lambda pair: fragment(pair.link.ref))


def in_months(edition: Edition, year: int, fallen: tuple[Happening, ...]) -> Listing[Happening]:
    """Return the pages of a year of the timeline: of much that happened by months."""

    def month(happening: Happening) -> Key:
        start = happening.on.start
        if start.first.year < year:
            return "earlier", f"{year}, begun earlier"
        if start.precision == "year":
            return "undated", f"{year}, month not known"
        number = f"{start.first.month:02}"
        return number, words.date(dates.parse(f"{year}-{number}"), edition.site.language)

    return paged(fallen, f"timeline/{year}/", month, below="")


def _compared(edition: Edition) -> Compared:
    all_pairings = pairings(edition)
    first = main(all_pairings)

    def relation(pair: Pair) -> Key:
        return pair.link.relation_id, pair.link.relation.label

    def age(pair: Pair) -> tuple[object, ...]:
        return _age(pair.link)

    other_pairings = tuple(pairing for pairing in all_pairings if pairing is not first)
    rest = (pair for pairing in other_pairings for pair in pairing.pairs)
    return Compared(
        first,
        paged(first.pairs if first else (), "compare/", relation, age),
        other_pairings,
        paged(rest, "compare/others/", relation, age),
    )


def _age(link: Crosslink) -> tuple[object, ...]:
    return (link.ref.since.key if link.ref.since else (), link.ref.id)


def _terms(edition: Edition) -> Listing[Term]:
    terms = sorted(edition.terms.values(), key=lambda term: term.name.casefold())
    return paged(terms, "glossary/", lambda term: letter(term.name))


def _corrections(edition: Edition) -> Listing[Correction]:
    latest = sorted(
        edition.corrections.values(), key=lambda correction: (correction.on.key, correction.ref.id), reverse=True
    )
    return paged(latest, "corrections/", lambda correction: of_year(correction.on))


def _figures(edition: Edition) -> Listing[Figure]:
    figures = ((group, figure) for group in edition.figures for figure in (*group.drawn, *group.worded))
    return paged(figures, "figures/", lambda figure: letter(figure[0].unit))


def _sanctions(edition: Edition) -> Listing[Sanction]:
    ordered = sorted(edition.sanctions.values(), key=lambda sanction: (sanction.listing_date.key, sanction.ref.id))
    return paged(ordered, "sanctions/", lambda sanction: of_year(sanction.listing_date))


def of_year(when: dates.Edtf) -> Key:
    """Return the group of what begins in a year."""
    return str(when.first.year), str(when.first.year)
