"""No page grows with the site: long lists stand on pages of a bounded size, and everything is still found (R11)."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from conftest import Built
from many import day, record, site_of_many

from builder.build import build, sound
from builder.edition import Edition
from builder.export.feed import feeds
from builder.render import Options, gathered, happenings, paging, render, urls
from builder.render.entries import entries
from builder.render.pictures import charts
from builder.resolve import resolve

LISTED, HERE = 6, 4
"the bounds of these tests"
MANY, FEW = 24, 60
"records of each kind: in the site that is read, and in the smallest of those that grow"


@pytest.fixture(scope="module", autouse=True)
def bounds():
    """Bounds so low that a small site has long lists."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paging, "LISTED", LISTED)
        patch.setattr(paging, "LISTED_HERE", HERE)
        patch.setattr(gathered, "DRAWN", HERE)
        patch.setattr(charts, "DRAWN", LISTED)
        patch.setattr(happenings, "NAMED", HERE)
        yield


@pytest.fixture(scope="module")
def many_site(tmp_path_factory, bounds) -> Built:
    """A site with two dozen records of every kind."""
    folder = tmp_path_factory.mktemp("many")
    root = site_of_many(folder / "root", MANY)
    build(root, folder / "_site")
    return Built("many", root, folder / "_site", "")


def edition_of(folder: Path, number: int, **more) -> Edition:
    return resolve(sound(site_of_many(folder, number, **more))[0])


def led_to(path: str, address: str) -> tuple[str, str]:
    """Return the file of the site, and the id in it, to which a link on the page `path` leads."""
    parts = urlsplit(address)
    file = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
    return file, unquote(parts.fragment)


def links(site: Built, path: str, within: str = "") -> set[tuple[str, str]]:
    found = site.page(path).select(f"{within} a[href]")
    return {led_to(path, link["href"]) for link in found if not urlsplit(link["href"]).scheme}


# Everything is found


def test_every_link_leads_to_what_it_names(many_site):
    """Each link of each page leads to a page that is there, and to an element of it that has the id."""
    ids = {path: {one["id"] for one in all_ if one.has_attr("id")} for path, all_ in many_site.elements.items()}
    lost = [
        f"{path}: {file}#{id}"
        for path in many_site.pages
        if path != "404.html"
        for file, id in links(many_site, path)
        if file not in many_site.files or (id and id not in ids[file])
    ]

    assert lost == []


@pytest.mark.parametrize(
    ("section", "kind"),
    [
        ("articles", "article"),
        ("claims", "claim"),
        ("actors", "actor"),
        ("sanctions", "sanction"),
        ("programs", "program"),
        ("sources", "source"),
        ("glossary", "term"),
        ("open-questions", "claim"),
        ("corrections", "correction"),
        ("compare", "crosslink"),
        ("timeline", "event"),
        ("disagreements", "claim"),
        ("figures", "claim"),
    ],
)
def test_every_record_is_reached_from_the_way_in(many_site, section, kind):
    """By the links of a section's pages a reader comes from the first of them to every record that belongs there."""
    spots = gathered.gather(resolve(many_site.content)).spots
    gather = {path for path in many_site.pages if re.match(rf"{section}/(index|in/|others/|\d)", path)}
    reached, ahead, found = set(), {f"{section}/index.html"}, set()
    while ahead:
        reached |= ahead
        found |= set().union(*(links(many_site, path, "main") for path in ahead))
        ahead = ({file for file, _ in found} & gather) - reached
    opened = {(path, one["id"]) for path in reached for one in many_site.page(path).select("[id]")}

    assert len(gather) > MANY // LISTED
    for id, wanted in resolve(many_site.content).references.items():
        if wanted.kind == kind and id[1] not in ("ten-chests", "kettle", "ledger-1901"):
            spot = (f"{urls.folder(wanted, spots)}index.html", urls.fragment(wanted))
            assert spot in opened | found or (spot[0] in {file for file, _ in found} and not spot[1]), wanted


def test_what_is_searched_for_is_where_the_search_says(many_site):
    """The address of every entry of the search leads to the record itself."""
    for entry in entries(resolve(many_site.content)):
        path, _, id = entry.address.partition("#")
        assert many_site.page(path).find(id=id) if id else path in many_site.files, entry.address


