"""How well a claim is known: whose words stand behind it, and the rung of the ladder that they reach."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.utils import read_fixture_file
from sites import MINIMAL_SITE_YAML, make_sound_site

from builder import provenance
from builder.load import load
from builder.places import File, Written
from builder.records import Actor, Claim, Source, make

CASES = read_fixture_file(Path(__file__).parent / "cases" / "ladder.md")
NOWHERE = Written(File("content/x.yaml", ""), {})
LADDER = ("hearsay", "voice", "voices", "told", "granted", "paper", "scales", "owned", "agreed")
KINDS = {"gazette": "hearsay", "letter": "voice", "ledger": "paper", "weighing": "scales", "confession": "owned"}
WORDS = {
    "ladder": """\
ladder:
  - {id: hearsay, label: Hearsay}
  - {id: voice, label: One voice, named: true}
  - {id: voices, label: Voices, needs: {rung: voice, origins: 2}}
  - {id: told, label: Told}
  - {id: granted, label: Granted, admits: true}
  - {id: paper, label: Paper, relayed: told}
  - {id: scales, label: Scales, relayed: told}
  - {id: owned, label: Owned, relayed: granted, admits: true}
  - {id: agreed, label: Agreed, needs: {rung: paper, origins: 2}}
""",
    "source_kinds": """\
source_kinds:
  gazette: {label: gazette, rung: hearsay}
  letter: {label: letter, rung: voice}
  ledger: {label: ledger, rung: paper}
  weighing: {label: weighing, rung: scales}
  confession: {label: confession, rung: owned}
  rumour: {label: rumour, rung: clouds}
