"""How the law stood to an actor on a day, and what has come and gone since."""

from __future__ import annotations

from collections.abc import Iterable

from ..dates import Edtf
from ..edition import Listings, Reference
from ..records import Content, Sanction, Status
from .tables import Tables


def listings(tables: Tables, ordered: Iterable[Sanction], day: Edtf) -> Listings:
    """Return which of an actor's listings, by date, stood on `day`, which came later, and which have ended since."""
    ordered = tuple(ordered)
    stood = [listing for listing in ordered if stood_on(listing, day)]
    later = [listing for listing in ordered if begins(listing).first > day.last]
    today = tables.content.site.as_of
    ends = [(listing.end_date, listing.id) for listing in (*stood, *later) if listing.end_date]
    ended = sorted((end.key, id) for end, id in ends if not today.surely_before(end))
    return Listings(
        then=_refs(tables, stood),
        later=_refs(tables, later),
        ended=tables.refs("sanction", (id for _, id in ended)),
    )


def begins(sanction: Sanction) -> Edtf:
    """Return the day from which a listing is in force."""
    return sanction.start_date or sanction.listing_date


def stood_on(sanction: Sanction, day: Edtf) -> bool:
    """Return whether a listing had begun by `day` and had not surely ended: on its first day it stands."""
    ended = sanction.end_date is not None and sanction.end_date.surely_before(day)
    return begins(sanction).first <= day.last and not ended


def status(content: Content, sanction: Sanction) -> Status | None:
    """Return how a listing stands today: as its record says, else as its end date does; none without a vocabulary."""
    statuses = content.site.statuses
    if sanction.status:
        return statuses[sanction.status]
    over = sanction.is_over(content.site.as_of)
    return next((entry for entry in statuses.values() if entry.ended == over), None)


def _refs(tables: Tables, listings: Iterable[Sanction]) -> tuple[Reference, ...]:
    return tables.refs("sanction", (listing.id for listing in listings))
