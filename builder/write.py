"""Pages and files into `_site/`: the finished site takes the old one's place in one step.

All is written to a folder beside it first, so that a build that fails, is killed or finds the disk
full leaves the last good site as it was.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from .problems import BuildFailed, Place, Problem

MARKER = ".explainer-site"
"the file by which we know a site of ours"
_NO_JEKYLL = ".nojekyll"
"keeps GitHub Pages from running Jekyll over the site"


class Staging:
    """A site that is being written: as a context, it stands in `out` when all goes well, else nothing has changed.

    Several processes may put files into it. Raises `BuildFailed` if `out` holds something that is not a site of ours,
    or cannot be written.
    """

    def __init__(self, out: Path) -> None:
        self._out = out.resolve()
        self._made: set[str] = set()

    def __enter__(self) -> Staging:
        _refuse_foreign(self._out)
        self._fresh, self._old = _beside(self._out, "new"), _beside(self._out, "old")
        with self._told():
            restore(self._out)
            shutil.rmtree(self._fresh, ignore_errors=True)
            self._fresh.mkdir(parents=True)
            for name in (MARKER, _NO_JEKYLL):
                (self._fresh / name).touch()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            with self._told():
                _swap(self._out, self._fresh, self._old)
        shutil.rmtree(self._fresh, ignore_errors=True)

    def put(self, name: str, content: str | bytes) -> None:
        """Write the file `name`: text or bytes."""
        folder = name.rpartition("/")[0]
        with self._told():
            if folder not in self._made:
                (self._fresh / folder).mkdir(parents=True, exist_ok=True)
                self._made.add(folder)
            _save(f"{self._fresh}/{name}", content if isinstance(content, bytes) else content.encode())

    def copy(self, name: str, folder: Path) -> None:
        """Put a copy of `folder` in, as `name`."""
        with self._told():
            shutil.copytree(folder, self._fresh / name)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as wrong:
            shutil.rmtree(self._fresh, ignore_errors=True)
            reason = wrong.args[0][0][-1] if isinstance(wrong, shutil.Error) else wrong.strerror
            message = f"cannot be written ({reason}); the last good site is untouched"
            raise BuildFailed([Problem(Place(self._out.as_posix()), "write", message)]) from wrong


def _save(path: str, content: bytes) -> None:
    """Write a file with as few words to the system as will do: there are many."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666)
    try:
        while content:
            content = content[os.write(file, content) :]
    finally:
        os.close(file)


def write(out: Path, files: Iterable[tuple[str, str | bytes]], folders: Mapping[str, Path]) -> None:
    """Put `files` (path, and text or bytes) and copies of `folders` (by path) in place as the site in `out`."""
    with Staging(out) as site:
        for name, folder in folders.items():
            site.copy(name, folder)
        for name, content in files:
            site.put(name, content)


def _refuse_foreign(folder: Path) -> None:
    """Raise `BuildFailed` if `folder` is something that we did not make and that is not empty."""
    if not folder.exists() or (folder / MARKER).is_file() or (folder.is_dir() and not any(folder.iterdir())):
        return
    message = "holds files that this builder did not write; name another folder with `--out`, or empty it"
    raise BuildFailed([Problem(Place(folder.as_posix()), "write", message)])


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
