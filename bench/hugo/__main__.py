"""The command line: `python -m bench.hugo FOLDER --articles N [--seed 1]`."""

from __future__ import annotations

import argparse
from pathlib import Path

from . import write_hugo


def main() -> None:
    """Write Hugo's site of the corpus that was asked for."""
    options = argparse.ArgumentParser(prog="python -m bench.hugo", description="Write a corpus as a site for Hugo.")
    options.add_argument("folder", type=Path, help="where it is written; it must not be there yet, or be empty")
    options.add_argument("--articles", type=int, required=True)
    options.add_argument("--seed", type=int, default=1)
    asked = options.parse_args()
    if asked.folder.exists() and any(asked.folder.iterdir()):
        options.error(f"{asked.folder} is not empty")
    print(write_hugo(asked.folder, asked.articles, asked.seed), "files of content in", asked.folder)


if __name__ == "__main__":
    main()
