"""Corrections as a feed that readers can follow: Atom 1.0 (RFC 4287), the older ones in archives (RFC 5005)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from ..dates import Edtf
from ..edition import Correction, Edition

_MOST = 100
"of the corrections in the feed, and in each of its archives"
_NAMED = 3
"of the records that a correction is about, in the title of its entry"
_ATOM = "http://www.w3.org/2005/Atom"
_TYPE = "application/atom+xml"
_HISTORY = "http://purl.org/syndication/history/1.0"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def feeds(edition: Edition, url: str, spots: Mapping[str, str] = MappingProxyType({})) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of the feed of corrections and of its archives; `url` is that of the site's root.

    The feed has the latest corrections. An archive has as many, counted from the first of all, and leads to the one
    before it alone: it is written once, and a new correction leaves it as it is.
    """
    corrections = sorted(edition.corrections.values(), key=lambda correction: (correction.on.key, correction.ref.id))
    archives = max(len(corrections) - 1, 0) // _MOST
    yield f"corrections/{_file()}", _feed(edition, url, spots, corrections[-_MOST:], before=archives)
    for number in range(1, archives + 1):
        part = corrections[(number - 1) * _MOST : number * _MOST]
        yield f"corrections/{_file(number)}", _feed(edition, url, spots, part, number, before=number - 1)


def _file(number: int = 0) -> str:
    """The name of the archive of this `number`, counted from 1; of the feed itself without one."""
    return f"feed-{number}.xml" if number else "feed.xml"


def _feed(
    edition: Edition,
    url: str,
    spots: Mapping[str, str],
    corrections: Sequence[Correction],
    number: int = 0,
    *,
    before: int,
) -> str:
    """The feed, or with a `number` an archive, of `corrections`, the latest first; `before` it is that archive.

    An entry leads to where its correction stands by now (`spots`), and keeps the name that it was given first.

    Its date is that of the latest correction, or where there is none the day that the site calls today.
    """
    site, page = edition.site, f"{url}corrections/"
    root = Element("feed", {"xmlns": _ATOM, _LANGUAGE: site.language})
    _add(root, "id", page)
    _add(root, "title", f"{site.title}: corrections")
    _add(root, "updated", _instant(max((correction.on for correction in corrections), key=_day, default=site.as_of)))
    _add(_add(root, "author"), "name", site.publisher or site.title)
    _add(root, "link", rel="self", type=_TYPE, href=page + _file(number))
    _add(root, "link", rel="alternate", type="text/html", href=page)
    _history(root, page, number, before)
    for correction in reversed(corrections):
        _entry(root, correction, page, url + spots.get(f"correction-{correction.ref.id}", "corrections/"))
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _history(root: Element, page: str, number: int, before: int) -> None:
    """Say of an archive that it is one, and lead on to what came before."""
    if number:
        _add(root, "fh:archive", **{"xmlns:fh": _HISTORY})
        _add(root, "link", rel="current", type=_TYPE, href=page + _file())
    if before:
        _add(root, "link", rel="prev-archive", type=_TYPE, href=page + _file(before))


def _entry(root: Element, correction: Correction, page: str, folder: str) -> None:
    at = f"#correction-{correction.ref.id}"
    about = [*(ref.title for ref in correction.about), *correction.removed]
    entry = _add(root, "entry")
    _add(entry, "id", page + at)
    more = f" and {len(about) - _NAMED} more" if len(about) > _NAMED else ""
    _add(entry, "title", f"Corrected: {', '.join(about[:_NAMED])}{more}")
    _add(entry, "updated", _instant(correction.on))
    _add(entry, "link", rel="alternate", type="text/html", href=folder + at)
    wordings = f"It said: {correction.was.text.strip()}\n\nIt says now: {correction.now.text.strip()}"
    _add(entry, "content", wordings, type="text")


def _add(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    child = ElementTree.SubElement(parent, tag, attributes)
    child.text = text
    return child


def _day(when: Edtf) -> tuple[str, str]:
    return _instant(when), when.text


def _instant(when: Edtf) -> str:
    """The first moment of the earliest day that a date can mean: a feed wants to be that exact."""
    return f"{when.first.isoformat()}T00:00:00Z"
