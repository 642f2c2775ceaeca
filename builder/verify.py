"""Digests against their originals: what is quoted is printed there, what is not quoted is ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from . import passages, prose, quotes
from .places import File
from .problems import Place, Problem
from .prose import Prose
from .quotes import Span
from .records import Article, Content, texts

LONGEST_RUN = 7
"words in a row that may stand in a digest and in the original without being quoted"


def verify(content: Content, originals: Mapping[str, File]) -> tuple[Problem, ...]:
    """Return where the digests of `content` and their `originals`, by the article's id, do not agree.

    That the quotation marks pair and that the budget holds is `check`'s to say; here it is held
    against the original: every quotation, every note, every paragraph, every word that is not quoted.
    """
    problems: list[Problem] = []
    for id, file in originals.items():
        article = content.articles[id]
        digest, original = prose.parse(article.text), prose.plain(file.text)
        if article.rights == "quoted":
            problems += _paragraphs(article, digest, original)
            problems += _quotations(article, digest, original)
            problems += _own_words(article, digest, original)
            problems += _word_count(content, article, digest, original)
            problems += _records(content, article, original)
        problems += _notes(content, article, original)
    return tuple(sorted(problems))


def _paragraphs(article: Article, digest: Prose, original: Prose) -> Iterator[Problem]:
    if len(digest.blocks) != len(original.blocks):
        message = (
            f"the digest has {len(digest.blocks)} paragraphs, the original {len(original.blocks)}; "
            "write one for each, in order"
        )
        remedy = [f"{number}. {_start(text)}" for number, text in enumerate(_texts(original), 1)]
        yield Problem(_at(article, ""), "left-out", message, ("the original's paragraphs begin:", *remedy))


def _quotations(article: Article, digest: Prose, original: Prose) -> Iterator[Problem]:
    for number, (ours, theirs) in enumerate(zip_longest(_texts(digest), _texts(original), fillvalue=""), 1):
        for span in quotes.quotations(ours):
            words = span.of(ours)
            if not quotes.find(theirs, words):
                message = f"“{words}” does not stand so in paragraph {number} of the original"
                nearest = [
                    f"nearest there: “{passage.span.of(theirs)}”" for passage in quotes.nearest(theirs, words, 1)
                ]
                yield Problem(_at(article, words), "misquoted", message, tuple(nearest))


def _own_words(article: Article, digest: Prose, original: Prose) -> Iterator[Problem]:
    printed = set(quotes.runs(original.text, LONGEST_RUN + 1))
    for piece in _unquoted(digest.text):
        run = next((run for run in quotes.runs(piece, LONGEST_RUN + 1) if run in printed), None)
        if run:
            message = f"{LONGEST_RUN + 1} or more of the original's words in a row stand unquoted: “{' '.join(run)} …”"
            remedy = ("say it in your own words, or put the words between “ and ”",)
            yield Problem(_at(article, " ".join(piece.split()[:4])), "unquoted", message, remedy)


def _records(content: Content, article: Article, original: Prose) -> Iterator[Problem]:
    """Where a record has the article's words without quoting them; the article's own notes and head among them."""
    printed = set(quotes.runs(original.text, LONGEST_RUN + 1))
    for kind, record in content.everything():
        if kind in ("article", "site"):
            continue
        for loc, text in texts(record):
            run = next((run for run in _own_runs(text) if run in printed), None)
            if run:
                message = (
                    f"{LONGEST_RUN + 1} or more words in a row of {article.id} stand unquoted in "
                    f"{kind} `{record.id}`: “{' '.join(run)} …”"
                )
                remedy = ("say it in your own words, or put the words between “ and ”",)
                yield Problem(record.written.at(*loc), "unquoted", message, remedy)


def _own_runs(text: str) -> Iterator[tuple[str, ...]]:
    """The runs of words of a text that stand outside quotation marks."""
    try:
        pieces = list(_unquoted(prose.parse(text).text))
    except quotes.Unbalanced:
        pieces = [text]
    for piece in pieces:
        yield from quotes.runs(piece, LONGEST_RUN + 1)


def _unquoted(text: str) -> Iterator[str]:
    """The stretches between quotations, each within its paragraph."""
    start = 0
    for span in (*quotes.quotations(text), Span(len(text), len(text))):
        yield from text[start : span.start].split("\n")
        start = span.end


def _word_count(content: Content, article: Article, digest: Prose, original: Prose) -> Iterator[Problem]:
    total = len(quotes.words(original.text))
    if article.word_count != total:
        message = f"the original has {total} words, not {article.word_count}; write `word_count: {total}`"
        yield Problem(article.written.at("word_count"), "word-count", message)
    spent = sum(len(quotes.words(span.of(digest.text))) for span in quotes.quotations(digest.text))
    if spent > content.site.quotation.share * total:
        message = (
            f"{spent} of the original's {total} words are quoted ({spent / total:.0%}); "
            f"at most {content.site.quotation.share:.0%} are allowed"
        )
        yield Problem(article.written.at("text"), "budget", message)


def _notes(content: Content, article: Article, original: Prose) -> Iterator[Problem]:
    for note in content.annotations.get(article.id, {}).values():
        spans = passages.spans(original.text, note)
        if len(spans) != 1:
            message = f"the quote “{note.quote}” stands {len(spans)} times in the original; it must bind in both"
            remedy = ("choose words that stand there once, or add the `prefix` or `suffix` that both have",)
            yield Problem(note.written.at("quote"), "unbound", message, remedy)


def _texts(read: Prose) -> list[str]:
    return [block.of(read.text) for block in read.blocks]


def _start(text: str) -> str:
    return " ".join(text.split()[:6]) + " …"


def _at(article: Article, needle: str) -> Place:
    return article.written.at("text", needle=needle)
