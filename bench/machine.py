"""What figures were measured on, and with what: without it they say little."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path


def described(root: Path, hugo: str) -> Iterator[str]:
    """Yield lines on the machine, its load and the versions of what is measured; `root` holds the builder."""
    processor = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    name = processor[1] if processor else platform.machine()
    yield f"{name}, {os.cpu_count()} cores, {memory:.0f} GiB; {platform.system()} {platform.release()}"
    yield "load at the start: " + ", ".join(f"{load:.2f}" for load in os.getloadavg())
    changed = " with changes" if _answer(["git", "status", "--porcelain", "--", "builder", "templates"], root) else ""
    commit = _answer(["git", "rev-parse", "--short", "HEAD"], root) or "unknown"
    yield f"Python {platform.python_version()}; builder of {commit}{changed}; {_version(hugo)}"


def _version(hugo: str) -> str:
    """Return Hugo's name and number, without the rest of what it says of itself."""
    stated = re.search(r"hugo v\S+", _answer([hugo, "version"], Path()))
    return stated[0] if stated else "hugo of an unknown version"


def _answer(command: Sequence[str], folder: Path) -> str:
    try:
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""
