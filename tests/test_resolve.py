"""Content into Edition: ids become references, quotes marks, and every link is read from its other end."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from textwrap import dedent

import pytest
from sites import SOUND, make_sound_site

from builder.build import sound
from builder.resolve import resolve


def edition_of(folder, **changed):
    """Return the small sound site, with some files changed, resolved."""
    return resolve(sound(make_sound_site(folder, **changed))[0])


def ids(references):
    return [ref.id for ref in references]


# Notes


def test_notes_are_numbered_by_the_text(tea_edition):
    """Notes have the numbers of their passages' order in the text, not of their order in the file."""
    notes = tea_edition.articles["courier-chests-opened"].notes

    assert [(note.number, note.id) for note in notes] == [
        (1, "seals-broken"),
        (2, "sixty-chests"),
        (3, "not-tea-but-willow"),
        (4, "dyed-with-blue"),
        (5, "master-of-the-scales"),
        (6, "half-a-link"),
        (7, "stamped-weight"),
        (8, "stamp-alone"),
        (9, "the-agent"),
        (10, "may-not-land"),
        (11, "old-law"),
    ]


def test_a_note_is_of_the_kind_that_it_is_about_first(tea_edition):
    """What a passage is, is what its note is about first; law and words are terms; nothing is a comment."""
    notes = tea_edition.articles["courier-chests-opened"].notes

    assert {note.id: note.kind for note in notes} == {
        "seals-broken": "claim",
        "sixty-chests": "comment",
        "not-tea-but-willow": "term",
        "dyed-with-blue": "comment",
        "master-of-the-scales": "actor",
        "half-a-link": "term",
        "stamped-weight": "claim",
        "stamp-alone": "actor",
        "the-agent": "actor",
        "may-not-land": "term",
        "old-law": "term",
    }


def test_a_quote_reads_as_the_article_prints_it(tmp_path):
    """The note shows the article's own marks and dashes, in one line, however its quote was typed."""
    edition = edition_of(
        tmp_path,
        **{
            "content/articles/kettle/article.md": """\
                ---
                title: Ten chests of tea
                publisher: tea-board
                published: 1901-06-01
                language: en
                original: kettle.txt
                word_count: 100
                rights: quoted
                source: ledger-1901
                ---
                The board counted “ten chests — the
                King’s own — of green tea” at the quay.
                """,
            "content/articles/kettle/annotations.yaml": """\
                ten:
                  quote: "ten chests - the King's own"
                  motivation: commenting
                  note: He never drank it.
                """,
        },
    )

    assert [note.quote for note in edition.articles["kettle"].notes] == ["ten chests — the King’s own"]


def test_a_mark_stands_where_its_words_are(tea_edition):
    """The marks of an article, in the order of its notes, hold exactly their quotes, and say what they are."""
    article = tea_edition.articles["courier-chests-opened"]
    held = [" ".join(mark.span.of(article.text.text).split()) for mark in article.marks]

    assert held == [note.quote for note in article.notes]
    assert held[6] == "the stamp GREEN CLIPPER 112 lb on its lid, and not one"
    assert article.marks[6].label == f"Note 7, claim: {held[6]}"


def test_a_prefix_chooses_among_equal_passages(tea_edition):
    """Of the passages that read the same the one with the words before it is marked."""
    article = tea_edition.articles["courier-chests-opened"]
    law = next(mark for mark in article.marks if mark.id == "old-law")

    assert article.text.text[: law.span.start].endswith("The law is the Act Against False Leaf, and ")


def test_a_note_knows_its_paragraph(tea_edition):
    """A note's paragraph is counted from one, headings and items of a list included."""
    notes = tea_edition.articles["courier-chests-opened"].notes

    assert [note.paragraph for note in notes] == [1, 1, 1, 2, 2, 2, 3, 3, 4, 7, 8]


def test_only_quoted_articles_are_digests(tea_edition):
    """An article whose words are free stands in full; one whose words are its publisher's is a digest."""
    digests = {id: article.is_digest for id, article in tea_edition.articles.items()}

    assert digests == {"courier-chests-opened": False, "kettle-short-chests": True}


def test_an_articles_claims_stand_in_the_order_of_its_text(tea_edition):
    """The claims of an article are each named once, by first passage."""
    assert ids(tea_edition.articles["kettle-short-chests"].claims) == [
        "chests-under-weight",
        "golshani-dyed-the-leaf",
        "ledger-says-full-weight",
        "kettles-cost-double",
    ]


