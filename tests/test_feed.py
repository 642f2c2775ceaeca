"""What feed readers are told: the corrections, the latest first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from sites import make_sound_site

from builder.build import build, sound
from builder.export.feed import feeds
from builder.resolve import resolve

ATOM = "{http://www.w3.org/2005/Atom}"
HISTORY = "{http://purl.org/syndication/history/1.0}"
URL = "https://leaf.example/ledger/"
CORRECTED = """\
nine-not-ten:
  on: 2026-06
  about: [claim:ten-chests, actor:ada-leaf]
  was: Nine chests & no *more*.
  now: Ten chests [@ledger-1901].
  sources: [ledger-1901]
no-barge:
  on: 2026-06-15
  about: []
  removed: [claim:one-barge]
  was: A barge came in.
  now: It no longer stands here.
"""


def corrected(folder: Path, **changed: str) -> Path:
    return make_sound_site(folder, **{"content/corrections.yaml": CORRECTED, **changed})


def page(root: Path) -> BeautifulSoup:
    return BeautifulSoup((root / "_site/corrections/index.html").read_text(encoding="utf-8"), "html.parser")


def test_the_feed_is_written_whole(tmp_path: Path) -> None:
    """The feed has each correction, the latest first, with its date, what it is about, and both wordings."""
    edition = resolve(sound(corrected(tmp_path))[0])

    assert (
        dict(feeds(edition, URL))["corrections/feed.xml"]
        == """\
<?xml version='1.0' encoding='utf-8'?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>https://leaf.example/ledger/corrections/</id>
  <title>The Kettle: corrections</title>
  <updated>2026-06-15T00:00:00Z</updated>
  <author>
    <name>The Kettle</name>
  </author>
  <link rel="self" type="application/atom+xml" href="https://leaf.example/ledger/corrections/feed.xml" />
  <link rel="alternate" type="text/html" href="https://leaf.example/ledger/corrections/" />
  <entry>
    <id>https://leaf.example/ledger/corrections/#correction-no-barge</id>
    <title>Corrected: claim:one-barge</title>
    <updated>2026-06-15T00:00:00Z</updated>
    <link rel="alternate" type="text/html" href="https://leaf.example/ledger/corrections/#correction-no-barge" />
    <content type="text">It said: A barge came in.

It says now: It no longer stands here.</content>
  </entry>
  <entry>
    <id>https://leaf.example/ledger/corrections/#correction-nine-not-ten</id>
    <title>Corrected: Ten chests came in, Ada Leaf</title>
    <updated>2026-06-01T00:00:00Z</updated>
    <link rel="alternate" type="text/html" href="https://leaf.example/ledger/corrections/#correction-nine-not-ten" />
    <content type="text">It said: Nine chests &amp; no more.

It says now: Ten chests.</content>
  </entry>
</feed>
"""
    )


def test_a_feed_without_a_correction_is_of_today(tmp_path: Path) -> None:
    """While nothing has been corrected the feed is there to be followed, dated with the day the site calls today."""
    written = dict(feeds(resolve(sound(make_sound_site(tmp_path))[0]), URL))["corrections/feed.xml"]

    assert "<updated>2026-06-30T00:00:00Z</updated>" in written
    assert "<entry>" not in written


def test_every_entry_of_the_feed_leads_to_its_correction(tmp_path: Path) -> None:
    """The built site has the feed; the page of corrections names it, and holds each entry where the feed says."""
    root = corrected(tmp_path)
    build(root, root / "_site", URL)
    read = ElementTree.fromstring((root / "_site/corrections/feed.xml").read_bytes())
    shown = page(root)
    led = [str(id.text).removeprefix(f"{URL}corrections/#") for id in read.findall(f"{ATOM}entry/{ATOM}id")]

    assert [shown.find(id=id).name for id in led] == ["li", "li"]
    assert [link["href"] for link in shown.select("head link[rel=alternate]")] == ["../corrections/feed.xml"]
    assert [link["type"] for link in shown.select("main a[href='../corrections/feed.xml']")] == ["application/atom+xml"]
    assert "claim:one-barge" in shown.find(id="correction-no-barge").get_text()


def test_without_an_address_there_is_no_feed(tmp_path: Path) -> None:
    """A feed needs whole addresses: a site that does not know its own has none, and does not name one."""
    root = corrected(tmp_path)
    build(root, root / "_site")

    assert not (root / "_site/corrections/feed.xml").exists()
    assert "feed.xml" not in str(page(root))


ENTRY = """\
day-{number:03}:
  on: {on}
  about: [claim:ten-chests]
  was: Not so many.
  now: So many.
  sources: [ledger-1901]
