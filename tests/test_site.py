"""Every page of both sites, as a browser finds it: nothing broken, nothing foreign, nothing lost."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from builder import prose, words
from builder.records import Account, Budget, Part, Searched, Status
from builder.records.nouns import Reply
from builder.records.site import Phrases
from builder.render import urls
from builder.resolve import resolve

ROOT = Path(__file__).parent.parent


def text_of(element):
    return " ".join(element.get_text().split())


def faults(site, found):
    """Return what `found` yields for the elements of each page, with the page's path before it."""
    return [f"{path}: {fault}" for path, elements in site.elements.items() for fault in found(elements)]


def named(elements, *names):
    """Return those of `elements` that have one of the names."""
    return [element for element in elements if element.name in names]


def classed(elements, name):
    """Return those of `elements` that are of the class."""
    return [element for element in elements if name in element.get("class", ())]


# Links


def addresses(elements):
    """Return what the elements of a page link to or load, but not where search engines should look instead."""
    linked = [element for element in elements if element.get("rel") != ["canonical"]]
    return [
        element.get("href", element.get("src"))
        for element in linked
        if element.has_attr("href") or element.has_attr("src")
    ]


def target_of(path, address):
    """Return the file of the site that a relative `address` on the page `path` leads to, and its fragment."""
    parts = urlsplit(address)
    file = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
    return file, unquote(parts.fragment)


@pytest.fixture(scope="module")
def links(site):
    """Page, address, file and fragment of every link that stays in the site, but those of `404.html`."""
    return [
        (path, address, *target_of(path, address))
        for path, elements in site.elements.items()
        if path != "404.html"
        for address in addresses(elements)
        if not urlsplit(address).scheme
    ]


def test_every_link_leads_to_a_file(site, links):
    """Every link that stays in the site names a file that is there: it works from disk and below any folder."""
    broken = [f"{path}: {address}" for path, address, file, _ in links if file not in site.files]

    assert broken == []
    assert len(links) > 30 * len(site.pages)


def test_every_fragment_leads_to_an_element(site, links):
    """Every link to a spot of a page finds an element with that id."""
    ids = {path: {element["id"] for element in all_ if element.has_attr("id")} for path, all_ in site.elements.items()}
    to_spots = [link for link in links if link[3]]
    broken = [f"{path}: {address}" for path, address, file, fragment in to_spots if fragment not in ids[file]]

    assert broken == []
    assert len(to_spots) > 5 * len(site.pages)


def test_every_page_can_be_reached(site, links):
    """From the home page a reader comes to every page by links alone, but the one for lost readers."""
    leads = {}
    for path, _, file, _ in links:
        leads.setdefault(path, set()).add(file)
    reached, ahead = set(), {"index.html"}
    while ahead:
        reached |= ahead
        ahead = set().union(*(leads.get(path, set()) for path in ahead)) - reached

    assert set(site.pages) - reached == {"404.html"}


def test_the_page_for_lost_readers_works_from_any_depth(site):
    """`404.html` is shown at any address, so its links begin at the root of the host, and lead to files."""
    base = urlsplit(site.url).path or "/"
    stays = [address for address in addresses(site.elements["404.html"]) if not urlsplit(address).scheme]
    rooted = [address for address in stays if not address.startswith("#")]
    files = [address.removeprefix(base) + "index.html" * address.endswith("/") for address in rooted]

    assert [address for address in rooted if not address.startswith(base)] == []
    assert [file for file in files if file not in site.files] == []
    assert len(files) > 15


def test_what_is_named_by_its_id_is_in_the_page(site):
    """What an element says of another by its id (label, description, preview) is in the page."""
    naming = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "data-preview")

    def lost(elements):
        ids = {element["id"] for element in elements if element.has_attr("id")}
        pairs = ((name, element[name]) for element in elements for name in naming if element.has_attr(name))
        return [f"{name}={id}" for name, value in pairs for id in value.split() if id not in ids]

    assert faults(site, lost) == []


# Elements


def test_ids_are_unique(site):
    """No two elements of a page have the same id."""

    def twice(elements):
        counted = Counter(element["id"] for element in elements if element.has_attr("id"))
        return [id for id, times in counted.items() if times > 1 or not id]

    assert faults(site, twice) == []


def test_every_page_has_one_main_heading(site):
    """A page has exactly one `h1`, with words in it, inside `main`."""

    def wrong(elements):
        headings = named(elements, "h1")
        if len(headings) != 1 or not text_of(headings[0]) or not headings[0].find_parent("main"):
            yield [text_of(heading) for heading in headings]

    assert faults(site, wrong) == []