def test_the_feed_leads_to_the_correction(many_site):
    """The link of each entry of the feed leads to the page and spot on which the correction stands."""
    edition = resolve(many_site.content)
    written = "".join(text for _, text in feeds(edition, "https://leaf.example/", gathered.gather(edition).spots))
    linked = re.findall(r'rel="alternate" type="text/html" href="https://leaf.example/(\S+)#(\S+)"', written)

    assert len(set(linked)) == MANY
    assert all(many_site.page(f"{folder}index.html").find(id=id) for folder, id in linked)


# No page is longer than another


APART = "nav, .groups, .footnotes, .cards, .ways, .legend, .standing, .in-words, .tallied, .search, .without"
"what is no list of records: ways in, what the page itself names, and counts"


def lists(page, within="main"):
    """Return the lists and tables of a page, each with how many items it has."""
    for found in page.select(f"{within} :is(ul, ol, dl, tbody)"):
        if not found.find_parent(["nav", "ul"]) and not found.css.closest(APART) and not found.css.match(APART):
            yield found, len(found.find_all(["li", "tr", "div"], recursive=False))


def test_no_page_lists_more_than_the_bound(many_site):
    """No list or table of a page has more items than the bound, and none of a record's own page more than a few."""
    too_long = {}
    for path, page in many_site.pages.items():
        if path in ("index.html", "about/index.html"):
            continue  # the latest changes have a bound of their own; a vocabulary is as long as it is
        is_record = path.count("/") == 2 and page.select_one(".record, .article")
        for found, number in lists(page):
            if number > (HERE if is_record else LISTED):
                too_long.setdefault(path, []).append((found.name, found.get("class"), number))

    assert too_long == {}


def test_the_lists_of_a_page_are_no_more_than_the_bound_together(many_site):
    """The groups of a list that stand on one page have no more items together than one may have."""
    for path, page in many_site.pages.items():
        for rows in ("tr[data-item]", "li.event[id]", ".pair", ".questions > li", ".backlinks li"):
            assert len(page.select(rows)) <= LISTED, (path, rows)


def test_a_page_says_what_it_leaves_out(many_site):
    """Where a list is cut the page gives the number of all, and leads to where they stand."""
    page = many_site.page("actors/tea-board/index.html")
    told = {led_to("actors/tea-board/index.html", one.a["href"])[0]: one.a.get_text() for one in page.select(".all-of")}

    assert {"actors/tea-board/all/events/index.html", "actors/tea-board/all/backlinks/index.html"} <= set(told)
    for path, words in told.items():
        pages_ = [at for at in many_site.pages if re.fullmatch(re.escape(path[:-10]) + r"(\d+/)?index\.html", at)]
        rows = [
            row for at in pages_ for row in many_site.page(at).select("main :is(li, tbody tr):not(nav *, .footnotes *)")
        ]
        assert words == f"All {len(rows)}", path
        assert len(pages_) > 1


def test_filters_say_that_they_are_of_the_page(many_site):
    """On one page of several a filter says that it filters this page."""
    legends = {path: page.select_one(".filters legend") for path, page in many_site.pages.items()}

    assert legends["claims/in/green/index.html"].get_text() == "Filter this page"
    assert legends["claims/index.html"] is None


def test_what_is_too_much_for_a_picture_is_counted(many_site):
    """The timeline draws years as bars with the numbers of its table, and an actor of many relations is only named."""
    page = many_site.page("timeline/index.html")
    drawn = [int(text.get_text()) for text in page.select("svg a text")]
    table = [int(cell.get_text()) for cell in page.select("tbody td.count:not([data-label=All])")]

    assert sorted(drawn) == sorted(number for number in table if number)
    assert not many_site.page("network/index.html").select("svg.network-drawn")
    assert many_site.page("network/index.html").select_one("tbody a").get_text() == "Tea Board"
    assert not many_site.page("compare/index.html").select(".ties-drawn")
    assert many_site.page("compare/index.html").select(".leads")


def test_a_reader_can_go_on_and_back(many_site):
    """Pages of one group lead to the next and to the one before, and their row of numbers is short."""
    first, number = "claims/in/green/", 1
    at = f"{first}index.html"
    seen = [at]
    while ahead := many_site.page(at).select_one(".numbers a[rel=next]"):
        at, number = led_to(at, ahead["href"])[0], number + 1
        assert at == f"{first}{number}/index.html"
        assert led_to(at, many_site.page(at).select_one(".numbers a[rel=prev]")["href"])[0] == seen[-1]
        seen.append(at)

    assert len(seen) > 2
    sheets = list(paging.numbered(range(1000), "x/"))
    assert max(len(sheet.numbers) for sheet in sheets) <= 7
    assert sheets[50].numbers == (1, 49, 50, 51, 52, 53, len(sheets))


