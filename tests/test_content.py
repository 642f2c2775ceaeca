"""What this repository publishes: as much as was promised, sound, and kept to the articles' words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder import prose, quotes
from builder.build import faults, private, verified

ROOT = Path(__file__).parent.parent
ORIGINALS = ROOT.parent / "shared" / "seeds"
"the articles as they were printed: they belong to their publishers, so most machines do not have them"


@pytest.fixture(scope="module")
def content(shipped_site):
    """The content of this repository."""
    return shipped_site.content


@pytest.fixture(scope="module")
def originals(request):
    """The folder of the articles' originals; where it is missing, a line of the report says what is left out."""
    if ORIGINALS.is_dir():
        return ORIGINALS
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print("\nleft out: the articles' originals are not on this machine, so the digests were not held against them")
    return None


@pytest.mark.parametrize(
    ("kind", "least"),
    [("actors", 100), ("sanctions", 80), ("sources", 180), ("events", 100), ("claims", 60), ("terms", 45)],
)
def test_there_are_as_many_records_as_promised(kind, least, content):
    """Each collection has at least so many records."""
    assert len(getattr(content, kind)) >= least


def test_two_articles_are_annotated_throughout(content):
    """Two articles have 25 notes or more each, and key notes among them, but not only."""
    notes = [content.annotations[id].values() for id in content.articles]

    assert sorted(len(found) >= 25 for found in notes)[-2:] == [True, True]
    assert all(0 < sum(note.key for note in found) < len(found) / 2 for found in notes)


def test_the_first_two_strands_are_joined(content):
    """At least 35 cross-links join a claim of the first strand to one of the second."""
    first, second, *_ = content.site.strands
    strands = [
        {content.claims[link.from_].strand, content.claims[link.to].strand} for link in content.crosslinks.values()
    ]

    assert strands.count({first, second}) >= 35


def test_the_content_is_sound():
    """The content has neither an error nor a warning."""
    assert [str(problem) for problem in faults(ROOT)[1]] == []


def test_no_rule_is_relaxed(content):
    """The site's own `site.yaml` turns no rule off."""
    assert [rule for rule, severity in content.site.rules.items() if severity.severity != "error"] == []


def test_the_explainer_is_a_story_of_readable_length(content):
    """The explainer has 900 to 1,400 words, its citations not counted, and every sentence must be cited."""
    explainer = content.pages[content.site.home.page]
    length = len(quotes.words(prose.parse(explainer.text).text))

    assert 900 <= length <= 1400
    assert explainer.cited


def test_every_record_can_be_found_from_a_text_or_a_list(shipped_site, content):
    """Every actor, claim, source, listing and programme has its page, and every term and event its spot."""
    glossary, timeline = (
        {element["id"] for element in shipped_site.page(f"{name}/index.html").select("[id]")}
        for name in ("glossary", "timeline")
    )
    missing = [
        f"{kind}/{id}"
        for kind in ("actors", "claims", "sources", "sanctions", "programs")
        for id in getattr(content, kind)
        if f"{kind}/{id}/index.html" not in shipped_site.files
    ]

    assert missing == []
    assert {f"term-{id}" for id in content.terms} <= glossary
    assert {f"event-{id}" for id in content.events} <= timeline


def test_addresses_are_whole_and_none_is_given_twice_for_one_title(content):
    """Every address is a web address without blanks, and no two sources of one title share theirs."""
    addresses = [(source.label, source.url) for source in content.sources.values() if source.url]

    assert [url for _, url in addresses if not re.fullmatch(r"https?://[\w.-]+\.[a-z]+(?:/\S*)?", url)] == []
    assert len(addresses) == len(set(addresses))


def test_the_digests_keep_to_their_originals(originals):
    """Every digest, held against the article as it was printed, agrees with it."""
    if originals:
        assert [str(problem) for problem in verified(ROOT, originals)] == []


def test_every_note_binds_in_the_originals(originals, content):
    """The private edition could be built: the same notes bind in the articles as they were printed."""
    if originals:
        full = private(content, originals)

        assert full.full == {id for id, article in content.articles.items() if article.original}


def test_no_file_holds_an_articles_text(originals, content):
    """No file of the content has more words of an original in a row than a quotation may have (R2)."""
    if originals:
        longest = content.site.quotation.longest
        runs = {run for path in originals.iterdir() for run in quotes.runs(path.read_text("utf-8"), longest + 1)}
        files = [path for path in (ROOT / "content").rglob("*.*") if path.suffix in (".md", ".yaml")]
        copied = [
            path.name for path in files if any(run in runs for run in quotes.runs(path.read_text("utf-8"), longest + 1))
        ]

        assert copied == []
        assert len(runs) > 500


def test_a_spelling_that_an_article_printed_stands_in_it(originals, content):
    """Where a name is said to be spelt so in an article, the article has it, letter for letter."""
    if originals:
        texts = {
            id: (originals / one.original).read_text("utf-8") for id, one in content.articles.items() if one.original
        }
        printed = [
            (alias.name, texts[alias.as_printed_in])
            for actor in content.actors.values()
            for alias in actor.aliases
            if alias.as_printed_in in texts
        ]

        assert [name for name, text in printed if not quotes.find(text, name)] == []
        assert printed
