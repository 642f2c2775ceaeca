"""The pages that list records: whole without a script, and what they can be filtered and sorted by."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from sites import first_made

INDEXES = ("claims", "actors", "sanctions", "programs", "sources")


def lists(site, kind):
    """Return the pages that list the records of a kind: one, or for many sources one a year, to which it leads."""
    page = site.page(f"{kind}/index.html")
    if page.select("tr[data-item]"):
        return [page]
    years = [link["href"].removeprefix("../") for link in page.select(f"main a[href^='../{kind}/in/']")]
    return [site.page(address) for address in years]


def rows(site, kind):
    """Return the rows of an index, each by the id of the record to whose page it leads."""
    found = {}
    for row in (row for page in lists(site, kind) for row in page.select("tr[data-item]")):
        folders = [link["href"].split("/")[-2] for link in row.find_all("a")]
        id = next(one for one in folders if one in getattr(site.content, kind))
        assert id not in found, f"{id} stands twice"
        found[id] = row
    return found


def options(page):
    """Return the values that each filter of a list offers, in their order."""
    form = page.select_one(".filters")
    return {
        select["name"]: [option["value"] for option in select.find_all("option") if option["value"]]
        for select in form.find_all("select")
    }


@pytest.mark.parametrize("kind", INDEXES)
def test_every_record_has_one_row(site, kind):
    """Without a script an index lists every record of its kind, each once, under columns that can be sorted."""
    assert set(rows(site, kind)) == set(getattr(site.content, kind))
    for page in lists(site, kind):
        assert page.select("table[data-sortable] th[data-sort]")
        names = [head["data-name"] for head in page.select_one("table[data-sortable]").select("th[data-sort]")]
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("kind", INDEXES)
def test_filters_and_rows_have_the_same_words(site, kind):
    """Every value that a filter offers is that of some row, and every row's values are offered."""
    for page in lists(site, kind):
        for name, values in options(page).items():
            held = {word for row in page.select("tr[data-item]") for word in row.get(f"data-{name}", "").split()}
            assert held == set(values), name
            assert len(values) > 1, name


def test_a_claim_is_filtered_by_what_it_is(site):
    """A claim's row has its strand, its verdict of today and the year in which it was first made."""
    for id, row in rows(site, "claims").items():
        claim = site.content.claims[id]
        told = (row["data-strand"], row["data-verdict"], row["data-year"])
        assert told == (claim.strand, claim.assessments[-1].verdict, str(first_made(site.content, claim).first.year))


def test_filters_stand_in_the_order_of_the_vocabulary(site):
    """Strands and verdicts are offered as site.yaml has them, not by the alphabet."""
    offered, content = options(site.page("claims/index.html")), site.content

    assert offered["strand"] == [id for id in content.site.strands if id in offered["strand"]]
    assert offered["verdict"] == [id for id in content.site.verdicts if id in offered["verdict"]]


def test_an_actor_is_found_by_other_spellings(site):
    """The words that are searched in an actor's row hold its aliases."""
    for id, row in rows(site, "actors").items():
        for alias in site.content.actors[id].aliases:
            assert alias.name in row["data-words"]


def test_numbers_are_those_of_the_rows(site):
    """The number in a group's heading is that of its rows, and the lead's that of all."""
    for kind in ("claims", "sources"):
        for page in lists(site, kind):
            for group in page.select("[data-group]"):
                assert int(group.select_one("h2 .count").get_text()) == len(group.select("tr[data-item]"))
            assert int(page.select_one(".lead [data-counts]").get_text()) == len(page.select("tr[data-item]"))