def test_an_article_makes_the_claims_that_it_asserts_or_denies(tea_edition):
    """Of the claims that an article's notes name it makes those that a passage asserts or denies first of all."""
    courier = tea_edition.articles["courier-chests-opened"]

    assert ids(courier.claims) == ["willow-in-the-chests", "chests-under-weight", "ledger-says-full-weight"]
    assert ids(courier.made) == ["willow-in-the-chests", "chests-under-weight"]
    assert [note.claim and note.claim.id for note in courier.notes if note.stance] == ids(courier.made)


@pytest.mark.parametrize(
    ("about", "stance", "made"),
    [
        ("claim:ten-chests", "asserts", ["ten-chests"]),
        ("claim:ten-chests", "denies", ["ten-chests"]),
        ("claim:ten-chests", "", []),
        ("claim:ten-chests, claim:nine-chests", "asserts", ["ten-chests"]),
        ("claim:nine-chests, claim:ten-chests", "denies", ["nine-chests"]),
        ("actor:ada-leaf, claim:nine-chests, claim:ten-chests", "asserts", ["nine-chests"]),
        ("actor:ada-leaf", "", []),
    ],
)
def test_what_a_passage_makes(tmp_path, about, stance, made):
    """A passage makes the first claim that its note is about, if it takes a stance; the others it only touches."""
    taken = f"motivation: assessing, stance: {stance}" if stance else "motivation: commenting"
    claims = SOUND["content/claims.yaml"]
    edition = edition_of(
        tmp_path,
        **{
            "content/claims/nine.yaml": claims.replace("ten-chests", "nine-chests").replace("Ten", "Nine"),
            "content/articles/kettle/annotations.yaml": f"""\
                ten: {{quote: ten chests, about: ["{about.replace(", ", '", "')}"], {taken}, note: So it was said.}}
                """,
        },
    )
    named = [one.removeprefix("claim:") for one in about.split(", ") if one.startswith("claim:")]
    stances = {id: [one.stance for one in claim.passages] for id, claim in edition.claims.items() if claim.passages}

    assert ids(edition.articles["kettle"].made) == made
    assert ids(edition.articles["kettle"].claims) == named
    assert stances == {id: [stance if [id] == made else None] for id in named}


# What goes with a record

ACCUSING = """\
ban:
  target: {target}
  authority: tea-board
  listing_date: 1901-06
  measures: [kettle-ban]
  strand: green
  reason: Steam.
  {more}
  sources: [ledger-1901]
  checked: 2026-06-01
"""
PEOPLE = """\
bo-leaf: {name: Bo Leaf, type: person, summary: He pours., checked: 2026-06-01,
  searched: [{for: a reply, on: 2026-06-01, where: the papers}]}
cy-leaf: {name: Cy Leaf, type: person, died: 1899, summary: He poured., checked: 2026-06-01}
"""


@pytest.mark.parametrize(
    ("target", "more", "accused"),
    [
        ("ada-leaf", "", ["ada-leaf"]),
        ("tea-board", "", []),
        ("cy-leaf", "", []),
        ("tea-board", "accuses: [bo-leaf]", ["bo-leaf"]),
        ("ada-leaf", "accuses: [bo-leaf, ada-leaf]", ["ada-leaf", "bo-leaf"]),
    ],
)
def test_a_listing_accuses_whom_it_names(tmp_path, target, more, accused):
    """A listing speaks against its target, if that is a living person, and against whom else it says it does."""
    ban = ACCUSING.format(target=target, more=more)
    edition = edition_of(tmp_path, **{"content/actors/people.yaml": PEOPLE, "content/sanctions.yaml": ban})

    assert [one.person.id for one in edition.sanctions["ban"].caveats.accuses] == accused


def test_a_reply_is_to_every_accusation_or_to_some(tea_edition):
    """What a person answers to one record stands with that record alone, what they answer in general with each."""

    def answers(record):
        return [[reply.text.strip() for reply in one.replies] for one in record.caveats.accuses]

    general, cellar = "He wrote that he “never dyed so much as a ribbon”.", "He has no cellar, he let it be known."
    assert answers(tea_edition.claims["golshani-dyed-the-leaf"]) == [[general, cellar]]
    assert answers(tea_edition.sanctions["golshani-off-the-quay"]) == [[general]]
    assert answers(tea_edition.events["chests-opened"]) == [[general]]
    assert [reply.text.strip() for reply in tea_edition.actors["mirza-golshani"].replies] == [general, cellar]


