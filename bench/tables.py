"""Costs as tables in Markdown: medians with what lies around them, ratios pair by pair, growth."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from statistics import median

from .measure import Cost, Written

_MEBI = 2**20
_COLUMNS = (
    "wall, s",
    "CPU, s",
    "peak, MiB",
    "pages",
    "HTML, MB",
    "all, MB",
    "wall, ms a page",
    "CPU, ms a page",
)


@dataclass(frozen=True)
class Result:
    """What a builder took for a corpus of one size: a cost for each turn, the peak of one more, what it wrote."""

    costs: Sequence[Cost]
    peak: int
    written: Written

    def middle(self, of: Callable[[Cost], float]) -> float:
        """Return the median of a part of the costs."""
        return median(map(of, self.costs))


Results = Mapping[int, Mapping[str, Result]]
"by size and the name of a builder"


def _wall(cost: Cost) -> float:
    return cost.wall


def _cpu(cost: Cost) -> float:
    return cost.cpu


def costs(results: Results) -> Iterator[str]:
    """Yield the table of what each build took."""
    yield f"| articles | builder | {' | '.join(_COLUMNS)} |"
    yield f"| ---: | --- | {' | '.join('---:' for _ in _COLUMNS)} |"
    for articles, by_name in results.items():
        for name, result in by_name.items():
            pages = result.written.pages
            cells = (
                f"{articles:,}",
                name,
                _spread([cost.wall for cost in result.costs]),
                _spread([cost.cpu for cost in result.costs]),
                f"{result.peak / _MEBI:,.0f}" if result.peak else "–",
                f"{pages:,}",
                f"{result.written.html / 1e6:,.1f}",
                f"{result.written.total / 1e6:,.1f}",
                f"{1000 * result.middle(_wall) / pages:.2f}",
                f"{1000 * result.middle(_cpu) / pages:.2f}",
            )
            yield f"| {' | '.join(cells)} |"


def ratios(results: Results, against: str) -> Iterator[str]:
    """Yield the table of each builder against the one called `against`, turn by turn."""
    yield f"| articles | builder, against {against} | wall | CPU | peak | wall a page |"
    yield "| ---: | --- | ---: | ---: | ---: | ---: |"
    for articles, by_name in results.items():
        base = by_name[against]
        for name, result in by_name.items():
            if name != against:
                pages = base.written.pages / result.written.pages
                peak = f"{result.peak / base.peak:.2f}" if base.peak and result.peak else "–"
                wall = _pairs(result, base, _wall)
                cells = (_spread(wall), _spread(_pairs(result, base, _cpu)), peak, f"{median(wall) * pages:.2f}")
                yield f"| {articles:,} | {name} | {' | '.join(cells)} |"


def _pairs(result: Result, base: Result, of: Callable[[Cost], float]) -> list[float]:
    return [of(cost) / of(other) for cost, other in zip(result.costs, base.costs, strict=True)]


def growth(results: Results) -> Iterator[str]:
    """Yield the table of how each builder grows from one size to the next: 1 is linear in articles."""
    sizes = sorted(results)
    yield "| builder | from | to | wall | CPU | peak |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for small, large in pairwise(sizes):
        for name in results[small]:
            few, many = results[small][name], results[large][name]
            parts = [(few.middle(of), many.middle(of)) for of in (_wall, _cpu)] + [(few.peak, many.peak)]
            cells = [f"{log(more / less) / log(large / small):.2f}" if less and more else "–" for less, more in parts]
            yield f"| {name} | {small:,} | {large:,} | {' | '.join(cells)} |"


def _spread(values: Sequence[float]) -> str:
    """Return the median of some values, with the least and the greatest of them."""
    return f"{median(values):.2f} ({min(values):.2f}–{max(values):.2f})"


def edits(results: Mapping[int, Mapping[str, Sequence[Cost]]]) -> Iterator[str]:
    """Yield the table of what whole processes took with an earlier build in place."""
    yield "| articles | what | wall, s | CPU, s |"
    yield "| ---: | --- | ---: | ---: |"
    for articles, by_name in results.items():
        for name, runs in by_name.items():
            wall, cpu = _spread([cost.wall for cost in runs]), _spread([cost.cpu for cost in runs])
            yield f"| {articles:,} | {name} | {wall} | {cpu} |"
