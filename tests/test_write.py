"""The finished site takes the old one's place in one step, or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from builder.problems import BuildFailed
from builder.write import write

ROOT = Path(__file__).parent.parent
OLD = [("index.html", "old kettle\n"), ("teas/green/index.html", "old leaf\n"), ("teas/gone/index.html", "gone\n")]
NEW = [("index.html", "new kettle\n"), ("teas/green/index.html", "new leaf — “日本” \r\n"), ("404.html", "no tea\n")]


@pytest.fixture
def looks(tmp_path):
    """A folder of static files."""
    folder = tmp_path / "looks"
    (folder / "css").mkdir(parents=True)
    (folder / "css" / "kettle.css").write_bytes(b"kettle {}\r\n")
    return folder


@pytest.fixture
def out(tmp_path, looks):
    """The last good site."""
    folder = tmp_path / "public" / "_site"
    write(folder, OLD, {"static": looks})
    return folder


def beside(out):
    """The names of what stands where the site stands."""
    return sorted(path.name for path in out.parent.iterdir())


def full_disk(*_, **__):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_site_holds_its_files_and_no_others(tmp_path, looks, snapshot):
    """Files stand under their paths, as they are and in UTF-8; folders beside them, byte for byte."""
    write(tmp_path / "deep" / "down" / "_site", NEW, {"static": looks, "more/static": looks})

    assert snapshot(tmp_path / "deep" / "down" / "_site") == {
        ".explainer-site": b"",
        ".nojekyll": b"",
        "index.html": b"new kettle\n",
        "teas/green/index.html": "new leaf — “日本” \r\n".encode(),
        "404.html": b"no tea\n",
        "static/css/kettle.css": b"kettle {}\r\n",
        "more/static/css/kettle.css": b"kettle {}\r\n",
    }
    assert beside(tmp_path / "deep" / "down" / "_site") == ["_site"]


def test_a_new_site_leaves_nothing_of_the_old(out, looks, snapshot):
    """What the new site does not have is gone, and nothing lies beside it."""
    write(out, NEW, {})

    assert set(snapshot(out)) == {".explainer-site", ".nojekyll", "index.html", "teas/green/index.html", "404.html"}
    assert beside(out) == ["_site"]


def test_an_empty_folder_may_become_a_site(tmp_path, snapshot):
    """A folder with nothing in it is nobody's."""
    (tmp_path / "empty").mkdir()

    write(tmp_path / "empty", [("index.html", "tea\n")], {})

    assert snapshot(tmp_path / "empty") == {".explainer-site": b"", ".nojekyll": b"", "index.html": b"tea\n"}


def test_the_old_site_stands_until_the_new_one_is_complete(out, snapshot):
    """While files are being written, the reader has the whole old site."""
    last_good = snapshot(out)
    seen = []

    def watched():
        for name, text in NEW:
            seen.append(snapshot(out) == last_good)
            yield name, text

    write(out, watched(), {})

    assert seen == [True, True, True]
    assert (out / "index.html").read_text() == "new kettle\n"


def test_a_page_that_cannot_be_made_leaves_the_last_good_site(out, snapshot):
    """A fault in the middle of the pages leaves the old site byte for byte, and the next build works."""
    last_good = snapshot(out)

    def broken():
        yield "index.html", "new kettle\n"
        raise ValueError("the kettle has a hole")

    with pytest.raises(ValueError, match="hole"):
        write(out, broken(), {})

    assert snapshot(out) == last_good
    write(out, NEW, {})
    assert (out / "404.html").is_file()
    assert beside(out) == ["_site"]


@pytest.mark.parametrize("written_before", [0, 1, 2])
def test_a_full_disk_leaves_the_last_good_site(written_before, out, snapshot, monkeypatch):
    """When the disk is full after some files, the old site stays byte for byte, and nothing lies beside it."""
    last_good = snapshot(out)
    really, calls = os.write, []

    def until_full(file, content):
        calls.append(file)
        return really(file, content) if len(calls) <= written_before else full_disk()

    monkeypatch.setattr(os, "write", until_full)
    with pytest.raises(BuildFailed) as failed:
        write(out, NEW, {})

    assert str(failed.value) == (
        f"{out.as_posix()}:1:1: error[write]: cannot be written (No space left on device); "
        "the last good site is untouched"
    )
    assert snapshot(out) == last_good
    assert beside(out) == ["_site"]


def test_a_disk_that_fills_up_with_static_files_is_named(out, looks, snapshot, monkeypatch):
    """A disk that is full while folders are copied is told as such, and the old site stays."""
    last_good = snapshot(out)
    monkeypatch.setattr(shutil, "copyfile", full_disk)

    with pytest.raises(BuildFailed, match="No space left on device"):
        write(out, NEW, {"static": looks})

    assert snapshot(out) == last_good
    assert beside(out) == ["_site"]


