"""Edition into pages: the map of the site, its links, its footnotes, its words; hostile content stays words."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from sites import make_sound_site

from builder import dates
from builder.build import build
from builder.edition import Reference
from builder.problems import BuildFailed
from builder.render.shared import Links
from builder.render.urls import folder, fragment, root


def text_of(element):
    return " ".join(element.get_text().split())


def texts(page, selector):
    return [text_of(element) for element in page.select(selector)]


def seen(element):
    """Return the words of an element that are in sight today: without what stands hidden for the days before."""
    hidden = element.select("[hidden]")
    return " ".join("".join(one for one in element.strings if not any(part in hidden for part in one.parents)).split())


def facts(page):
    """A page's list of facts, as a mapping."""
    return dict(zip(texts(page, "dl.facts dt"), map(seen, page.select("dl.facts dd")), strict=True))


@pytest.fixture
def kettle(tmp_path):
    """A hand that builds the small sound site with some files changed, and parses one page of it."""

    def page(path, site_url="", **changed):
        build(make_sound_site(tmp_path / "root", **changed), tmp_path / "_site", site_url)
        return BeautifulSoup((tmp_path / "_site" / path).read_text(encoding="utf-8"), "html.parser")

    return page


# The map


GATHERED = {"compare/others/index.html", *(f"timeline/{year}/index.html" for year in (1887, 1888, 1889))}
"pages on which records stand together, below the section that they belong to"


def test_a_profile_says_what_belongs_to_it(tea_site):
    """A profile names, in one line, those whose own records say that they are part of it, and leads to them."""
    page = tea_site.page("actors/lowmarsh-corporation/index.html")
    lines = [line for line in page.select(".roles li") if "to it" in line.get_text()]

    assert [line.get_text() for line in lines] == ["to it belong Lowmarsh Customs House, Lowmarsh Office of Weights"]
    assert [link["href"] for link in lines[0].select("a")] == [
        "../../actors/customs-house/index.html",
        "../../actors/office-of-weights/index.html",
    ]


def test_every_record_has_its_page(tea_site):
    """Every record that is read on a page of its own has one, and no record has two."""
    records = {
        "actors": "customs-house daily-kettle green-clipper-company guild-of-tasters kim-da-gyeong "
        "lowmarsh-corporation lowmarsh-courier mirza-golshani office-of-weights silas-pettigrew",
        "articles": "courier-chests-opened kettle-short-chests",
        "claims": "chests-under-weight golshani-dyed-the-leaf kettles-cost-double ledger-says-full-weight "
        "not-so-much-as-a-ribbon willow-in-the-chests",
        "programs": "act-against-false-leaf",
        "sanctions": "golshani-off-the-quay seized-sixty-chests spring-ships",
        "sources": "almanac-1889 clipper-ledger courier-1887-05-04 customs-notice golshani-letter guild-tasting "
        "kettle-1887-05-06 leaf-act weighing-protocol",
    }

    apart = {path for path in tea_site.pages if path.count("/") == 2 and not path.startswith("glossary/")}
    assert apart - GATHERED == {f"{kind}/{id}/index.html" for kind, ids in records.items() for id in ids.split()}


def test_every_kind_is_gathered(tea_site):
    """Home, every kind of record, what is told across records, and the editors' own pages have their addresses."""
    gathered = "actors articles claims compare corrections glossary open-questions programs sanctions sources timeline"
    own = "about explainer"

    assert {"index.html", "404.html", *(f"{name}/index.html" for name in f"{gathered} {own}".split())} <= set(
        tea_site.pages
    )


def test_a_site_without_pages_of_its_own_leads_nowhere_wrong(kettle):
    """Where neither explainer nor about page is written, the menus do not offer them."""
    page = kettle("index.html")

    assert "Explainer" not in texts(page, "nav a")
    assert "Method and licence" not in texts(page, "footer a")
    assert "Articles" in texts(page, "nav a")


@pytest.mark.parametrize(
    ("target", "page", "expected"),
    [
        ("", "", "index.html"),
        ("", "teas/green/", "../../index.html"),
        ("teas/", "", "teas/index.html"),
        ("teas/green/", "teas/black/", "../../teas/green/index.html"),
        ("teas/green/", "teas/green/", "../../teas/green/index.html"),
        ("static/css/tea.css", "teas/green/", "../../static/css/tea.css"),
        ("static/css/tea.css", "", "static/css/tea.css"),
    ],
)
def test_links_are_relative(target, page, expected):
    """A link is the way from the page's folder, to a named file, so that it works from disk."""
    assert Links(root(page)).path(target) == expected


