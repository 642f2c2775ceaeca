"""The command line: `python -m bench.corpus FOLDER --articles N [--seed 1]`."""

from __future__ import annotations

import argparse
from pathlib import Path

from . import write_site


def main() -> None:
    """Write the site that was asked for, and say how many records it has."""
    options = argparse.ArgumentParser(prog="python -m bench.corpus", description="Write a whole made-up site.")
    options.add_argument("folder", type=Path, help="where it is written; it must not be there yet, or be empty")
    options.add_argument("--articles", type=int, required=True)
    options.add_argument("--seed", type=int, default=1)
    asked = options.parse_args()
    if asked.folder.exists() and any(asked.folder.iterdir()):
        options.error(f"{asked.folder} is not empty")
    plan = write_site(asked.folder, asked.articles, asked.seed)
    print(", ".join(f"{plan.counts[kind]} {kind}s" for kind in plan.counts), "in", asked.folder)


if __name__ == "__main__":
    main()