def test_headings_skip_no_level(site):
    """The first heading is the `h1`, none is empty, and none lies more than one level below the one before."""

    def skipped(elements):
        before = 0
        for heading in named(elements, "h1", "h2", "h3", "h4", "h5", "h6"):
            level = int(heading.name[1])
            if level > before + 1 or not text_of(heading):
                yield f"{heading.name} “{text_of(heading)}”"
            before = level

    assert faults(site, skipped) == []


def test_every_page_says_what_it_is(site):
    """Every page has a title with the site's name, a description, a language and a width for phones."""
    own = site.content.site

    def unsaid(elements):
        titles = [text_of(title) for title in named(elements, "title") if title.parent.name == "head"]
        if len(titles) != 1 or not titles[0].endswith(own.title):
            yield f"title {titles}"
        metas = {meta.get("name"): meta.get("content", "") for meta in named(elements, "meta")}
        if not metas.get("description", "").strip() or "width=device-width" not in metas.get("viewport", ""):
            yield f"metas {metas}"
        if elements[0].name != "html" or elements[0].get("lang") != own.language:
            yield "lang"

    assert faults(site, unsaid) == []


def test_headings_tell_pages_apart(site):
    """No two actors, claims, programmes, articles or gatherings have the same main heading."""
    unlike = {path: page for path, page in site.pages.items() if path.split("/")[0] not in ("sources", "sanctions")}
    headings = Counter((path.split("/")[0], text_of(page.h1)) for path, page in unlike.items())

    assert [heading for heading, times in headings.items() if times > 1] == []


def test_no_page_is_empty(site):
    """Every page says something beside its headings and its menus."""

    def silent(elements):
        spoken = [one for element in named(elements, "main") for one in named(element.find_all(True), "p", "li", "td")]
        said = [text_of(one) for one in spoken if not one.find_parent("nav")]
        if sum(len(one.split()) for one in said) < 5:
            yield said

    assert faults(site, silent) == []


def test_nothing_stands_empty(site):
    """No section, list, item, paragraph or link stands there with nothing in it."""

    def hollow(elements):
        kinds = ("section", "ul", "ol", "dl", "table", "tbody", "li", "p", "dd", "dt", "th", "caption", "summary", "a")
        for element in named(elements, *kinds):
            has_words = any(string.strip() for string in element.strings) or element.get("aria-label")
            if not has_words and not element.find(["img", "svg", "input"]):
                yield str(element)[:80]

    assert faults(site, hollow) == []


def test_lists_and_tables_are_well_made(site):
    """A list's items stand in a list; a table has a caption and headed columns."""

    def wrong(elements):
        yield from (
            f"item in {one.parent.name}" for one in named(elements, "li") if one.parent.name not in ("ul", "ol")
        )
        for table in named(elements, "table"):
            if not table.caption or not all(head.get("scope") for head in table.find_all("th")) or not table.th:
                yield f"table {text_of(table)[:40]}"

    assert faults(site, wrong) == []


def test_every_picture_has_words(site):
    """An image has `alt`; a drawing has a name, or is hidden from those who listen."""

    def wordless(elements):
        yield from (str(image) for image in named(elements, "img") if not image.has_attr("alt"))
        for drawing in named(elements, "svg"):
            says = drawing.get("aria-label") or drawing.get("aria-labelledby") or drawing.find("title")
            if drawing.get("aria-hidden") != "true" and not says:
                yield str(drawing)[:80]

    assert faults(site, wordless) == []


def test_a_time_is_no_more_exact_than_it_is_known(site):
    """A `datetime` is a year, a month or a day, and every time has words."""

    def wrong(elements):
        for time in named(elements, "time"):
            if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", time.get("datetime", "1890")) or not text_of(time):
                yield str(time)

    assert faults(site, wrong) == []


# Nothing foreign


def test_nothing_is_fetched_from_elsewhere(site):
    """A page loads only files of its own site; only a reader's click on a link leads away, to a web address."""
    loading = ("src", "srcset", "poster", "ping", "background", "data", "action", "formaction", "manifest")

    def fetched(elements):
        for element in elements:
            away = [element[name] for name in loading if element.has_attr(name)]
            address = element.get("href", "")
            if element.name not in ("a", "link") or (element.name == "link" and element.get("rel") != ["canonical"]):
                away.append(address)
            elif urlsplit(address).scheme not in ("", "https", "http", "mailto"):
                yield str(element)[:80]
            if any(urlsplit(one).scheme or one.startswith("//") for one in away) or element.name == "base":
                yield str(element)[:80]

    assert faults(site, fetched) == []


