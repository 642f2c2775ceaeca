"""How the law stood to an actor when an article appeared, and what has come and gone since."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from sites import MINIMAL_SITE_YAML, SOUND, make_sound_site

from builder import words
from builder.build import build, sound
from builder.resolve import resolve

LISTING = """\
{id}:
  target: {target}
  authority: tea-board
  listing_date: {listed}
  {more}
  measures: [kettle-ban]
  strand: green
  reason: She poured [@ledger-1901].
  sources: [ledger-1901]
  checked: 2026-06-01
"""
ARTICLE, ACTORS = "content/articles/kettle/article.md", "content/actors.yaml"


def a_listing(id, listed, begins=None, ends=None, target="ada-leaf"):
    """Return a listing as an editor writes it."""
    dates = (("start_date", begins), ("end_date", ends))
    more = "\n  ".join(f"{key}: {day}" for key, day in dates if day)
    return LISTING.format(id=id, listed=listed, more=more, target=target)


def a_site(folder, day, *listings, **files):
    """Write the small sound site with an article of this day and these listings; return its folder."""
    article = SOUND[ARTICLE].replace("published: 1901-06-01", f"published: {day}")
    return make_sound_site(folder, **{ARTICLE: article, "content/sanctions.yaml": "".join(listings), **files})


def stood(folder, day, *listings, **files):
    """Return how the law stood to Ada Leaf on a day: ids of the listings then, later and ended."""
    edition = resolve(sound(a_site(folder, day, *listings, **files))[0])
    found = edition.articles["kettle"].listings["ada-leaf"]
    return tuple([ref.id for ref in refs] for refs in (found.then, found.later, found.ended))


THEN, LATER, BEFORE = (["x"], [], []), ([], ["x"], []), ([], [], [])
SINCE, CAME_AND_WENT = (["x"], [], ["x"]), ([], ["x"], ["x"])


@pytest.mark.parametrize(
    ("day", "listed", "begins", "ends", "expected"),
    [
        # exact days
        ("1901-06-15", "1901-06-14", None, None, THEN),
        ("1901-06-15", "1901-06-15", None, None, THEN),
        ("1901-06-15", "1901-06-16", None, None, LATER),
        # in force from a day of its own
        ("1901-06-15", "1901-06-01", "1901-06-15", None, THEN),
        ("1901-06-15", "1901-06-01", "1901-06-16", None, LATER),
        ("1901-06-15", "1901-06-20", "1901-06-10", None, THEN),
        # months and years: it stands from the first day that it may have begun
        ("1901-06-15", "1901-06", None, None, THEN),
        ("1901-06-15", "1901-07", None, None, LATER),
        ("1901-06-15", "1901", None, None, THEN),
        ("1901-06-15", "1902", None, None, LATER),
        ("1901-06-15", "1901-06~", None, None, THEN),
        # an article whose day is not known exactly: what may have begun by its end
        ("1901-06", "1901-06-30", None, None, THEN),
        ("1901-06", "1901-07-01", None, None, LATER),
        ("1901-06~", "1901-06-30", None, None, THEN),
        ("1901", "1901-12-31", None, None, THEN),
        ("1901/1902", "1902-12-31", None, None, THEN),
        # ends
        ("1901-06-15", "1900-01-01", None, "1901-06-14", BEFORE),
        ("1901-06-15", "1900-01-01", None, "1901-06-15", SINCE),
        ("1901-06-15", "1900-01-01", None, "1901-06-16", SINCE),
        ("1901-06-15", "1900-01-01", None, "1901-05", BEFORE),
        ("1901-06-15", "1900-01-01", None, "1901-06", SINCE),
        ("1901-06-15", "1900-01-01", None, "1901-07", SINCE),
        ("1901-06-15", "1900-01-01", None, "1901", SINCE),
        ("1901-06", "1900-01-01", None, "1901-05-31", BEFORE),
        ("1901-06", "1900-01-01", None, "1901-06-01", SINCE),
        ("1901-06-15", "1901-08-01", None, "1901-09-01", CAME_AND_WENT),
        # today is the last of June 2026: what ends then has ended, what ends after it has not
        ("1901-06-15", "1900-01-01", None, "2026-06-30", SINCE),
        ("1901-06-15", "1900-01-01", None, "2026-07-01", THEN),
        ("1901-06-15", "1900-01-01", None, "2027", THEN),
        ("1901-06-15", "1901-08-01", None, "2027", LATER),
    ],
)
def test_then_later_and_ended(tmp_path, day, listed, begins, ends, expected):
    """A listing stood on a day from its first day to its last, came later, or had ended; and some have ended since."""
    assert stood(tmp_path, day, a_listing("x", listed, begins, ends)) == expected


def test_listings_come_by_date(tmp_path):
    """Listings stand by their dates, the ended ones by their ends, however the files have them."""
    listings = [
        a_listing("d", "1902-02-01"),
        a_listing("b", "1901-02", ends="1903"),
        a_listing("c", "1902-01-01", ends="1904"),
        a_listing("a", "1900"),
        a_listing("e", "1901-02", ends="1902"),
        a_listing("other", "1901-01-01", target="tea-board"),
    ]
    forth, back = stood(tmp_path / "a", "1901-06-15", *listings), stood(tmp_path / "b", "1901-06-15", *listings[::-1])

    assert forth == back == (["a", "b", "e"], ["c", "d"], ["e", "b", "c"])


def test_every_article_has_a_day_of_its_own(tmp_path):
    """The same listing came after one article and stood when another appeared."""
    second = SOUND[ARTICLE].replace("1901-06-01", "1902-06-01").replace("Ten chests of tea", "Chests again")
    files = {
        "content/articles/again/article.md": second,
        "content/articles/again/annotations.yaml": SOUND["content/articles/kettle/annotations.yaml"],
    }
    root = a_site(tmp_path, "1901-06-01", a_listing("x", "1902-01-01"), **files)
    articles = resolve(sound(root)[0]).articles

    assert [[ref.id for ref in articles[id].listings["ada-leaf"].then] for id in ("kettle", "again")] == [[], ["x"]]


# How a listing stands today

STATUSES = """\
statuses:
  standing: {label: standing}
  doubted: {label: standing in part}
  burnt: {label: burnt, ended: true}
  lapsed: {label: lapsed, ended: true}
