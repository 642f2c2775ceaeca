"""The builder against Hugo, whole processes in turns: `python -m bench.run --articles 1000 --pairs 5`.

Every build is cold: what an earlier one has left is taken away before. Several sizes show the growth.
A further command of ours is given as `--line NAME COMMAND`, with {python}, {site} and {out} in the command.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from . import tables
from .builders import HUGO, OURS, ROOT, Builder, hugo_program
from .edits import edits
from .machine import described
from .measure import Cost, Failed, run, written
from .tables import Result


def main() -> None:
    """Print the tables that were asked for, in Markdown."""
    asked = _options().parse_args()
    ours = Builder("ours", asked.ours, tool=asked.tool.absolute())
    builders = [Builder("hugo", HUGO, is_hugo=True), ours]
    builders += [replace(ours, name=name, template=command) for name, command in asked.line]
    with _folder(asked.folder) as folder:
        print("\n".join(f"- {line}" for line in described(ours.tool, hugo_program())), flush=True)
        results = {size: _size(builders, folder, size, asked.pairs) for size in asked.articles}
        _print("Cold builds", tables.costs(results))
        _print("In turns, pair by pair", tables.ratios(results, "hugo"))
        if len(results) > 1:
            _print("Growth (exponent)", tables.growth(results))
        if asked.edits:
            changed = {size: edits(ours, folder, size, asked.edits) for size in asked.articles}
            _print("With an earlier build in place", tables.edits(changed))


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, nargs="+", default=[1000], help="one size or several")
    options.add_argument("--pairs", type=int, default=5, help="turns: in each, every builder runs once")
    options.add_argument("--ours", default=OURS, help="the command of this builder")
    options.add_argument("--line", action="append", default=[], nargs=2, metavar=("NAME", "COMMAND"), help="another")
    options.add_argument("--tool", type=Path, default=ROOT, help="the folder that holds the builder to be measured")
    options.add_argument("--edits", type=int, default=0, help="so many edits of one note, too")
    options.add_argument("--folder", type=Path, help="where the sites are kept for the next time")
    return options


@contextmanager
def _folder(kept: Path | None) -> Iterator[Path]:
    if kept:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept.absolute()
    else:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            yield Path(folder)


def _size(builders: Sequence[Builder], folder: Path, articles: int, pairs: int) -> dict[str, Result]:
    """Return what each builder takes for a corpus of one size."""
    for builder in builders:
        builder.prepare(folder, articles)
    costs: dict[str, list[Cost]] = {builder.name: [] for builder in builders}
    for pair in range(pairs):
        for builder in builders:
            _tell(f"{articles:,} articles, turn {pair + 1} of {pairs}: {builder.name}")
            costs[builder.name].append(_cold(builder, folder, articles))
    results = {}
    for builder in builders:
        _tell(f"{articles:,} articles, memory: {builder.name}")
        peak = _cold(builder, folder, articles, memory=True).peak
        results[builder.name] = Result(costs[builder.name], peak, written(builder.out(folder, articles)))
    return results


def _cold(builder: Builder, folder: Path, articles: int, memory: bool = False) -> Cost:
    builder.clear(folder, articles)
    os.sync()  # what was written before is not paid for by this run
    return run(builder.command(folder, articles), builder.tool, memory=memory)


def _tell(step: str) -> None:
    print(step, file=sys.stderr, flush=True)


def _print(title: str, lines: Iterator[str]) -> None:
    print(f"\n### {title}\n", *lines, sep="\n", flush=True)


if __name__ == "__main__":
    try:
        main()
    except Failed as failed:
        sys.exit(f"failed: {failed}")
