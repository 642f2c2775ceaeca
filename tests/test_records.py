"""What may be written in a record, and what its values are for; the messages are in cases/load.md."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from builder.places import File, Written
from builder.records import (
    KINDS,
    LINKED,
    Actor,
    Annotation,
    Article,
    Claim,
    Correction,
    Fault,
    Part,
    Prosaic,
    Ref,
    Site,
    Term,
    Word,
    collection,
    make,
    texts,
    values,
)

NOWHERE = Written(File("k.yaml", ""), {})
CHECKED = "1901-05"
TERM = {"name": "Samovar", "definition": "An urn.", "sources": ("ledger",), "checked": CHECKED}
ACTOR = {"name": "Ada", "type": "person", "summary": "Pours.", "checked": CHECKED}
CLAIM = {
    "title": "Ten chests",
    "statement": "Ten chests came in.",
    "strand": "green",
    "stated": (
        {"by": "ada", "on": "1901", "verb": "said", "source": "ledger"},
        {"by": "bo", "on": "1901", "verb": "denied"},
    ),
    "evidence": ({"source": "gazette", "stance": "supports"},),
    "assessments": ({"on": "1901", "verdict": "reported", "reason": "She *said* so."},),
    "accuses": ("ada", "bo"),
    "reply": "No.",
    "checked": CHECKED,
}
SITE = {
    "title": "The Kettle",
    "language": "en",
    "as_of": "1901",
    "strands": {"green": {"label": "Green"}},
    "verdicts": {"good": {"label": "Good", "standing": "holds"}},
    "relations": {},
    "ladder": ({"id": "low", "label": "Low"}, {"id": "high", "label": "High"}),
    "source_kinds": {},
    "verbs": {},
}


def made(noun: type[Part], written: dict[str, Any]) -> Any:
    return make(noun, {"id": "x", "written": NOWHERE, **written})


def test_a_record_holds_what_was_written() -> None:
    """Texts are kept without the space around them, what may be left out has its plain value."""
    term = made(Term, {**TERM, "name": "  Samovar\n"})

    assert (term.name, term.definition, term.aliases, term.sources) == ("Samovar", "An urn.", (), ("ledger",))
    assert (str(term.checked.on), term.accuses, term.searched, term.uncertain) == ("1901-05", (), (), "")


def test_a_record_does_not_change() -> None:
    """Once it is read, a record cannot be written to."""
    term = made(Term, TERM)

    with pytest.raises(ValidationError):
        term.name = "Urn"


def test_all_that_is_wrong_is_told_at_once() -> None:
    """Every fault of a record is told, an unknown key at the key and a bad value at the value."""
    found = made(Term, {**TERM, "name": "", "nam": "x", "aliases": ("urn", ("a",)), "checked": ("1901",)})

    assert found == [
        Fault(("name",), "name: is empty; write it or leave the key out"),
        Fault(("aliases", 1), "aliases, item 2: must be a text"),
        Fault(("checked",), "checked: must be a mapping of keys to values"),
        Fault(
            ("nam",),
            "unknown key `nam`; did you mean `name`? "
            "(allowed: `name`, `aliases`, `unmarked`, `unless`, `definition`, `sources`, `checked`, "
            "`accuses`, `searched`, `uncertain`)",
            at_key=True,
        ),
    ]


def test_words_that_python_keeps_for_itself_are_plain_keys() -> None:
    """`from` and `with` are written as such, and not with the stroke that the code needs."""
    relation = {"with": "tea-board", "type": "owns", "from": "1901", "to": "1902"}
    actor = made(Actor, {**ACTOR, "relations": (relation,)})
    wrong = made(Actor, {**ACTOR, "relations": ({"with_": "a", "type": "owns"},)})

    assert (actor.relations[0].with_, str(actor.relations[0].from_)) == ("tea-board", "1901")
    assert [fault.loc[-1] for fault in wrong] == ["with", "with_"]


def test_a_short_form_is_the_long_form() -> None:
    """An alias that is only a text is a name; a rule that is only a word is its severity."""
    aliases = made(Actor, {**ACTOR, "aliases": ("A. Leaf", {"name": "Ада", "language": "ru"})}).aliases
    rules = made(Site, {**SITE, "rules": {"names-differ": "off", "words-exist": {"severity": "warning"}}}).rules

    assert [(alias.name, alias.language) for alias in aliases] == [("A. Leaf", ""), ("Ада", "ru")]
    assert {rule: one.severity for rule, one in rules.items()} == {"names-differ": "off", "words-exist": "warning"}


def test_numbers_and_signs_of_truth_are_read_from_text() -> None:
    """Every scalar comes as text, so digits and `true` are read where a number or a yes is wanted."""
    figure = made(
        Claim, {**CLAIM, "figure": {"low": "1000", "high": "1500.5", "unit": "chests", "as_of": "1901"}}
    ).figure
    note = made(Annotation, {"quote": "tea", "motivation": "linking", "note": "N.", "key": "true"})

    assert (figure.low, figure.high) == (1000, 1500.5)
    assert note.key is True


def test_values_say_what_they_are_for() -> None:
    """Every id, word of a vocabulary and Markdown is given with the way to it, in the order of the fields."""
    assert list(values(made(Claim, CLAIM))) == [
        (("strand",), Word("strands"), "green"),
        (("stated", 0, "by"), Ref("actor"), "ada"),
        (("stated", 0, "verb"), Word("verbs"), "said"),
        (("stated", 0, "source"), Ref("source"), "ledger"),
        (("stated", 1, "by"), Ref("actor"), "bo"),
        (("stated", 1, "verb"), Word("verbs"), "denied"),
        (("evidence", 0, "source"), Ref("source"), "gazette"),
        (("assessments", 0, "verdict"), Word("verdicts"), "reported"),
        (("assessments", 0, "reason"), Prosaic(), "She *said* so."),
        (("reply",), Prosaic(), "No."),
        (("accuses", 0), Ref("actor"), "ada"),
        (("accuses", 1), Ref("actor"), "bo"),
    ]


def test_texts_are_the_editors_own() -> None:
    """Of a record's texts those are given that its editor wrote: no ids, no words of vocabularies, no others' words."""
    search = {"for": "a reply", "on": "1901", "where": "the papers"}
    note = {"quote": "ten chests", "motivation": "linking", "about": ("claim:ten",), "note": "So it is."}

    assert list(texts(made(Annotation, {**note, "searched": (search,), "uncertain": "The day is not."}))) == [
        (("note",), "So it is."),
        (("uncertain",), "The day is not."),
    ]


def test_values_go_by_the_keys_that_editors_write() -> None:
    """The way to a value has `with`, and a reference to any kind of record says so."""
    actor = made(Actor, {**ACTOR, "relations": ({"with": "tea-board", "type": "owns"},)})
    correction = made(Correction, {"on": "1901", "about": ("term:samovar",), "was": "Nine.", "now": "Ten."})

    assert [way for way, _, _ in values(actor)] == [("relations", 0, "with"), ("relations", 0, "type"), ("summary",)]
    assert list(values(correction)) == [
        (("about", 0), Ref(), "term:samovar"),
        (("was",), Prosaic(), "Nine."),
        (("now",), Prosaic(), "Ten."),
    ]


def test_an_articles_text_is_markdown() -> None:
    """Links and citations in an article's text are known as such, like those of any other text."""
    head = {
        "title": "T",
        "publisher": "board",
        "published": "1901",
        "language": "en",
        "rights": "licensed",
        "source": "s",
    }
    article = made(Article, {**head, "text": "See [it](actor:a)."})

    assert list(values(article))[-1] == (("text",), Prosaic(), "See [it](actor:a).")


def test_a_vocabulary_gives_its_words_with_their_entries() -> None:
    """The ladder, which is a list, is looked up like the other vocabularies, from the lowest rung on."""
    site = made(Site, SITE)

    assert [(word, entry.label) for word, entry in site.vocabulary("strands").items()] == [("green", "Green")]
    assert [(word, entry.label) for word, entry in site.vocabulary("ladder").items()] == [
        ("low", "Low"),
        ("high", "High"),
    ]


def test_every_kind_has_its_collection_and_can_be_linked() -> None:
    """Folders and addresses of pages are the plurals of the kinds; articles and pages can be linked too."""
    assert [collection(kind) for kind in LINKED] == [
        *("sources", "actors", "claims", "crosslinks", "sanctions", "events", "terms", "programs", "corrections"),
        *("articles", "pages"),
    ]
    assert set(LINKED) == {*KINDS, "article", "page"}
