"""How the law stood to an actor when an article appeared, and what has come and gone since."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from sites import SOUND, make_sound_site

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
  checked: {{on: 2026-06-01, how: read}}
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
    more = read.select_one(f"#card-actor-{actor} .card-more")
    return " ".join(more.get_text().split()) if more else ""


def told(folder, *listings):
    """Return what the card of Ada Leaf says of the law in an article of 15 June 1901."""
    files = {"content/articles/kettle/annotations.yaml": NOTE}
    build(a_site(folder / "root", "1901-06-15", *listings, **files), folder / "out")
    return card(folder / "out", "articles/kettle", "ada-leaf")


def test_a_card_tells_what_stood_and_what_came(tmp_path):
    """In an article an actor's card says who had listed it then, who did later, and that none ended."""
    said = told(tmp_path, a_listing("a", "1901-02"), a_listing("b", "1900-03-01"), a_listing("c", "1902"))

    assert said == (
        "When the article appeared: listed by Tea Board (March 1, 1900), Tea Board (February 1901). "
        "Later: Tea Board (1902). None of these had ended in the last evidence read."
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
    assert told(tmp_path, a_listing("a", "1902")) == (
        "When the article appeared: not listed. Later: Tea Board (1902). "
        "None of these had ended in the last evidence read."
    )


def test_a_card_does_not_say_that_what_ended_before_still_stands(tmp_path):
    """An actor whose listing had ended before the article appeared was not listed, and nothing is said to stand."""
    assert told(tmp_path, a_listing("a", "1900-03-01", ends="1901-06-14")) == (
        "When the article appeared: not listed. What had been listed before had ended."
    )


def test_a_card_says_that_no_listing_is_recorded(tmp_path):
    """A person in an article who was never listed has a card that says so."""
    assert told(tmp_path) == "No listing is recorded, then or since."


def test_outside_an_article_a_card_only_counts(tmp_path):
    """On other pages, which have no day of their own, an actor's card says how many listings there are."""
    claim = SOUND["content/claims.yaml"].replace("by: tea-board", "by: ada-leaf")
    listings = (a_listing("a", "1901-02"), a_listing("b", "1902"))
    root = a_site(tmp_path / "root", "1901-06-15", *listings, **{"content/claims.yaml": claim})
    build(root, tmp_path / "out")

    assert card(tmp_path / "out", "claims/ten-chests", "ada-leaf") == "2 listings recorded"


def test_the_shipped_articles_tell_what_has_ended_since(shipped_site):
    """Both articles appeared under the resolution on Iran's drones, and their cards say since when it has ended."""
    articles = resolve(shipped_site.content).articles

    for id, article in articles.items():
        found = article.listings["iran"]
        assert "iran-un-2231" in [ref.id for ref in found.then], id
        assert "iran-un-2231" in [ref.id for ref in found.ended], id
        assert "Ended since: United Nations Security Council (18 October 2023)" in card(
            shipped_site.folder, f"articles/{id}", "iran"
        )


def test_in_the_shipped_articles_every_listing_is_told_once(shipped_site):
    """For each actor and article a listing stood then, came later, or had surely ended before the article appeared."""
    content = shipped_site.content
    for id, article in resolve(content).articles.items():
        for actor, found in article.listings.items():
            then, later = {ref.id for ref in found.then}, {ref.id for ref in found.later}
            every = {one.id: one for one in content.sanctions.values() if one.target == actor}
            gone = {key for key, one in every.items() if one.end_date and one.end_date.last < article.published.first}

            assert not then & later, (id, actor)
            assert then | later == set(every) - gone, (id, actor)
            assert {ref.id for ref in found.ended} == {key for key in then | later if every[key].end_date}, (id, actor)
