"""Work that is shared out over processes: the same bytes from one and from several, and every fault comes through."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sites import SOUND, make_sound_site

from builder import build as stages
from builder.check import check
from builder.crew import Crew, LostShare, hands
from builder.load import load
from builder.problems import BuildFailed, Place, Problem
from builder.records import Share

ROOT = Path(__file__).parent.parent
TEA = ROOT / "tests" / "tea"
forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork, so there is one process")


def adding(share):
    """Yield the numbers of a share, then what all of them have told."""
    told = yield list(share.own(range(100)))
    yield sum(number for numbers in told for number in numbers)


@pytest.mark.parametrize("size", [1, pytest.param(2, marks=forks), pytest.param(3, marks=forks)])
def test_all_go_on_in_step(size):
    """Each does a share of its own, and all are told what each has found."""
    with Crew(adding, size) as workers:
        found = workers.next()
        sums = workers.next(found)

    assert sorted(number for numbers in found for number in numbers) == list(range(100))
    assert sums == [4950] * size


def failing(share):
    yield share.number
    if share.number == share.of - 1:
        raise BuildFailed([Problem(Place("kettle.yaml", 3), "tea", "the kettle has a hole")])
    yield share.number


@pytest.mark.parametrize("size", [1, pytest.param(2, marks=forks)])
def test_a_fault_of_any_is_a_fault_of_all(size):
    """What one cannot do is told with place and reason, and no process is left behind."""
    workers = Crew(failing, size)
    pids = [member.pid for member in workers.members if hasattr(member, "pid")]
    with pytest.raises(BuildFailed, match=r"kettle\.yaml:3:1: error\[tea\]: the kettle has a hole"), workers:
        workers.next()
        workers.next()

    assert len(pids) == size - 1
    for pid in pids:
        with pytest.raises(ChildProcessError):
            os.waitpid(pid, os.WNOHANG)


def broken(share):
    yield share.number
    if share.number:
        raise ZeroDivisionError(f"in share {share.number}")
    yield share.number


@forks
def test_a_mistake_of_ours_is_shown_whole(capfd):
    """What no editor can mend is printed with the lines where it happened, and ends the build."""
    with pytest.raises(LostShare), Crew(broken, 2) as workers:
        workers.next()
        workers.next()

    assert re.search(r"in broken\n[\s\S]*ZeroDivisionError: in share 1", capfd.readouterr().err)


def killed(share):
    yield share.number
    if share.number:
        os._exit(9)
    yield share.number


@forks
def test_a_process_that_is_killed_is_told():
    """A share that was never finished is no share of a site."""
    with (
        pytest.raises(LostShare, match="ended before its share of the work was done; build again"),
        Crew(killed, 2) as workers,
    ):
        workers.next()
        workers.next()


ORPHANED = """\
import os, sys
from builder.crew import Crew, is_orphan

def work(share):
    yield share.number
    while not is_orphan():
        os.sched_yield()
    os.write(int(sys.argv[1]), b"the other is gone")

workers = Crew(work, 2)
workers.next()
workers.members[1].send(None)
os._exit(9)
"""


@forks
def test_who_is_left_alone_knows_it():
    """When the process that shares the work out is killed, the others end: another build may be writing by then."""
    ends, told = os.pipe()
    subprocess.run([sys.executable, "-c", ORPHANED, str(told)], cwd=ROOT, pass_fds=[told], check=False)
    os.close(told)

    with os.fdopen(ends) as pipe:
        assert pipe.read() == "the other is gone"


def test_few_records_are_not_shared_out():
    """It takes many records before a second process is worth its while."""
    assert hands(20) == 1
    assert hands(100_000) >= 1


@forks
@pytest.mark.parametrize("size", [2, 3])
def test_several_processes_write_what_one_writes(size, tea, tmp_path, snapshot, monkeypatch):
    """However many processes share the work, every file of the site is the same."""
    stages.build(tea, tmp_path / "one", "https://kettle.example/")
    monkeypatch.setattr(stages, "hands", lambda _: size)

    stages.build(tea, tmp_path / "several", "https://kettle.example/")

    assert snapshot(tmp_path / "several") == snapshot(tmp_path / "one")


@pytest.mark.parametrize("size", [1, pytest.param(2, marks=forks)])
def test_without_a_search_index_all_else_is_there(size, tea, tmp_path, snapshot, monkeypatch):
    """What is left out when it should go quickly is the search index, and nothing beside it."""
    monkeypatch.setattr(stages, "hands", lambda _: size)
    stages.build(tea, tmp_path / "whole", "https://kettle.example/")
    stages.build(tea, tmp_path / "quick", "https://kettle.example/", search=False)

    whole, quick = snapshot(tmp_path / "whole"), snapshot(tmp_path / "quick")
    assert quick == {path: file for path, file in whole.items() if not path.startswith("pagefind/")}
    assert {"data/records.json", "corrections/feed.xml", "sitemap.xml"} < set(quick)


@forks
def test_several_processes_tell_what_one_tells(tmp_path, monkeypatch):
    """Every fault is told, once, in the same order."""
    faulty = {
        "content/claims.yaml": SOUND["content/claims.yaml"].replace("by: tea-board", "by: nobody"),
        "content/sources.yaml": SOUND["content/sources.yaml"].replace("language: en", "language: tea"),
    }
    root = make_sound_site(tmp_path / "root", **faulty)
    told = []
    for size in (1, 2):
        monkeypatch.setattr(stages, "hands", lambda _, size=size: size)
        with pytest.raises(BuildFailed) as failed:
            stages.build(root, tmp_path / "out")
        told.append(failed.value.problems)

    assert told[0] == told[1]
    assert len(told[0]) > 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("folder", [TEA, Path(__file__).parent.parent], ids=["tea", "this repository"])
def test_shares_find_what_the_whole_finds(folder):
    """What is wrong with a site is what is wrong with its shares: no rule needs what another share has."""
    content = load(folder).content
    shares = (replace(content, share=Share(number, 3)) for number in range(3))

    assert {problem for share in shares for problem in check(share)} == set(check(content))
