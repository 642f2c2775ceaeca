"""The actors: their list by name, a profile for each, and the network of their relations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ...edition import Actor, Edition
from .. import paging
from ..gathered import Gathered
from ..happenings import of_actor
from ..paging import letter, paged
from ..pictures import timeline
from ..pictures.neighbours import Joined, around
from ..pictures.network import drawing
from . import indexes
from .page import Page, Rows, listed, record


def actors(edition: Edition, network: Joined) -> Iterator[Page]:
    """Yield the list of actors, and the profile of each."""
    ordered = sorted(edition.actors.values(), key=lambda actor: actor.name.casefold())
    yield from listed(
        paged(ordered, "actors/", lambda actor: letter(actor.name)),
        "actors.html",
        "Actors",
        lambda sheet: {"index": indexes.actors(edition, sheet.records)},
    )
    for actor in edition.each(edition.actors):
        shown: dict[str, Any] = {
            "actor": actor,
            "picture": timeline.strip(of_actor(edition, actor)),
            "around": around(network, actor.ref),
        }
        yield from record(
            actor.ref, "actor.html", actor.name, actor.summary.text, "actors", shown, _rows(edition, actor)
        )


def _rows(edition: Edition, actor: Actor) -> Sequence[Rows]:
    sanctions = [edition.sanctions[ref.id] for ref in actor.sanctions]
    imposed = [edition.sanctions[ref.id] for ref in actor.imposed]
    claims = [edition.claims[ref.id] for ref in actor.claims]
    events = [edition.events[ref.id] for ref in actor.events]
    return (
        Rows("parts", "what belongs to it", "parts/ref-list.html", actor.parts),
        Rows("relations", "relations", "parts/relation-list.html", actor.relations),
        Rows("sanctions", "listings", "parts/sanction-table.html", sanctions),
        Rows("accused", f"claims directed against {actor.name}", "parts/ref-list.html", actor.accused),
        Rows("claims", "claims made, relayed or denied", "parts/claim-table.html", claims),
        Rows("imposed", "listings by it", "parts/sanction-table.html", imposed),
        Rows("events", "on the timeline", "parts/event-list.html", events),
        Rows("backlinks", "where it is named", "parts/backlink-list.html", actor.backlinks),
    )


def network(edition: Edition, gathered: Gathered, relations: Joined) -> Page:
    """Return the network: drawn, or of a large one those with the most relations."""
    is_drawn = gathered.is_network_drawn
    data: dict[str, Any] = {
        "network": edition.network,
        "drawing": drawing(edition.network) if is_drawn else None,
        "most": () if is_drawn else relations.most(paging.LISTED_HERE),
    }
    return Page("network/", "network.html", "Network", section="network", data=data)
