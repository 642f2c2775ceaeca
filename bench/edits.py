"""One edit, with an earlier build in place: what a whole new process takes to bring the site up to date."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from .builders import Builder
from .measure import Cost, run

_NOTE = "  note: >-\n"


def edit_note(site: Path, number: int) -> Path:
    """Change the first note of an article in the middle of the corpus in `site`; return the file.

    Another `number` gives other words in the place of those of the edit before.
    """
    folders = sorted((site / "content" / "articles").iterdir())
    path = folders[len(folders) // 2] / "annotations.yaml"
    head, note, rest = path.read_text(encoding="utf-8").partition(_NOTE)
    first, _, others = rest.partition("\n")
    kept = f"{first}\n{others}" if not first.strip().startswith("Edited") else others
    path.write_text(f"{head}{note}    Edited for the {number}th time.\n{kept}", encoding="utf-8")
    return path


def edits(builder: Builder, folder: Path, articles: int, times: int) -> Mapping[str, Sequence[Cost]]:
    """Return what `times` edits took, each followed by a build in which nothing has changed, and what Python takes."""
    builder.clear(folder, articles)
    command = builder.command(folder, articles)
    run(command, builder.tool)
    runs: dict[str, list[Cost]] = {"one note changed": [], "nothing changed": [], "`python -c pass`": []}
    for number in range(1, times + 1):
        edit_note(builder.site(folder, articles), number)
        os.sync()
        runs["one note changed"].append(run(command, builder.tool))
        runs["nothing changed"].append(run(command, builder.tool))
        runs["`python -c pass`"].append(run([command[0], "-c", "pass"], builder.tool))
    return {f"{builder.name}: {name}" if "`" not in name else name: costs for name, costs in runs.items()}