"""


def status(folder, more="", vocabulary=STATUSES):
    """Return what a listing's own page shows of its status: each piece with its days and whether it is hidden."""
    listing = a_listing("x", "1901").replace("  measures:", f"  {more}\n  measures:")
    site = {"site.yaml": MINIMAL_SITE_YAML + vocabulary}
    build(a_site(folder / "root", "1901-06-15", listing, **site), folder / "out")
    page = BeautifulSoup((folder / "out/sanctions/x/index.html").read_text(encoding="utf-8"), "html.parser")
    told = next(dd for dd in page.select("dl.facts dd") if dd.find_previous_sibling("dt").get_text() == "Status")
    parts = told.find_all("span", attrs={"data-until": True}) + told.find_all("span", attrs={"data-on": True})
    if not parts:
        return " ".join(told.get_text().split())
    return [
        (one.get("data-on"), one.get("data-until"), one.has_attr("hidden"), " ".join(one.get_text().split()))
        for one in parts
    ]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("", "standing"),
        ("status: standing", "standing"),
        ("status: doubted", "standing in part"),
        ("status: doubted\n  status_on: 2025-03", "standing in part, last seen March 2025"),
        ("end_date: 2026-07-01", "standing, runs until July 1, 2026"),
        ("end_date: 2027\n  status: doubted", "standing in part, runs until 2027"),
    ],
)
def test_what_stands_is_said_to_stand(tmp_path, more, said):
    """A listing whose end has not come has its status, else the first of site.yaml, and the day to which it runs."""
    assert status(tmp_path, more) == said


@pytest.mark.parametrize(
    ("more", "day", "said"),
    [
        ("end_date: 1903-04-01", "1903-04-01", "burnt, April 1, 1903"),
        ("end_date: 1903-04-01\n  status: lapsed", "1903-04-01", "lapsed, April 1, 1903"),
        ("end_date: 1903-04", "1903-04-01", "burnt, April 1903"),
        ("end_date: 1903~", "1903-01-01", "burnt, about 1903"),
        ("end_date: 2026-06-30", "2026-06-30", "burnt, June 30, 2026"),
        ("end_date: 2026", "2026-01-01", "burnt, 2026"),
    ],
)
def test_what_has_ended_stood_before_that(tmp_path, more, day, said):
    """A listing whose end has come says so with its day; read as of a day before, it stands, and nothing else."""
    assert status(tmp_path, more) == [(None, day, True, "standing"), (day, None, False, said)]


