"""Each push is held against the edition that is published: the tool that the workflow calls, as a host runs it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml
from sites import ROOT, make_sound_site

from builder.build import build

TOOL = ROOT / "tools" / "check-published"
OTHER = "content/claims.yaml"


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing of it."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def published(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of a published edition, and the folder that it is served from."""
    out = tmp_path / "published"
    build(make_sound_site(tmp_path / "before"), out)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(out)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/", out
    server.shutdown()
    thread.join()
    server.server_close()


def held_against(address: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the tool on the site in `folder`, with this Python where the repository's environment would be."""
    checkout = folder.parent / "checkout"
    for part in ("tools", "builder"):
        (checkout / part).parent.mkdir(parents=True, exist_ok=True)
        (checkout / part).symlink_to(ROOT / part)
    python = checkout / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    command = ["sh", str(checkout / "tools" / "check-published"), address, str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=checkout)


def changed(folder: Path) -> Path:
    """Write the small site with another statement than the published one has."""
    site = make_sound_site(folder)
    claims = site / OTHER
    claims.write_text(claims.read_text().replace("Ten chests of tea came in in", "Nine chests of tea came in in"))
    return site


def test_what_is_told_otherwise_without_a_correction_stops_the_push(published, tmp_path):
    """The tool fails and names the claim, and gives the correction to paste."""
    run = held_against(published[0], changed(tmp_path / "after"))

    assert run.returncode == 1
    assert "claim `ten-chests` says something else than on 2026-06-30" in run.stderr
    assert "claim-ten-chests-2026-06-30:" in run.stderr


def test_the_same_edition_passes(published, tmp_path):
    """Where nothing is told otherwise the push goes on."""
    run = held_against(published[0], make_sound_site(tmp_path / "after"))

    assert (run.returncode, run.stdout) == (0, "the content is sound\n")


def test_an_edition_in_one_file_is_held_against_too(published, tmp_path):
    """An edition from before its data stood in parts is fetched and read as it stands."""
    address, out = published
    claims = json.loads((out / "data/claims/0.json").read_text(encoding="utf-8"))
    shutil.rmtree(out / "data")
    (out / "data").mkdir()
    whole = {"title": "The Kettle", "as_of": "2026-06-30", "records": {"claims": claims["records"]}}
    (out / "data/records.json").write_text(json.dumps(whole), encoding="utf-8")
    run = held_against(address, changed(tmp_path / "after"))

    assert run.returncode == 1
    assert "claim `ten-chests` says something else than on 2026-06-30" in run.stderr


def test_an_edition_that_is_not_all_there_stops_the_push(published, tmp_path):
    """Where a part of the data cannot be fetched it is not known what readers have been told: the part is named."""
    address, out = published
    (out / "data/claims/0.json").unlink()
    run = held_against(address, make_sound_site(tmp_path / "after"))

    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr == (
        f"The published edition could not be fetched: {address}data/claims/0.json answered 404. Try again.\n"
    )


def test_what_is_no_edition_is_told(published, tmp_path):
    """Where something else stands at the address it is refused for what it is, without a trace of the program."""
    address, out = published
    (out / "data/records.json").write_text("[]", encoding="utf-8")
    run = held_against(address, make_sound_site(tmp_path / "after"))

    assert run.returncode == 1
    assert run.stderr.startswith("records.json:1:1: error[file]: is not the data export of a site")


def test_before_the_first_edition_there_is_nothing_to_hold_against(published, tmp_path):
    """Neither an address that has no edition yet nor none at all stops the first push; each is said."""
    address, out = published
    (out / "data" / "records.json").unlink()
    site = changed(tmp_path / "after")

    none_there = held_against(address, site)
    (tmp_path / "checkout").rename(tmp_path / "elsewhere")
    no_address = held_against("", site)

    assert (none_there.returncode, no_address.returncode) == (0, 0)
    assert none_there.stdout.startswith("No edition stands at")
    assert no_address.stdout.startswith("Nothing has been published yet")


def test_a_host_that_does_not_answer_is_no_reason_to_go_on(tmp_path):
    """Where the edition cannot be fetched the push stops: it is not known what readers have been told."""
    run = held_against("http://127.0.0.1:9/", make_sound_site(tmp_path / "after"))

    assert run.returncode == 1
    assert run.stderr.startswith("The published edition could not be fetched: http://127.0.0.1:9/data/records.json")


def test_the_workflow_holds_every_push_against_what_is_published():
    """The workflow calls the tool before it publishes, in the job that publishing waits for."""
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "publish.yml").read_text())
    commands = [step.get("run", "") for step in workflow["jobs"]["test"]["steps"]]

    assert any(command.startswith("make check-published SITE_URL=") for command in commands)
    assert workflow["jobs"]["publish"]["needs"] == "test"