@pytest.mark.parametrize(
    ("reference", "address"),
    [
        (Reference("actor", "ada", "Ada"), ("actors/ada/", "")),
        (Reference("program", "act", "Act"), ("programs/act/", "")),
        (Reference("page", "about", "About"), ("about/", "")),
        (Reference("term", "steam", "steam"), ("glossary/", "term-steam")),
        (Reference("event", "fair", "Fair", since=dates.parse("1887-05")), ("timeline/1887/", "event-fair")),
        (Reference("crosslink", "pair", "Pair"), ("compare/", "crosslink-pair")),
        (Reference("crosslink", "pair", "Pair", within="others"), ("compare/others/", "crosslink-pair")),
        (Reference("correction", "may", "May"), ("corrections/", "correction-may")),
        (Reference("annotation", "ten", "Ten", within="kettle"), ("articles/kettle/", "note-ten")),
    ],
)
def test_every_kind_of_record_has_its_place(reference, address):
    """A record is read on a page of its own, or at a spot of the page that gathers its kind."""
    assert (folder(reference), fragment(reference)) == address


def test_the_menu_shows_where_one_is(tea_site):
    """The entry of the page one is on, or of the section it belongs to, says so to those who cannot see it."""

    def current(path):
        return [(text_of(one), one["aria-current"]) for one in tea_site.page(path).select("nav [aria-current]")]

    assert current("claims/index.html") == [("Claims", "page")]
    assert current("claims/chests-under-weight/index.html") == [("Claims", "true")]
    assert current("index.html") == []


# Heads


def test_a_page_of_a_published_site_knows_its_address(tea_site):
    """With the site's address every page names its own; the page for lost readers has none and is not indexed."""
    page = tea_site.page("claims/chests-under-weight/index.html")
    address = "https://leaf.example/deep/ledger/claims/chests-under-weight/"
    lost = tea_site.page("404.html")

    assert page.select_one("link[rel=canonical]")["href"] == address
    assert page.select_one("meta[property='og:url']")["content"] == address
    assert lost.select("link[rel=canonical], meta[property='og:url']") == []
    assert lost.select_one("meta[name=robots]")["content"] == "noindex, nofollow"


def test_a_page_of_a_site_without_address_claims_none(shipped_site):
    """A site that was built without an address names none in its heads."""
    assert shipped_site.page("claims/index.html").select("link[rel=canonical], meta[property='og:url']") == []


def test_an_address_may_be_written_with_or_without_its_stroke(tea, tmp_path):
    """`--site-url` means the same with a stroke at its end and without one."""
    heads = []
    for number, url in enumerate(("https://leaf.example/ledger", "https://leaf.example/ledger/")):
        build(tea, tmp_path / str(number), url)
        heads.append((tmp_path / str(number) / "about" / "index.html").read_text(encoding="utf-8"))

    assert heads[0] == heads[1]
    assert 'href="https://leaf.example/ledger/about/"' in heads[0]


def test_the_address_in_site_yaml_is_the_sites(tea, tmp_path, change):
    """Without `--site-url` the site's own `url` counts; with it, the command line wins."""
    change(tea / "site.yaml", "publisher:", "url: https://written.example/tea\npublisher:")
    build(tea, tmp_path / "written")
    build(tea, tmp_path / "won", "https://won.example")

    assert "https://written.example/tea/about/" in (tmp_path / "written" / "sitemap.xml").read_text()
    assert "https://won.example/about/" in (tmp_path / "won" / "sitemap.xml").read_text()
    assert "written" not in (tmp_path / "won" / "sitemap.xml").read_text()


def test_a_description_is_cut_at_a_word(kettle):
    """A long summary is described by its first words, whole ones, and a sign that there is more."""
    page = kettle(
        "actors/ada-leaf/index.html",
        **{
            "content/actors.yaml": f"""\
                tea-board: {{name: Tea Board, type: body, summary: It counts., checked: 2026-06-01}}
                ada-leaf:
                  name: Ada Leaf
                  type: person
                  summary: {"Camellia " * 60}
                  checked: 2026-06-01
                """
        },
    )
    described = page.select_one("meta[name=description]")["content"]

    assert len(described) <= 200
    assert described == " ".join(["Camellia"] * 22) + " …"


