"""Corrections as a feed that readers can follow: Atom 1.0 (RFC 4287)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from ..dates import Edtf
from ..edition import Correction, Edition

_NAMED = 3
"of the records that a correction is about, in the title of its entry"
_ATOM = "http://www.w3.org/2005/Atom"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def feed(edition: Edition, url: str, spots: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return the feed of the corrections, the latest first; `url` is the address of the site's root.

    An entry leads to where its correction stands by now (`spots`), and keeps the name that it was given first.

    Its date is that of the latest correction, or where there is none the day that the site calls today.
    """
    site, page = edition.site, f"{url}corrections/"
    corrections = sorted(edition.corrections.values(), key=lambda one: (one.on.key, one.ref.id), reverse=True)
    root = Element("feed", {"xmlns": _ATOM, _LANGUAGE: site.language})
    _add(root, "id", page)
    _add(root, "title", f"{site.title}: corrections")
    _add(root, "updated", _instant(max((one.on for one in corrections), key=_day, default=site.as_of)))
    _add(_add(root, "author"), "name", site.publisher or site.title)
    _add(root, "link", rel="self", type="application/atom+xml", href=f"{page}feed.xml")
    _add(root, "link", rel="alternate", type="text/html", href=page)
    for correction in corrections:
        _entry(root, correction, page, url + spots.get(f"correction-{correction.ref.id}", "corrections/"))
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _entry(root: Element, correction: Correction, page: str, folder: str) -> None:
    at = f"#correction-{correction.ref.id}"
    about = [*(ref.title for ref in correction.about), *correction.removed]
    entry = _add(root, "entry")
    _add(entry, "id", page + at)
    more = f" and {len(about) - _NAMED} more" if len(about) > _NAMED else ""
    _add(entry, "title", f"Corrected: {', '.join(about[:_NAMED])}{more}")
    _add(entry, "updated", _instant(correction.on))
    _add(entry, "link", rel="alternate", type="text/html", href=folder + at)
    said = f"It said: {correction.was.text.strip()}\n\nIt says now: {correction.now.text.strip()}"
    _add(entry, "content", said, type="text")


def _add(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    child = ElementTree.SubElement(parent, tag, attributes)
    child.text = text
    return child


def _day(when: Edtf) -> tuple[str, str]:
    return _instant(when), when.text


def _instant(when: Edtf) -> str:
    """The first moment of the earliest day that a date can mean: a feed wants to be that exact."""
    return f"{when.first.isoformat()}T00:00:00Z"
