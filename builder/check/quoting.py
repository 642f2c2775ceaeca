"""Rules on quotes: where they bind, and how much of an article may be quoted."""

from __future__ import annotations

from collections.abc import Iterator

from .. import passages, quotes
from ..problems import counted
from ..quotes import Span
from ..records import Annotation, Article, Content, Source
from .findings import Finding, line_to_paste

LONGEST_EXCERPT = 40
"words of a source that may be shown as what is relied on"


def quotes_stand_once(content: Content) -> Iterator[Finding]:
    """Every annotation's quote stands in its article exactly once, as it is written."""
    for article, note, text in _notes(content):
        spans = passages.spans(text, note)
        if len(spans) == 1:
            continue
        if spans:
            message = (
                f"the quote “{_flat(note.quote)}” stands {len(spans)} times in {article.id}; add the words around it"
            )
            remedy = _one_of(text, spans)
        else:
            message = f"the quote “{_flat(note.quote)}” does not stand in {article.id}"
            remedy = _nearest(article, text, note)
        yield Finding(note.written.at("quote"), message, remedy, f"annotation:{note.id}")


def _nearest(article: Article, text: str, note: Annotation) -> tuple[str, ...]:
    without_context = quotes.find(text, note.quote)
    if without_context:
        reason = "the words are there, but not with this `prefix` and `suffix`"
        return (f"{reason}; take them out",) if len(without_context) == 1 else (reason, *_one_of(text, without_context))
    near = quotes.nearest(text, note.quote)
    if not near:
        return ("nothing in the article is like it; was the passage taken out?",)
    lines = [f"nearest: “{_flat(passage.span.of(text))}”" for passage in near]
    best = next((passage for passage in near if _may_be_bound(article, text, passage.span)), near[0])
    return (*lines, "to bind it there write:", *_selector(text, best.span))


def _may_be_bound(article: Article, text: str, span: Span) -> bool:
    return article.rights != "quoted" or any(quotation.holds(span) for quotation in _quotations(text) or ())


def _one_of(text: str, spans: list[Span]) -> tuple[str, ...]:
    """For each of the first passages the lines that single it out."""
    return tuple(
        line
        for number, span in enumerate(spans[:3], 1)
        for line in (f"to bind it to passage {number} write:", *_selector(text, span)[1:])
    )


def _selector(text: str, span: Span) -> tuple[str, ...]:
    """The lines that bind a note to `span` and to nothing else, with as few words around it as do."""
    quote, before, after = span.of(text), text[: span.start].split(), text[span.end :].split()
    for length in (0, *range(3, max(len(before), len(after)) + 3)):
        prefix, suffix = " ".join(before[max(0, len(before) - length) :]), " ".join(after[:length])
        if quotes.find(text, quote, prefix, suffix) == [span]:
            break
    return tuple(
        line_to_paste(key, value) for key, value in (("quote", quote), ("prefix", prefix), ("suffix", suffix)) if value
    )


def _flat(text: str) -> str:
    return " ".join(text.split())


def quotes_are_quoted_words(content: Content) -> Iterator[Finding]:
    """In an article whose rights are its publisher's a quote lies inside one quotation of the digest."""
    for article, note, text in _notes(content):
        if article.rights != "quoted" or article.id in content.full:
            continue
        spans = passages.spans(text, note)
        quotations = _quotations(text)
        if (
            len(spans) == 1
            and quotations is not None
            and not any(quotation.holds(spans[0]) for quotation in quotations)
        ):
            message = f"the quote “{_flat(note.quote)}” is the digest's own wording, not the article's"
            remedy = ("bind the note to words between “ and ”, or put the article's words between them",)
            yield Finding(note.written.at("quote"), message, remedy, f"annotation:{note.id}")


def quotation_marks_pair(content: Content) -> Iterator[Finding]:
    """In a digest every “ has its ”."""
    for article in _digests(content):
        text = passages.text_of(content, article).text
        try:
            quotes.quotations(text)
        except quotes.Unbalanced as wrong:
            around = " ".join(text[wrong.offset :].split()[:5])
            message = f"a quotation mark {wrong}: “{around}”"
            yield Finding(article.written.at("text", needle=around), message, record=f"article:{article.id}")


def quotation_keeps_to_its_budget(content: Content) -> Iterator[Finding]:
    """Of an article whose rights are its publisher's no more is quoted than site.yaml allows."""
    budget = content.site.quotation
    for article in _digests(content):
        text = passages.text_of(content, article).text
        lengths = [(len(quotes.words(span.of(text))), span.of(text)) for span in _quotations(text) or ()]
        for length, words in lengths:
            if length > budget.longest:
                message = f"a quotation of {counted(length, 'word')}; at most {budget.longest} are allowed"
                place = article.written.at("text", needle=" ".join(words.split()[:6]))
                yield Finding(place, message, (f"it begins “{words[:60]}…”",), f"article:{article.id}")
        spent, total = sum(length for length, _ in lengths), article.word_count
        if total and spent > budget.share * total:
            message = (
                f"{spent} of the original's {total} words are quoted ({spent / total:.0%}); "
                f"at most {budget.share:.0%} are allowed: quote {spent - int(budget.share * total)} fewer"
            )
            yield Finding(article.written.at("text"), message, record=f"article:{article.id}")


def digests_name_their_original(content: Content) -> Iterator[Finding]:
    """An article whose rights are its publisher's says which file is its original and how many words it has."""
    for article in _digests(content):
        if not (article.original and article.word_count):
            message = "`original` (a file name) and `word_count` are needed where `rights` is `quoted`"
            yield Finding(article.written.at("rights"), message, record=f"article:{article.id}")


def excerpts_are_short(content: Content) -> Iterator[Finding]:
    """An excerpt has 40 words or fewer."""
    for source in content.each(Source):
        length = len(quotes.words(source.excerpt))
        if length > LONGEST_EXCERPT:
            message = f"an excerpt of {length} words; at most {LONGEST_EXCERPT} are allowed: keep what is relied on"
            yield Finding(source.written.at("excerpt"), message, record=f"source:{source.id}")


def _notes(content: Content) -> Iterator[tuple[Article, Annotation, str]]:
    for article in content.each(Article):
        text = passages.text_of(content, article).text
        for note in content.annotations.get(article.id, {}).values():
            yield article, note, text


def _digests(content: Content) -> Iterator[Article]:
    for article in content.each(Article):
        if article.rights == "quoted" and article.id not in content.full:
            yield article


def _quotations(text: str) -> list[Span] | None:
    """The quotations of a digest; nothing where their marks do not pair, which has its own rule."""
    try:
        return quotes.quotations(text)
    except quotes.Unbalanced:
        return None
