"""Where the articles differ from one another and from the record, found from the annotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..dates import Edtf
from ..edition import Accused, Article, Claim, Disagreement, Reference, Saying
from ..passages import Placed
from ..records import Verdict
from .tables import Tables


@dataclass(frozen=True, slots=True)
class Words:
    """An article's words on a claim, or on none, as they are written."""

    article: str
    placed: Placed
    on: Edtf
    made: str
    "the claim that they assert or deny"

    @property
    def differs(self) -> tuple[str, ...]:
        """In what they differ from the record, or from another article's."""
        return self.placed.note.differs

    @property
    def stance(self) -> str | None:
        """Whether they assert what they speak of, or deny it."""
        return self.placed.note.stance


def disagreements(
    tables: Tables, articles: Mapping[str, Article], claims: Mapping[str, Claim]
) -> tuple[Disagreement, ...]:
    """Return every disagreement, in the order of the articles' dates and their text.

    The articles disagree about a claim that both have passages on, where these do not take the same stance,
    or where one words it otherwise than the record or the other. An article disagrees with the record where
    a note says how its words differ, where it asserts a claim that does not hold, or denies one that does.
    """
    by_claim: dict[str, list[Words]] = {}
    alone: list[Words] = []
    for words in _words(tables):
        about = [id for kind, id in (named.split(":", 1) for named in words.placed.note.about) if kind == "claim"]
        for id in about:
            by_claim.setdefault(id, []).append(words)
        if words.differs and not about:
            alone.append(words)
    about_claims = (_about_claim(tables, articles, claims, id, all_words) for id, all_words in by_claim.items())
    loose = (_saying(articles, words) for words in alone)
    return (
        *(disagreement for disagreement in about_claims if disagreement),
        *(
            Disagreement(None, (saying,), False, True, words.on, saying.note.caveats.accuses)
            for words, saying in zip(alone, loose, strict=True)
        ),
    )


def _words(tables: Tables) -> Iterator[Words]:
    """The annotated words of all articles, in the order of the articles' dates and their text."""
    for article in sorted(tables.content.articles.values(), key=lambda article: (article.published.key, article.id)):
        for placed in tables.placed[article.id]:
            claims = [named.removeprefix("claim:") for named in placed.note.about if named.startswith("claim:")]
            yield Words(article.id, placed, article.published, claims[0] if claims and placed.note.stance else "")


def _about_claim(
    tables: Tables, articles: Mapping[str, Article], claims: Mapping[str, Claim], id: str, all_words: list[Words]
) -> Disagreement | None:
    verdict = tables.content.site.verdicts[tables.content.claims[id].assessments[-1].verdict]
    stated = [words for words in all_words if words.made == id]
    between = len({words.article for words in stated}) > 1 and _differ(stated)
    against = [
        words for words in all_words if words.differs or (words.made == id and _contradicts(words.stance, verdict))
    ]
    if not (between or against):
        return None
    left_out = any("omission" in words.differs for words in against)
    shown = tuple(_shown(stated, against) if between or left_out else against)
    appeared = sorted({words.on for words in shown}, key=lambda day: day.key)
    since = appeared[1 if between and len(appeared) > 1 else 0]
    sayings = tuple(_saying(articles, words) for words in shown)
    claim = claims[id]
    return Disagreement(claim.ref, sayings, between, bool(against), since, _accused(claim, sayings))


def _saying(articles: Mapping[str, Article], words: Words) -> Saying:
    article = articles[words.article]
    return Saying(article.ref, article.notes[words.placed.number - 1])


def _accused(claim: Claim, sayings: Iterable[Saying]) -> tuple[Accused, ...]:
    """Whom the claim speaks against or the notes that are shown, with what they answer to the first of these."""
    records = (claim.caveats, *(saying.note.caveats for saying in sayings))
    by_person: dict[Reference, Accused] = {}
    for caveats in records:
        for accused in caveats.accuses:
            by_person.setdefault(accused.person, accused)
    return tuple(by_person.values())


def _differ(stated: Sequence[Words]) -> bool:
    """Whether articles take different stances, or one of them words it otherwise than the record or the other."""
    return len({words.stance for words in stated}) > 1 or any(words.differs for words in stated)


def _contradicts(stance: str | None, verdict: Verdict) -> bool:
    return (stance, verdict.standing) in {("asserts", "fails"), ("denies", "holds")}


def _shown(stated: list[Words], against: list[Words]) -> Iterator[Words]:
    """Each passage once, those that take a stance first in the order of the text."""
    return iter({(words.article, words.placed.note.id): words for words in (*stated, *against)}.values())