@pytest.mark.parametrize("path", sorted((ROOT / "static").rglob("*.*")), ids=lambda path: path.name)
def test_no_style_or_script_fetches(path):
    """Style sheets, scripts and drawings name no address, import nothing and send nothing."""
    text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    if path.name == "search.js":
        text = text.replace(
            "import(new URL(form.dataset.index, location.href).href)", ""
        )  # the index of the site itself
    fetches = (
        r"https?:|//[a-z]+\.|@import|url\(|fetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|import[ (]|cookie"
    )

    assert re.findall(fetches, text) == []


def test_nothing_that_acts_is_written_into_a_page(site):
    """No inline script, no inline style, no handler: and the policy in every head lets none of them act."""

    def inline(elements):
        for element in elements:
            if element.name == "style" or (element.name == "script" and (element.string or not element.get("src"))):
                yield element.name
            yield from (f"{name} on {element.name}" for name in element.attrs if re.match("style$|on", name.lower()))
        heads = [meta for meta in named(elements, "meta") if meta.get("http-equiv") == "Content-Security-Policy"]
        rules = dict(rule.split(maxsplit=1) for head in heads for rule in head["content"].split(";"))
        search = any(element.has_attr("data-index") for element in named(elements, "form"))
        scripts = "'self' 'wasm-unsafe-eval'" if search else "'self'"  # the index is read by a program of WebAssembly
        rest = {name: value for name, value in rules.items() if name != "script-src"}
        if rules.get("default-src") != "'none'" or rules.get("script-src") != scripts or "unsafe" in str(rest):
            yield f"policy {rules}"
        elif heads[0].find_previous(["script", "link", "style"]):
            yield "the policy comes too late"

    assert faults(site, inline) == []


# Notes and sources


@pytest.fixture(scope="module")
def articles(site):
    """The page of every article, by its id."""
    return {id: site.page(f"articles/{id}/index.html") for id in site.content.articles}


def test_every_reference_reaches_its_note_and_comes_back(site, articles):
    """A passage's number leads to its note, which has the same number, and leads back to that very place."""

    def lost(page):
        for reference in page.select(".text sup.ref a"):
            note = page.find(id=reference["href"].removeprefix("#"))
            back = note.select_one("a.note-number")
            if page.find(id=back["href"].removeprefix("#")) is not reference or text_of(back) != text_of(reference):
                yield reference["id"]

    for id, page in articles.items():
        led_to = [reference["href"] for reference in page.select(".text sup.ref a")]

        assert sorted(led_to) == sorted(f"#note-{name}" for name in site.content.annotations[id])
        assert list(lost(page)) == []


def test_notes_are_numbered_from_one(site, articles):
    """The notes of an article stand in the order of their numbers, from one, without a gap."""
    for id, page in articles.items():
        numbers = [int(text_of(number)) for number in page.select(".note .note-number")]

        assert numbers == list(range(1, len(site.content.annotations[id]) + 1))


def read_aloud(text):
    """Return an article's text as it is read: each string with its marks and link, each reference with its name."""
    for node in text.descendants:
        if node.name == "sup" and "ref" in node.get("class", ()):
            yield "ref", node.a["id"].removeprefix("ref-"), (), None
        elif node.name is None and not node.find_parent("sup"):
            mark = node.find_parent(class_="mark")
            yield "words", str(node), mark["data-notes"].split() if mark else (), node.find_parent("a")


def test_a_reference_stands_right_behind_its_passage(site, articles):
    """What is marked for a note is its quote, all of it; between it and its number is at most the rest of a link."""
    for id, page in articles.items():
        read = list(read_aloud(page.select_one(".text")))
        for name in site.content.annotations[id]:
            quote = text_of(page.find(id=f"note-{name}").select_one(".note-quote"))
            own = [place for place, (_, _, marks, _) in enumerate(read) if name in marks]
            _, _, _, link = read[own[-1]]
            behind = next(place for place, one in enumerate(read) if one[:2] == ("ref", name))
            between = [
                words
                for kind, words, _, within in read[own[-1] + 1 : behind]
                if kind == "words" and (link is None or within is not link)
            ]

            assert "“" + " ".join("".join(read[place][1] for place in own).split()) + "”" == quote
            assert between == []


