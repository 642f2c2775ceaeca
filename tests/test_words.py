"""Countries, languages and dates are in the reader's own words, and only real codes are taken."""

from __future__ import annotations

import pytest

from builder import dates, words


@pytest.mark.parametrize("code", ["NO", "GB", "CN", "IN", "TW", "XK"])
def test_a_country_code_is_known(code: str) -> None:
    """A code of ISO 3166, Norway's among them, is a country."""
    assert words.is_country(code)


@pytest.mark.parametrize("code", ["no", "No", "UK", "NOR", "Norway", "N", "", "001", "QQ", "ZZ", "EU"])
def test_what_is_no_country_code_is_refused(code: str) -> None:
    """A name, a code of three letters, small letters and codes that nobody has are no country."""
    assert not words.is_country(code)


@pytest.mark.parametrize("tag", ["en", "en-GB", "ko", "zh-Hant", "sr-Latn-RS", "no", "ar"])
def test_a_language_tag_is_known(tag: str) -> None:
    """A tag of BCP 47 that has words of its own is a language."""
    assert words.is_language(tag)


@pytest.mark.parametrize("tag", ["english", "en_GB", "xx", "", "e", "English (UK)", "en-"])
def test_what_is_no_language_tag_is_refused(tag: str) -> None:
    """A name, an underscore and a tag that nobody has are no language."""
    assert not words.is_language(tag)


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [("NO", "en", "Norway"), ("NO", "de", "Norwegen"), ("NO", "nb", "Norge"), ("CN", "en-GB", "China")],
)
def test_a_country_is_named_in_the_sites_language(code: str, language: str, name: str) -> None:
    """A country reads as the site's language calls it."""
    assert words.country(code, language) == name


@pytest.mark.parametrize(
    ("tag", "language", "name"),
    [
        ("ko", "en", "Korean"),
        ("ko", "de", "Koreanisch"),
        ("zh-Hant", "en", "Chinese (Traditional)"),
        ("no", "en", "Norwegian"),
    ],
)
def test_a_language_is_named_in_the_sites_language(tag: str, language: str, name: str) -> None:
    """A language reads as the site's language calls it."""
    assert words.language(tag, language) == name


@pytest.mark.parametrize(
    ("tag", "leftward"), [("ar", True), ("fa", True), ("he", True), ("en", False), ("zh-Hant", False)]
)
def test_the_direction_of_a_language_is_known(tag: str, leftward: bool) -> None:
    """Arabic, Persian and Hebrew are written from right to left."""
    assert words.is_right_to_left(tag) == leftward


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("1901", "1901"),
        ("1901-05", "mai 1901"),
        ("1901-05-30", "30 mai 1901"),
        ("1901-05-01/1901-05-05", "1–5 mai 1901"),
    ],
)
def test_a_date_is_in_the_sites_language(written: str, printed: str) -> None:
    """A date reads as the site's language writes it, no more exact than it is."""
    assert words.date(dates.parse(written), "fr") == printed
