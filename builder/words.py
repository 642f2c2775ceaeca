"""Countries, languages and dates in the reader's own words. The door to Babel (Unicode CLDR)."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton
from babel.numbers import format_decimal

from .dates import Edtf, Moment, parse

_NO_COUNTRIES = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
"codes of CLDR for unions of countries, for none and for tests of printing"


@cache
def is_language(tag: str) -> bool:
    """Return whether `tag` is a language tag (BCP 47) that CLDR knows."""
    try:
        Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


@cache
def is_country(code: str) -> bool:
    """Return whether `code` is an ISO 3166 country code that CLDR knows."""
    return len(code) == 2 and code.isupper() and code in Locale("en").territories and code not in _NO_COUNTRIES


@cache
def country(code: str, language: str) -> str:
    """Return the name of the country `code` in `language`."""
    return str(Locale.parse(language, sep="-").territories[code])


@cache
def language(tag: str, language: str) -> str:
    """Return the name of the language `tag` in `language`."""
    return Locale.parse(tag, sep="-").get_display_name(Locale.parse(language, sep="-")) or tag


@cache
def is_right_to_left(tag: str) -> bool:
    """Return whether the language `tag` is written from right to left."""
    return Locale.parse(tag, sep="-").text_direction == "rtl"


def number(value: float, language: str) -> str:
    """Return a figure as `language` writes it."""
    return str(format_decimal(value, locale=Locale.parse(language, sep="-")))


def date(when: Edtf, language: str) -> str:
    """Return `when` as `language` writes it, no more exact than it is: `about September 2023`."""
    return _worded(when.text, language)


@cache
def _worded(text: str, language: str) -> str:
    """A date in words: of every date once, for the same dates stand on many pages."""
    when = parse(text)
    locale = Locale.parse(language, sep="-")
    if not when.is_span:
        return _moment(when.start, locale)
    same = when.start.precision == when.end.precision != "year"
    if same and not (when.start.approximate or when.end.approximate):
        skeleton = "yMMMMd" if when.start.precision == "day" else "yMMMM"
        return str(format_interval(when.start.first, when.end.first, skeleton, locale=locale))
    return f"{_moment(when.start, locale)} – {_moment(when.end, locale)}"


def _moment(moment: Moment, locale: Locale) -> str:
    match moment.precision:
        case "day":
            in_words = format_date(moment.first, "long", locale=locale)
        case "month":
            in_words = format_skeleton("yMMMM", moment.first, locale=locale)
        case _:
            in_words = str(moment.first.year)
    return f"about {in_words}" if moment.approximate else in_words