def test_no_number_is_marked(articles):
    """The number of a note is no part of the words that are marked."""
    assert [str(number) for page in articles.values() for number in page.select(".mark sup")] == []


def test_each_note_is_in_the_page_once(site, articles):
    """Each paragraph of a note stands in its page once, and in no attribute: what pops up is a view of it (R3)."""
    for id, page in articles.items():
        whole = own_words(page)
        attributes = " ".join(str(value) for element in page.find_all(True) for value in element.attrs.values())
        paragraphs = [own_words(paragraph) for paragraph in page.select(".note .note-text > *")]

        assert [words for words in paragraphs if whole.count(words) != 1 or words in attributes] == []
        assert len(paragraphs) >= len(site.content.annotations[id])


def own_words(element):
    """The words of an element without the numbers of notes and sources."""
    return " ".join("".join(string for string in element.strings if not string.find_parent("sup")).split())


def citations(elements):
    return [mark.a for mark in classed(elements, "citation") if mark.name == "sup"]


GATHERING = re.compile(r"(compare|timeline/\d+|disagreements|corrections)(/(others|in/\S+|\d\d))?(/\d+)?/index\.html")
"the pages that gather many records: their footnotes are short, one line that leads to the source's own page"


def test_every_citation_reaches_its_footnote_and_comes_back(site):
    """A citation's number leads to the footnote with that number, which leads back to that very citation.

    On pages that gather many records it leads on to the source instead.
    """
    lost = []
    for path, elements in site.elements.items():
        footnotes = {"#" + note["id"]: note for note in classed(elements, "footnote")}
        numbers = {address: str(number) for number, address in enumerate(footnotes, 1)}
        ways = {address: {link["href"] for link in note.select(".ways-back a")} for address, note in footnotes.items()}
        for citation in citations(elements):
            address = citation["href"]
            back = f"#{citation['id']}" in ways.get(address, ()) or bool(GATHERING.fullmatch(path))
            if not back or numbers[address] != text_of(citation):
                lost.append(f"{path}: {citation['id']}")

    assert lost == []


def test_footnotes_are_numbered_by_first_use(site):
    """Going down a page the first citation is 1, each new source has the next number, and all have a footnote."""

    def jumping(elements):
        numbers = list(dict.fromkeys(int(text_of(citation)) for citation in citations(elements)))
        if numbers != list(range(1, len(numbers) + 1)) or len(classed(elements, "footnote")) != len(numbers):
            yield numbers

    assert faults(site, jumping) == []


def test_a_source_has_one_footnote_with_a_way_back_for_each_use(site):
    """A source cited once has one arrow back; one cited more often has a, b, c …, in the order of use."""

    def wrong(elements):
        uses = {}
        for citation in citations(elements):
            uses.setdefault(citation["href"], []).append("#" + citation["id"])
        footnotes = classed(elements, "footnote")
        titles = [note.find(class_="source-title")["href"] for note in footnotes]
        if len(titles) != len(set(titles)):
            yield "a source stands twice"
        for note in footnotes:
            if not note.find(class_="ways-back"):
                continue  # a page that gathers many records: the test before this one knows them
            ways = note.find(class_="ways-back").find_all("a")
            used = uses.get(f"#{note['id']}", [])
            letters = [letter(number) for number in range(len(used))] if len(used) > 1 else ["↑"]
            if [way["href"] for way in ways] != used or [text_of(way) for way in ways] != letters:
                yield note["id"]

    assert faults(site, wrong) == []