"""


def of_many(folder: Path, number: int) -> Mapping[str, str]:
    """The feed and its archives, by path, of a site with so many corrections, one each day."""
    days = [date(2025, 1, 1) + timedelta(days=place) for place in range(number)]
    text = "".join(ENTRY.format(number=place, on=day) for place, day in enumerate(days))
    folder.mkdir()
    return dict(feeds(resolve(sound(make_sound_site(folder, **{"content/corrections.yaml": text}))[0]), URL))


def entries(file: str) -> list[str]:
    ids = ElementTree.fromstring(file).findall(f"{ATOM}entry/{ATOM}id")
    return [str(id.text).removeprefix(f"{URL}corrections/#correction-") for id in ids]


def leads_to(file: str, rel: str) -> list[str]:
    links = ElementTree.fromstring(file).findall(f"{ATOM}link[@rel='{rel}']")
    return [link.attrib["href"].removeprefix(URL) for link in links]


def test_the_feed_holds_the_newest_and_leads_to_the_others(tmp_path: Path) -> None:
    """The feed has the newest hundred corrections; who follows it back through its archives reads every one."""
    files = of_many(tmp_path / "site", 250)
    path, ways, reads = "corrections/feed.xml", [], []
    while path:
        ways.append(path)
        reads += entries(files[path])
        path = next(iter(leads_to(files[path], "prev-archive")), "")

    assert ways == ["corrections/feed.xml", "corrections/feed-2.xml", "corrections/feed-1.xml"]
    assert set(files) == set(ways)
    assert reads[:100] == [f"day-{number:03}" for number in range(249, 149, -1)]
    assert set(reads) == {f"day-{number:03}" for number in range(250)}
    assert max(len(entries(file)) for file in files.values()) == 100


def test_an_archive_says_that_it_is_one(tmp_path: Path) -> None:
    """An archive is marked as RFC 5005 asks and leads to the feed; its entries come last."""
    files = of_many(tmp_path / "site", 101)
    feed, archive = files["corrections/feed.xml"], files["corrections/feed-1.xml"]
    marks = [ElementTree.fromstring(file).findall(f"{HISTORY}archive") for file in (feed, archive)]
    tags = [child.tag == f"{ATOM}entry" for child in ElementTree.fromstring(archive)]

    assert [len(mark) for mark in marks] == [0, 1]
    assert (leads_to(archive, "current"), leads_to(archive, "self")) == (
        ["corrections/feed.xml"],
        ["corrections/feed-1.xml"],
    )
    assert tags == sorted(tags)
    assert "<updated>2025-04-10T00:00:00Z</updated>" in archive.split("<entry>")[0]


def test_a_new_correction_leaves_the_archives_as_they_are(tmp_path: Path) -> None:
    """While corrections come, the feed changes; what is in an archive stays there byte for byte."""
    before, after = of_many(tmp_path / "before", 200), of_many(tmp_path / "after", 201)

    assert before["corrections/feed-1.xml"] == after["corrections/feed-1.xml"]
    assert set(after) - set(before) == {"corrections/feed-2.xml"}
    assert leads_to(before["corrections/feed.xml"], "prev-archive") == ["corrections/feed-1.xml"]


def test_up_to_a_hundred_corrections_need_no_archive(tmp_path: Path) -> None:
    """A feed that holds every correction leads nowhere else."""
    files = of_many(tmp_path / "site", 100)

    assert set(files) == {"corrections/feed.xml"}
    assert leads_to(files["corrections/feed.xml"], "prev-archive") == []


@pytest.mark.parametrize("url", ["", URL])
def test_the_private_edition_has_no_data(tmp_path: Path, url: str) -> None:
    """Where full texts are shown nothing is written for machines: neither data nor feed."""
    root = corrected(tmp_path)
    (root / "originals").mkdir()
    text = "The board said: ten chests of green tea.\n\nThey are the best of the year.\n" + "And so on. " * 30 + "\n"
    (root / "originals/kettle.txt").write_text(text, encoding="utf-8")
    build(root, root / "_site", url, root / "originals")

    assert not (root / "_site/data").exists()
    assert not (root / "_site/corrections/feed.xml").exists()
    assert "feed.xml" not in str(page(root))
