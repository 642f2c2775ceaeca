"""Where the terms of a glossary stand in a text: pure functions over strings.

The longest form wins. A form with a capital in it is found only as it is written, any other also with a
capital at its beginning; in English its plural counts as well. White space, hyphens and apostrophes are forgiven.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .quotes import Span, Unbalanced, fold, quotations
from .records import Term

_HYPHEN = "[-‐‑–—]"
_APOSTROPHE = "['’]"
_HEAD = re.compile(r"\w+|[^\w\s]")


class Forms:
    """Phrases, ready to be looked for: by the word that they begin with, so that a text is gone through once.

    However many phrases there are, only those are tried where their first word stands.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_head: dict[str, list[str]] = {}
        for phrase in {" ".join(phrase.split()) for phrase in phrases} - {""}:
            self._by_head.setdefault(_HEAD.findall(phrase)[0], []).append(phrase)
        self._patterns: dict[str, re.Pattern[str]] = {}

    def stands(self, text: str) -> list[Span]:
        """Return every place of `text` where a phrase stands, in order: of those that begin together the longest."""
        if not self._by_head:
            return []
        heads = self._by_head.keys() & _HEAD.findall(text)
        return list(_apart(sorted(span for head in heads for span in self._from(head, text))))

    def _from(self, head: str, text: str) -> Iterator[Span]:
        """The places where phrases stand that begin with the word `head`."""
        pattern, start = self._pattern(head), text.find(head)
        while start >= 0:
            phrase = pattern.match(text, start)
            if phrase:
                yield Span(*phrase.span())
            start = text.find(head, phrase.end() if phrase else start + 1)

    def _pattern(self, head: str) -> re.Pattern[str]:
        """The pattern of the phrases that begin with the word `head`, made when it is first met."""
        if head not in self._patterns:
            ordered = sorted(self._by_head[head], key=lambda phrase: (-len(phrase), phrase))
            self._patterns[head] = re.compile(rf"(?<![\w-])(?:{'|'.join(map(_forgiving, ordered))})(?![\w-])")
        return self._patterns[head]


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Of spans that overlap only the first."""
    end = 0
    for span in spans:
        if span.start >= end:
            end = span.end
            yield span


@dataclass(frozen=True)
class Glossary:
    """The forms of all terms, ready to be looked for."""

    forms: Forms
    ids: dict[str, str]
    "by a form, folded, the term that it is of"
    exclusions: Forms
    "phrases in which a form does not mean its term"

    def stands(self, text: str) -> Iterator[tuple[Span, str]]:
        """Yield every place of `text` where a form stands, with the id of its term, in order."""
        excluded = self.exclusions.stands(text)
        for span in self.forms.stands(text):
            if not any(phrase.holds(span) for phrase in excluded):
                yield span, self.ids[_key(span.of(text))]


def glossary(terms: Iterable[Term], language: str) -> Glossary:
    """Return the glossary of `terms`; plurals are made only where `language` is English."""
    ids: dict[str, str] = {}
    phrases: list[str] = []
    forms: list[str] = []
    for term in terms:
        for form in (term.name, *term.aliases):
            if form not in term.unmarked:
                for variant in _variants(form, english=language.split("-", maxsplit=1)[0] == "en"):
                    ids.setdefault(_key(variant), term.id)
                    forms.append(_key(variant))
        phrases += term.unless
    return Glossary(Forms(forms), ids, Forms(phrases))


def uses(
    glossary: Glossary, text: str, sections: Sequence[Span], barred: Sequence[tuple[Span, str]] = (), own: str = ""
) -> list[tuple[Span, str]]:
    """Return the first use of each term in each of the `sections` of `text`, in order.

    Not counted are uses in a `barred` span or in somebody's words between “quotation marks”, and the term `own`.
    A barred span that names a term is a use of it already: a link that an editor has written.
    """
    closed = [*(span for span, _ in barred), *_quoted(text)]
    seen = {(_section(span, sections), id) for span, id in barred if id}
    first = []
    for span, id in glossary.stands(text):
        section = _section(span, sections)
        free = not any(closed_span.start < span.end and span.start < closed_span.end for closed_span in closed)
        if free and section >= 0 and id != own and (section, id) not in seen:
            seen.add((section, id))
            first.append((span, id))
    return first


def _section(span: Span, sections: Sequence[Span]) -> int:
    return next((place for place, section in enumerate(sections) if section.holds(span)), -1)


def _quoted(text: str) -> list[Span]:
    try:
        return quotations(text)
    except Unbalanced:
        return []


def _variants(form: str, english: bool) -> Iterator[str]:
    """A form, with a capital at its beginning where it has none at all, and the plurals of these."""
    heads = [form] if form != form.lower() else [form, form[:1].upper() + form[1:]]
    for head in heads:
        yield head
        if english:
            yield _plural(head)


def _plural(form: str) -> str:
    if re.search(r"[^aeiou]y$", form):
        return form[:-1] + "ies"
    return form + ("es" if re.search(r"(s|x|z|ch|sh)$", form) else "s")


def _key(form: str) -> str:
    return fold(form).text.strip()


def _forgiving(form: str) -> str:
    words = (re.escape(word).replace(r"\-", _HYPHEN).replace("'", _APOSTROPHE) for word in form.split())
    return r"\s+".join(words)
