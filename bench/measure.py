"""Whole processes, measured: wall and CPU seconds, and the memory of a process and all below it together."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from time import perf_counter

_OFTEN = 0.02
"seconds between two looks at the memory"
_TAIL = 2000
"letters of what a failed process said"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a command took."""

    wall: float
    cpu: float
    "user and system seconds of the process and of all below it that it waited for"
    peak: int = 0
    "bytes of all its processes together, shared pages once; 0 where memory was not looked at"


class Failed(Exception):
    """A measured command did not end well."""


def run(command: Sequence[str], folder: Path, more: Mapping[str, str] | None = None, memory: bool = False) -> Cost:
    """Return what it takes to run `command` in `folder`, with `more` in its environment.

    With `memory` its peak is looked for, too: that takes processor time of its own, so that the rest is no measure.
    """
    with tempfile.TemporaryFile() as told:
        start = perf_counter()
        process = subprocess.Popen(command, cwd=folder, env={**os.environ, **(more or {})}, stdout=told, stderr=told)
        with _Watch(process.pid, memory) as watch:
            _, status, used = os.wait4(process.pid, 0)
            wall = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            told.seek(0)
            raise Failed(f"{' '.join(command)}\n{told.read().decode(errors='replace')[-_TAIL:]}")
    return Cost(wall, used.ru_utime + used.ru_stime, watch.peak)


class _Watch:
    """Looks every now and then at the memory of a process and all below it, while it is entered."""

    def __init__(self, process: int, looks: bool) -> None:
        self.peak = 0
        self._process = process
        self._ended = Event()
        self._thread = Thread(target=self._look, daemon=True) if looks else None

    def __enter__(self) -> _Watch:
        if self._thread:
            self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        if self._thread:
            self._thread.join()

    def _look(self) -> None:
        while not self._ended.wait(_OFTEN):
            self.peak = max(self.peak, sum(map(_share, _below(self._process))))


def _below(process: int) -> list[int]:
    """Return a process and all below it that still run."""
    processes, waiting = [], [process]
    while waiting:
        here = waiting.pop()
        processes.append(here)
        try:
            tasks = list(Path(f"/proc/{here}/task").iterdir())
            waiting += [int(child) for task in tasks for child in (task / "children").read_text().split()]
        except OSError:
            continue  # it has ended meanwhile
    return processes


def _share(process: int) -> int:
    """Return the bytes of memory of a process; of a page that several share, its part (PSS)."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in a folder after a build."""

    pages: int
    "files of HTML"
    html: int
    "bytes of them"
    total: int
    "bytes of all files"


def written(folder: Path) -> Written:
    """Return how many pages and bytes a build has written into `folder`."""
    sizes = [(path.suffix == ".html", path.stat().st_size) for path in folder.rglob("*") if path.is_file()]
    html = [size for is_page, size in sizes if is_page]
    return Written(len(html), sum(html), sum(size for _, size in sizes))
