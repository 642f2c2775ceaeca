"""Where a quotation stands in a text: pure functions over strings.

The selector is the W3C Web Annotation Data Model's TextQuoteSelector: the exact words, and
where they stand more than once the words before (`prefix`) or after them (`suffix`).
White space and the typographic forms of quotation marks, dashes and dots are forgiven; nothing else is.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

_FORMS = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛‹›′", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}
_PLAIN = {"…": "...", "\u00ad": "", "\u200b": ""}
_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
"all that `str.isspace` knows"
_ONE_FOR_ONE = str.maketrans({**_FORMS, **dict.fromkeys(_SPACES, " ")})
_NOT_ONE_FOR_ONE = re.compile(" [ \u00ad\u200b]+|…|[\u00ad\u200b]")
"runs of white space, whatever is left out between, and signs that become several or none"
_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_CORE = re.compile(r"\w(?:.*\w)?")
_OPEN = "“"
_MARKS = re.compile("[“”]")


class Span(NamedTuple):
    """A stretch of a text, in characters from 0."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of `text` in the span."""
        return text[self.start : self.end]

    def holds(self, inner: Span) -> bool:
        """Return whether `inner` lies inside it."""
        return self.start <= inner.start and inner.end <= self.end


@dataclass(frozen=True, slots=True)
class Folded:
    """A text with its forgiven differences taken out, and the way back."""

    text: str
    offsets: Sequence[int]
    "for each character of `text` its offset in the text as written, and the end"


@lru_cache(maxsize=4096)
def fold(text: str) -> Folded:
    """Return `text` with white space runs as one space and typographic forms as their plain ones."""
    plain = text.translate(_ONE_FOR_ONE)
    pieces: list[str] = []
    offsets = array("L")
    start = 0
    for match in _NOT_ONE_FOR_ONE.finditer(plain):
        pieces += (plain[start : match.start()], _PLAIN.get(match.group(), " "))
        offsets.extend(range(start, match.start()))
        offsets.extend([match.start()] * len(pieces[-1]))
        start = match.end()
    if not pieces:
        return Folded(plain, range(len(text) + 1))
    offsets.extend(range(start, len(text) + 1))
    return Folded("".join((*pieces, plain[start:])), offsets)


def find(text: str, quote: str, prefix: str = "", suffix: str = "") -> list[Span]:
    """Return every span of `text` that reads `quote`, with `prefix` before and `suffix` after it.

    Text in, spans out, in order; none and several are the caller's decision.
    """
    return find_folded(fold(text), quote, prefix, suffix)


def find_folded(folded: Folded, quote: str, prefix: str = "", suffix: str = "") -> list[Span]:
    """Do as `find` does in a text that is folded already."""
    wanted, before, after = (fold(part).text.strip() for part in (quote, prefix, suffix))
    return [
        Span(folded.offsets[start], folded.offsets[start + len(wanted) - 1] + 1)
        for start in _starts(folded.text, wanted)
        if _whole(folded, start)
        and _whole(folded, start + len(wanted))
        and folded.text[:start].rstrip().endswith(before)
        and folded.text[start + len(wanted) :].lstrip().startswith(after)
    ]


def _whole(folded: Folded, edge: int) -> bool:
    """A quote of "so." must not bind to the first dot of "so…"."""
    return edge == 0 or folded.offsets[edge] != folded.offsets[edge - 1]


def _starts(text: str, wanted: str) -> Iterator[int]:
    start = text.find(wanted) if wanted else -1
    while start >= 0:
        if _on_word_edges(text, start, start + len(wanted)):
            yield start
        start = text.find(wanted, start + 1)


def _on_word_edges(text: str, start: int, end: int) -> bool:
    """A quote of "arm" must not bind inside "army"."""
    inside_before = start > 0 and _in_word(text[start - 1]) and _in_word(text[start])
    inside_after = end < len(text) and _in_word(text[end - 1]) and _in_word(text[end])
    return not inside_before and not inside_after


def _in_word(character: str) -> bool:
    """Accents and vowel signs may be characters of their own."""
    return character.isalnum() or unicodedata.category(character).startswith("M")


@dataclass(frozen=True, slots=True)
class Near:
    """A passage that is like a quote which was not found."""

    span: Span
    likeness: float
    "from 0 to 1"


def nearest(text: str, quote: str, most: int = 3) -> list[Near]:
    """Return up to `most` passages of `text` that are most like `quote`, the likest first."""
    words = [Span(*word.span()) for word in _WORD.finditer(text)]
    length = max(1, len(_WORD.findall(quote)))
    wanted = fold(quote).text.casefold()
    matcher = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    passages: list[Near] = []
    for size in {length - 1, length, length + 1} - {0}:
        for first in range(max(0, len(words) - size + 1)):
            span = Span(words[first].start, words[first + size - 1].end)
            matcher.set_seq1(fold(span.of(text)).text.casefold())
            if matcher.real_quick_ratio() > 0.5 and matcher.quick_ratio() > 0.5:
                passages.append(Near(span, matcher.ratio()))
    return _apart(sorted(passages, key=lambda near: (-near.likeness, near.span)), most)


def _apart(ranked: list[Near], most: int) -> list[Near]:
    """Of passages that overlap only the likest counts."""
    chosen: list[Near] = []
    for near in ranked:
        if near.likeness < 0.5 or len(chosen) == most:
            break
        if all(near.span.end <= taken.span.start or taken.span.end <= near.span.start for taken in chosen):
            chosen.append(near)
    return chosen


class Unbalanced(ValueError):
    """A quotation mark opens or closes nothing; `offset` is where it stands."""

    def __init__(self, offset: int, message: str) -> None:
        self.offset = offset
        super().__init__(message)


def quotations(text: str) -> list[Span]:
    """Return the spans inside the outermost “curly” quotation marks of `text`, marks left out.

    Raises `Unbalanced` for a mark without its partner.
    """
    spans: list[Span] = []
    opened: list[int] = []
    for mark in _MARKS.finditer(text):
        offset = mark.start()
        if mark.group() == _OPEN:
            opened.append(offset)
        else:
            if not opened:
                raise Unbalanced(offset, "closes a quotation that was not opened")
            start = opened.pop()
            if not opened:
                spans.append(Span(start + 1, offset))
    if opened:
        raise Unbalanced(opened[0], "opens a quotation that is not closed")
    return spans


def words(text: str) -> list[str]:
    """Return the words of `text`, folded and in lower case: what budgets and comparisons count.

    A word is what stands between white space and has a letter or digit; signs around it are left out.
    """
    return [word.group() for piece in fold(text).text.casefold().split() if (word := _CORE.search(piece))]


def runs(text: str, length: int) -> Iterator[tuple[str, ...]]:
    """Yield every run of `length` words in `text`."""
    all_words = words(text)
    for start in range(len(all_words) - length + 1):
        yield tuple(all_words[start : start + length])
