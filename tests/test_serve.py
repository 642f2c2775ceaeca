"""The site on this machine: every save is shown, and a bad save leaves the last good page."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

import pytest
from conftest import lay_out

ROOT = Path(__file__).parent.parent
PATIENCE = 40
"seconds after which something that should have happened has not"
DIRECT = build_opener(ProxyHandler({}))


def until(true):
    """Wait until `true()` is; return what it gave, or fail after a while with what it gave last."""
    deadline, moment = time.monotonic() + PATIENCE, Event()
    while not (given := true()):
        assert time.monotonic() < deadline, f"still {given!r} after {PATIENCE} seconds"
        moment.wait(0.05)
    return given


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@dataclass
class Served:
    """A site that is being served, and what the server has printed."""

    root: Path
    out: Path
    port: int
    printed: Path

    def get(self, path):
        """Return the page at `path`, or nothing while it cannot be had."""
        try:
            with DIRECT.open(f"http://127.0.0.1:{self.port}/{path}", timeout=5) as answer:
                return answer.read().decode("utf-8")
        except (URLError, ConnectionError, TimeoutError):
            return ""

    def said(self):
        return self.printed.read_text(encoding="utf-8")

    def save(self, path, old, new):
        """Save a file with one passage changed, as an editor does."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert text.count(old) == 1
        (self.root / path).write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def serve(tmp_path):
    """A hand that starts the server on the tea site, in a process that ends with the test."""
    running = []

    def start(before=lambda root: None):
        root = lay_out(tmp_path / "tea [first flush]")
        before(root)
        served = Served(root, tmp_path / "served", free_port(), tmp_path / "printed.txt")
        command = [sys.executable, "-m", "builder", "serve", "--root", str(root), "--out", str(served.out)]
        with served.printed.open("wb") as printed:
            environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
            command += ["--port", str(served.port)]
            running.append(subprocess.Popen(command, cwd=ROOT, stdout=printed, stderr=printed, env=environment))
        return served

    yield start
    for process in running:
        process.terminate()
        process.wait(PATIENCE)


GLOSSARY, TERMS = "glossary/index.html", "content/terms.yaml"


def test_a_save_is_shown_and_a_fault_keeps_the_last_good_page(serve, snapshot):
    """A save shows; a faulty one prints its message and changes nothing; the mended one shows."""
    served = serve()
    assert "A pound of twelve ounces" in until(lambda: served.get(GLOSSARY))

    served.save(TERMS, "of twelve ounces", "of a dozen ounces")
    until(lambda: "A pound of a dozen ounces" in served.get(GLOSSARY))

    last_good = snapshot(served.out)
    served.save(TERMS, "sources: [weighing-protocol]", "sources: [waying-protocol]")
    until(lambda: "still serving the last good site" in served.said())
    assert (
        "content/terms.yaml:5:13: error[references-exist]: unknown source `waying-protocol`; "
        "did you mean `weighing-protocol`?" in served.said()
    )
    assert "A pound of a dozen ounces" in served.get(GLOSSARY)
    assert snapshot(served.out) == last_good

    served.save(TERMS, "sources: [waying-protocol]", "sources: [weighing-protocol]\n  aliases: [light pound]")
    until(lambda: "stands twice" in served.said())
    assert snapshot(served.out) == last_good

    served.save(TERMS, "\n  aliases: [light pound]", "")
    served.save(TERMS, "of a dozen ounces", "of 12 ounces")
    until(lambda: "A pound of 12 ounces" in served.get(GLOSSARY))


def test_everything_that_makes_the_site_is_watched(serve):
    """New files, deleted files, templates, styles and the site's own words are shown when they are saved."""
    served = serve()
    until(lambda: served.get("index.html"))

    (served.root / "content" / "terms").mkdir()
    (served.root / "content" / "terms" / "new.yaml").write_text(
        "strainer: {name: tea strainer, definition: It holds the leaf back., sources: [leaf-act], "
        "checked: 1890-01-02}\n",
        encoding="utf-8",
    )
    until(lambda: "It holds the leaf back." in served.get(GLOSSARY))

    (served.root / "content" / "terms" / "new.yaml").unlink()
    until(lambda: "It holds the leaf back." not in (served.get(GLOSSARY) or "It holds the leaf back."))

    served.save("site.yaml", "title: Leaf and Scale", "title: Scale and Leaf")
    until(lambda: "Scale and Leaf" in served.get("index.html"))

    served.save("templates/404.html", "There is no page here", "No such tea")
    until(lambda: "No such tea" in served.get("404.html"))

    (served.root / "static" / "css" / "tea.css").write_text("body { color: green }\n", encoding="utf-8")
    until(lambda: served.get("static/css/tea.css") == "body { color: green }\n")


def test_one_save_is_one_build(serve):
    """However many patterns a file falls under, saving it builds the site once."""
    served = serve()
    until(lambda: served.get("index.html"))

    served.save(TERMS, "of twelve ounces", "of a dozen ounces")
    until(lambda: "of a dozen ounces" in served.get(GLOSSARY))
    served.save("content/actors/traders.yaml", "A tea merchant who", "A merchant who")
    until(lambda: "A merchant who" in served.get("actors/mirza-golshani/index.html"))

    assert len(re.findall(r"^\d+ pages rebuilt$", served.said(), re.MULTILINE)) == 3


def test_a_site_that_begins_with_a_fault_is_served_once_it_is_mended(serve):
    """The server starts on faulty content too: it prints what is wrong and waits for the save that mends it."""
    served = serve(lambda root: (root / TERMS).write_text("troy-pound: [", encoding="utf-8"))
    until(lambda: "still serving the last good site" in served.said())
    assert "content/terms.yaml:1:" in served.said()
    assert served.get("index.html") == ""

    (served.root / TERMS).write_bytes((lay_out(served.root.parent / "good") / TERMS).read_bytes())
    until(lambda: "A pound of twelve ounces" in served.get(GLOSSARY))


def test_only_this_machine_is_served(serve):
    """The server listens on the loopback address it names, and on no other."""
    served = serve()
    until(lambda: served.get("index.html"))

    with socket.socket() as other:
        other.settimeout(5)
        refused = other.connect_ex(("127.0.0.2", served.port))
    assert refused != 0


def test_a_port_in_use_is_told(tmp_path):
    """Where another program has the port, the message names it and the way out."""
    root = lay_out(tmp_path / "tea")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "builder", "serve", "--root", str(root), "--port", str(port)]
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=PATIENCE)

    assert ended.returncode == 1
    assert f"port {port} is in use by another program; name another with `--port`" in ended.stderr
