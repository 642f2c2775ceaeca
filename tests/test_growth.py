"""The work of a build grows as the site does: counted in calls and in bytes, not by the clock."""

from __future__ import annotations

import sys
import tracemalloc
from math import log
from pathlib import Path

import pytest

from bench.corpus import write_site
from builder import build as stages

ROOT = Path(__file__).parent.parent
SMALL, LARGE = 60, 240
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


def test_the_memory_grows_with_the_site(corpora, tmp_path):
    """Four times the articles take four times the memory at most."""
    cost = {}
    for articles, root in corpora.items():
        tracemalloc.start()
        try:
            stages.build(root, tmp_path / str(articles), "https://leaf.example/", search=False, shares=False)
            cost[articles] = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert exponent(cost) <= EXPONENT, cost


def test_pages_weigh_what_they_weighed(corpora, tmp_path):
    """The page of an article is no heavier in a large site, and no page is heavier than a full list."""
    weights = {}
    for articles, root in corpora.items():
        stages.build(root, tmp_path / str(articles), "https://leaf.example/", search=False, shares=False)
        pages = sorted((tmp_path / str(articles) / "articles").glob("*/index.html"))
        of_articles = [page.stat().st_size for page in pages if page.parent.name != "in"]
        weights[articles] = sum(of_articles) / len(of_articles)

    assert weights[LARGE] <= 1.05 * weights[SMALL], weights
