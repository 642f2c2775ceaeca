"""How the law stood to an actor on a day, and what has come and gone since."""

from __future__ import annotations

from collections.abc import Iterable

from ..dates import Edtf
from ..edition import Listings, Reference
from ..records import Content, Sanction, Status
from .tables import Tables


def listings(tables: Tables, actor: str, day: Edtf) -> Listings:
    """Return the listings of `actor` that stood on `day`, that came later, and those of both that have ended since."""
    of_actor = [one for one in tables.content.sanctions.values() if one.target == actor]
    ordered = sorted(of_actor, key=lambda one: (one.listing_date.key, one.id))
    stood = [one for one in ordered if stood_on(one, day)]
    later = [one for one in ordered if begins(one).first > day.last]
    today = tables.content.site.as_of
    ends = [(one.end_date, one.id) for one in (*stood, *later) if one.end_date]
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


def _refs(tables: Tables, found: Iterable[Sanction]) -> tuple[Reference, ...]:
    return tables.refs("sanction", (one.id for one in found))
