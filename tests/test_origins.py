"""Whose word a source is: what repeats is followed back, and counted once."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.utils import read_fixture_file
from sites import make_site, make_sound_site

from builder import provenance
from builder.edition import Tally
from builder.load import load
from builder.places import File, Written
from builder.records import LINKED, Actor, Content, Source, collection, make
from builder.resolve import resolve
from builder.resolve.names import names
from builder.resolve.origins import origins, tally

CASES = read_fixture_file(Path(__file__).parent / "cases" / "origins.md")
NOWHERE = Written(File("content/x.yaml", ""), {})
CHECKED = {"on": "1890-01-01", "how": "read"}


def a_source(id, issuer, parents, publisher=None):
    given_ = {
        "publisher": publisher or id,
        "kind": "letter",
        "published": "1887",
        "language": "en",
        "summary": id,
        "title": id,
    }
    issued = {"issuer": issuer} if issuer else {}
    made = make(
        Source, {"id": id, "written": NOWHERE, "derived_from": tuple(parents), "checked": CHECKED, **given_, **issued}
    )
    assert isinstance(made, Source)
    return made


def an_actor(id, whole):
    part = {"part_of": whole} if whole else {}
    made = make(
        Actor,
        {"id": id, "written": NOWHERE, "name": id, "type": "body", "summary": id, "checked": "1890-01-01", **part},
    )
    assert isinstance(made, Actor)
    return made


class World:
    """Sources and actors, and whose word they come down to."""

    def __init__(self, site, sources, actors):
        rest = {collection(kind): {} for kind in LINKED}
        self.content = Content(**{**rest, "site": site, "sources": sources, "actors": actors, "annotations": {}})
        self.names = names(self.content)
        self.origins = origins(self.content, self.names, provenance.roots(self.content))

    def tally(self, asked: Iterable[str]) -> Tally:
        held = [
            SimpleNamespace(stance="supports", source=self.names["source", one], origins=self.origins[one])
            for one in asked
        ]
        return tally(held, "supports")


@pytest.fixture(scope="session")
def kettle(tmp_path_factory):
    """The words of a small site, in which a case is put."""
    loaded = load(make_site(tmp_path_factory.mktemp("kettle")))
    assert loaded.content
    return loaded.content.site


def told(site, story):
    """Return the world that a case tells, and what it asks."""
    wholes: dict[str, str] = {}
    sources: dict[str, Source] = {}
    asked: list[str] = []
    for line in story.splitlines():
        if part := re.fullmatch(r"(\w+) is part of (\w+)", line):
            wholes[part[1]] = part[2]
        elif line.startswith("ask"):
            asked = [word for word in re.split(r"[ ,]+", line)[1:] if word]
        else:
            said = re.fullmatch(r"(\w+)(?: by (\w+))?(?: of (\w+))?(?: repeats (.+))?", line)
            id, issuer, publisher, parents = said.groups()
            sources[id] = a_source(id, issuer, parents.split(", ") if parents else (), publisher)
    everybody = {*wholes, *wholes.values(), *(one.issuer for one in sources.values() if one.issuer)}
    actors = {id: an_actor(id, wholes.get(id)) for id in sorted(everybody)}
    return World(site, sources, actors), asked


def counted(found: Tally) -> str:
    sources, origins_ = len(found.sources), len(found.origins)
    listed = "; ".join(origin.name for origin in found.origins)
    head = f"{sources} source{'' if sources == 1 else 's'}, {origins_} origin{'' if origins_ == 1 else 's'}:"
    return f"{head} {listed}".strip()


@pytest.mark.parametrize(("line", "title", "story", "expected"), CASES, ids=[case[1] for case in CASES])
def test_cases(line, title, story, expected, kettle):
    """The origins of the case are those that it says."""
    world, asked = told(kettle, story)

    assert counted(world.tally(asked)) == expected.strip()


ACTORS = ("anna", "bela", "cora", "dora")


@st.composite
def worlds(draw):
    """Draw sources that repeat only earlier ones, and actors that are part only of earlier ones."""
    wholes = {id: draw(st.sampled_from([None, *ACTORS[:place]])) if place else None for place, id in enumerate(ACTORS)}
    actors = {id: an_actor(id, whole) for id, whole in wholes.items()}
    sources: dict[str, Source] = {}
    for number in range(draw(st.integers(2, 8))):
        parents = draw(st.sets(st.sampled_from(sorted(sources)), max_size=3)) if sources else set()
        sources[f"s{number}"] = a_source(f"s{number}", draw(st.sampled_from([None, *ACTORS])), sorted(parents))
    asked = draw(st.lists(st.sampled_from(sorted(sources)), min_size=1, max_size=6))
    return sources, actors, asked


@settings(deadline=None, derandomize=True, max_examples=150)
@given(world=worlds(), data=st.data())
def test_a_repeating_source_adds_no_origin(kettle, world, data):
    """However many reports repeat what was said already, the origins stay as they were."""
    sources, actors, asked = world
    before = World(kettle, sources, actors).tally(asked)
    echoed = data.draw(st.sets(st.sampled_from(sorted(set(asked))), min_size=1))
    echo = a_source("echo", data.draw(st.sampled_from([None, *ACTORS])), sorted(echoed))

    after = World(kettle, {**sources, "echo": echo}, actors).tally([*asked, "echo"])

    assert after.origins == before.origins
    assert len(after.sources) == len(before.sources) + 1


@settings(deadline=None, derandomize=True, max_examples=150)
@given(world=worlds(), order=st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_show(kettle, world, order: random.Random):
    """The same records in another order have the same origins in the same order."""
    sources, actors, asked = world

    def shuffled(found):
        ids = list(found)
        order.shuffle(ids)
        return {id: found[id] for id in ids}

    turned = World(kettle, shuffled(sources), shuffled(actors))
    asked_again = list(shuffled(dict.fromkeys(asked)))

    assert turned.tally(asked_again).origins == World(kettle, sources, actors).tally(asked).origins
    assert {id: turned.origins[id] for id in sources} == World(kettle, sources, actors).origins


@settings(deadline=None, derandomize=True, max_examples=150)
@given(world=worlds(), pair=st.permutations(ACTORS))
def test_joining_two_actors_never_adds_an_origin(kettle, world, pair):
    """Once an actor is known to be part of another, there are as many origins as before, or fewer."""
    sources, actors, asked = world
    whole, part = pair[:2]
    free = {id: an_actor(id, None) for id in actors}
    joined = {**free, part: an_actor(part, whole)}

    before, after = (World(kettle, sources, found).tally(asked) for found in (free, joined))

    assert len(after.origins) <= len(before.origins)
    assert after.sources == before.sources


def test_a_ladder_of_repetitions_is_climbed_once(kettle):
    """Three hundred storeys of reports, each repeating both below it, come down to their one notice."""
    sources = {"left0": a_source("left0", "customs", ()), "right0": a_source("right0", "customs", ())}
    for storey in range(1, 300):
        below = (f"left{storey - 1}", f"right{storey - 1}")
        for side in ("left", "right"):
            sources[f"{side}{storey}"] = a_source(f"{side}{storey}", "courier", below)
    world = World(kettle, sources, {id: an_actor(id, None) for id in ("customs", "courier")})

    assert counted(world.tally(["left299", "right299"])) == "2 sources, 1 origin: customs"


def test_a_long_chain_is_followed_to_its_end(kettle):
    """A chain of fifteen hundred repetitions ends in the one who spoke first."""
    sources = {"s0": a_source("s0", "customs", ())}
    sources |= {f"s{n}": a_source(f"s{n}", None, (f"s{n - 1}",)) for n in range(1, 1500)}
    world = World(kettle, dict(reversed(sources.items())), {"customs": an_actor("customs", None)})

    assert counted(world.tally(["s1499", "s700"])) == "2 sources, 1 origin: customs"


def test_a_claim_is_counted_by_stance(tmp_path):
    """What supports a claim and what disputes it are counted apart; what is context is in neither."""
    root = make_sound_site(
        tmp_path,
        **{
            "content/sources/more.yaml": """\
                echo:
                  title: The echo of 1901
                  publisher: Echo
                  kind: gazette
                  published: 1901-06
                  language: en
                  derived_from: [ledger-1901]
                  summary: It repeats the ledger.
                  checked: {on: 2026-06-01, how: read}
                doubt:
                  title: A letter of doubt
                  publisher: Ada Leaf
                  issuer: ada-leaf
                  kind: letter
                  published: 1901-06
                  language: en
                  summary: She counted nine.
                  checked: {on: 2026-06-01, how: read}
                weather:
                  title: The weather of 1901
                  publisher: Gazette
                  kind: gazette
                  published: 1901-06
                  language: en
                  summary: It rained.
                  checked: {on: 2026-06-01, how: read}
                """,
            "content/claims.yaml": """\
                ten-chests:
                  title: Ten chests came in
                  statement: Ten chests of tea came in in May 1901.
                  strand: green
                  stated:
                    - {by: tea-board, on: 1901-05, verb: said, source: ledger-1901}
                  evidence:
                    - {source: echo, stance: supports}
                    - {source: weather, stance: context}
                    - {source: doubt, stance: disputes}
                    - {source: ledger-1901, stance: supports, locator: fol. 1}
                    - {source: ledger-1901, stance: supports, locator: fol. 2}
                  assessments:
                    - {on: 1901-05, verdict: confirmed, reason: The ledger has them.}
                  checked: 2026-06-01
                """,
        },
    )
    claim = resolve(load(root).content).claims["ten-chests"]

    assert counted(claim.support) == "2 sources, 1 origin: Tea Board"
    assert [ref.id for ref in claim.support.sources] == ["echo", "ledger-1901"]
    assert counted(claim.dispute) == "1 source, 1 origin: Ada Leaf"
    assert [[origin.name for origin in held.origins] for held in claim.evidence] == [
        ["Tea Board"],
        ["Gazette"],
        ["Ada Leaf"],
        ["Tea Board"],
        ["Tea Board"],
    ]