def test_a_search_stands_where_there_is_no_reply(tmp_path):
    """Who answered one accusation only has the search for an answer beside another."""
    actors = dedent(SOUND["content/actors.yaml"]).replace(
        "  searched: [{for: a reply by Ada",
        "  reply: {text: She did not., to: [sanction:ban]}\n  searched: [{for: a reply by Ada",
    )
    bans = ACCUSING.format(target="ada-leaf", more="") + ACCUSING.format(target="ada-leaf", more="").replace(
        "ban:", "other:", 1
    )
    edition = edition_of(tmp_path, **{"content/actors.yaml": actors, "content/sanctions.yaml": bans})
    (to_ban,), (to_other,) = (edition.sanctions[id].caveats.accuses for id in ("ban", "other"))

    assert ([reply.text.strip() for reply in to_ban.replies], to_ban.searched) == (["She did not."], ())
    assert to_other.replies == ()
    assert [search.for_ for search in to_other.searched] == ["a reply by Ada Leaf"]


def test_what_goes_with_a_record_is_as_it_was_written(tea_edition):
    """Whom a record accuses, what was searched for, what is uncertain and when it was checked stand together."""
    said = tea_edition.claims["not-so-much-as-a-ribbon"].caveats
    event, source = tea_edition.events["chests-opened"].caveats, tea_edition.sources["clipper-ledger"].caveats
    search = said.searched[0]

    assert (said.accuses, said.uncertain) == ((), "The day on which he wrote it.")
    assert (search.for_, str(search.on)) == ("a second letter of his", "1890-01-03")
    assert (str(said.checked.on), said.checked.note) == ("1890-01-03", "By candle.")
    assert [one.person.id for one in event.accuses] == ["mirza-golshani"]
    assert (source.accuses, source.searched, source.uncertain, str(source.checked.on)) == ((), (), "", "1890-01-02")


def test_evidence_knows_the_rung_that_it_shows(tea_edition):
    """A line in support shows what its source does, or what it is said to show; what adds no voice shows nothing."""

    def shown(claim):
        return [(one.source.id, one.shows.id if one.shows else None) for one in tea_edition.claims[claim].evidence]

    assert shown("willow-in-the-chests") == [
        ("customs-notice", "ledger"),
        ("courier-1887-05-04", "one-office"),
        ("kettle-1887-05-06", "one-office"),
        ("guild-tasting", "scales"),
        ("clipper-ledger", None),
    ]
    assert shown("chests-under-weight") == [
        ("weighing-protocol", "scales"),
        ("courier-1887-05-04", None),
        ("customs-notice", None),
        ("clipper-ledger", None),
        ("almanac-1889", None),
    ]


# What is read from its other end


@pytest.mark.parametrize(
    ("chain", "since"),
    [
        (["tea-board, on: 1901-05, verb: said"], "1901-05"),
        (["tea-board, on: 1901-05, verb: said", "ada-leaf, on: 1901-04-30, verb: said"], "1901-04-30"),
        (["ada-leaf, on: 1901-05, verb: denied", "tea-board, on: 1901-05-03, verb: said"], "1901-05-03"),
        (["ada-leaf, on: 1901, verb: denied", "tea-board, on: 1901-05-03, verb: said"], "1901-05-03"),
        (["tea-board, on: 1901-05-03, verb: said", "ada-leaf, on: 1901-05-02, verb: said"], "1901-05-02"),
    ],
)
def test_a_claim_is_as_old_as_its_first_assertion(tmp_path, chain, since):
    """From the day on which somebody made a claim there is something to know of it: a denial does not make it."""
    claims = dedent(SOUND["content/claims.yaml"])
    written = "\n".join(f"    - {{by: {said}}}" for said in chain)
    told, assessed = "    - {by: tea-board, on: 1901-05, verb: said, source: ledger-1901}", "{on: 1901-05, verdict"
    assert claims.count(told) == claims.count(assessed) == 1
    claims = claims.replace(told, written).replace(assessed, "{on: 1901-06, verdict")
    claim = edition_of(tmp_path, **{"content/claims.yaml": claims}).claims["ten-chests"]

    assert (str(claim.ref.since), str(claim.first)) == (since, since)


def test_a_crosslink_is_as_old_as_the_younger_of_its_claims(tea_edition):
    """A link between two claims can be read once both of them have been made."""
    links = tea_edition.references

    assert str(links["crosslink", "book-against-scales"].since) == "1887-06"
    assert str(links["crosslink", "one-lot-two-faults"].since) == "1887-05-09"
    assert str(links["claim", "golshani-dyed-the-leaf"].since) == "1887-05-06"