def test_what_is_listed_by_the_year_is_counted_on_its_first_page(site):
    """Where the sources are too many for one page, the first counts them all, by year and by kind, and leads on."""
    page, sources = site.page("sources/index.html"), site.content.sources.values()
    years = Counter(str(source.published.first.year) for source in sources)
    kinds = Counter(site.content.site.source_kinds[source.kind].label for source in sources)

    assert page.select_one(".lead span").get_text() == str(len(sources))
    if len(lists(site, "sources")) > 1:
        told = {item.a.get_text(): int(item.select_one(".count").get_text()) for item in page.select("main ul li")}
        by_kind = {" ".join(one.get_text().split()) for one in page.select("main dt")}
        assert told == years
        assert by_kind == {f"{kind[0].upper()}{kind[1:]} {count}" for kind, count in kinds.items()}


# The home page


def test_home_sets_the_two_strands_that_touch_most_side_by_side(site):
    """The two strands with the most cross-links between them, how their claims stand, and how many links join them."""
    content = site.content
    page = site.page("index.html")
    between = {}
    for link in content.crosslinks.values():
        ends = frozenset(content.claims[id].strand for id in (link.from_, link.to))
        if len(ends) == 2:
            between[ends] = between.get(ends, 0) + 1
    shown = {glance.select_one(".strand").get_text() for glance in page.select(".glance")}

    pairs = {frozenset(content.site.strands[id].label for id in ends): count for ends, count in between.items()}
    assert int(page.select_one(".touch strong").get_text()) == pairs[frozenset(shown)]
    for glance in page.select(".glance"):
        label = glance.select_one(".strand").get_text()
        claims = [one for one in content.claims.values() if content.site.strands[one.strand].label == label]
        standings = [content.site.verdicts[one.assessments[-1].verdict].standing for one in claims]
        ways = {"holds": "hold", "open": "open", "apart": "neither true nor false", "fails": "fail"}
        counts = [f"{standings.count(way)} {word}" for way, word in ways.items() if way in standings]
        assert glance.select_one(".kicker").get_text() == f"{len(claims)} claims: {', '.join(counts)}"
        assert len(glance.select("rect")) == len(counts)
        widths = [float(bar["width"].rstrip("%")) for bar in glance.select("rect")]
        assert sum(widths) == pytest.approx(100, abs=0.1)


def test_home_tells_what_became_of_the_words(site):
    """Key passages of the lead article that bear on claims lead to their notes, those that fail before all others."""
    content = site.content
    lead = content.site.home.article
    notes = content.annotations[lead]
    keys = {id for id, note in notes.items() if note.key and any(one.startswith("claim:") for one in note.about)}
    told = [row.a["href"].split("#note-")[1] for row in site.page("index.html").select(".telling tbody tr")]

    def fails(id):
        about = next(one for one in notes[id].about if one.startswith("claim:")).removeprefix("claim:")
        return content.site.verdicts[content.claims[about].assessments[-1].verdict].standing == "fails"

    assert 0 < len(told) <= 4
    assert set(told) <= keys
    left_out = [id for id in keys - set(told) if fails(id)]
    assert not left_out or all(fails(id) for id in told) or len(told) == 4


def test_home_tells_the_latest_changes(site):
    """The newest of the assessments that gave a claim another verdict come first, with what it was before."""
    dated = sorted(
        (one.on.key, id)
        for id, claim in site.content.claims.items()
        for before, one in pairwise(claim.assessments)
        if before.verdict != one.verdict
    )
    items = site.page("index.html").select("section[aria-labelledby=changes] li:has(a[href*='claims/'])")
    told = [item.a["href"].split("/")[-2] for item in items]

    assert told == [id for _, id in reversed(dated)][:5]
    assert [len({badge.get_text() for badge in item.select(".verdict")}) for item in items] == [2] * len(items)


def test_home_leads_everywhere(site):
    """Every section of the menu is a way in, with a word on what is there; home does not hold the explainer's text."""
    page = site.page("index.html")
    ways = [link["href"] for link in page.select(".ways a")]

    assert ways == [link["href"] for link in page.select("header nav a")]
    assert all(item.select_one(".way-about").get_text().strip() for item in page.select(".ways li"))
    assert len(page.main.get_text().split()) < 900
