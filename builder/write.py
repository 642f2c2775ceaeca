"""Pages and files into `_site/`: the finished site takes the old one's place in one step.

All is written to a folder beside it first, so that a build that fails, is killed or finds the disk
full leaves the last good site as it was.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from .problems import BuildFailed, Place, Problem

MARKER = ".explainer-site"
"the file by which we know a site of ours"
_NO_JEKYLL = ".nojekyll"
"keeps GitHub Pages from running Jekyll over the site"


def write(out: Path, files: Iterable[tuple[str, str | bytes]], folders: Mapping[str, Path]) -> None:
    """Put `files` (path, and text or bytes) and copies of `folders` (by path) in place as the site in `out`.

    Raises `BuildFailed` if `out` holds something that is not a site of ours, or cannot be written.
    """
    out = out.resolve()
    _refuse_foreign(out)
    fresh, old = _beside(out, "new"), _beside(out, "old")
    try:
        restore(out)
        shutil.rmtree(fresh, ignore_errors=True)
        _fill(fresh, files, folders)
        _swap(out, fresh, old)
    except OSError as wrong:
        shutil.rmtree(fresh, ignore_errors=True)
        reason = wrong.args[0][0][-1] if isinstance(wrong, shutil.Error) else wrong.strerror
        message = f"cannot be written ({reason}); the last good site is untouched"
        raise BuildFailed([Problem(Place(out.as_posix()), "write", message)]) from wrong


def _refuse_foreign(folder: Path) -> None:
    """Raise `BuildFailed` if `folder` is something that we did not make and that is not empty."""
    if not folder.exists() or (folder / MARKER).is_file() or (folder.is_dir() and not any(folder.iterdir())):
        return
    message = "holds files that this builder did not write; name another folder with `--out`, or empty it"
    raise BuildFailed([Problem(Place(folder.as_posix()), "write", message)])


def _fill(folder: Path, files: Iterable[tuple[str, str | bytes]], folders: Mapping[str, Path]) -> None:
    folder.mkdir(parents=True)
    for name in (MARKER, _NO_JEKYLL):
        (folder / name).touch()
    for name, source in folders.items():
        shutil.copytree(source, folder / name)
    for name, held in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(held if isinstance(held, bytes) else held.encode())


def _swap(out: Path, fresh: Path, old: Path) -> None:
    if out.exists():
        out.replace(old)
    try:
        fresh.replace(out)
    except OSError:
        restore(out)
        raise
    shutil.rmtree(old, ignore_errors=True)


def restore(out: Path) -> None:
    """Take back the last good site in `out`, if a build was killed between the two steps of putting a new one there."""
    out = out.resolve()
    old = _beside(out, "old")
    if old.exists() and not out.exists():
        old.replace(out)
    shutil.rmtree(old, ignore_errors=True)


def _beside(out: Path, which: str) -> Path:
    return out.with_name(f"{out.name}.builder-{which}")