def test_a_claim_knows_its_passages(tea_edition):
    """The words that bear on a claim, by the articles' dates, with the numbers that their notes have there."""
    passages = tea_edition.claims["chests-under-weight"].passages

    assert [(one.article.id, one.number, one.quote, one.stance) for one in passages] == [
        ("courier-chests-opened", 7, "the stamp GREEN CLIPPER 112 lb on its lid, and not one", "asserts"),
        ("kettle-short-chests", 2, "holds what its stamp promises", "asserts"),
        ("kettle-short-chests", 3, "Three pounds light", "asserts"),
    ]
    touched = tea_edition.claims["ledger-says-full-weight"].passages
    assert [(one.article.id, one.number, one.stance) for one in touched] == [
        ("courier-chests-opened", 7, None),
        ("kettle-short-chests", 8, "asserts"),
    ]
    assert str(passages[0].note) == "annotation:stamped-weight"
    assert passages[0].note.within == "courier-chests-opened"


def test_a_crosslink_is_read_from_both_sides(tea_edition):
    """Each of the two claims reads the link with the label of its own side."""

    def ties(claim):
        return [(tie.label, tie.other.id) for tie in tea_edition.claims[claim].ties]

    assert ties("chests-under-weight") == [
        ("about the same chests as", "willow-in-the-chests"),
        ("comes to the boil before", "willow-in-the-chests"),
        ("clashes with", "ledger-says-full-weight"),
    ]
    assert ties("willow-in-the-chests") == [
        ("about the same chests as", "chests-under-weight"),
        ("comes to the boil after", "chests-under-weight"),
    ]


def test_a_relation_is_read_from_both_sides(tea_edition):
    """An actor's relations stand in its own profile and, the other way round, in the other's."""

    def relations(actor):
        return [(one.label, one.other.id) for one in tea_edition.actors[actor].relations]

    assert relations("mirza-golshani") == [("buys leaf from", "green-clipper-company")]
    assert relations("green-clipper-company") == [
        ("sells leaf to", "mirza-golshani"),
        ("has its books kept by", "kim-da-gyeong"),
    ]


def test_an_actor_knows_its_whole_and_its_parts(tea_edition):
    """`part_of` is read from both ends."""
    town, customs = tea_edition.actors["lowmarsh-corporation"], tea_edition.actors["customs-house"]

    assert (ids(town.parts), town.part_of) == (["customs-house", "office-of-weights"], None)
    assert (customs.parts, customs.part_of.title) == ((), "Corporation of Lowmarsh")


def test_an_actor_knows_what_was_listed_said_and_alleged(tea_edition):
    """A profile gathers listings of and by the actor, its claims, accusations against it, its events."""
    golshani, customs = tea_edition.actors["mirza-golshani"], tea_edition.actors["customs-house"]

    assert ids(golshani.sanctions) == ["golshani-off-the-quay"]
    assert ids(golshani.claims) == ["golshani-dyed-the-leaf", "not-so-much-as-a-ribbon"]
    assert ids(golshani.accused) == ["golshani-dyed-the-leaf"]
    assert ids(customs.imposed) == ["spring-ships", "golshani-off-the-quay", "seized-sixty-chests"]
    assert ids(customs.claims) == ["willow-in-the-chests"]
    assert ids(customs.events) == ["chests-opened"]
    assert (customs.sanctions, customs.accused) == ((), ())


def test_events_and_listings_stand_by_date(tea_edition, tmp_path):
    """What happened and what was listed is read in the order of its dates, not of the file."""
    root = {
        "content/events.yaml": """\
            later: {date: 1902-01, title: Later, strand: green, summary: It poured., about: [claim:ten-chests],
                    sources: [ledger-1901], checked: 2026-06-01}
            sooner: {date: 1901~, title: Sooner, strand: green, summary: It boiled., about: [claim:ten-chests],
                     sources: [ledger-1901], checked: 2026-06-01}
            """,
        "content/sanctions.yaml": """\
            second: {target: ada-leaf, authority: tea-board, listing_date: 1901-06-02, measures: [kettle-ban],
                     strand: green, reason: Steam., sources: [ledger-1901], checked: 2026-06-01}
            first: {target: ada-leaf, authority: tea-board, listing_date: 1901-06, measures: [kettle-ban],
                    strand: green, reason: Steam., sources: [ledger-1901], checked: 2026-06-01}
            """,
    }
    edition = edition_of(tmp_path, **root)

    assert ids(edition.claims["ten-chests"].events) == ["sooner", "later"]
    assert ids(edition.actors["ada-leaf"].sanctions) == ["first", "second"]
    assert ids(tea_edition.programs["act-against-false-leaf"].sanctions) == ["seized-sixty-chests"]