def test_without_words_for_it_a_listing_still_says_how_it_stands(tmp_path):
    """A site whose `site.yaml` has no statuses says in plain words whether a listing is in force."""
    assert status(tmp_path / "a", vocabulary="") == "in force"
    assert status(tmp_path / "b", "end_date: 2027", vocabulary="") == "in force, runs until 2027"
    assert status(tmp_path / "c", "end_date: 1903", vocabulary="") == [
        (None, "1903-01-01", True, "in force"),
        ("1903-01-01", None, False, "ended, 1903"),
    ]


def sight(element, day="9999"):
    """Return the words of an element that a reader sees who reads as of a day."""
    seen = ""
    for string in element.strings:
        dated = [one for one in string.parents if one.has_attr("data-on") or one.has_attr("data-until")]
        if all(one.get("data-on", "") <= day < one.get("data-until", "9999~") for one in dated):
            seen += string
    return " ".join(seen.split())


ENDED = "ended when the chests were burnt, 30 June 1887"


@pytest.mark.parametrize(
    ("page", "rows"),
    [
        ("sanctions/index.html", ["seized-sixty-chests", "golshani-off-the-quay", "spring-ships"]),
        ("actors/customs-house/index.html", ["seized-sixty-chests", "golshani-off-the-quay", "spring-ships"]),
        ("programs/act-against-false-leaf/index.html", ["seized-sixty-chests"]),
        ("actors/green-clipper-company/index.html", ["seized-sixty-chests"]),
        ("actors/mirza-golshani/index.html", ["golshani-off-the-quay"]),
        ("sanctions/seized-sixty-chests/index.html", ["golshani-off-the-quay"]),
        ("sanctions/golshani-off-the-quay/index.html", ["seized-sixty-chests"]),
    ],
)
def test_tables_have_the_status(tea_site, page, rows):
    """Each table of listings has a column that says how they stand today, and how they stood on a day gone by."""
    found = {}
    for table in tea_site.page(page).select("table"):
        if "Listed" in (heads := [head.get_text() for head in table.select("th")]):
            assert [heads.index("Status")] == [
                place for place, cell in enumerate(table.select("tbody tr")[0].select("td")) if "Status" in str(cell)
            ]
            for row in table.select("tbody tr"):
                found[row.a["href"].split("/")[-2]] = row.select_one("td[data-label=Status]")

    assert set(rows) == set(found)
    today = {"seized-sixty-chests": ENDED, "golshani-off-the-quay": "standing, runs until 2 May 1891"}
    today["spring-ships"] = "standing"
    past = {**today, "seized-sixty-chests": "standing"}
    for id, cell in found.items():
        assert sight(cell) == sight(cell, "1887-06-30") == today[id]
        assert sight(cell, "1887-06-29") == past[id]


def test_a_card_has_the_status(tea_site):
    """The card of a listing says how it stands, today and on a day gone by."""
    more = tea_site.page("articles/courier-chests-opened/index.html").select_one(
        "#card-sanction-seized-sixty-chests .card-more"
    )

    assert sight(more) == ENDED
    assert sight(more, "1887-06-29") == "standing"


def test_the_timeline_tells_of_an_end(tea_site):
    """Where a year tells of a listing that has an end, the end stands behind it; read before its day, it stands."""
    item = tea_site.page("timeline/1887/index.html").find(id=re.compile("^listed-1887-05-02-"))

    assert f"(Act Against False Leaf) ({ENDED})" in sight(item)
    assert "Mirza Golshani (standing, runs until 2 May 1891)" in sight(item)
    assert "(Act Against False Leaf) (standing)" in sight(item, "1887-06-01")


# In the article's page


NOTE = """\
her:
  quote: ten chests
  motivation: identifying
  about: [actor:ada-leaf]
  note: She poured [@ledger-1901].
"""


def card(folder, page, actor):
    """Return the last line of an actor's card on a page."""
    read = BeautifulSoup((folder / page / "index.html").read_text(encoding="utf-8"), "html.parser")
    return last_line(read, actor)


def last_line(page, actor):
    more = page.select_one(f"#card-actor-{actor} .card-more")
    return " ".join(more.get_text().split()) if more else ""


def told(folder, *listings):
    """Return what the card of Ada Leaf says of the law in an article of 15 June 1901."""
    files = {"content/articles/kettle/annotations.yaml": NOTE}
    build(a_site(folder / "root", "1901-06-15", *listings, **files), folder / "out")
    return card(folder / "out", "articles/kettle", "ada-leaf")


