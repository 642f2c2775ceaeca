"""A browser, the built sites on a loopback address, and windows that are judged when a test ends."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import time
from urllib.parse import urlsplit

import pytest
from conftest import Built
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HEIGHT = {390: 844, 800: 900}
"of a window of a known width; 800 for all others"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not program:
        pytest.fail(f"no browser on PATH ({', '.join(BROWSERS)}): install one, as in `sudo apt-get install chromium`")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield chromium
        chromium.close()


class Host(SimpleHTTPRequestHandler):
    """A static host that publishes a folder below `prefix` and shows its `404.html` for what it does not have."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args, prefix: str, **options):
        self.prefix = prefix
        super().__init__(*args, **options)

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.prefix):
            return self.directory + "/no such file"
        return super().translate_path("/" + path[len(self.prefix) :])

    def send_error(self, code, message=None, explain=None):
        lost = Path(self.directory, "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(lost)))
        self.end_headers()
        self.wfile.write(lost)

    def log_message(self, *_):
        pass


@contextmanager
def hosted(site: Built) -> Iterator[str]:
    """Serve a site; give the address of its home page."""
    prefix = urlsplit(site.url).path or "/"
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(site.folder), prefix=prefix)) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
        server.shutdown()


@pytest.fixture(scope="session")
def tea_home(tea_site: Built) -> Iterator[str]:
    """The address of the tea site's home page."""
    with hosted(tea_site) as address:
        yield address


@pytest.fixture(scope="session")
def shipped_home(shipped_site: Built) -> Iterator[str]:
    """The address of the shipped site's home page."""
    with hosted(shipped_site) as address:
        yield address


@pytest.fixture(scope="session")
def article(shipped_site: Built, shipped_home: str) -> str:
    """The address of the article that the shipped site begins with."""
    return f"{shipped_home}articles/{shipped_site.content.site.home.article}/"


@pytest.fixture(scope="session")
def tea_article(tea_site: Built, tea_home: str) -> str:
    """The address of the article that the tea site begins with: its notes are about every kind of record."""
    return f"{tea_home}articles/{tea_site.content.site.home.article}/"


def kinds(site: Built) -> list[str]:
    """Return the path of one page of each kind, the one with most in it."""
    largest: dict[str, tuple[int, str]] = {}
    for path in site.files:
        if path.endswith(".html"):
            kind = path.split("/")[0] + "/one" * (path.count("/") > 1)
            largest[kind] = max(largest.get(kind, (0, "")), ((site.folder / path).stat().st_size, path))
    return sorted(path for _, path in largest.values())


@pytest.fixture(scope="session")
def tea_kinds(tea_site: Built) -> list[str]:
    """A page of each kind of the tea site."""
    return kinds(tea_site)


@pytest.fixture(scope="session")
def shipped_kinds(shipped_site: Built) -> list[str]:
    """A page of each kind of the shipped site."""
    return kinds(shipped_site)


Visit = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """A hand that opens an address in a window of its own.

    When the test ends no window may have seen a console error, a page error or a request to another origin;
    only one that is to get `lost` may have been told that a page is not there.
    """
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def watch(context: BrowserContext, origin: str, lost: bool) -> None:
        def heard(said: ConsoleMessage) -> None:
            if said.type == "error" and not (lost and "404" in said.text):
                wrong.append(f"console: {said.text}")

        context.on("console", heard)
        context.on("weberror", lambda raised: wrong.append(f"error: {raised.error}"))
        context.on("request", lambda asked: None if asked.url.startswith(origin) else wrong.append(f"to {asked.url}"))

    def open_window(address, width=1280, height=0, before="", clock=False, lost=False, **options) -> Page:
        size = {"width": width, "height": height or HEIGHT.get(width, 800)}
        context = browser.new_context(viewport=size, **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        parts = urlsplit(address)
        watch(context, f"{parts.scheme}://{parts.netloc}/", lost)
        if before:
            context.add_init_script(before)
        if clock:
            context.clock.install()
        page = context.new_page()
        page.goto(address)
        if clock:
            page.clock.pause_at(time() + 3600)
        return page

    yield open_window
    for context in contexts:
        context.close()
    assert wrong == []
