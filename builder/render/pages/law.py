"""The sanctions and the programmes under which they stand: their lists, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from ...dates import Edtf
from ...edition import Edition, Reference, Sanction
from .. import paging
from ..gathered import of_year
from ..paging import Beginning, Listing, grouped, letter, paged
from . import indexes
from .page import Page, Rows, listed, record

Act = tuple[Edtf, Reference]
"the day and the authority that listings may have in common"


def sanctions(edition: Edition, listing: Listing[Sanction]) -> Iterator[Page]:
    """Yield the list of sanctions, and the page of each."""
    under = sum(bool(program.sanctions) for program in edition.programs.values())
    yield from listed(
        listing,
        "sanctions.html",
        "Sanctions",
        lambda sheet: {"under": under, "index": indexes.sanctions(edition, sheet.records)},
        {"under": under},
    )
    by_act = grouped(edition.sanctions.values(), _act)
    acts = {act: sorted(together, key=lambda sanction: sanction.ref.id) for act, together in by_act.items()}
    for sanction in edition.each(edition.sanctions):
        data = {"sanction": sanction, "same_day": _same_day(sanction, acts, listing)}
        named = Rows("backlinks", "where it is named", "parts/backlink-list.html", sanction.backlinks)
        about = sanction.reason.text
        yield from record(sanction.ref, "sanction.html", sanction.ref.title, about, "sanctions", data, [named])


def _act(sanction: Sanction) -> Act:
    return sanction.listing_date, sanction.authority


def _same_day(
    sanction: Sanction, acts: Mapping[Act, Sequence[Sanction]], listing: Listing[Sanction]
) -> Beginning[Sanction]:
    """The other listings of the same act; of many the first, and the list of the year has them all."""
    together = acts[_act(sanction)]
    same_act = (listed_with for listed_with in together if listed_with is not sanction)
    shown = tuple(islice(same_act, paging.LISTED_HERE))
    year, _ = of_year(sanction.listing_date)
    return Beginning(shown, len(together) - 1, listing.folder_of(year) if len(shown) < len(together) - 1 else "")


def programs(edition: Edition) -> Iterator[Page]:
    """Yield the list of programmes, and the page of each."""
    ordered = sorted(edition.programs.values(), key=lambda program: program.title)
    yield from listed(
        paged(ordered, "programs/", lambda program: letter(program.title)),
        "programs.html",
        "Programmes",
        lambda sheet: {"index": indexes.programs(edition, sheet.records)},
    )
    for program in edition.each(edition.programs):
        rows = (
            Rows(
                "sanctions",
                "listings under it",
                "parts/sanction-table.html",
                [edition.sanctions[ref.id] for ref in program.sanctions],
            ),
            Rows("backlinks", "where it is named", "parts/backlink-list.html", program.backlinks),
        )
        data, about = {"program": program}, program.summary.text
        yield from record(program.ref, "program.html", program.title, about, "programs", data, rows)