def test_a_card_tells_what_stood_and_what_came(tmp_path):
    """In an article an actor's card says who had listed it then and who did later, and no more than is recorded."""
    said = told(tmp_path, a_listing("a", "1901-02"), a_listing("b", "1900-03-01"), a_listing("c", "1902"))

    assert said == (
        "When the article appeared: listed by Tea Board (March 1, 1900), Tea Board (February 1901). "
        "Later: Tea Board (1902)."
    )


def test_a_card_tells_what_has_ended(tmp_path):
    """What stood or came later and has ended since is told with the day of its end."""
    said = told(
        tmp_path,
        a_listing("a", "1900-03-01", ends="1901-06-15"),
        a_listing("b", "1902", ends="1903-04"),
        a_listing("c", "1900-04-01"),
    )

    assert said == (
        "When the article appeared: listed by Tea Board (March 1, 1900), Tea Board (April 1, 1900). "
        "Later: Tea Board (1902). Ended since: Tea Board (June 15, 1901), Tea Board (April 1903)."
    )


def test_a_card_tells_of_listings_to_come(tmp_path):
    """An actor that was listed only later was not listed when the article appeared."""
    assert told(tmp_path, a_listing("a", "1902")) == ("When the article appeared: not listed. Later: Tea Board (1902).")


def test_a_card_does_not_say_that_what_ended_before_still_stands(tmp_path):
    """An actor whose listing had ended before the article appeared was not listed, and nothing is said to stand."""
    assert told(tmp_path, a_listing("a", "1900-03-01", ends="1901-06-14")) == (
        "When the article appeared: not listed. What had been listed before had ended."
    )


def test_a_card_says_that_this_site_has_no_listing(tmp_path):
    """A person in an article of whom the site has no listing has a card that says so, and no more than that."""
    assert told(tmp_path) == "No listing stands on this site."


def test_outside_an_article_a_card_only_counts(tmp_path):
    """On other pages, which have no day of their own, an actor's card says how many listings there are."""
    claim = SOUND["content/claims.yaml"].replace("by: tea-board", "by: ada-leaf")
    listings = (a_listing("a", "1901-02"), a_listing("b", "1902"))
    root = a_site(tmp_path / "root", "1901-06-15", *listings, **{"content/claims.yaml": claim})
    build(root, tmp_path / "out")

    assert card(tmp_path / "out", "claims/ten-chests", "ada-leaf") == "2 listings recorded"


def test_the_shipped_articles_tell_what_has_ended_since(shipped_site):
    """In both articles the card of whoever has been taken off a list since says by whom and when."""
    edition = resolve(shipped_site.content)
    for id, article in edition.articles.items():
        told, page = 0, shipped_site.page(f"articles/{id}/index.html")
        for actor, found in article.listings.items():
            if said := last_line(page, actor):
                ended = [edition.sanctions[ref.id] for ref in found.ended]
                days = [f"{one.authority.title} ({words.date(one.end_date, 'en-GB')})" for one in ended]
                assert ("Ended since: " in said) == bool(ended), (id, actor)
                assert all(day in said.partition("Ended since: ")[2] for day in days), (id, actor)
                told += len(days)
        assert told, id


def test_a_listing_of_several_says_what_it_is(shipped_site, tea_site):
    """A listing that names nobody's record is called by its own title, on its page and in the tables."""
    for site in (shipped_site, tea_site):
        several = [one for one in site.content.sanctions.values() if not one.target]
        rows = {
            row.a["href"].split("/")[-2]: row.select("td")[1]
            for row in site.page("sanctions/index.html").select("tbody tr")
        }
        for one in several:
            assert " ".join(rows[one.id].get_text().split()) == one.title
            assert rows[one.id].a is None
            assert one.title in " ".join(site.page(f"sanctions/{one.id}/index.html").h1.get_text().split())
        assert several


def test_in_the_shipped_articles_every_listing_is_told_once(shipped_site):
    """For each actor and article a listing stood then, came later, or had surely ended before the article appeared."""
    content = shipped_site.content
    today = content.site.as_of.last
    for id, article in resolve(content).articles.items():
        for actor, found in article.listings.items():
            then, later = {ref.id for ref in found.then}, {ref.id for ref in found.later}
            every = {one.id: one for one in content.sanctions.values() if one.target == actor}
            gone = {key for key, one in every.items() if one.end_date and one.end_date.last < article.published.first}

            assert not then & later, (id, actor)
            assert then | later == set(every) - gone, (id, actor)
            over = {key for key in then | later if (end := every[key].end_date) and end.first <= today}
            assert {ref.id for ref in found.ended} == over, (id, actor)
