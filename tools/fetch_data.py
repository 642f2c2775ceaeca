"""Fetch the data of a published edition: its head, `data/records.json`, and the parts that the head leads to.

Usage: fetch_data.py ADDRESS FOLDER. Ends with 0 when all of it is in FOLDER, with 4 where no edition stands at ADDRESS.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

HEAD = "records.json"
NONE_THERE = 4
SECONDS = 60
"that a host has for an answer"


class NotFetched(Exception):
    """A file could not be fetched; its text says which and why."""


def main(address: str, folder: Path) -> int:
    """Fetch the data of the edition at `address` into `folder`; return how the program ends."""
    base = address.rstrip("/") + "/data/"
    try:
        if not fetch(base, folder, HEAD, may_miss=True):
            return NONE_THERE
        with ThreadPoolExecutor(8) as threads:
            list(threads.map(partial(fetch, base, folder), parts((folder / HEAD).read_bytes())))
    except NotFetched as wrong:
        print(f"The published edition could not be fetched: {wrong}. Try again.", file=sys.stderr)
        return 1
    return 0


def fetch(base: str, folder: Path, path: str, may_miss: bool = False) -> bool:
    """Fetch one file; return whether it is there. Raise `NotFetched` if it is not, unless it `may_miss`."""
    try:
        with urlopen(base + path, timeout=SECONDS) as answer:
            file = answer.read()
    except HTTPError as refused:
        if refused.code == 404 and may_miss:
            return False
        raise NotFetched(f"{base}{path} answered {refused.code}") from refused
    except (OSError, HTTPException, ValueError) as wrong:
        raise NotFetched(f"{base}{path} did not answer ({wrong})") from wrong
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_bytes(file)
    return True


def parts(head: bytes) -> Iterator[str]:
    """Yield the addresses of the parts; none of a head that holds all records, nor of one that `check` will refuse."""
    try:
        for name, size in json.loads(head)["collections"].items():
            if re.fullmatch("[a-z]+", name):
                yield from (f"{name}/{number}.json" for number in range(size["parts"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        return


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
