"""What feed readers are told: the corrections, the latest first."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from sites import make_sound_site

from builder.build import build, sound
from builder.export.feed import feed
from builder.resolve import resolve

ATOM = "{http://www.w3.org/2005/Atom}"
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
        feed(edition, URL)
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
    written = feed(resolve(sound(make_sound_site(tmp_path))[0]), URL)

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
    assert [link["href"] for link in shown.select("head link[rel=alternate]")] == ["feed.xml"]
    assert [link["type"] for link in shown.select("main a[href='feed.xml']")] == ["application/atom+xml"]
    assert "claim:one-barge" in shown.find(id="correction-no-barge").get_text()


def test_without_an_address_there_is_no_feed(tmp_path: Path) -> None:
    """A feed needs whole addresses: a site that does not know its own has none, and does not name one."""
    root = corrected(tmp_path)
    build(root, root / "_site")

    assert not (root / "_site/corrections/feed.xml").exists()
    assert "feed.xml" not in str(page(root))


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