@pytest.mark.parametrize("fails_at", [1, 2])
def test_a_swap_that_fails_is_taken_back(fails_at, out, snapshot, monkeypatch):
    """When one of the two steps of the swap is refused, the old site stands where it stood."""
    last_good = snapshot(out)
    really, calls = Path.replace, []

    def refused(self, target):
        calls.append(self)
        if len(calls) == fails_at:
            raise PermissionError(errno.EACCES, "Permission denied")
        return really(self, target)

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(BuildFailed, match="Permission denied"):
        write(out, NEW, {})

    assert snapshot(out) == last_good
    assert beside(out) == ["_site"]


KILLED = """\
import os, sys
from pathlib import Path
from builder.write import write

really, calls = Path.replace, []

def killed(self, target):
    calls.append(self)
    if len(calls) == int(sys.argv[2]):
        os._exit(137)
    return really(self, target)

Path.replace = killed
write(Path(sys.argv[1]), [("index.html", "new kettle")], {})
"""


@pytest.mark.parametrize("killed_at", [1, 2])
@pytest.mark.parametrize("then", ["another fails", "another is finished"])
def test_a_killed_build_is_recovered_from(then, killed_at, out, snapshot, monkeypatch):
    """A build that is killed before or between the two steps of the swap loses nothing of the old site."""
    last_good = snapshot(out)
    ended = subprocess.run([sys.executable, "-c", KILLED, str(out), str(killed_at)], cwd=ROOT, check=False)
    assert ended.returncode == 137

    if then == "another fails":
        monkeypatch.setattr(os, "write", full_disk)
        with pytest.raises(BuildFailed):
            write(out, NEW, {})
        assert snapshot(out) == last_good
    else:
        write(out, NEW, {})
        assert set(snapshot(out)) == {".explainer-site", ".nojekyll", *(name for name, _ in NEW)}
    assert beside(out) == ["_site"]


def test_a_foreign_folder_is_refused(tmp_path, snapshot):
    """A folder with somebody's files in it is left as it is, and the message says what to do."""
    photos = tmp_path / "photos"
    photos.mkdir()
    (photos / "kettle.jpg").write_bytes(b"a kettle")

    with pytest.raises(BuildFailed) as failed:
        write(photos, NEW, {})

    assert str(failed.value) == (
        f"{photos.as_posix()}:1:1: error[write]: holds files that this builder did not write; "
        "name another folder with `--out`, or empty it"
    )
    assert snapshot(tmp_path) == {"photos/kettle.jpg": b"a kettle"}


@pytest.mark.parametrize("built_before", [True, False])
def test_a_foreign_neighbour_is_left_alone(built_before, tmp_path, snapshot):
    """Whatever stands beside the site is somebody else's, and is neither moved nor emptied."""
    if built_before:
        write(tmp_path / "photos", OLD, {})
    for name in ("photos.new", "photos.old", "photos.bak", ".photos", "photos~"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "kettle.jpg").write_bytes(b"a kettle")

    write(tmp_path / "photos", [("index.html", "tea\n")], {})

    assert snapshot(tmp_path) == {
        "photos/.explainer-site": b"",
        "photos/.nojekyll": b"",
        "photos/index.html": b"tea\n",
        "photos.new/kettle.jpg": b"a kettle",
        "photos.old/kettle.jpg": b"a kettle",
        "photos.bak/kettle.jpg": b"a kettle",
        ".photos/kettle.jpg": b"a kettle",
        "photos~/kettle.jpg": b"a kettle",
    }


def test_a_file_is_not_taken_for_a_folder(tmp_path, snapshot):
    """Where the site should stand stands a file: it is refused and kept."""
    (tmp_path / "kettle").write_bytes(b"a kettle")

    with pytest.raises(BuildFailed, match="did not write"):
        write(tmp_path / "kettle", NEW, {})

    assert snapshot(tmp_path) == {"kettle": b"a kettle"}


def test_a_place_that_cannot_hold_a_folder_is_told(tmp_path):
    """A site below a file cannot be written, and the system's own reason is told."""
    (tmp_path / "kettle").write_bytes(b"a kettle")

    with pytest.raises(BuildFailed, match=r"cannot be written \(Not a directory\)"):
        write(tmp_path / "kettle" / "_site", NEW, {})


def test_the_folder_one_stands_in_is_refused_like_any_other(tmp_path, snapshot, monkeypatch):
    """`--out .` in a folder with files is refused, not stumbled over."""
    (tmp_path / "kettle.txt").write_bytes(b"a kettle")
    monkeypatch.chdir(tmp_path)

    for name in (".", "..", os.sep):
        with pytest.raises(BuildFailed, match="did not write"):
            write(Path(name), NEW, {})

    assert snapshot(tmp_path) == {"kettle.txt": b"a kettle"}
