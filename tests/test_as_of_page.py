"""What a page holds so that it can be read as of a date: every dated thing once, with its day."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from operator import attrgetter
from textwrap import dedent

import pytest
from bs4 import BeautifulSoup
from sites import MINIMAL_SITE_YAML, SOUND, first_made, make_sound_site

from builder.build import build
from builder.resolve import resolve

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@pytest.fixture(scope="module")
def edition(site):
    """What the site in hand publishes."""
    return resolve(site.content)


@pytest.fixture(scope="module")
def read(site):
    """A reader of the site in hand, who opens each page once."""
    opened = {}

    def open_page(path):
        if path not in opened:
            file = site.folder / path / "index.html"
            opened[path] = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        return opened[path]

    return open_page


def words(element):
    return " ".join(element.get_text().split())


def day(when):
    """Return the first day that a date can mean, as pages have it."""
    return when.first.isoformat()


def days(elements):
    return [one["data-on"] for one in elements]


def last_folder(link):
    """Return the id of the record to whose page a link leads."""
    return link["href"].split("#")[0].removesuffix("/index.html").rsplit("/", 1)[-1]


def every_page(site):
    return sorted(path.removesuffix("index.html") for path in site.files if path.endswith("index.html"))


def sampled(site, most=60):
    """Return the site's pages, of a large site the first of each kind and some of the others."""
    paths = every_page(site)
    return [path for place, path in enumerate(paths) if path.count("/") < 2 or place % (len(paths) // most + 1) == 0]


# The control


def test_every_page_has_the_control(site, read):
    """Each page offers a day to choose, the articles' days and today; today is chosen, and nothing is said."""
    content = site.content
    today = content.site.as_of.last.isoformat()
    for path in sampled(site):
        control = read(path).select_one("details.as-of")
        field, buttons = control.select_one("label > input"), control.select("button")

        assert (field["type"], field["value"], field["max"]) == ("date", today, today), path
        assert [one["data-asof"] for one in buttons] == [
            *(day(article.published) for article in content.articles.values()),
            today,
        ], path
        assert [one.get("aria-pressed") for one in buttons] == [None] * len(content.articles) + ["true"], path
        assert words(control.output) == "", path
        assert not control.has_attr("open"), path
        assert [one for one in read(path).select("script[src$='as-of.js']") if one.has_attr("defer")], path


@pytest.mark.parametrize(
    ("as_of", "today"), [("2026-06", "2026-06-30"), ("2026", "2026-12-31"), ("2026-06-05", "2026-06-05")]
)
def test_today_is_the_last_day_that_it_can_mean(tmp_path, as_of, today):
    """Where a site's today is a month or a year, nothing of that month or year comes after it."""
    words_ = MINIMAL_SITE_YAML.replace("as_of: 2026-06-30", f"as_of: {as_of}")
    build(make_sound_site(tmp_path / "root", **{"site.yaml": words_}), tmp_path / "out")
    page = BeautifulSoup((tmp_path / "out" / "index.html").read_text(encoding="utf-8"), "html.parser")

    assert page.select_one(".as-of input")["value"] == today
    assert page.select_one(".as-of [data-today]")["data-asof"] == today


# What is dated


def test_every_day_is_a_day(site, read):
    """Whatever a page says of days to the script is a whole day, of which later ones come later as text."""
    for path in sampled(site):
        for one in read(path).select("[data-on], [data-until]"):
            told = [one[key] for key in ("data-on", "data-until") if one.has_attr(key)]

            assert all(DAY.fullmatch(when) for when in told), (path, told)
            assert told == sorted(told), (path, told)


def test_whatever_shows_a_date_in_a_list_has_its_day(site, read):
    """A date in a list or table is in something that can be hidden; facts, articles and corrections stay in sight."""
    for path in set(sampled(site)) - {"corrections/"}:
        loose = [
            words(when)
            for when in read(path).select("main time, main span.span")
            if not when.find_parent(attrs={"data-on": True}) and not when.find_parent(class_=["facts", "article-facts"])
            if when.find_parent(["li", "tr", "p"]) and not when.find_parent(class_="byline")
        ]

        assert loose == [], path


def test_events_have_their_days(site, read):
    """On the timeline every event has its day, and every year the day of what came first in it."""
    events = site.content.events
    shown = {one["id"]: one["data-on"] for one in read("timeline/").select(".event[id]")}
    years = read("timeline/").select("main section[data-on]")
    begun = {when[:4] for when in shown.values()}

    assert {f"event-{id}": day(event.date) for id, event in events.items()}.items() <= shown.items()
    assert {words(one.h2).split()[0] for one in years} == begun
    assert all(one["data-on"] == min(days(one.select(".event"))) for one in years if one.select(".event"))


def test_what_a_claims_page_holds_has_its_day(site, read, edition):
    """Who said so, passages, rungs, evidence, assessments and events: each once, in order, with the day of its own."""
    for id, claim in edition.claims.items():
        page = read(f"claims/{id}/")
        shown = {
            "stated": days(page.select(".chain > li")),
            "passages": days(page.select(".passages > li")),
            "rungs": days(page.select(".rungs > li")),
            "evidence": days(page.select("tr[class^=stance-]")),
            "assessments": days(page.select(".history > li")),
            "events": days(page.select(".events > li")),
            "reason": days(page.select(".record > header > .lead")),
            "figure": days(page.select(".figure-line")),
        }

        assert shown == {
            "stated": [day(one.on) for one in claim.stated],
            "passages": [day(one.published) for one in claim.passages],
            "rungs": [day(one.on) for one in claim.climb],
            "evidence": [day(one.published) for one in claim.evidence],
            "assessments": [day(one.on) for one in claim.assessments],
            "events": [day(edition.events[ref.id].date) for ref in claim.events],
            "reason": [day(claim.assessments[-1].on)],
            "figure": [day(claim.figure.as_of)] if claim.figure else [],
        }, id


def test_listings_have_their_days(site, read):
    """In every table of sanctions each row has the day of its listing."""
    listed = {id: day(one.listing_date) for id, one in site.content.sanctions.items()}
    rows = {
        path: {last_folder(row.a): row["data-on"] for row in read(path).select("main tbody tr")}
        for path in ("sanctions/", *(f"programs/{id}/" for id in site.content.programs))
    }

    assert rows["sanctions/"] == listed
    for path, shown in rows.items():
        assert shown.items() <= listed.items(), path
    assert sum(map(len, rows.values())) > len(listed)


def test_sources_have_their_days(site, read):
    """Footnotes and the list of sources have the days on which the sources were published."""
    published = {id: day(source.published) for id, source in site.content.sources.items()}
    lists = [path for path in every_page(site) if path == "sources/" or path.startswith("sources/in/")]
    listed = {last_folder(row.a): row["data-on"] for path in lists for row in read(path).select("tr[data-item]")}

    assert listed == published
    for path in sampled(site):
        notes = read(path).select(".footnotes > ol > li")
        shown = [(last_folder(one.select_one(".source-title")), one["data-on"]) for one in notes]

        assert shown == [(id, published[id]) for id, _ in shown], path


def test_claims_have_the_days_on_which_they_were_first_made(site, read):
    """In tables and among the open questions a claim has the day on which it was first made; a denial makes none."""
    first = {id: day(first_made(site.content, claim)) for id, claim in site.content.claims.items()}
    rows = {last_folder(row.a): row["data-on"] for row in read("claims/").select("main tbody tr")}
    questions = {
        last_folder(one.select_one("a.to-claim")): one["data-on"]
        for one in read("open-questions/").select(".questions > li")
    }

    assert rows == first
    assert questions == {id: first[id] for id, claim in site.content.claims.items() if claim.open_question}


# Verdicts


def pieces(element):
    """Return the pieces of which one is shown: from when, until when, whether hidden, and the words."""
    return [
        (one.get("data-on"), one.get("data-until"), one.has_attr("hidden"), words(one))
        for one in element.find_all(recursive=False)
    ]


def expected(claim, label):
    """Return the pieces that a claim's verdicts make, one for each it has had; the current one alone is in sight."""
    held = [next(same) for _, same in groupby(claim.assessments, attrgetter("verdict_id"))]
    on = [day(one.on) for one in held]
    return [
        (start, end, end is not None, label(one)) for one, start, end in zip(held, on, [*on[1:], None], strict=True)
    ]


def badge(assessed):
    return f"{assessed.verdict.sign} {assessed.verdict.label}".strip()


def test_a_badge_has_a_piece_for_every_verdict_held(site, read, edition):
    """A badge on a claim's page and in the table holds each verdict it has had, with its days; the last is shown."""
    table = {last_folder(row.a): row for row in read("claims/").select("main tbody tr")}
    for id, claim in edition.claims.items():
        unassessed = (None, day(claim.assessments[0].on), True, "Not yet assessed")
        shown = [*expected(claim, badge), unassessed]

        assert pieces(read(f"claims/{id}/").select_one(".headline-verdict > .verdict-of")) == shown, id
        assert pieces(table[id].select_one(".verdict-of")) == shown, id


def test_it_is_said_since_when_a_verdict_is_held(site, read, edition):
    """A verdict stands since the first of the assessments that agree on it, and the day goes back with the verdict."""
    for row in read("claims/").select("main tbody tr"):
        claim = edition.claims[last_folder(row.a)]
        since = pieces(row.select_one("[data-label=Since]"))

        headline = pieces(read(f"claims/{claim.ref.id}/").select_one(".headline-verdict .since"))

        assert [one[:3] for one in since] == [one[:3] for one in expected(claim, badge)], claim.ref.id
        assert headline == since, claim.ref.id


def test_one_piece_of_every_badge_is_shown(site, read):
    """On every page each badge shows exactly one verdict, and on any day exactly one of its pieces is due."""
    for path in sampled(site):
        for one in read(path).select(".verdict-of"):
            *made, none = pieces(one)
            limits = [start for start, _, _, _ in made]

            assert [hidden for _, _, hidden, _ in made] == [True] * (len(made) - 1) + [False], path
            assert all(end == start for (_, end, _, _), (start, _, _, _) in pairwise(made)), path
            assert (made[-1][1], none[:3]) == (None, (None, limits[0], True)), path


def test_a_card_goes_back_whole(site, read, edition):
    """In a claim's card the day, the reason, who said so, the rung and the site's word each have their days.

    Of a claim that the article does not make its card says only how it stands.
    """
    article = edition.articles[site.content.site.home.article]
    cards = read(f"articles/{article.ref.id}/").select(".card-claim")
    for card in cards:
        claim = edition.claims[card["id"].removeprefix("card-claim-")]
        if claim.ref not in article.made:
            stands = [*expected(claim, badge), (None, day(claim.assessments[0].on), True, "Not yet assessed")]
            assert pieces(card.select_one(".card-verdict > .verdict-of")) == stands
            continue
        last = day(claim.current.on)
        chain = pieces(card.select_one(".chain-line"))
        rungs = [one for more in card.select(".card-more") for one in pieces(more) if one[3].startswith("; ")]
        steps = [day(step.on) for step in claim.climb]

        assert card.select_one(".card-text")["data-on"] == last
        assert [one[:3] for one in pieces(card.select_one(".since"))] == [one[:3] for one in expected(claim, badge)]
        assert [one[0] for one in chain[: len(claim.stated)]] == [day(one.on) for one in claim.stated]
        assert pieces(card.select_one(".chain-line > .verdict-of")) == [
            *expected(claim, badge),
            (None, day(claim.assessments[0].on), True, "Not yet assessed"),
        ]
        assert (
            rungs
            == [
                (start, end, end is not None, f"; {step.rung.label.lower()}")
                for step, start, end in zip(claim.climb, steps, [*steps[1:], None], strict=bool(steps))
            ][: len(steps)]
        )

    assert len(cards) >= len(article.claims) > len(article.made) > 0


# Counts


def heard(claim, stance):
    """Return the day and the origins' names of each source of one stance."""
    found = {}
    for one in claim.evidence:
        if one.stance == stance:
            found.setdefault(one.source.id, (day(one.published), set()))[1].update(origin.key for origin in one.origins)
    return sorted((when, len(keys)) for when, keys in found.values())


def test_a_tally_can_be_told_again(site, read, edition):
    """A tally holds each source once, with its day and which of the named origins it has; its words say the same."""
    for id, claim in edition.claims.items():
        page = read(f"claims/{id}/")
        for one in page.select("#evidence ~ p .origins"):
            told = [piece.split("=") for piece in one["data-tally"].split(" ")]
            places = [[int(place) for place in origins.split(",") if place] for _, origins in told]
            published = claim.support if one["data-stance"] == "supports" else claim.dispute
            names = [words(name) for name in one.find_all("span")]

            assert sorted((when, len(of)) for (when, _), of in zip(told, places, strict=True)) == heard(
                claim, one["data-stance"]
            ), id
            assert names == [origin.name for origin in published.origins], id
            assert {place for of in places for place in of} == set(range(len(names))), id
            assert words(one) == (
                f"{len(told)} source{'s' * (len(told) != 1)}, {len(names)} origin{'s' * (len(names) != 1)}"
                + ": " * bool(names)
                + "; ".join(names)
            ), id


def test_a_source_that_is_held_twice_counts_once(tmp_path):
    """A source with two pieces of evidence counts once, with the origins of both; one publisher is one voice."""
    head = "language: en, summary: So., checked: {on: 2026-06-01, how: read}"
    more = "".join(
        f"{id}: {{title: {id}, publisher: {name}, kind: gazette, published: 190{place}, {head}}}\n"
        for place, (id, name) in enumerate((("a", "Press"), ("b", "Press"), ("c", "Mail")), 2)
    )
    held = "\n    - ".join(
        (
            "{source: a, stance: supports, locator: p. 1}",
            "{source: a, stance: supports, derived_from: [ledger-1901]}",
            "{source: b, stance: supports}",
            "{source: c, stance: supports}",
        )
    )
    claims = dedent(SOUND["content/claims.yaml"]).replace("{source: ledger-1901, stance: supports}", held)
    build(
        make_sound_site(tmp_path / "root", **{"content/sources/more.yaml": more, "content/claims.yaml": claims}),
        tmp_path / "out",
    )
    page = BeautifulSoup((tmp_path / "out/claims/ten-chests/index.html").read_text(encoding="utf-8"), "html.parser")
    tally = page.select_one("#evidence ~ p .origins")

    assert words(tally) == "3 sources, 3 origins: Mail; Press; Tea Board"
    assert tally["data-tally"] == "1902-01-01=1,2 1903-01-01=1 1904-01-01=0"


def test_the_strips_of_verdicts_can_be_counted_again(site, read):
    """Home has the histories of all claims, an article of those that it makes, and how many stand how today."""
    content = site.content
    strips = {"": list(content.claims)}
    for id, notes in content.annotations.items():
        named = [[about for about in one.about if about.startswith("claim:")] for one in notes.values() if one.stance]
        strips[f"articles/{id}/"] = list({claims[0].removeprefix("claim:") for claims in named if claims})
    for path, claims in strips.items():
        strip = read(path).select_one(".standing")
        told = sorted(history.split(" ") for history in strip["data-histories"].split("|"))
        current = [content.claims[id].assessments[-1].verdict for id in claims]
        held = [
            [next(same) for _, same in groupby(content.claims[id].assessments, attrgetter("verdict"))] for id in claims
        ]

        assert told == sorted([f"{day(one.on)}={one.verdict}" for one in turns] for turns in held), path
        assert {item["data-verdict"]: int(words(item.select_one(".count"))) for item in strip.select("li")} == {
            **{verdict: current.count(verdict) for verdict in content.site.verdicts},
            "": 0,
        }, path
        assert [item.has_attr("hidden") for item in strip.select("li")] == [
            *(verdict not in current for verdict in content.site.verdicts),
            True,
        ], path


def test_without_a_script_today_stands_whole(site, read):
    """As it is sent, a page hides nothing that is dated but what a later assessment or rung has taken the place of."""
    for path in sampled(site):
        hidden = read(path).select("main [hidden]:not(.more, button)")  # these do nothing without a script
        wrong = [str(one)[:80] for one in hidden if not one.has_attr("data-until") and not one.has_attr("data-verdict")]

        assert wrong == [], path