# Hostile content


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'`{{ 7*7 }}{% raw %}&amp;"


def test_hostile_words_stay_words(kettle):
    """Markup and code in any field is shown as it was written, and makes no element, handler or attribute."""
    name = HOSTILE.replace("'", "''")
    page = kettle(
        "actors/ada-leaf/index.html",
        **{
            "content/actors.yaml": f"""\
                tea-board: {{name: Tea Board, type: body, summary: It counts., checked: 2026-06-01}}
                ada-leaf:
                  name: '{name}'
                  type: person
                  aliases: [{{name: '{name}', note: '{name}'}}]
                  roles: [{{title: '{name}'}}]
                  summary: '{name}'
                  identifiers: {{wikidata: '{name}'}}
                  reply: '{name}'
                  searched: [{{for: '{name}', on: 2026-06-01, where: '{name}'}}]
                  uncertain: '{name}'
                  checked: {{on: 2026-06-01, how: read, note: '{name}'}}
                """
        },
    )

    assert text_of(page.h1) == HOSTILE
    assert texts(page, ".aliases li") == [f"{HOSTILE} ({HOSTILE})"]
    assert facts(page) == {"wikidata": HOSTILE}
    assert texts(page, "section[aria-labelledby=reply] p, .searched, .uncertain, .checked") == [
        HOSTILE.replace("&amp;", "&"),  # Markdown has entities
        f"Searched for {HOSTILE} on June 1, 2026 in {HOSTILE}: nothing was found.",
        f"Not certain: {HOSTILE}",
        f"Checked June 1, 2026. {HOSTILE}",
    ]
    assert [script["src"] for script in page.select("script") if not script["src"].startswith("../../static/js/")] == []
    assert not any(script.string for script in page.select("script"))
    assert page.select("img, [onerror]") == []


@pytest.mark.parametrize(
    "written",
    [
        "[tea](javascript:alert(1))",
        "![tea](https://spy.example/x.png)",
        "<https://leaf.example>",
        "[tea](data:text/html,x)",
    ],
)
def test_markdown_makes_nothing_that_acts_or_loads(written, kettle):
    """No Markdown that passes the check becomes a script, a picture from elsewhere or an unsafe link."""
    article = f"""\
        ---
        title: Ten chests of tea
        publisher: tea-board
        published: 1901-06-01
        language: en
        rights: public-domain
        source: ledger-1901
        ---
        Of ten chests {written} was left.
        """
    page = kettle("articles/kettle/index.html", **{"content/articles/kettle/article.md": article})
    links = [link["href"] for link in page.select(".text a") if not link["href"].startswith("#")]

    assert [link for link in links if not link.startswith("https://")] == []
    assert page.select(".text img, .text script, .text [src]") == []


def test_a_misspelt_name_in_a_template_stops_the_build(kettle, tmp_path):
    """A template that asks for what is not there fails, instead of printing nothing."""
    looks = tmp_path / "root" / "templates"
    looks.mkdir(parents=True)
    for name in ("home", "404", "base"):
        (looks / f"{name}.html").write_text("{{ site.tittle }}\n")

    with pytest.raises(BuildFailed, match="no attribute 'tittle'; mend the template"):
        kettle("index.html")
    assert not (tmp_path / "_site").exists()


# Languages


def test_names_in_other_scripts_say_their_language(tea_site):
    """A name in another script has its language, and one that runs from right to left says so too."""
    persian = tea_site.page("actors/mirza-golshani/index.html").select_one(".aliases [lang]")
    korean = tea_site.page("actors/kim-da-gyeong/index.html").select_one(".aliases [lang]")

    assert (persian["lang"], persian["dir"], text_of(persian)) == ("fa", "rtl", "میرزا گلشنی")
    assert (korean["lang"], korean["dir"], text_of(korean)) == ("ko", "ltr", "김다경")


def test_an_alias_says_where_it_was_printed(tea_site):
    """A spelling that an article printed leads to the article."""
    alias = tea_site.page("actors/mirza-golshani/index.html").select(".aliases li")[1]

    assert text_of(alias) == "Mirza Gulshanny, as printed in Short Chests, Long Faces"
    assert alias.a["href"] == "../../articles/kettle-short-chests/index.html"


