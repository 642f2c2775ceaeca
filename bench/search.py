"""How long an index of many pages takes, how large it is, and what one search of it loads: `make bench-search`."""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from threading import Thread
from time import perf_counter

from playwright.sync_api import sync_playwright

from builder import search

PAGE = """<!DOCTYPE html><html lang="en"><title>{0}</title><body data-pagefind-body><h1>{0}</h1><p>{1}</p>
<meta data-pagefind-filter="kind {2}[content]" content="1"></body></html>"""
ASKED = """async ([words, filters]) => {
  const pagefind = await import("/pagefind/pagefind.js");
  await pagefind.init();
  const found = await pagefind.search(words, { filters });
  await Promise.all(found.results.slice(0, 20).map((one) => one.data()));
  return found.results.length;
}"""


def entries(number: int, seed: int = 7) -> Iterator[tuple[str, str]]:
    """Yield so many made-up pages of 120 words, a few words common and most rare, as in any language."""
    chance = random.Random(seed)
    syllables = [one + other for one in "bdfgklmnprst" for other in "aeiou"]
    words = ["".join(chance.choice(syllables) for _ in range(chance.randint(2, 4))) for _ in range(30_000)]
    weights = [1 / (rank + 10) for rank in range(len(words))]
    for place in range(number):
        text = chance.choices(words, weights, k=126)
        yield f"page-{place}/", PAGE.format(" ".join(text[:6]), " ".join(text[6:]), f"kind{place % 7}")


class Quiet(SimpleHTTPRequestHandler):
    """A host that says nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pages", type=int, default=10_000)
    number = options.parse_args().pages
    found = list(entries(number))
    start = perf_counter()
    files, problems = search.index(found)
    taken, size = perf_counter() - start, sum(len(held) for _, held in files)
    print(f"{number} pages indexed in {taken:.1f} s; {len(files)} files, {_kilo(size)}")
    print(*problems, sep="\n")
    words = found[number // 2][1].split("<h1>")[1].split()[:3]
    with tempfile.TemporaryDirectory() as folder:
        for path, held in files:
            target = Path(folder, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(held)
        Path(folder, "index.html").write_text("<!DOCTYPE html><title>search</title>")
        _search(
            folder,
            [
                ("a rare word", words[-1], {}),
                ("three words", " ".join(words), {}),
                ("a word of one kind", words[0], {"kind kind3": "1"}),
            ],
        )


def _search(folder: str, questions: list[tuple[str, str, dict[str, str]]]) -> None:
    program = next(filter(None, map(which, ("chromium", "chromium-browser", "google-chrome"))))
    with (
        ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder)) as server,
        sync_playwright() as playwright,
    ):
        Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for name, words, filters in questions:
            page = browser.new_page()
            page.goto(f"http://127.0.0.1:{server.server_port}/")
            loaded: list[int] = []
            page.on(
                "response", lambda answer, loaded=loaded: loaded.append(int(answer.headers.get("content-length", 0)))
            )
            start = perf_counter()
            count = page.evaluate(ASKED, [words, filters])
            print(
                f"{name}: {count} results, {len(loaded)} requests, {_kilo(sum(loaded))}, {perf_counter() - start:.2f} s"
            )
        browser.close()
        server.shutdown()


def _kilo(size: int) -> str:
    return f"{size / 1000:,.0f} kB"


if __name__ == "__main__":
    main()
