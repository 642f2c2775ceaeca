"""Where the nodes of a graph stand: near to those that they are joined with, no label upon another. The door to igraph.

The places come from the spring embedder of Kamada and Kawai (1989), which minds no chance when it begins from a circle.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import igraph

_TURNS = 300
"how often what stands upon another is moved apart, at most"
_TIDY = 40
"how often of these the middles of edges are seen to as well"
_MIDDLE = 12
"the width and height that are kept free about the middle of an edge"


@dataclass(frozen=True, slots=True)
class Box:
    """A node with its label: the middle, and how much room it takes."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, box: Box) -> bool:
        """Return whether the two share more than an edge."""
        return (
            abs(self.x - box.x) < (self.width + box.width) / 2 and abs(self.y - box.y) < (self.height + box.height) / 2
        )


def places(
    sizes: Mapping[str, tuple[float, float]], edges: Sequence[tuple[str, str]], width: int
) -> tuple[dict[str, Box], float]:
    """Return where each node of `sizes` (id to width and height of its label) stands, and how high the whole is.

    Parts that are not joined stand below one another, the largest first; nothing leaves the `width`.
    """
    ids = sorted(sizes)
    import igraph  # noqa: PLC0415, only who draws a network needs it

    graph = igraph.Graph(len(ids), sorted((ids.index(start), ids.index(end)) for start, end in edges))
    parts = sorted(graph.connected_components(), key=lambda part: (-len(part), part))
    boxes: dict[str, Box] = {}
    top = 0.0
    for row in _shelves(parts):
        share = width / len(row)
        lowest = top
        for number, part in enumerate(row):
            spread = _spread(graph.subgraph(part), [ids[node] for node in part], sizes, share)
            for id, box in spread.items():
                boxes[id] = replace(box, x=round(box.x + number * share, 1), y=round(box.y + top, 1))
            lowest = max(lowest, *(boxes[id].y + boxes[id].height / 2 for id in spread))
        top = lowest + 24
    return boxes, round(top, 1)


def _shelves(parts: Sequence[Sequence[int]]) -> list[list[Sequence[int]]]:
    """Parts in rows: a large one alone, small ones three in a row."""
    large = [[part] for part in parts if len(part) > 6]
    small = [part for part in parts if len(part) <= 6]
    return [*large, *(small[start : start + 3] for start in range(0, len(small), 3))]


def _spread(
    graph: igraph.Graph, ids: Sequence[str], sizes: Mapping[str, tuple[float, float]], width: float
) -> dict[str, Box]:
    layout = graph.layout_kamada_kawai(seed=graph.layout_circle().coords)
    layout.fit_into((0, 0, 1, 1), keep_aspect_ratio=False)
    height = 34 * len(ids) ** 0.85
    boxes = {}
    for id, (x, y) in zip(ids, layout.coords, strict=True):
        wide, high = sizes[id]
        room = max(0.0, width - wide)
        boxes[id] = Box(round(wide / 2 + x * room, 1), round(high / 2 + y * height, 1), wide, high)
    return _apart(boxes, [(ids[edge.source], ids[edge.target]) for edge in graph.es], width)


def _apart(boxes: Mapping[str, Box], edges: Sequence[tuple[str, str]], width: float) -> dict[str, Box]:
    """Move what stands upon another apart, the shorter way; what is not free then gives way downwards.

    The middle of each edge is kept free too, as far as it will go, so that it can be seen and pressed.
    """
    placed = dict(boxes)
    ids = sorted(placed)
    for turn in range(_TURNS):
        moved = False
        for place, first in enumerate(ids):
            for second in ids[place + 1 :]:
                if placed[first].meets(placed[second]):
                    placed[first], placed[second] = _pushed(placed[first], placed[second], width)
                    moved = True
        moved = (turn < _TIDY and _off_middles(placed, edges, width)) or moved
        if not moved:
            break
    top = min(box.y - box.height / 2 for box in placed.values())
    return _stacked({id: replace(box, x=round(box.x, 1), y=round(box.y - top, 1)) for id, box in placed.items()})


def _off_middles(placed: dict[str, Box], edges: Sequence[tuple[str, str]], width: float) -> bool:
    """Move in `placed` the nodes that stand upon the middle of an edge off it; return whether any did."""
    moved = False
    for start, end in edges:
        tail, head = placed[start], placed[end]
        middle = Box((tail.x + head.x) / 2, (tail.y + head.y) / 2, _MIDDLE, _MIDDLE)
        for id in [id for id, box in placed.items() if start != end and box.meets(middle)]:
            placed[id] = _pushed(placed[id], middle, width)[0]
            moved = True
    return moved


def _stacked(boxes: Mapping[str, Box]) -> dict[str, Box]:
    free: dict[str, Box] = {}
    for id in sorted(boxes, key=lambda id: (boxes[id].y, id)):
        box = boxes[id]
        while upon := [placed for placed in free.values() if box.meets(placed)]:
            box = replace(box, y=round(max(placed.y + (placed.height + box.height) / 2 for placed in upon) + 0.1, 1))
        free[id] = box
    return free


def _pushed(first: Box, second: Box, width: float) -> tuple[Box, Box]:
    across = (first.width + second.width) / 2 - abs(first.x - second.x)
    down = (first.height + second.height) / 2 - abs(first.y - second.y)
    if across < down:
        step = across / 2 + 0.5
        left, right = (-step, step) if first.x < second.x else (step, -step)
        return replace(first, x=_within(first, first.x + left, width)), replace(
            second, x=_within(second, second.x + right, width)
        )
    step = down / 2 + 0.5
    up, low = (-step, step) if first.y <= second.y else (step, -step)
    return replace(first, y=first.y + up), replace(second, y=second.y + low)


def _within(box: Box, x: float, width: float) -> float:
    return max(box.width / 2, min(width - box.width / 2, x))
