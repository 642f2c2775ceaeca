"""Where every record is read: folders, so that addresses stay; files named in links, so that they open from disk."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..edition import Reference
from ..records import collection

_GATHERED = {"event": "", "term": "glossary/", "crosslink": "compare/", "correction": "corrections/"}
"the kinds whose records stand together on one page"

NOWHERE: Mapping[str, str] = MappingProxyType({})
"where records stand that stand together, as long as nothing is too much for one page"


def folder(ref: Reference, spots: Mapping[str, str] = NOWHERE) -> str:
    """Return the folder of the page on which the record is read, from the site's root.

    What stands together with others may stand, by its id, in one of the `spots`: see `gathered`.
    """
    if ref.kind in _GATHERED and (spot := spots.get(fragment(ref))):
        return spot
    if ref.kind == "annotation":
        return f"articles/{ref.within}/"
    if ref.kind == "event" and ref.since:
        return f"timeline/{ref.since.first.year}/"
    if ref.kind == "crosslink" and ref.within:
        return f"compare/{ref.within}/"
    if ref.kind == "page":
        return f"{ref.id}/"
    return _GATHERED.get(ref.kind) or f"{collection(ref.kind)}/{ref.id}/"


def fragment(ref: Reference) -> str:
    """Return the id of the element that is the record, where its page holds others too."""
    if ref.kind == "annotation":
        return f"note-{ref.id}"
    return f"{ref.kind}-{ref.id}" if ref.kind in _GATHERED else ""


def gathers(page: str) -> bool:
    """Return whether the page in the folder `page` may hold records that have no page of their own."""
    return page.startswith(tuple(filter(None, _GATHERED.values()))) or page.startswith("timeline/")


def file(target: str) -> str:
    """Return the file that is read at `target`: of a folder the page in it."""
    return target + "index.html" if target == "" or target.endswith("/") else target


def root(page: str) -> str:
    """Return the way from the folder `page` up to the site's root, as a link that works anywhere."""
    return "../" * page.count("/")