""",
}


@pytest.fixture(scope="session")
def empty(tmp_path_factory):
    """A site with a ladder of its own and nothing on it."""
    site = MINIMAL_SITE_YAML
    for key, words in WORDS.items():
        site = re.sub(rf"^{key}:\n(?: .*\n)+", words, site, flags=re.MULTILINE)
    content = load(make_sound_site(tmp_path_factory.mktemp("ladder"), **{"site.yaml": site})).content
    assert content
    assert tuple(step.id for step in content.site.ladder) == LADDER
    return replace(content, sources={}, actors={}, claims={}, articles={}, annotations={})


def made(noun, id, **values):
    checked = {"on": "1901-06", "how": "read"} if noun is Source else "1901-06"
    record = make(noun, {"id": id, "written": NOWHERE, "checked": checked, **values})
    assert isinstance(record, noun), record
    return record


@cache
def an_actor(id, whole=None):
    return made(Actor, id, name=id, type="body", summary=id, **({"part_of": whole} if whole else {}))


@cache
def a_source(id, kind, issuer=None, repeats=(), published="1901", publisher=""):
    issued = {"issuer": issuer} if issuer else {}
    return made(
        Source,
        id,
        title=id,
        publisher=publisher or id,
        kind=kind,
        published=published,
        language="en",
        summary=id,
        derived_from=repeats,
        **issued,
    )


def a_claim(evidence, **values):
    return made(
        Claim,
        "ten-chests",
        title="Ten",
        statement="Ten came in.",
        strand="green",
        stated=(),
        assessments=(),
        evidence=tuple(evidence),
        **values,
    )


def held(source, shows=None, repeats=None, stance="supports"):
    """Return a piece of evidence as an editor writes it."""
    said = {"shows": shows, "derived_from": None if repeats is None else tuple(repeats)}
    return {"source": source, "stance": stance, **{key: value for key, value in said.items() if value is not None}}


def listed(text):
    return [] if text == "nothing" else text.split(", ")


def told(empty, story):
    """Return the content and the claim of a case."""
    wholes, sources, evidence = {}, {}, []
    for line in story.splitlines():
        if part := re.fullmatch(r"(\w+) is part of (\w+)", line):
            wholes[part[1]] = part[2]
        elif said := re.fullmatch(r"(holds|disputes|context) (\w+)(?: showing (\w+))?(?: repeating (.+))?", line):
            stance = {"holds": "supports"}.get(said[1], said[1])
            evidence.append(held(said[2], said[3], said[4] and listed(said[4]), stance))
        else:
            form = r"(\w+) (\w+)(?: by (\w+))?(?: of (\w+))?(?: repeats (.+))?"
            id, kind, issuer, publisher, repeats = re.fullmatch(form, line).groups()
            parents = tuple(listed(repeats)) if repeats else ()
            sources[id] = a_source(id, kind, issuer, parents, publisher=publisher)
    everybody = {*wholes, *wholes.values(), *(one.issuer for one in sources.values() if one.issuer)}
    actors = {id: an_actor(id, wholes.get(id)) for id in sorted(everybody - {"ghost", "nobody"})}
    claim = a_claim(evidence)
    return replace(empty, sources=sources, actors=actors, claims={claim.id: claim}), claim


def words_of(content, claim, by=None):
    return provenance.Case(content, claim).words(by)


def rung_of(content, claim, by=None):
    return provenance.rung(content.site.ladder, words_of(content, claim, by))


def height(rung):
    return LADDER.index(rung) if rung else -1


def voices(words):
    return {word.voice for word in words}


@pytest.mark.parametrize(("line", "title", "story", "expected"), CASES, ids=[case[1] for case in CASES])
def test_cases(line, title, story, expected, empty):
    """The rung of the case, and the voices behind it, are those that it says."""
    content, claim = told(empty, story)
    said = sorted(f"{word.voice.partition(':')[2]}: {word.rung or 'nowhere'}" for word in words_of(content, claim))

    assert [rung_of(content, claim) or "none", *said] == expected.splitlines()


def test_a_voice_says_whether_it_is_a_body_or_a_publisher(empty):
    """A body that speaks and a publisher that has no profile cannot be taken for one another."""
    content, claim = told(empty, "board letter of press\nnote letter by board\nholds board\nholds note")

    assert voices(words_of(content, claim)) == {"actor:board", "publisher:press"}
    assert rung_of(content, claim) == "voices"


@pytest.mark.parametrize(
    ("published", "by", "counts"),
    [
        ("1901-05-02", date(1901, 5, 1), False),
        ("1901-05-02", date(1901, 5, 2), True),
        ("1901-05", date(1901, 4, 30), False),
        ("1901-05", date(1901, 5, 1), True),
        ("1901", date(1901, 1, 1), True),
        ("1901-05/1901-07", date(1901, 6, 1), True),
        ("1901-05/1901-07", date(1901, 4, 30), False),
        ("1901-05-02", None, True),
    ],
)
def test_support_by_a_day_is_what_may_have_been_published(empty, published, by, counts):
    """By a day counts what was published on it or before, or in a month or year that had begun."""
    note = a_source("note", "letter", published=published)
    content, claim = replace(empty, sources={"note": note}), a_claim([held("note")])

    assert [line.source for line in provenance.Case(content, claim).support(by)] == ["note"] * counts


@pytest.mark.parametrize(
    ("lowered", "expected"),
    [
        (None, "paper"),
        ("voice", "voice"),
        ("voices", "voices"),
        ("paper", "paper"),
        ("agreed", "paper"),
        ("moon", "paper"),
    ],
)
def test_a_claim_is_lowered_and_never_raised(empty, lowered, expected):
    """What an editor says of the rung counts only where it is lower than what the support reaches."""
    doubt = {"lowered": {"rung": lowered, "reason": "The book was wet."}} if lowered else {}
    content = replace(empty, sources={"book": a_source("book", "ledger")})

    assert provenance.Case(content, a_claim([held("book")], **doubt)).reached() == expected


def test_a_claim_without_support_is_on_no_rung_however_lowered(empty):
    """Where nothing supports a claim there is no rung to put it on."""
    claim = a_claim([], lowered={"rung": "voice", "reason": "Nobody said so."})

    assert provenance.Case(empty, claim).reached() == ""


# Whatever is written


ACTORS = ("anna", "bela", "cora", "dora")


@st.composite
def worlds(draw):
    """Draw sources that repeat only earlier ones, actors that are part of earlier ones, and evidence of every sort."""
    actors = {id: an_actor(id, draw(st.sampled_from([None, *ACTORS[:place]]))) for place, id in enumerate(ACTORS)}
    sources = {}
    for number in range(draw(st.integers(2, 7))):
        parents = draw(st.sets(st.sampled_from(sorted(sources)), max_size=3)) if sources else set()
        kind, issuer = draw(st.sampled_from(sorted(KINDS))), draw(st.sampled_from([None, *ACTORS]))
        published = f"19{draw(st.integers(10, 19))}"
        sources[f"s{number}"] = a_source(f"s{number}", kind, issuer, tuple(sorted(parents)), published)
    return actors, sources, [draw(pieces(sources)) for _ in range(draw(st.integers(1, 6)))]


@st.composite
def pieces(draw, sources):
    """Draw a piece of evidence; on its point, too, a source repeats only earlier ones."""
    source = draw(st.sampled_from(sorted(sources)))
    earlier = [id for id in sources if id < source]
    repeats = draw(st.none() | st.lists(st.sampled_from(earlier), max_size=2, unique=True)) if earlier else None
    shows = draw(st.sampled_from([None, *LADDER]))
    return held(source, shows, repeats, draw(st.sampled_from(["supports", "supports", "disputes", "context"])))


def world(empty, actors, sources, evidence):
    claim = a_claim(evidence)
    return replace(empty, actors=actors, sources=sources, claims={claim.id: claim}), claim


@settings(deadline=None, derandomize=True, max_examples=400)
@given(drawn=worlds(), data=st.data())
def test_repeating_changes_nothing(empty, drawn, data):
    """A source that repeats what the claim holds adds no voice and lifts no rung, whatever its kind and its claims.

    Nor does it take anything away: who repeats is no party.
    """
    actors, sources, evidence = drawn
    content, claim = world(empty, actors, sources, evidence)
    repeated = tuple(
        sorted(data.draw(st.sets(st.sampled_from(sorted({one["source"] for one in evidence})), min_size=1)))
    )
    issuer, kind = data.draw(st.sampled_from([None, *ACTORS])), data.draw(st.sampled_from(sorted(KINDS)))
    echo = a_source("echo", kind, issuer, repeated)
    shows = data.draw(st.sampled_from([None, *LADDER]))

    after, louder = world(empty, actors, {**sources, "echo": echo}, [*evidence, held("echo", shows)])

    assert voices(words_of(after, louder)) == voices(words_of(content, claim))
    assert rung_of(after, louder) == rung_of(content, claim)


@settings(deadline=None, derandomize=True, max_examples=100)
@given(drawn=worlds(), data=st.data())
def test_more_support_never_takes_a_claim_down(empty, drawn, data):
    """Whatever the claim did not hold before is added in support: no voice is lost, and the rung stays or rises."""
    actors, sources, evidence = drawn
    content, claim = world(empty, actors, sources, evidence)
    own = a_source("new", data.draw(st.sampled_from(sorted(KINDS))), data.draw(st.sampled_from([None, *ACTORS])))

    after, louder = world(empty, actors, {**sources, "new": own}, [*evidence, held("new")])

    assert words_of(content, claim) <= words_of(after, louder)
    assert height(rung_of(after, louder)) >= height(rung_of(content, claim))


@settings(deadline=None, derandomize=True, max_examples=100)
@given(drawn=worlds())
def test_nobody_supports_what_they_dispute(empty, drawn):
    """No voice in support is one that disputes the claim, unless it stands on an admission."""
    content, claim = world(empty, *drawn)
    case = provenance.Case(content, claim)
    against = {word.voice for line in claim.evidence if line.stance == "disputes" for word in case.said(line)}

    assert all(word.rung in ("owned", "granted") for word in case.words() if word.voice in against)


@settings(deadline=None, derandomize=True, max_examples=100)
@given(drawn=worlds(), years=st.lists(st.integers(1909, 1920), min_size=2, max_size=2))
def test_time_never_takes_a_claim_down(empty, drawn, years):
    """On a later day as much is known as on an earlier one, or more."""
    content, claim = world(empty, *drawn)
    earlier, later = (date(year, 6, 1) for year in sorted(years))

    assert words_of(content, claim, earlier) <= words_of(content, claim, later) <= words_of(content, claim)
    assert height(rung_of(content, claim, earlier)) <= height(rung_of(content, claim, later))


@settings(deadline=None, derandomize=True, max_examples=100)
@given(drawn=worlds(), order=st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_show(empty, drawn, order: random.Random):
    """Sources, actors and evidence in another order: the same roots, the same words, the same rung."""
    actors, sources, evidence = drawn
    content, claim = world(empty, actors, sources, evidence)

    def shuffled(found):
        ids = list(found)
        order.shuffle(ids)
        return {id: found[id] for id in ids}

    turned, same = world(empty, shuffled(actors), shuffled(sources), order.sample(evidence, len(evidence)))

    assert provenance.roots(turned) == provenance.roots(content)
    assert words_of(turned, same) == words_of(content, claim)
    assert rung_of(turned, same) == rung_of(content, claim)


@settings(deadline=None, derandomize=True, max_examples=100)
@given(drawn=worlds())
def test_a_claim_stands_as_high_as_its_words(empty, drawn):
    """The rung is that of the highest word, unless enough voices stand where a higher rung needs them."""
    content, claim = world(empty, *drawn)
    said = words_of(content, claim)
    alone = max((height(word.rung) for word in said), default=-1)
    on_paper = len({word.voice for word in said if height(word.rung) >= height("paper")})
    with_a_voice = len({word.voice for word in said if height(word.rung) >= height("voice")})
    together = height("agreed") if on_paper >= 2 else height("voices") if with_a_voice >= 2 else -1

    assert height(rung_of(content, claim)) == max(alone, together)


@settings(deadline=None, derandomize=True, max_examples=100)
@given(data=st.data())
def test_circles_are_borne(empty, data):
    """Whoever repeats whom, and whoever is part of whom, in whatever circles: every source has roots and a voice."""
    ids = [f"s{number}" for number in range(5)]
    parents = st.lists(st.sampled_from([*ids, "ghost"]), max_size=3, unique=True)
    wholes = st.sampled_from([None, *ACTORS, "ghost"])
    actors = {id: an_actor(id, data.draw(wholes)) for id in ACTORS}
    issuers = st.sampled_from([None, *ACTORS, "ghost"])
    sources = {id: a_source(id, "letter", data.draw(issuers), tuple(data.draw(parents))) for id in ids}
    content, claim = world(empty, actors, sources, [held(id) for id in ids])

    roots = provenance.roots(content)

    assert all(found and found <= set(ids) for found in roots.values())
    assert all(roots[root] == {root} for found in roots.values() for root in found)
    assert rung_of(content, claim) == ("voices" if len(voices(words_of(content, claim))) > 1 else "voice")
