"""Entries into the files of a search index. The door to Pagefind, and to cbor2, which reads what it wrote.

Pagefind's program is spoken to as its own libraries do it: one message a request, JSON in base64,
a comma after each, on its standard input and output.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import IO, Any

import cbor2

from .problems import BuildFailed, Place, Problem

FOLDER = "pagefind/"
"where the index stands in the site"
_UNUSED = ("pagefind-ui", "pagefind-modular", "pagefind-component", "pagefind-highlight")
"what Pagefind adds for those who want its own looks"
_SIGNATURE = b"pagefind_dcd"
"what each file of the index begins with once it is unpacked"
_FILTERS = 3
"the place of the filters in the head of the index"
_AT = Place("search")

Message = Mapping[str, Any]


def index(entries: Iterable[tuple[str, str]]) -> tuple[list[tuple[str, bytes]], tuple[Problem, ...]]:
    """Return the index of `entries` (address from the site's root, and HTML) as files: path and bytes, by path.

    Where Pagefind's program is missing, no file and a warning; raises `BuildFailed` where it fails.
    """
    program = _program()
    if program is None:
        message = "Pagefind's program is missing, so the site has no search; `pip install 'pagefind[bin]'`, then build"
        return [], (Problem(_AT, "search", message, severity="warning"),)
    answers = _asked(program, list(_requests(entries)))
    files = next((answer["files"] for answer in answers if answer.get("type") == "GetFiles"), None)
    wrong = [answer for answer in answers if answer.get("type") == "Error"]
    if files is None or wrong:
        reason = wrong[0]["message"] if wrong else "it ended before it had answered"
        raise BuildFailed([Problem(_AT, "search", f"Pagefind failed: {reason}; the last good site is untouched")])
    contents = {
        file["path"]: base64.b64decode(file["content"]) for file in files if not file["path"].startswith(_UNUSED)
    }
    return sorted((FOLDER + path, content) for path, content in _steady(contents).items()), ()


def _steady(files: dict[str, bytes]) -> dict[str, bytes]:
    """Pagefind's files with the list of filters by name: it has them in another order every time.

    The list stands in the index's own head, whose name is taken from what it holds.
    """
    entry = files["pagefind-entry.json"].decode()
    for language in json.loads(entry)["languages"].values():
        old, path = language["hash"], f"pagefind.{language['hash']}.pf_meta"
        head = cbor2.loads(gzip.decompress(files.pop(path)).removeprefix(_SIGNATURE))
        head[_FILTERS].sort()
        written = _SIGNATURE + cbor2.dumps(head)
        new = f"{old.partition('_')[0]}_{hashlib.sha256(written).hexdigest()[:13]}"
        files[path.replace(old, new)] = gzip.compress(written, mtime=0)
        entry = entry.replace(old, new)
    return {**files, "pagefind-entry.json": entry.encode()}


def _program() -> Path | None:
    try:
        from pagefind.service import get_executable  # noqa: PLC0415, an extra that a site can do without
    except ImportError:
        return None
    executable = get_executable()
    return executable if executable and executable.is_file() else None


def _requests(entries: Iterable[tuple[str, str]]) -> Iterator[Message]:
    yield {"type": "NewIndex", "config": {"keep_index_url": True}}
    for url, html in entries:
        yield {"type": "AddFile", "index_id": 0, "url": url, "file_contents": html}
    yield {"type": "GetFiles", "index_id": 0}


def _asked(program: Path, requests: list[Message]) -> list[dict[str, Any]]:
    """Ask all at once in a thread of its own: answers would fill the pipe while nobody reads them."""
    with subprocess.Popen(
        [program, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as running:
        assert running.stdin and running.stdout  # as asked for: both are pipes
        asking = Thread(target=_ask, args=(running.stdin, requests))
        asking.start()
        output = _answers(running.stdout, len(requests))
        asking.join()
        running.terminate()  # it waits for more requests otherwise
        with suppress(BrokenPipeError):
            running.stdin.close()
    try:
        return [json.loads(base64.b64decode(answer))["payload"] for answer in output.split(b",")[:-1]]
    except ValueError:
        return []  # no answer in its own language


def _ask(pipe: IO[bytes], requests: list[Message]) -> None:
    with suppress(BrokenPipeError):  # it has ended: what it did not answer says so
        for number, payload in enumerate(requests, 1):
            pipe.write(base64.b64encode(json.dumps({"message_id": number, "payload": payload}).encode()) + b",")
        pipe.flush()


def _answers(pipe: IO[bytes], number: int) -> bytes:
    """What is said until so many answers are complete, or nothing more comes."""
    output, complete = bytearray(), 0
    while complete < number and (piece := pipe.read1()):  # type: ignore[attr-defined]
        output += piece
        complete += piece.count(b",")
    return bytes(output)
