"""The whole way from files to a site: the same every time, all or nothing, public or private."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt

from builder.build import build
from builder.problems import BuildFailed

ROOT = Path(__file__).parent.parent
MARKDOWN = MarkdownIt("commonmark", {"html": False})
KETTLE = "articles/kettle-short-chests/index.html"


def built_elsewhere(root, out, url, seed, **surroundings):
    """Build in a process of its own, with another seed for Python's hashes and other surroundings."""
    environment = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(ROOT), **surroundings}
    command = [sys.executable, "-m", "builder", "build", "--root", str(root), "--out", str(out), "--site-url", url]
    return subprocess.run(command, env=environment, cwd=out.parent, capture_output=True, text=True, check=False)


# The same input gives the same bytes


def test_the_same_content_gives_the_same_bytes(tea_site, tmp_path, snapshot):
    """Another folder, another seed, another language and time zone of the machine: the same files."""
    surroundings = (
        {"LC_ALL": "C", "TZ": "Asia/Seoul", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "C.UTF-8", "TZ": "America/Lima", "PYTHONOPTIMIZE": "1"},
    )
    sites = []
    for seed, around in enumerate(surroundings, 1):
        root = shutil.copytree(tea_site.root, tmp_path / f"a folder of another name {seed}" / "root")
        ended = built_elsewhere(root, root.parent / "site", tea_site.url, seed, **around)
        assert ended.returncode == 0, ended.stderr
        sites.append(snapshot(root.parent / "site"))

    assert sites[0] == sites[1] == snapshot(tea_site.folder)


def test_the_shipped_site_is_the_same_bytes_again(shipped_site, tmp_path, snapshot):
    """The site of this repository, built once more in another process and folder, is the same."""
    ended = built_elsewhere(shipped_site.root, tmp_path / "again", "", 7, LC_ALL="C", TZ="Pacific/Apia")

    assert ended.returncode == 0, ended.stderr
    assert snapshot(tmp_path / "again") == snapshot(shipped_site.folder)


def test_the_order_of_files_does_not_show(tea_site, tmp_path, snapshot):
    """A collection that is kept in other files, whose records thus come in the same order, builds the same."""
    root = shutil.copytree(tea_site.root, tmp_path / "root")
    traders = root / "content" / "actors" / "traders.yaml"
    (root / "content" / "actors" / "z" / "deep").mkdir(parents=True)
    traders.rename(root / "content" / "actors" / "z" / "deep" / "people.yaml")

    build(root, tmp_path / "site", tea_site.url)

    assert snapshot(tmp_path / "site") == snapshot(tea_site.folder)


def test_no_path_of_the_machine_is_in_the_site(tea_site, snapshot):
    """Neither the folder of the content nor that of the builder is named in any file."""
    told = (str(tea_site.root).encode(), str(tea_site.folder).encode(), str(ROOT).encode())
    naming = [path for path, data in snapshot(tea_site.folder).items() if any(name in data for name in told)]

    assert naming == []


def test_every_text_is_utf8_with_plain_line_ends(site, snapshot):
    """Every page is UTF-8 without a byte order mark, and its lines end in a line feed."""
    wrong = [
        path
        for path, data in snapshot(site.folder).items()
        if path.endswith((".html", ".xml", ".txt"))
        and (b"\r" in data or data[:3] == b"\xef\xbb\xbf" or not data.decode())
    ]

    assert wrong == []


# All or nothing