def test_a_source_says_its_language(tea_site):
    """The language of a source is named in words."""
    assert facts(tea_site.page("sources/golshani-letter/index.html"))["Language"] == "Persian"
    assert facts(tea_site.page("sources/clipper-ledger/index.html"))["Language"] == "Korean"


# Records


def test_figures_read_as_ranges(tea_site):
    """A figure reads as a range, as one number, or as an upper end, with its unit, date and method."""
    lines = {
        id: text_of(tea_site.page(f"claims/{id}/index.html").select_one(".figure-line"))
        for id in ("chests-under-weight", "willow-in-the-chests", "kettles-cost-double")
    }

    assert lines == {
        "chests-under-weight": "3 to 5 pounds a chest, May 1887. Every tenth chest. By the old pound.",
        "willow-in-the-chests": "60 chests, 2 May 1887",
        "kettles-cost-double": "up to 1,250.5 pence, 1887 – 1889",
    }


def test_a_claim_shows_its_chain_its_evidence_and_its_history(tea_site):
    """Who says so, what stands behind it on how many origins, and how the verdict came about."""
    page = tea_site.page("claims/willow-in-the-chests/index.html")

    assert texts(page, ".chain li") == [
        "Lowmarsh Courier printed 4 May 18873",
        "Lowmarsh Customs House posted 2 May 18872 On its door.",
    ]
    assert texts(page, ".origins")[0] == "4 sources, 2 origins: Corporation of Lowmarsh; Guild of Tasters"
    assert texts(page, ".origins")[1] == "1 source, 1 origin: Green Clipper Company"
    assert texts(page, ".history .verdict") == ["□ Told", "◧ Echoed"]
    assert texts(page, "tr[class^=stance] td:first-child") == ["supports"] * 4 + ["disputes"]


def test_an_accusation_stands_with_its_reply(tea_site):
    """A claim against a person has the answer to it, whom it accuses and what they answer, who reviewed it, the act."""
    section = tea_site.page("claims/golshani-dyed-the-leaf/index.html").select_one("section[aria-labelledby=reply]")

    assert texts(section, "p") == [
        "“I have never dyed so much as a ribbon”, he wrote1.",
        "The reply of Mirza Golshani",
        "He wrote that he “never dyed so much as a ribbon”1.",
        "He has no cellar, he let it be known2.",
        "Reviewed by The Lowmarsh Reading Room. It rests on the official act itself: "
        "Mirza Golshani · Lowmarsh Customs House, 2 May 1887.",
    ]
    assert section.select_one(".aside a")["href"] == "../../sanctions/golshani-off-the-quay/index.html"


def test_a_person_answers_on_their_own_page(tea_site):
    """The profile of who is accused has the reply, with its sources, and the claims that are directed against them."""
    page = tea_site.page("actors/mirza-golshani/index.html")

    assert texts(page, "section[aria-labelledby=reply] p") == [
        "He wrote that he “never dyed so much as a ribbon”2.",
        "He has no cellar, he let it be known3.",
    ]
    assert texts(page, "section[aria-labelledby=accused] li") == ["The merchant dyed it"]
    assert tea_site.page("actors/silas-pettigrew/index.html").select("#reply, #accused") == []


@pytest.mark.parametrize(
    ("path", "spot"),
    [
        ("claims/golshani-dyed-the-leaf", "section[aria-labelledby=reply]"),
        ("sanctions/golshani-off-the-quay", ".record"),
        ("sources/kettle-1887-05-06", ".record"),
        ("timeline/1887", "#event-chests-opened"),
        ("compare", "#crosslink-dye-before-scales"),
        ("claims/willow-in-the-chests", "section[aria-labelledby=crosslinks]"),
        ("claims/chests-under-weight", "section[aria-labelledby=crosslinks]"),
        ("articles/kettle-short-chests", "#note-dyed-in-his-cellar"),
        ("explainer", ".prose"),
    ],
)
def test_the_reply_stands_where_it_is_needed(tea_site, path, spot):
    """Wherever a record speaks against a person the person's answer stands with it, and leads to the person."""
    replies = tea_site.page(f"{path}/index.html").select_one(spot).select(".reply")

    assert [texts(one, ".reply-head") for one in replies] == [["The reply of Mirza Golshani"]]
    assert "He wrote that he “never dyed so much as a ribbon”" in text_of(replies[0])
    assert "mirza-golshani" in replies[0].a["href"]
    assert replies[0].select("sup.citation a")


