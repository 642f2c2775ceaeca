"""Where the articles differ from one another and from the record, found from the annotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..dates import Edtf
from ..edition import Accused, Article, Claim, Disagreement, Note, Reference, Saying


def disagreements(articles: Mapping[str, Article], claims: Mapping[str, Claim]) -> tuple[Disagreement, ...]:
    """Return every disagreement, in the order of the articles' dates and their text.

    The articles disagree about a claim that both have passages on, where these do not take the same stance,
    or where one words it otherwise than the record or the other. An article disagrees with the record where
    a note says how its words differ, where it asserts a claim that does not hold, or denies one that does.
    """
    ordered = sorted(articles.values(), key=lambda article: (article.published.key, article.ref.id))
    days = {article.ref: article.published for article in ordered}
    sayings: dict[Reference, list[Saying]] = {}
    loose: list[Saying] = []
    for article in ordered:
        for note in article.notes:
            about = [ref for ref in note.about if ref.kind == "claim"]
            for ref in about:
                sayings.setdefault(ref, []).append(Saying(article.ref, note))
            if note.differs and not about:
                loose.append(Saying(article.ref, note))
    found = (_about_claim(claims[ref.id], said, days) for ref, said in sayings.items())
    alone = (Disagreement(None, (said,), False, True, days[said.article], said.note.caveats.accuses) for said in loose)
    return (*(one for one in found if one), *alone)


def _about_claim(claim: Claim, said: list[Saying], days: Mapping[Reference, Edtf]) -> Disagreement | None:
    stated = [one for one in said if one.note.claim == claim.ref]
    between = len({one.article for one in stated}) > 1 and _differ(stated)
    against = [one for one in said if one.note.differs or _contradicts(one.note, claim)]
    if not (between or against):
        return None
    left_out = any("omission" in one.note.differs for one in against)
    shown = tuple(_shown(stated, against) if between or left_out else against)
    appeared = sorted({days[one.article] for one in shown}, key=lambda day: day.key)
    since = appeared[1 if between and len(appeared) > 1 else 0]
    return Disagreement(claim.ref, shown, between, bool(against), since, _accused(claim, shown))


def _accused(claim: Claim, sayings: Iterable[Saying]) -> tuple[Accused, ...]:
    """Whom the claim speaks against or the notes that are shown, with what they answer to the first of these."""
    records = (claim.caveats, *(saying.note.caveats for saying in sayings))
    by_person: dict[Reference, Accused] = {}
    for caveats in records:
        for accused in caveats.accuses:
            by_person.setdefault(accused.person, accused)
    return tuple(by_person.values())


def _differ(said: Iterable[Saying]) -> bool:
    """Whether articles take different stances, or one of them words it otherwise than the record or the other."""
    sayings = list(said)
    return len({saying.note.stance for saying in sayings}) > 1 or any(saying.note.differs for saying in sayings)


def _contradicts(note: Note, claim: Claim) -> bool:
    if note.claim != claim.ref:
        return False
    standing = claim.current.verdict.standing
    return (note.stance == "asserts" and standing == "fails") or (note.stance == "denies" and standing == "holds")


def _shown(stated: list[Saying], against: list[Saying]) -> Iterator[Saying]:
    """Each passage once, those that take a stance first in the order of the text."""
    seen = set()
    for one in (*stated, *against):
        if one.note.ref not in seen:
            seen.add(one.note.ref)
            yield one
