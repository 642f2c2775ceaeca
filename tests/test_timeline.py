"""Timelines: what stands in them, where it stands, and that nothing stands on anything else."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder import dates
from builder.render import paging
from builder.render.happenings import Happening, by_year, happenings
from builder.render.pictures import timeline
from builder.resolve import resolve

STRANDS = {"green": None, "black": None}


def happening(
    number: int, on: str, strand: str = "green", kind: str = "event", title: str = "Ten chests came in"
) -> Happening:
    return Happening(f"event-{number}", kind, dates.parse(on), strand, title, None)


def extents(picture):
    """Return the boxes of all marks with their labels: left, top, right, bottom."""
    return [
        (mark.x, mark.y, mark.x + mark.width + (3 + 6.4 * len(mark.label) if mark.label else 0), mark.y + 10)
        for lane in picture.lanes
        for mark in lane.marks
    ]


def overlapping(boxes):
    ordered = sorted(boxes)
    return [
        (one, other)
        for place, one in enumerate(ordered)
        for other in ordered[place + 1 :]
        if other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]


# Where a mark stands


def test_a_mark_is_as_wide_as_its_date_is_uncertain():
    """A month is as wide as it is long on the axis, a day never too narrow to be hit, a span from end to end."""
    found = [happening(1, "1901-03-05"), happening(2, "1901-06"), happening(3, "1901-08/1901-10")]
    day, month, span = timeline.year(found, STRANDS, 1901).lanes[0].marks
    per_day = timeline.WIDTH / 365

    assert day.width == 10
    assert day.x + 5 == pytest.approx(63.5 * per_day, abs=0.6)
    assert (month.x, month.width) == (pytest.approx(151 * per_day, abs=0.1), pytest.approx(30 * per_day, abs=0.1))
    assert span.width == pytest.approx(92 * per_day, abs=0.1)


def test_each_strand_has_its_lane():
    """Lanes stand in the order of site.yaml, what has no strand in the last one, and none without anything in it."""
    found = [happening(1, "1901", "black"), happening(2, "1902", ""), happening(3, "1903", "black")]
    picture = timeline.whole(found, STRANDS)

    assert [lane.strand for lane in picture.lanes] == ["black", ""]
    assert all(lane.top <= mark.y < lane.floor for lane in picture.lanes for mark in lane.marks)


def test_what_came_long_before_is_left_to_the_list():
    """The picture of the whole begins where nearly all is still to come, and counts what came before."""
    found = [
        happening(0, "1801"),
        *(happening(number, f"190{number % 3}-0{number % 9 + 1}") for number in range(1, 30)),
    ]
    picture = timeline.whole(sorted(found, key=lambda one: one.on.key), STRANDS)

    assert picture.earlier == 1
    assert [text for _, text in picture.ticks] == ["1900", "1901", "1902"]


def test_a_span_stands_in_every_year_that_it_touches():
    """What goes on over the turn of a year stands in both, before what begins later; no year in between is empty."""
    found = [
        happening(1, "1901-11/1902-02"),
        happening(2, "1901-12-31"),
        happening(3, "1902-01"),
        happening(4, "1903/1905"),
        happening(5, "1904~"),
    ]
    years = {number: [one.id for one in held] for number, held in by_year(found)}

    assert years == {
        1901: ["event-1", "event-2"],
        1902: ["event-1", "event-3"],
        1903: ["event-4"],
        1904: ["event-4", "event-5"],
        1905: ["event-4"],
    }


def test_little_needs_no_picture():
    """One or two things are a list; so are any number of one day in a small picture."""
    assert timeline.whole([happening(1, "1901"), happening(2, "1902")], STRANDS) is None
    assert timeline.strip([happening(number, "1901-05-01") for number in range(5)]) is None
    assert timeline.strip([happening(number, f"190{number}") for number in range(3)]) is not None


DAYS = st.dates(min_value=dates.parse("1900").first, max_value=dates.parse("1909").last)
WRITTEN = st.one_of(DAYS.map(str), DAYS.map(lambda day: str(day)[:7]), DAYS.map(lambda day: f"{str(day)[:4]}~"))


@given(
    st.lists(st.tuples(WRITTEN, st.sampled_from(["green", "black", ""]), st.text(min_size=1, max_size=60)), max_size=40)
)
def test_nothing_stands_on_anything_else(written):
    """Whatever the dates and titles are, no two marks or labels share a place, and all stand within the picture."""
    found = sorted(
        (
            happening(number, on, strand, title=title.strip() or "x")
            for number, (on, strand, title) in enumerate(written)
        ),
        key=lambda one: (one.on.key, one.id),
    )
    pictures = [timeline.whole(found, STRANDS), timeline.strip(found)]
    pictures += [timeline.year(held, STRANDS, number) for number, held in by_year(found)]
    for picture in filter(None, pictures):
        boxes = extents(picture)
        assert overlapping(boxes) == []
        assert all(
            left >= 0 and right <= picture.width + 0.5 and bottom <= picture.height for left, _, right, bottom in boxes
        )


# What stands in it


def test_everything_dated_happens_once(tea_edition, shipped_site):
    """Every event, listing, assessment and article stands in one happening; those of one day stand together."""
    for edition in (tea_edition, resolve(shipped_site.content)):
        found = happenings(edition)
        events = [one.event.ref.id for one in found if one.event]
        listed = [sanction.ref.id for one in found for sanction in one.sanctions]
        assessed = [(claim.ref.id, assessment.on.text) for one in found for claim, assessment in one.assessed]
        articles = [one.ref.id for one in found if one.kind == "article"]

        assert sorted(events) == sorted(edition.events)
        assert sorted(listed) == sorted(edition.sanctions)
        assert sorted(assessed) == sorted(
            (id, one.on.text) for id, claim in edition.claims.items() for one in claim.assessments
        )
        assert sorted(articles) == sorted(edition.articles)
        assert len({one.id for one in found}) == len(found)
        assert [one.on.key for one in found] == sorted(one.on.key for one in found)


def test_the_picture_and_the_list_say_the_same(site):
    """On every timeline each mark leads to an item of the list with the same date; what is not drawn is counted."""
    paths = [path for path in site.files if path.startswith("timeline/") and path.endswith(".html")]
    for path in paths:
        page = site.page(path)
        items = {item["id"]: item for item in page.select("li.event[id]")}
        marks = [one["href"].removeprefix("#") for one in page.select(".scroll a.happening")]

        assert len(set(marks)) == len(marks)
        assert set(marks) <= set(items), path
        if marks:
            left_out = page.find("p", class_="aside")
            count = int(left_out.get_text().split()[0]) if left_out else 0
            assert len(items) - len(marks) == count, path
        for mark in page.select(".scroll a.happening"):
            assert mark["data-on"] == items[mark["href"].removeprefix("#")]["data-on"]


def test_years_tell_in_full_what_the_whole_names(site):
    """Everything in the list of the whole timeline stands in the page of its year, where an event has its sources."""
    for section in site.page("timeline/index.html").select("main section[data-group]"):
        year = section.h2.a["href"].split("/")[-2]
        for item in section.select("li.event"):
            led, _, id = item.a["href"].partition("#")
            if id:
                assert led == f"../timeline/{year}/index.html"
            there = site.page(f"timeline/{year}/index.html").find(id=id or item["id"])
            assert there is not None
            if there["id"].startswith("event-"):
                assert there.select(".citation")


def test_an_event_over_the_turn_of_a_year_is_told_in_both(tea_site):
    """Whoever opens either year finds the event whole; the list of all years has one spot that leads to it."""
    whole = tea_site.page("timeline/index.html")
    told = {
        path: tea_site.page(path).find(id="event-long-frost").select_one(".citation")
        for path in ("timeline/1888/index.html", "timeline/1889/index.html")
    }

    assert all(told.values())
    assert len(whole.find_all(id="event-long-frost")) == 1


def test_small_timelines_stand_where_there_is_something_to_see(site):
    """A claim or an actor with three dated things or more on different days has a drawing, whose marks lead to them."""
    drawn = [
        path
        for path in site.files
        if path.startswith(("claims/", "actors/"))
        and path.endswith(".html")
        and site.page(path).select(".timeline-drawn")
    ]
    assert drawn
    for path in drawn:
        for mark in site.page(path).select("a.happening"):
            target, _, id = mark["href"].partition("#")
            assert site.page(target.removeprefix("../../")).find(id=id) is not None


def test_a_dozen_events_are_told_and_more_are_named(shipped_site):
    """A page has the first sentence of its events, or names more than twelve, each a link to where it is told.

    Of more than a page shows the first stand there, and all on a page below it.
    """
    edition = resolve(shipped_site.content)
    told = named = 0
    for of in (*edition.actors.values(), *edition.claims.values()):
        folder = f"{of.ref.kind}s/{of.ref.id}/"
        items = shipped_site.page(f"{folder}index.html").select("li.event")
        if len(of.events) > paging.LISTED_HERE:
            assert len(items) == paging.LISTED_HERE, of.ref.id
            items = shipped_site.page(f"{folder}all/events/index.html").select("li.event")
        titles = [item.a.get_text() for item in items]
        full = [item.div.get_text().strip() != item.a.get_text() for item in items]
        led = [urlsplit(item.a["href"]).fragment for item in items]

        assert titles == [edition.events[ref.id].title for ref in of.events], of.ref.id
        assert full == [len(items) <= 12] * len(items), of.ref.id
        assert led == [f"event-{ref.id}" for ref in of.events], of.ref.id
        told += bool(items) and len(items) <= 12
        named += len(items) > 12
    assert told > 10
    assert named > 2
