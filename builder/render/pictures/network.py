"""The network into coordinates: actors as dots with their names, relations as lines between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import hypot, sqrt

from ...edition import Bond, Network, Node, Reference
from .layout import Box, places

WIDTH = 1040
Kind = tuple[str, str]
"a relation: its word in site.yaml, nothing for belonging, and its label"
_LETTER, _LINE = 6.9, 15
"width of a letter of a name, rather too wide than too narrow; height of a line"
_LONGEST = 22
"letters in a line of a name, about"
_PAD = 10
_GAP = 16
"between any two nodes, so that a line has a stretch that neither covers"
_LANE = 8
"between the lines of two that are joined more than once"
_BAR = 12
"the stroke across a line that has ended"
_DOT = 9
"from the top of a node to the middle of its dot, its ring included"


@dataclass(frozen=True, slots=True)
class Dot:
    """An actor in the picture: the dot stands above the lines of its name, all in one box that can be hit."""

    node: Node
    x: float
    y: float
    left: float
    top: float
    width: float
    height: float
    lines: tuple[tuple[float, str], ...]
    "each with its place from the top"


@dataclass(frozen=True, slots=True)
class Link:
    """A relation in the picture, from dot to dot."""

    bond: Bond
    kind: int
    "the number of its relation, from 1, as the legend has it"
    x1: float
    y1: float
    x2: float
    y2: float
    bar: tuple[float, float, float, float]
    "a short stroke across its middle: the mark of what has ended"


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole picture."""

    width: int
    height: float
    dots: tuple[Dot, ...]
    links: tuple[Link, ...]
    "the longest first: where two lie upon each other the shorter is on top, for it has less that is free"
    bonds: tuple[Bond, ...]
    "the same in the order of a list"
    kinds: tuple[tuple[str, str, int, int], ...]
    "the relations that stand in it: word, label, how many, and the number that it has in every picture"


def drawing(network: Network) -> Drawing | None:
    """Return the picture of a network; none where nobody stands in a relation."""
    return drawn(network, WIDTH, numbered(network.bonds)) if network.bonds else None


def drawn(network: Network, width: int, numbers: Mapping[Kind, int]) -> Drawing:
    """Return the picture of a network in so many pixels; relations have the `numbers` of all pictures."""
    names = {node.ref.id: _lines(node.ref.title) for node in network.nodes}
    sizes = {id: (_width(lines) + _GAP, 2 * _DOT + _LINE * len(lines) + _GAP) for id, lines in names.items()}
    boxes, height = places(sizes, [(bond.start.id, bond.end.id) for bond in network.bonds], width)
    dots = tuple(_dot(node, boxes[node.ref.id], names[node.ref.id]) for node in network.nodes)
    counts = Counter((bond.type, bond.label) for bond in network.bonds)
    kinds = tuple((*kind, counts[kind], number) for kind, number in numbers.items() if kind in counts)
    return Drawing(width, height, dots, _links(network.bonds, dots, numbers), network.bonds, kinds)


def numbered(bonds: Iterable[Bond]) -> dict[Kind, int]:
    """Return the relations, the most frequent first and belonging last, each with its number from 1."""
    counts = Counter((bond.type, bond.label) for bond in bonds)
    kinds = sorted(counts, key=lambda kind: (kind[0] == "", -counts[kind], kind))
    return {kind: number for number, kind in enumerate(kinds, 1)}


def _dot(node: Node, box: Box, lines: Sequence[str]) -> Dot:
    top = box.y - (box.height - _GAP) / 2
    return Dot(
        node,
        x=box.x,
        y=round(top + _DOT, 1),
        left=round(box.x - (box.width - _GAP) / 2, 1),
        top=round(top, 1),
        width=round(box.width - _GAP, 1),
        height=round(box.height - _GAP, 1),
        lines=tuple((round(top + 2 * _DOT + _LINE * (place + 0.85), 1), line) for place, line in enumerate(lines)),
    )


def _links(bonds: Sequence[Bond], dots: Sequence[Dot], numbers: Mapping[Kind, int]) -> tuple[Link, ...]:
    """The lines; those that join the same two, whichever way, run beside one another."""
    at = {dot.node.ref: (dot.x, dot.y) for dot in dots}
    lanes = Counter(frozenset((bond.start, bond.end)) for bond in bonds)
    met: Counter[frozenset[Reference]] = Counter()
    links = []
    for bond in bonds:
        pair = frozenset((bond.start, bond.end))
        aside = (met[pair] - (lanes[pair] - 1) / 2) * _LANE
        met[pair] += 1
        links.append(_link(bond, numbers[bond.type, bond.label], at, aside if bond.start.id < bond.end.id else -aside))
    return tuple(sorted(links, key=lambda link: (-hypot(link.x2 - link.x1, link.y2 - link.y1), link.bond.id)))


def _width(lines: Sequence[str]) -> float:
    return max(len(line) for line in lines) * _LETTER + _PAD


def _lines(name: str) -> tuple[str, ...]:
    """A name in lines of about the same length, broken between words."""
    lines = [""]
    for word in name.split():
        if lines[-1] and len(lines[-1]) + len(word) >= _LONGEST:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return tuple(lines)


def _link(bond: Bond, kind: int, at: Mapping[Reference, tuple[float, float]], aside: float) -> Link:
    """A line, `aside` to its left, that ends at the rim of the dot that it leads to, where its arrow stands."""
    (x1, y1), (x2, y2) = at[bond.start], at[bond.end]
    length = hypot(x2 - x1, y2 - y1) or 1
    along, across = (x2 - x1) / length, (y2 - y1) / length
    left, up = across * aside, -along * aside
    rim = sqrt(max(0.0, (_DOT + 1) ** 2 - aside**2))
    start = x1 + left, y1 + up
    end = x2 + left - along * rim, y2 + up - across * rim
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    reach = across * _BAR / 2, -along * _BAR / 2
    bar = (middle[0] - reach[0], middle[1] - reach[1], middle[0] + reach[0], middle[1] + reach[1])
    return Link(bond, kind, *_rounded(*start, *end), _rounded(*bar))


def _rounded(x1: float, y1: float, x2: float, y2: float) -> tuple[float, float, float, float]:
    return round(x1, 1), round(y1, 1), round(x2, 1), round(y2, 1)