def letter(number):
    """Count a, b, … z, aa, ab, … as the columns of a table are counted."""
    return (letter(number // 26 - 1) if number >= 26 else "") + "abcdefghijklmnopqrstuvwxyz"[number % 26]


HOW = {
    "read": "· read",
    "partly": "· read in part",
    "quoted": "· known from reports that quote it",
    "catalogued": "· not seen, confirmed elsewhere",
    "recalled": "· from memory, not read",
}
"how the checking of a source is told, behind its kind"


def source_of(site, path, note):
    """Return the source of a footnote on the page `path`: the one to whose page its title leads."""
    file, _ = target_of(path, note.find(class_="source-title")["href"])
    return site.content.sources[file.removeprefix("sources/").removesuffix("/index.html")]


def test_every_footnote_says_what_it_is_and_how_it_was_checked(site):
    """A footnote has a title, a publisher, a year, a kind and a word on how it was checked, as written.

    On pages that gather many records it has publisher and date, and leads to the source.
    """
    unsaid = []
    for path, elements in site.elements.items():
        for note in classed(elements, "footnote"):
            source, said = source_of(site, path, note), text_of(note)
            wanted = [source.publisher, words.date(source.published, site.content.site.language)]
            if not GATHERING.fullmatch(path):
                kind = site.content.site.source_kinds[source.kind].label
                wanted += [source.label, kind, HOW[source.checked.how], source.number]
            unsaid += [f"{path}: {source.id} lacks {one}" for one in wanted if " ".join(one.split()) not in said]

    assert unsaid == []


COUNTED = re.compile(r"How (?:this source was|these (\d+) sources were) checked: (.+)\. All sources")


def test_footnotes_end_in_a_count_of_how_the_sources_were_checked(site):
    """Below a page's footnotes stands how many of their sources were read, in part, … : the sum is that of them all."""
    wrong, found = [], 0
    for path, elements in site.elements.items():
        for section in classed(elements, "footnotes"):
            notes, found = section.select("li.footnote"), found + 1
            counts = Counter(own_how(source_of(site, path, note).checked.how) for note in notes)
            said = COUNTED.fullmatch(text_of(section.find("p", class_="checked", recursive=False)))
            if not said or int(said[1] or 1) != len(notes):
                wrong.append(f"{path}: no count of all")
            elif said[2] != "; ".join(f"{counts[how]} {how}" for how in map(own_how, HOW) if counts[how]):
                wrong.append(f"{path}: {said[2]}")

    assert wrong == []
    assert found > 20


def own_how(how):
    """Return a way of checking, in words."""
    return HOW[how].removeprefix("· ")


def test_every_page_says_how_far_its_sources_reach(site):
    """The foot of every page has the state of the site, and up to when there were sources if that is not today."""
    own = site.content.site
    feet = {path: text_of(page.select_one("footer.site-foot > p")) for path, page in site.pages.items()}
    state = f"State of {words.date(own.as_of, own.language)}"
    reach = f"; sources up to {words.date(own.covered_to, own.language)}" if own.covered_to else ""

    assert own.covered_to
    assert [path for path, foot in feet.items() if not foot.endswith(f"{state}{reach}.")] == []


# The site of these tests


def test_everything_that_can_be_written_stands_in_the_tea_site_once(tea_site):
    """Every key of every record and of `site.yaml` is written at least once, but where a site is and its severities."""
    written, content = {}, tea_site.content

    def look(part):
        keys = written.setdefault(type(part), set())
        keys |= part.model_fields_set
        for name in type(part).model_fields:
            value = getattr(part, name)
            for item in value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,):
                if isinstance(item, Part):
                    look(item)

    for _, record in content.everything():
        look(record)
    left_out = {
        f"{noun.__name__}.{field.alias}"
        for noun, keys in written.items()
        for name, field in noun.model_fields.items()
        if name not in keys
    }

    assert left_out == {"Site.url", "Site.repository", "Site.rules"}
    assert {Reply, Searched, Status, Phrases, Budget} <= set(written)


# What goes with a record


@pytest.fixture(scope="module")
def edition(site):
    """What the site in hand publishes."""
    return resolve(site.content)


def places(site, edition):
    """Return every record that tells something, with the elements in which it is read: its page, or its spot there."""
    for kind, record in site.content.everything():
        if isinstance(record, Account) and kind != "annotation":
            yield record, edition.references[kind, record.id]
    for article in edition.articles.values():
        yield from ((site.content.annotations[article.ref.id][note.id], note.ref) for note in article.notes)


def read_at(site, ref):
    """Return the element in which a record is read; a term has a page of its own beside its spot in the glossary."""
    if ref.kind == "term":
        own = f"glossary/{ref.id}/index.html"
        return site.page(own).main if own in site.files else site.page("glossary/index.html").find(id=f"term-{ref.id}")
    page, id = site.page(f"{urls.folder(ref)}index.html"), urls.fragment(ref)
    return page.find(id=id) if id else page.main


def plain(markdown):
    """Return what is read of a text."""
    return " ".join(prose.parse(markdown).text.split())


def test_a_reply_stands_wherever_somebody_is_accused(site, edition):
    """Each living person whom a record accuses, a listing its target, answers there: in their words, or none found."""
    lacking, found, language = [], 0, site.content.site.language
    for record, ref in places(site, edition):
        persons = list(record.accuses)
        if ref.kind == "sanction" and record.target and site.content.actors[record.target].type == "person":
            persons += [] if site.content.actors[record.target].died else [record.target]
        replies = {
            text_of(one.select_one(".reply-head")): own_words(one) for one in read_at(site, ref).select(".reply")
        }
        for id in dict.fromkeys(persons):
            actor, found = site.content.actors[id], found + 1
            said = replies.get(f"The reply of {actor.name}", "")
            answers = [plain(reply.text) for reply in actor.reply if not reply.to or str(ref) in reply.to]
            answers = answers or [
                f"Searched for {search.for_} on {words.date(search.on, language)}" for search in actor.searched
            ]
            if not answers or not all(answer in said for answer in answers):
                lacking.append(f"{ref}: {id}")

    assert lacking == []
    assert found > 7


def test_a_reply_stands_with_a_disagreement_about_a_charge(shipped_site):
    """The words of articles on a claim that accuses somebody are not set side by side without the answer."""
    claims, actors = shipped_site.content.claims, shipped_site.content.actors
    answered = {}
    for disagreement in shipped_site.page("disagreements/index.html").select(".disagreement"):
        claim = claims[disagreement["id"].removeprefix("on-")] if disagreement.get("id") else None
        for person in claim.accuses if claim else ():
            heads = [text_of(head) for head in disagreement.select(".reply-head")]
            answered[claim.id, person] = f"The reply of {actors[person].name}" in heads

    assert answered
    assert all(answered.values()), answered


def test_what_was_searched_for_and_what_is_uncertain_is_told(site, edition):
    """Every search that brought nothing and every doubt stands where the record is read, with day and place."""
    own, lacking, found = site.content.site, [], 0
    for record, ref in places(site, edition):
        said = text_of(read_at(site, ref))
        day = [words.date(search.on, own.language) for search in record.searched]
        told = [
            f"Searched for {search.for_} on {when} in {search.where}: nothing was found."
            for search, when in zip(record.searched, day, strict=True)
        ]
        told += [f"Not certain: {record.uncertain}"] * bool(record.uncertain)
        found += len(told)
        lacking += [f"{ref}: {one}" for one in told if " ".join(one.split()) not in said]

    assert lacking == []
    assert found > 15


def test_every_line_of_evidence_says_what_it_shows(site, edition):
    """Evidence in support has the rung that it shows, or that it adds no voice; what is against a claim has neither."""
    wrong = []
    for id, claim in edition.claims.items():
        rows = site.page(f"claims/{id}/index.html").select("tr[class^=stance-]")
        for line, row in zip(claim.evidence, rows, strict=True):
            cell = row.select_one("[data-label=Shows]")
            head = f"{line.shows.label}." if line.shows else "Adds no voice."
            if (text_of(cell.strong) if cell.strong else "") != (head if line.stance == "supports" else ""):
                wrong.append(f"{id}: {text_of(row)}")
            if bool(line.shows) != bool(line.origins) and line.stance == "supports":
                wrong.append(f"{id}: {line.source}")

    assert wrong == []


# R1: the builder knows no topic


OWN_WORDS = {"context", "Context", "listing", "origin", "rung", "strand"}
"words of the tool itself, which a site may use as a strand's name or explain in its glossary"


def topic_words(content):
    """Return every name that belongs to a site's subject and that no other site would have."""
    own = content.site
    found = {own.title, own.publisher, own.tagline, *(entry.label for entry in own.strands.values()), *own.strands}
    for actor in content.actors.values():
        found |= {actor.id, actor.name, *(alias.name for alias in actor.aliases)}
        if actor.type == "person":
            found.add(actor.name.split()[-1])
    for records in (content.claims, content.events, content.programs, content.articles, content.terms):
        found |= {record.id for record in records.values()} | {record.label for record in records.values()}
    return {name for name in found if len(name) > 2} - OWN_WORDS


def test_no_word_of_a_topic_stands_in_the_house(site):
    """Neither builder, templates nor static files hold a name, an id or a title of this site's subject (R1)."""
    words = "|".join(re.escape(word) for word in sorted(topic_words(site.content), key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")
    house = [path for folder in ("builder", "templates", "static") for path in (ROOT / folder).rglob("*.*")]
    found = [
        f"{path.relative_to(ROOT).as_posix()}:{number}: {', '.join(sorted(set(pattern.findall(line))))}"
        for path in house
        if path.suffix in (".py", ".html", ".css", ".js", ".svg")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]

    assert found == []
    assert len(topic_words(site.content)) > 40
