"""Share images: one for each page, the same every time, made once."""

from __future__ import annotations

import shutil
import struct

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from sites import SOUND, make_sound_site

from builder.build import build
from builder.render import cards, drawings
from builder.resolve import resolve
from builder.share import HEIGHT, WIDTH, image

ARTICLE = "content/articles/kettle/article.md"
ROOM = 1040
"pixels that a line of the title may take"


def meta(page, name):
    found = page.find("meta", property=name) or page.find("meta", attrs={"name": name})
    return found["content"] if found else None


def test_every_page_names_an_image_that_is_there(tea_site):
    """Where the site's address is known every page names its own PNG of 1200 by 630, by its whole address."""
    named = []
    for path, page in tea_site.pages.items():
        if path == "404.html":
            assert meta(page, "og:image") is None
            continue
        address = meta(page, "og:image")
        assert address.startswith(tea_site.url)
        picture = (tea_site.folder / address.removeprefix(tea_site.url)).read_bytes()
        assert struct.unpack(">II", picture[16:24]) == (WIDTH, HEIGHT)
        assert [meta(page, f"og:image:{side}") for side in ("width", "height")] == [str(WIDTH), str(HEIGHT)]
        assert meta(page, "twitter:card") == "summary_large_image"
        named.append(address)

    assert len(set(named)) == len(named)
    assert sum(path.startswith("share/") for path in tea_site.files) == len(named)


def test_without_an_address_there_are_none(shipped_site):
    """Where the site's address is not known no image is made and none is named: it could not be found."""
    assert [path for path in shipped_site.files if path.startswith("share/")] == []
    assert meta(shipped_site.page("index.html"), "og:image") is None


def test_every_page_can_be_shared_in_words(site):
    """Every page has a title and a description of its own to be shown where it is shared, an article its date."""
    for path, page in site.pages.items():
        assert meta(page, "og:title"), path
        assert len(meta(page, "og:description")) > 10, path
    for id, article in site.content.articles.items():
        page = site.page(f"articles/{id}/index.html")
        assert meta(page, "article:published_time") == article.published.text.rstrip("~"), id


@pytest.mark.parametrize(
    ("published", "shared"),
    [("1901-06-01", "1901-06-01"), ("1901-06", "1901-06"), ("1901", "1901"), ("1901~", "1901"), ("1901/1902", None)],
)
def test_an_articles_date_is_shared_no_more_exact_than_it_is_known(tmp_path, published, shared):
    """A year or a month stays one where the article is shared; a span, for which there is no form, is left out."""
    text = SOUND[ARTICLE].replace("published: 1901-06-01", f"published: {published}")
    build(make_sound_site(tmp_path / "root", **{ARTICLE: text}), tmp_path / "out")
    page = BeautifulSoup((tmp_path / "out/articles/kettle/index.html").read_text(encoding="utf-8"), "html.parser")

    assert meta(page, "article:published_time") == shared


def test_a_claims_image_says_how_it_stands(tea_site, tea_edition):
    """The drawing of a claim has its words, its verdict and its strand."""
    drawn = dict(drawings(tea_edition, tea_site.root / "templates"))
    for id, claim in tea_edition.claims.items():
        svg = BeautifulSoup(drawn[f"share/claims/{id}.png"], "html.parser")
        texts = [" ".join(text.get_text().split()) for text in svg.find_all("text")]
        title = " ".join(text.get_text() for text in svg.select("text.title"))
        assert title == claim.statement or title.endswith(" …")
        assert {"Claim", claim.current.verdict.label, tea_edition.site.strands[claim.strand].label} <= set(texts)


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=400))
def test_titles_stay_in_the_image(title):
    """Whatever a title is, its lines are no longer than there is room, and no more than there is room."""
    size, lines = cards._fitted(title)

    assert max(map(len, lines)) * cards._LETTER * size <= ROOM + 2 * size
    assert 120 + size * ((len(lines) - 1) * 1.2 + 0.8) < 520
    if not lines[-1].endswith(" …"):
        assert "".join("".join(lines).split()) == "".join(title.split())


def test_the_longest_title_of_the_shipped_site_stays_in_the_image(shipped_site):
    """No title of the shipped site is cut."""
    edition = resolve(shipped_site.content)
    for path, svg in drawings(edition, shipped_site.root / "templates"):
        if path.startswith(("share/claims/", "share/articles/", "share/actors/")):
            assert " …</text>" not in svg, path


# Made once

SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">
<text x="9" y="60" font-size="40">{}</text></svg>"""


def kept(cache):
    return sorted(cache.glob("*.png"))


def drawn(words, cache):
    """Return the picture of a drawing with these words."""
    return image(SVG.format(words), cache)


def test_an_image_is_taken_from_the_cache(tmp_path):
    """The same drawing is not made again: what the cache has for it is taken, if it is a whole picture."""
    picture = drawn("Ten chests", tmp_path)
    (in_cache,) = kept(tmp_path)
    assert in_cache.read_bytes() == picture
    other = drawn("Two", tmp_path)
    in_cache.write_bytes(other)

    assert drawn("Ten chests", tmp_path) == other
    assert picture != other


@pytest.mark.parametrize("broken", [b"", b"nonsense", b"\x89PNG\r\n\x1a\nhalf of it"])
def test_a_broken_picture_is_made_again(tmp_path, broken):
    """A picture of the cache that is not whole is not published."""
    first = drawn("Ten chests", tmp_path)
    kept(tmp_path)[0].write_bytes(broken)

    assert drawn("Ten chests", tmp_path) == first
    assert kept(tmp_path)[0].read_bytes() == first


def test_another_drawing_is_another_picture(tmp_path):
    """A changed title makes a new picture, and the old one stays in the cache."""
    assert drawn("Ten chests", tmp_path) != drawn("Two chests", tmp_path)
    assert len(kept(tmp_path)) == 2


def test_a_cache_that_cannot_be_written_is_no_fault(tmp_path):
    """Where the folder of the cache cannot be made, the picture is made all the same."""
    (tmp_path / "cache").write_text("a file")

    assert drawn("Ten", tmp_path / "cache").startswith(b"\x89PNG")


def test_images_are_in_the_typeface_that_comes_along(tmp_path):
    """Letters are drawn, and drawn the same whatever typefaces the machine has."""
    assert len(drawn("Ten chests", tmp_path)) > len(drawn("", tmp_path)) + 500


def test_the_cache_is_not_published(tea_site, tmp_path):
    """The cache lies beside site.yaml and not in the site; without it the same site is built."""
    root = shutil.copytree(tea_site.root, tmp_path / "root")
    assert list((root / ".cache" / "share").glob("*.png"))
    shutil.rmtree(root / ".cache")
    build(root, tmp_path / "site", tea_site.url)

    assert not (tmp_path / "site" / ".cache").exists()
    assert (tmp_path / "site" / "share" / "home.png").read_bytes() == (
        tea_site.folder / "share" / "home.png"
    ).read_bytes()
