"""The work of a build grows as the site does: counted in calls and in bytes, not by the clock."""

from __future__ import annotations

import sys
from math import log
from pathlib import Path

import pytest

from bench.corpus import write_site
from builder import build as stages

ROOT = Path(__file__).parent.parent
SMALL, LARGE = 40, 160
"articles; every other kind of record grows with them"
EXPONENT = 1.05
"of the growth from the small site to the large one: 1 is linear"


@pytest.fixture(scope="module")
def corpora(tmp_path_factory):
    """Two whole sites of the same making, one four times as large as the other."""
    sites = {}
    for articles in (SMALL, LARGE):
        sites[articles] = tmp_path_factory.mktemp(f"corpus-{articles}")
        write_site(sites[articles], articles)
    return sites


@pytest.fixture(autouse=True)
def in_one_process(monkeypatch):
    """What is counted happens here."""
    monkeypatch.setattr(stages, "hands", lambda _: 1)


def exponent(cost):
    """Return with which power of the number of articles a cost grows."""
    return log(cost[LARGE] / cost[SMALL], LARGE / SMALL)


def calls(root, out):
    """Return how many calls a build takes, of our functions and of Python's own."""
    count = 0

    def called(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        stages.build(root, out, "https://leaf.example/", search=False, shares=False)
    finally:
        sys.setprofile(None)
    return count


def test_the_work_grows_with_the_site(corpora, tmp_path):
    """Four times the articles take four times the work: nothing is looked up by walking through all there is."""
    cost = {articles: calls(root, tmp_path / str(articles)) for articles, root in corpora.items()}

    assert exponent(cost) <= EXPONENT, cost


@pytest.fixture(scope="module")
def built(corpora, tmp_path_factory):
    """The two sites as they are built, each with the most blocks of memory that were in use after a stage."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stages, "hands", lambda _: 1)
        return {articles: _built(root, tmp_path_factory.mktemp("built")) for articles, root in corpora.items()}


def _built(root, folder):
    before, blocks = sys.getallocatedblocks(), []
    stages.build(
        root,
        folder / "_site",
        "https://leaf.example/",
        search=False,
        shares=False,
        done=lambda _: blocks.append(sys.getallocatedblocks() - before),
    )
    return folder / "_site", max(blocks)


def test_the_memory_grows_with_the_site(built):
    """Four times the articles take four times the memory at most."""
    cost = {articles: blocks for articles, (_, blocks) in built.items()}

    assert exponent(cost) <= EXPONENT, cost


def test_pages_weigh_what_they_weighed(built):
    """The page of an article is no heavier in a large site than in a small one."""
    weights = {}
    for articles, (site, _) in built.items():
        pages = [page for page in (site / "articles").glob("*/index.html") if page.parent.name != "in"]
        weights[articles] = sum(page.stat().st_size for page in pages) / len(pages)

    assert weights[LARGE] <= 1.05 * weights[SMALL], weights