def test_an_error_writes_nothing(tea, tmp_path, change):
    """Content with an error is refused, with the place, and no folder is made."""
    change(tea / "content" / "crosslinks.yaml", "to: chests-under-weight", "to: chests-under-wait")

    with pytest.raises(BuildFailed) as failed:
        build(tea, tmp_path / "_site")

    assert [str(problem).split(";")[0] for problem in failed.value.problems] == [
        "content/crosslinks.yaml:24:7: error[references-exist]: unknown claim `chests-under-wait`"
    ]
    assert not (tmp_path / "_site").exists()


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/claims.yaml", "verdict: weighed", "verdict: wayed"),
        ("content/articles/kettle-short-chests/annotations.yaml", "quote: Three pounds light", "quote: Four pounds"),
        ("content/pages/explainer.md", "[@weighing-protocol]", "[@weighing]"),
        ("site.yaml", "standing: holds", "standing: tall"),
        ("content/terms.yaml", "troy-pound:", "troy-pound: ["),
    ],
)
def test_an_error_leaves_the_last_good_site(path, old, new, tea, tmp_path, snapshot):
    """Whatever kind of fault was saved, the site that stands is the last good one, byte for byte."""
    build(tea, tmp_path / "_site")
    last_good = snapshot(tmp_path / "_site")
    text = (tea / path).read_text(encoding="utf-8")
    assert old in text
    (tea / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(BuildFailed):
        build(tea, tmp_path / "_site")

    assert snapshot(tmp_path / "_site") == last_good


def test_a_warning_does_not_stand_in_the_way(tea, tmp_path, change):
    """What site.yaml calls a warning is told, and the site is written."""
    change(tea / "site.yaml", "quotation:\n", "rules:\n  excerpts-are-short: warning\n\nquotation:\n")
    long = " ".join(["leaf"] * 41)
    change(tea / "content" / "sources" / "quay.yaml", "I have never dyed so much as a ribbon", long)

    built = build(tea, tmp_path / "_site")

    assert [str(problem) for problem in built.warnings] == [
        "content/sources/quay.yaml:58:12: warning[excerpts-are-short]: "
        "an excerpt of 41 words; at most 40 are allowed: keep what is relied on"
    ]
    assert built.pages == len(list((tmp_path / "_site").rglob("*.html")))


def test_the_count_is_the_pages_written(tea_site, tea, tmp_path):
    """A build says how many pages it wrote, the one for lost readers included."""
    assert build(tea, tmp_path / "_site").pages == len(tea_site.pages)


# The private edition


@pytest.fixture(scope="module")
def private_site(tea_site, tmp_path_factory):
    """The tea site with the full text of its quoted article."""
    out = tmp_path_factory.mktemp("private") / "_site.private"
    build(tea_site.root, out, tea_site.url, tea_site.root / "originals")
    return out


def parsed(path):
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def words_of(article):
    """The words of an article's text without the numbers of its notes."""
    text = article.select_one(".text")
    for reference in text.select("sup.ref"):
        reference.decompose()
    return [" ".join(block.get_text().split()) for block in text.find_all(["p", "h2", "h3", "li", "pre"])]


def test_a_private_article_is_its_original_word_for_word(private_site, tea):
    """In the private edition every line of the original is a paragraph, and nothing else is."""
    original = (tea / "originals" / "kettle-short-chests.txt").read_text(encoding="utf-8")

    assert words_of(parsed(private_site / KETTLE)) == original.splitlines()


def test_private_and_public_articles_have_the_same_notes(private_site, tea_site):
    """The same notes, with the same words, quotes and numbers, stand at both."""

    def notes(page):
        return [(note["id"], " ".join(note.get_text().split())) for note in page.select(".note")]

    private, public = notes(parsed(private_site / KETTLE)), notes(tea_site.page(KETTLE))

    assert {id for id, _ in private} == {id for id, _ in public}
    assert private == public
    assert len(private) == 9


def test_every_private_page_is_marked(private_site):
    """No page of the private edition can be taken for a public one, by readers or by search engines."""
    pages = {path.relative_to(private_site).as_posix(): parsed(path) for path in private_site.rglob("*.html")}
    unmarked = [path for path, page in pages.items() if "must not be published" not in page.body.get_text()]
    indexed = [
        path for path, page in pages.items() if page.select_one("meta[name=robots]")["content"] != "noindex, nofollow"
    ]

    assert (unmarked, indexed) == ([], [])
    assert len(pages) > 40


def test_the_private_edition_invites_no_search_engine(private_site, snapshot):
    """The private edition has neither a sitemap nor a `robots.txt` that lets everybody in."""
    assert not {"sitemap.xml", "robots.txt"} & set(snapshot(private_site))


def test_the_public_edition_is_not_marked(tea_site):
    """Public pages say nothing of a private edition, and only the page for lost readers is kept from search."""
    marked = [path for path, page in tea_site.pages.items() if "must not be published" in page.get_text()]
    hidden = [path for path, page in tea_site.pages.items() if page.select_one("meta[name=robots]")]

    assert (marked, hidden) == ([], ["404.html"])


def test_the_public_edition_holds_no_paragraph_of_an_original(tea_site, snapshot):
    """No paragraph of the quoted article stands in any file of the public site."""
    paragraphs = (tea_site.root / "originals" / "kettle-short-chests.txt").read_text(encoding="utf-8").splitlines()[1:]
    found = [
        path
        for path, page in tea_site.pages.items()
        for paragraph in paragraphs
        if paragraph in " ".join(page.get_text().split())
    ]

    assert found == []
    assert all(
        paragraph.encode() not in data for data in snapshot(tea_site.folder).values() for paragraph in paragraphs
    )


def test_a_free_article_is_the_same_in_both(private_site, tea_site):
    """An article whose words are free has no original to put in its place, and stands as it is."""
    path = "articles/courier-chests-opened/index.html"

    assert words_of(parsed(private_site / path)) == words_of(parsed(tea_site.folder / path))


def test_a_note_that_does_not_bind_in_the_original_stops_the_private_build(tea, tmp_path, change):
    """Where the original lacks a note's words the private edition is refused, and nothing is written."""
    change(tea / "originals" / "kettle-short-chests.txt", "Three pounds light", "Four pounds light")

    with pytest.raises(BuildFailed) as failed:
        build(tea, tmp_path / "_site", "", tea / "originals")

    assert "error[quotes-stand-once]: the quote “Three pounds light” does not stand in" in str(failed.value)
    assert not (tmp_path / "_site").exists()


def test_a_missing_original_stops_the_private_build(tea, tmp_path):
    """A folder without the original cannot make a private edition."""
    (tmp_path / "empty").mkdir()

    with pytest.raises(BuildFailed, match="is not in the folder of originals"):
        build(tea, tmp_path / "_site", "", tmp_path / "empty")

    assert not (tmp_path / "_site").exists()


# The words of an article


def test_marks_leave_the_words_as_they_are(site):
    """With references taken out, every article reads word for word as it does without marks."""
    told = {}
    for id, article in site.content.articles.items():
        page = parsed(site.folder / "articles" / id / "index.html")
        plain = BeautifulSoup(MARKDOWN.render(article.text), "html.parser").get_text()
        for reference in page.select(".text sup.ref"):
            reference.decompose()
        told[id] = page.select_one(".text").get_text().split() == plain.split()

    assert told == dict.fromkeys(site.content.articles, True)


# A fault of a template is told as a fault of the content is


@pytest.mark.parametrize(
    ("part", "wrong", "message"),
    [
        (
            "404.html",
            "{% block main %}\n{{ kettel }}",
            "templates/404.html:3:1: error[template]: 'kettel' is undefined",
        ),
        ("404.html", "{% block main %}\n{% iff %}", "templates/404.html:3:1: error[template]: Encountered unknown tag"),
    ],
    ids=["a name that there is not", "a tag that there is not"],
)
def test_a_fault_of_a_template_is_told_and_writes_nothing(part, wrong, message, tea, tmp_path):
    """A misspelt name or tag in a template stops the build at its line, and no site is written."""
    path = tea / "templates" / part
    path.write_text(path.read_text(encoding="utf-8").replace("{% block main %}", wrong), encoding="utf-8")

    with pytest.raises(BuildFailed) as failed:
        build(tea, tmp_path / "site")

    (problem,) = failed.value.problems
    assert str(problem).startswith(message)
    assert not (tmp_path / "site").exists()