def test_who_has_not_answered_was_asked(kettle):
    """Where no reply of who is accused is known, the search for one stands in its place, with its day and place."""
    ban = """\
        ban: {target: ada-leaf, authority: tea-board, listing_date: 1901-06, measures: [kettle-ban],
              strand: green, reason: Steam., sources: [ledger-1901], checked: 2026-06-01}
        """
    page = kettle("sanctions/ban/index.html", **{"content/sanctions.yaml": ban})

    assert texts(page, ".reply p") == [
        "The reply of Ada Leaf",
        "Searched for a reply by Ada Leaf on June 1, 2026 in the papers of the quay: nothing was found.",
    ]


def test_an_article_is_held_to_the_claims_that_it_makes(tea_site):
    """Head and lists count the claims that an article's own passages assert or deny, not all that its notes name."""
    page = tea_site.page("articles/courier-chests-opened/index.html")
    strip = page.select_one("section[aria-labelledby=standing]")
    listed = {one.a.get_text(): text_of(one) for one in tea_site.page("articles/index.html").select("main li")}

    assert text_of(strip.h2) == "How the 2 claims that it makes stand"
    assert [text_of(one) for one in strip.select("li") if not one.has_attr("hidden")] == ["1 ■ Weighed", "1 ◧ Echoed"]
    assert "11 notes, makes 2 claims" in listed["Chests Opened on the Quay"]
    assert texts(page, "section[aria-labelledby=claims] .card-kind") == [
        "claim, Dyed leaf",
        "claim, Short weight",
        "claim, Short weight",
    ]


def test_evidence_says_what_it_shows(tea_site):
    """Before the note of a line in support stands its rung, or that it adds no voice; what is against has neither."""
    willow, weight = (
        texts(tea_site.page(f"claims/{id}/index.html"), "td[data-label=Shows]")
        for id in ("willow-in-the-chests", "chests-under-weight")
    )

    assert willow == [
        "Ledger. It lists the chests by their marks.",
        "One office. Repeats the notice.",
        "One office. Repeats the repetition.",
        "Scales. Found willow in eleven cups.",
        "Books them as tea.",
    ]
    assert weight == [
        "Scales. Every tenth chest was weighed.",
        "Adds no voice. Has no more than the notice.",
        "Says nothing of weight.",
        "",
        "",
    ]


def test_a_source_has_its_number(tea_site):
    """A document's own number stands on its page and in its footnotes."""
    page = tea_site.page("sources/kettle-1887-05-06/index.html")
    footnotes = texts(tea_site.page("claims/golshani-dyed-the-leaf/index.html"), ".footnote")

    assert facts(page)["Number"] == "No. 126"
    assert "Number" not in facts(tea_site.page("sources/customs-notice/index.html"))
    assert any("The Daily Kettle, No. 126, 6 May 1887" in one for one in footnotes)


def test_a_listing_shows_its_facts(tea_site):
    """A listing says target, authority, programme, dates, status, measures and names, and nothing it does not know."""
    seized = facts(tea_site.page("sanctions/seized-sixty-chests/index.html"))
    banned = facts(tea_site.page("sanctions/golshani-off-the-quay/index.html"))

    assert seized == {
        "Target": "Green Clipper Company",
        "Authority": "Lowmarsh Customs House",
        "Programme": "Act Against False Leaf",
        "Listed": "2 May 1887",
        "In force from": "3 May 1887",
        "Status": "ended when the chests were burnt, 30 June 1887",
        "Measures": "seizure",
        "List entry": "CLIPPER, GREEN",
        "Also named": "The *Oolong*; The Second Clipper",
        "Sources": "Notice to All Who Land Leaf1",
    }
    assert banned == {
        "Target": "Mirza Golshani",
        "Authority": "Lowmarsh Customs House",
        "Programme": "not confirmed",
        "Listed": "2 May 1887",
        "Status": "standing, runs until 2 May 1891, last seen 30 November 1889",
        "Measures": "ban from the quay, seizure",
        "Sources": "Notice to All Who Land Leaf1",
    }