def test_a_page_offers_few_days(many_site):
    """Of many articles a page offers no days to be read as of, but an article's own page offers its own."""
    today = many_site.content.site.as_of.last.isoformat()
    for path, page in many_site.pages.items():
        offered = [button["data-asof"] for button in page.select(".as-of button")]
        article = many_site.content.articles.get(path.split("/")[1]) if path.startswith("articles/") else None
        own = [article.published.first.isoformat()] if article and path.count("/") == 2 else []
        assert offered == [*own, today], path


def test_home_names_a_few_articles_and_counts_the_claims(many_site):
    """Home has the latest articles and leads to all; of many claims it has the counts of today, and says so."""
    page = many_site.page("index.html")
    articles = sorted(many_site.content.articles.values(), key=lambda article: (article.published.key, article.id))
    named = [link["href"].split("/")[1] for link in page.select(".article-list a")]
    strip = page.select_one(".standing")

    assert named == [article.id for article in articles[-6:]]
    assert page.select_one("a.go[href='articles/index.html']").get_text() == f"All {len(articles)} articles"
    assert sum(int(count.get_text()) for count in strip.select(".count")) == len(many_site.content.claims)
    assert not strip.has_attr("data-histories")
    assert "Counted as of June 30, 2026" in " ".join(page.main.get_text().split())


# What is added moves nothing else


@pytest.mark.parametrize(
    ("kind", "added"),
    [
        ("events", record("events", 3) | {"date": "1903-07-07"}),
        ("terms", record("terms", 2) | {"name": "c pound"}),
        ("corrections", record("corrections", 1)),
        ("crosslinks", record("crosslinks", 0) | {"to": "claims-5"}),
    ],
)
def test_what_is_added_moves_nothing_of_another_group(tmp_path, kind, added):
    """One record more changes the addresses of none that are not of its own year and month, letter or relation."""
    before = gathered.gather(edition_of(tmp_path / "before", MANY)).spots
    after = gathered.gather(edition_of(tmp_path / "after", MANY, **{kind: {"added": added}})).spots
    own = after[f"{kind[:-1]}-added"]
    group = re.sub(r"\d+/$", "", own) if own.count("/") > 3 or ("/in/" in own and own[-2].isdigit()) else own
    moved = {id for id, folder in before.items() if after[id] != folder}

    assert all(before[id].startswith(group) and after[id].startswith(group) for id in moved), (own, moved)


def test_letters_make_safe_folders():
    """A group's folder is of plain letters whatever script a name is in, and the same for capitals and accents."""
    names = ["Émile", "emil", "“Zulu”", "Жуков", "中国", "9 chests", "—", "İzmir", "ﬁsh"]
    keys = [paging.letter(name)[0] for name in names]

    assert keys == ["e", "e", "z", "u0436", "u4e2d", "0-9", "other", "i", "f"]
    assert paging.letter("Жуков")[1] == "Ж"


# Growth


@pytest.fixture(scope="module")
def grown(tmp_path_factory, bounds) -> dict[int, Edition]:
    """The same site with so many records, twice and four times as many."""
    return {
        number: edition_of(tmp_path_factory.mktemp(f"grown-{number}"), number) for number in (FEW, 2 * FEW, 4 * FEW)
    }


def family(path: str) -> str:
    """Return what pages are alike: those of one section and depth; the pages of one list count as one."""
    first, *rest = re.sub(r"/\d\d?(?=/index)", "", path).split("/")
    return "/".join([first, *(part if part in ("all", "in", "others") else "*" for part in rest)])


def test_no_page_weighs_more_when_the_site_grows(grown):
    """The heaviest page of each kind of page weighs the same in a site four times as large, within a tenth."""
    weights: dict[int, dict[str, int]] = {}
    for number, edition in grown.items():
        heaviest = weights.setdefault(number, {})
        for path, html in render(edition, Path(__file__).parent.parent / "templates", Options()):
            heaviest[family(path)] = max(heaviest.get(family(path), 0), len(html))
    small, middle, large = (weights[number] for number in (FEW, 2 * FEW, 4 * FEW))
    # In the smallest site not every kind of page is full.
    grew = {kind: (weight, large[kind]) for kind, weight in middle.items() if large[kind] > 1.1 * weight}

    assert grew == {}
    assert max(large.values()) <= 1.1 * max(small.values())


def test_days_are_spread():
    """The generated site is no friendlier than a real one: its days lie in several years and all months."""
    assert len({day(number)[:7] for number in range(MANY * 2)}) == 48
