"""The network into coordinates: actors as dots with their names, relations as lines between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from ..edition import Bond, Network, Node, Reference
from .layout import places

WIDTH = 1040
_LETTER, _LINE = 6.9, 15
"width of a letter of a name, rather too wide than too narrow; height of a line"
_LONGEST = 22
"letters in a line of a name, about"
_PAD = 10
_DOT = 9
"from the top of a node to the middle of its dot, its ring included"
_MOST, _SMALL = 11, 640
"neighbours in the small picture of one actor, and its width"


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


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole picture."""

    width: int
    height: float
    dots: tuple[Dot, ...]
    links: tuple[Link, ...]
    kinds: tuple[tuple[str, str, int], ...]
    "the relations that stand in it: word, label and how many"


def drawing(network: Network) -> Drawing | None:
    """Return the picture of a network; none where nobody stands in a relation."""
    return _drawn(network, WIDTH) if network.bonds else None


def _drawn(network: Network, width: int) -> Drawing:
    names = {node.ref.id: _lines(node.ref.title) for node in network.nodes}
    sizes = {id: (_width(lines), 2 * _DOT + _LINE * len(lines) + _PAD) for id, lines in names.items()}
    boxes, height = places(sizes, [(bond.start.id, bond.end.id) for bond in network.bonds], width)
    tops = {id: round(box.y - box.height / 2 + _DOT, 1) for id, box in boxes.items()}
    dots = tuple(
        Dot(
            node,
            boxes[node.ref.id].x,
            tops[node.ref.id],
            round(boxes[node.ref.id].x - boxes[node.ref.id].width / 2, 1),
            round(boxes[node.ref.id].y - boxes[node.ref.id].height / 2, 1),
            round(boxes[node.ref.id].width, 1),
            boxes[node.ref.id].height,
            tuple(
                (round(tops[node.ref.id] + _DOT + _LINE * (place + 0.85), 1), line)
                for place, line in enumerate(names[node.ref.id])
            ),
        )
        for node in network.nodes
    )
    at = {dot.node.ref.id: (dot.x, dot.y) for dot in dots}
    counts: dict[tuple[str, str], int] = {}
    for bond in network.bonds:
        counts[bond.type, bond.label] = counts.get((bond.type, bond.label), 0) + 1
    kinds = sorted(counts, key=lambda kind: (kind[0] == "", -counts[kind], kind))
    links = tuple(_link(bond, kinds.index((bond.type, bond.label)) + 1, at) for bond in network.bonds)
    return Drawing(width, height, dots, links, tuple((type, label, counts[type, label]) for type, label in kinds))


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


def _link(bond: Bond, kind: int, at: dict[str, tuple[float, float]]) -> Link:
    """A line that ends at the rim of the dot that it leads to, where its arrow stands."""
    (x1, y1), (x2, y2) = at[bond.start.id], at[bond.end.id]
    length = hypot(x2 - x1, y2 - y1) or 1
    rim = (_DOT + 1) / length
    return Link(bond, kind, x1, y1, round(x2 - (x2 - x1) * rim, 1), round(y2 - (y2 - y1) * rim, 1))


def around(network: Network, actor: Reference) -> tuple[Drawing, int] | None:
    """Return the picture of `actor`, those next to it and what joins them, and how many more there are.

    Of many those come first that are joined with most of the others; none where it has fewer than two.
    """
    near = {ref for bond in network.bonds if actor in (bond.start, bond.end) for ref in (bond.start, bond.end)} - {
        actor
    }
    if len(near) < 2:
        return None
    held = [bond for bond in network.bonds if {bond.start, bond.end} <= near]
    weight = {ref: sum(ref in (bond.start, bond.end) for bond in held) for ref in near}
    shown = {actor, *sorted(near, key=lambda ref: (-weight[ref], ref.id))[:_MOST]}
    part = Network(
        tuple(node for node in network.nodes if node.ref in shown),
        tuple(bond for bond in network.bonds if {bond.start, bond.end} <= shown),
        0,
        0,
    )
    return _drawn(part, _SMALL), len(near) + 1 - len(shown)