def test_listings_of_one_day_know_each_other(tea_site):
    """A listing leads to the others of the same authority on the same day."""
    page = tea_site.page("sanctions/seized-sixty-chests/index.html")

    assert texts(page, "section[aria-labelledby=same-day] tbody td:nth-child(2)") == ["Mirza Golshani"]


def test_a_source_shows_what_it_repeats_and_whose_word_it_is(tea_site):
    """A source's page says what it repeats, who repeats it, and whom it comes down to."""
    page = tea_site.page("sources/courier-1887-05-04/index.html")

    assert texts(page, "section[aria-labelledby=repeats] li") == ["Notice to All Who Land Leaf"]
    assert texts(page, "section[aria-labelledby=repeated] li") == ["Short Chests, Long Faces"]
    assert facts(page)["Whose word"] == "Lowmarsh Courier"
    assert facts(page)["Origins"] == "Corporation of Lowmarsh"
    assert facts(page)["Address"] == "not known for certain, so none is given"


def test_how_a_record_was_checked_is_said_as_it_is(tea_site):
    """How far a source was read is told in five different ways; every record says when, with the editor's own note."""

    def checked(path):
        page = tea_site.page(path)
        return facts(page).get("Checked"), text_of(page.select_one(".record > p.checked"))

    day = "Checked 2 January 1890."
    assert checked("sources/customs-notice/index.html") == ("read", day)
    assert checked("sources/clipper-ledger/index.html") == ("read in part", f"{day} Folios 1 to 20.")
    assert checked("sources/leaf-act/index.html") == ("known from reports that quote it", day)
    assert checked("sources/weighing-protocol/index.html") == (
        "not seen, confirmed elsewhere",
        f"{day} Its figures stand in the guild's protocol.",
    )
    assert checked("sources/almanac-1889/index.html") == ("from memory, not read", f"{day} The year is recalled.")
    assert checked("actors/customs-house/index.html") == (None, day)
    assert checked("claims/not-so-much-as-a-ribbon/index.html") == (None, "Checked 3 January 1890. By candle.")


def test_the_timeline_is_as_exact_as_it_is_known(tea_site):
    """Events stand by year and date, approximate dates and spans in words, without a false exact day."""
    page = tea_site.page("timeline/index.html")

    assert [text_of(one).split()[0] for one in page.select("h2")[:3]] == ["1887", "1888", "1889"]
    assert [
        (text_of(date), [time.get("datetime") for time in date.select("time")])
        for date in page.select("[id^=event-] .event-date")
    ] == [
        ("about April 1887", ["1887-04"]),
        ("2 May 1887", ["1887-05-02"]),
        ("5–9 May 1887", []),
        ("December 1888 – February 1889", []),
        ("1889", ["1889"]),
    ]


def test_claims_are_compared_by_the_strands_that_they_join(tea_site):
    """Links between the two strands stand together, the others apart; each is read from site.yaml's first strand."""
    pairs = {
        path: [(text_of(one.a), text_of(one.select_one(".relation"))) for one in tea_site.page(path).select(".pair")]
        for path in ("compare/index.html", "compare/others/index.html")
    }

    assert texts(tea_site.page("compare/index.html"), ".phase-head h2") == ["Opening"]
    assert texts(tea_site.page("compare/others/index.html"), "h2")[0] == "Within Short weight 1"
    assert pairs == {
        "compare/index.html": [
            ("Willow in sixty chests", "about the same chests as"),
            ("Willow in sixty chests", "comes to the boil after"),
        ],
        "compare/others/index.html": [("Full weight by the book", "clashes with")],
    }


def test_corrections_stand_newest_first(tea_site):
    """What was wrong, what is right now, and where it stood, the last correction first."""
    page = tea_site.page("corrections/index.html")

    assert texts(page, "li.event .event-date") == ["15 January 1890", "24 December 1889"]
    assert [one["id"] for one in page.select("li.event")] == [
        "correction-correction-1890-01-15",
        "correction-correction-1889-12-24",
    ]
    assert texts(page.select_one("li.event"), "p")[:2] == [
        "It said: Sixteen chests held willow.",
        "It says now: Sixty chests held willow1.1",
    ]
    assert texts(page.select_one("li.event"), "details p") == ["Willow in sixty chests, Kim Da-gyeong"]
