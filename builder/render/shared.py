"""Parts of pages that say the same wherever they stand: each printed once for all pages of one depth.

What a part shows must follow from the values that it is given: it links, but it numbers no sources and names no cards.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import Environment, Template
from markupsafe import Markup

from ..dates import Edtf
from ..edition import Edition, Reference
from . import urls
from .menu import menu


class Links:
    """The way from a page to everything else: up to the site's root, and down again."""

    def __init__(self, root: str, spots: Mapping[str, str] = urls.NOWHERE) -> None:
        self.root = root
        "the address of the site's root as the page writes it: empty, `../` as often as needed, or absolute"
        self.spots = spots
        "where things stand that have no page of their own"

    def path(self, target: str) -> str:
        """Return the link to the folder or file `target` of the site."""
        return self.root + (target if self.root.startswith("/") else urls.file(target))

    def href(self, ref: Reference) -> str:
        """Return the link to a record."""
        at = urls.fragment(ref)
        return self.path(urls.folder(ref, self.spots)) + (f"#{at}" if at else "")

    def card_id(self, ref: Reference) -> str:
        """Return the id of the card of a record."""
        return f"card-{ref.kind}-{ref.id}"


class Parts:
    """The parts that have been printed, by name, depth and values."""

    def __init__(self, environment: Environment, edition: Edition, spots: Mapping[str, str]) -> None:
        self._environment = environment
        self.spots = spots
        self._shown = {"edition": edition, "site": edition.site, "menu": menu(edition)}
        self._templates: dict[str, Template] = {}
        self._printed: dict[tuple[str, ...], Markup] = {}

    def printed(self, name: str, root: str, values: Mapping[str, Any]) -> Markup:
        """Return the part `name` for `values` (records, references, dates or words), on pages that write `root`."""
        key = (name, root, *map(_key, values.values()))
        part = self._printed.get(key)
        if part is None:
            part = self._printed[key] = self.printed_for(SharedLinks(self, root), name, values)
        return part

    def printed_for(self, at: Links, name: str, values: Mapping[str, Any]) -> Markup:
        """Return the part `name` for `values` with the links of `at`."""
        if name not in self._templates:
            self._templates[name] = self._environment.get_template(f"parts/{name}.html")
        template = self._templates[name]
        return Markup(template.render(**self._shown, at=at, **values))


class SharedLinks(Links):
    """What a part may ask for: links, and other parts."""

    def __init__(self, parts: Parts, root: str) -> None:
        super().__init__(root, parts.spots)
        self._parts = parts

    def part(self, name: str, **values: Any) -> Markup:
        """Return another part."""
        return self._parts.printed(name, self.root, values)


def _key(value: Any) -> str:
    """What tells a value from others of its kind."""
    match value:
        case str():
            return value
        case Edtf():
            return value.text
        case tuple():
            return " ".join(map(_key, value))
        case Reference():
            return f"{value.kind}:{value.within}:{value.id}"
        case _:
            return f"{value.ref.kind}:{value.ref.within}:{value.ref.id}"