def test_a_source_knows_who_repeats_it(tea_edition):
    """`derived_from` is read from both ends, one step at a time."""
    courier = tea_edition.sources["courier-1887-05-04"]

    assert ids(courier.derived_from) == ["customs-notice"]
    assert ids(courier.repeated_by) == ["kettle-1887-05-06"]
    assert [origin.name for origin in tea_edition.sources["kettle-1887-05-06"].origins] == ["Corporation of Lowmarsh"]


def test_the_last_assessment_is_the_current_one(tea_edition):
    """A claim stands as it was assessed last; what was said before is kept."""
    claim = tea_edition.claims["ledger-says-full-weight"]

    assert [one.verdict.label for one in claim.assessments] == ["Told", "Spilt"]
    assert claim.current.verdict.standing == "fails"


# Backlinks


def test_a_backlink_has_the_sentence_that_names(tmp_path):
    """Who names a record is listed with the sentence that does, and only that."""
    edition = edition_of(
        tmp_path,
        **{
            "content/terms.yaml": """\
                steam:
                  name: steam
                  definition: >-
                    Water that has left. It is seen by [Ada Leaf](actor:ada-leaf) every day. Nobody else looks.
                  sources: [ledger-1901]
                  checked: 2026-06-01
                """
        },
    )

    assert [(str(link.owner), link.sentence) for link in edition.actors["ada-leaf"].backlinks] == [
        ("term:steam", "It is seen by Ada Leaf every day.")
    ]


def test_a_record_that_names_twice_is_listed_once(tea_edition):
    """A note that names an actor in its text and in its head is one backlink, with the text's sentence."""
    links = tea_edition.actors["silas-pettigrew"].backlinks

    assert [str(link.owner) for link in links].count("annotation:master-of-the-scales") == 1
    assert next(link.sentence for link in links if link.owner.kind == "annotation") == "His name was Silas Pettigrew."


def test_a_name_in_a_field_brings_the_records_first_sentence(tea_edition):
    """Where only a field names a record, the backlink has the owner's own first sentence."""
    links = {str(link.owner): link.sentence for link in tea_edition.actors["customs-house"].backlinks}

    assert links["event:chests-opened"] == "The customs house broke sixty seals and sent the agent from the quay."
    assert links["sanction:golshani-off-the-quay"] == "The order is not named in the notice."
    assert links["source:customs-notice"] == "The customs house says that sixty chests held dyed willow."


def test_nothing_is_its_own_backlink(tea_edition):
    """A record that names itself is not listed as naming itself."""
    everything = [
        (kind, record)
        for kind in ("actors", "claims", "sources", "terms", "programs", "sanctions", "articles", "pages")
        for record in getattr(tea_edition, kind).values()
    ]
    own = [str(record.ref) for _, record in everything if record.ref in {link.owner for link in record.backlinks}]

    assert own == []
    assert sum(len(record.backlinks) for _, record in everything) > 100


def test_backlinks_lead_with_the_articles(tea_edition):
    """Backlinks come by kind: notes first, then pages, claims, cross-links and the rest."""
    kinds = list(dict.fromkeys(link.owner.kind for link in tea_edition.sources["customs-notice"].backlinks))

    assert kinds[:4] == ["annotation", "page", "claim", "crosslink"]
    assert set(kinds[4:]) == {"actor", "sanction", "event", "source", "correction"}


# Names


def test_a_link_without_words_takes_the_records_title(tea_edition):
    """`[](claim:…)` reads as the record is called."""
    text = tea_edition.pages["explainer"].text.text

    assert "The Green Clipper Company answered with its book." in text
    assert "The merchant dyed it was never shown." in text


def test_records_without_a_title_are_named_by_what_they_do(tea_edition):
    """A listing, a cross-link and a correction are called by their parts and dates."""
    titles = {str(ref): ref.title for ref in tea_edition.references.values()}

    assert titles["sanction:seized-sixty-chests"] == "Green Clipper Company · Lowmarsh Customs House, 2 May 1887"
    assert titles["crosslink:book-against-scales"] == "Full weight by the book ↔ Chests under weight"
    assert titles["correction:correction-1890-01-15"] == "15 January 1890"
    assert titles["source:almanac-1889"] == "An almanac of the town with <b>bold</b> remarks & prices"


def test_the_edition_cannot_be_changed(tea_edition):
    """What is published is complete when it is made."""
    with pytest.raises(FrozenInstanceError):
        tea_edition.claims["chests-under-weight"].title = "Another"
    with pytest.raises(FrozenInstanceError):
        tea_edition.site = None
