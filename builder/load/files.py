"""Folders into texts: which files there are, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..places import File
from ..problems import Place, Problem


def collection_files(content: Path, name: str) -> Iterator[Path]:
    """Yield the files of the collection `name`: `name.yaml` and every `*.yaml` below `name/`, in order."""
    if (content / f"{name}.yaml").is_file():
        yield content / f"{name}.yaml"
    yield from sorted((content / name).rglob("*.yaml"))


def read(path: Path, root: Path) -> File | Problem:
    """Return the text of the file at `path`, which lies below `root`; or what forbids to read it."""
    name = path.relative_to(root).as_posix()
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return Problem(Place(name), "file", "there is no such file; make it, or delete its folder")
    except OSError as wrong:
        return Problem(Place(name), "file", f"cannot be read: {wrong.strerror}")
    except UnicodeDecodeError as wrong:
        before = wrong.object[: wrong.start].decode()
        return Problem(
            File(name, before).place(len(before)), "file", "is not UTF-8 text; save it as UTF-8 in your editor"
        )
    return File(name, text.replace("\r\n", "\n"))
