"""Content into problems: each rule is a generator of findings, and its docstring is the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain

from ..problems import Place, Problem, Severity, suggestion
from ..records import LINKED, Content, Published, Share
from .changes import changes_are_corrected
from .evidence import (
    accusations_are_answered,
    accused_are_living_persons,
    claims_are_attributed,
    crosslinks_join_two_claims,
    denials_follow_the_claim,
    facts_are_sourced,
    figures_say_how_much,
    listings_name_somebody,
    passages_take_a_stance,
    sentences_are_cited,
    sources_have_a_name,
)
from .findings import Finding, Rule
from .marks import marks_are_no_surer_than_their_sources
from .naming import (
    countries_have_codes,
    languages_have_tags,
    names_differ,
    publishers_have_names,
    reports_stand_no_higher,
    rungs_stand_on_the_ladder,
    unmarked_forms_are_forms,
)
from .order import (
    belonging_has_no_circle,
    dates_are_in_order,
    derivation_has_no_circle,
    listings_end_as_they_stand,
    nothing_comes_after_today,
)
from .quoting import (
    digests_name_their_original,
    excerpts_are_short,
    quotation_keeps_to_its_budget,
    quotation_marks_pair,
    quotes_are_quoted_words,
    quotes_stand_once,
)
from .references import citations_are_well_formed, links_lead_somewhere, references_exist, words_exist
from .showing import admissions_grant_what_others_said, evidence_shows_what_it_can, nobody_supports_what_they_dispute
from .verdicts import accusations_have_grounds, acts_are_official, rungs_are_only_lowered, verdicts_are_carried
from .wording import absence_has_a_search, prose_is_about_its_subject

RULES: tuple[Rule, ...] = (
    references_exist,
    words_exist,
    links_lead_somewhere,
    citations_are_well_formed,
    quotes_stand_once,
    quotes_are_quoted_words,
    quotation_marks_pair,
    quotation_keeps_to_its_budget,
    digests_name_their_original,
    excerpts_are_short,
    marks_are_no_surer_than_their_sources,
    claims_are_attributed,
    denials_follow_the_claim,
    facts_are_sourced,
    sources_have_a_name,
    publishers_have_names,
    derivation_has_no_circle,
    belonging_has_no_circle,
    dates_are_in_order,
    nothing_comes_after_today,
    listings_end_as_they_stand,
    accused_are_living_persons,
    accusations_are_answered,
    accusations_have_grounds,
    acts_are_official,
    evidence_shows_what_it_can,
    nobody_supports_what_they_dispute,
    admissions_grant_what_others_said,
    verdicts_are_carried,
    rungs_are_only_lowered,
    figures_say_how_much,
    listings_name_somebody,
    passages_take_a_stance,
    crosslinks_join_two_claims,
    sentences_are_cited,
    countries_have_codes,
    languages_have_tags,
    rungs_stand_on_the_ladder,
    reports_stand_no_higher,
    absence_has_a_search,
    prose_is_about_its_subject,
    names_differ,
    unmarked_forms_are_forms,
)


def name_of(rule: Callable[..., Iterator[Finding]]) -> str:
    """Return what messages and site.yaml call `rule`."""
    return rule.__name__.replace("_", "-")


FIRM = frozenset(
    map(
        name_of,
        (
            references_exist,
            words_exist,
            links_lead_somewhere,
            quotes_stand_once,
            claims_are_attributed,
            accused_are_living_persons,
            listings_name_somebody,
            accusations_are_answered,
            countries_have_codes,
            languages_have_tags,
            rungs_stand_on_the_ladder,
        ),
    )
)
"the rules without which no page can be made: site.yaml cannot lower them"

_CHANGES = name_of(changes_are_corrected)
"the one rule that needs to know what was published before"


WHOLE: frozenset[Rule] = frozenset(
    {
        derivation_has_no_circle,
        belonging_has_no_circle,
        accusations_are_answered,
        crosslinks_join_two_claims,
        rungs_stand_on_the_ladder,
        reports_stand_no_higher,
        names_differ,
    }
)
"the rules that hold records against one another; every other looks at each record by itself"


def check(content: Content, earlier: Published | None = None) -> tuple[Problem, ...]:
    """Return every breach of every rule, as grave as site.yaml says; hold it against an `earlier` edition, too.

    Of a share of the content what is wrong with its records; of the first share what is wrong with the whole, too.
    """
    is_first = content.share.number == 0
    rules = [rule for rule in RULES if is_first or rule not in WHOLE]
    breaches = [*chain.from_iterable(_breaches(content, name_of(rule), rule(content)) for rule in rules)]
    if earlier:
        breaches += _breaches(content, _CHANGES, changes_are_corrected(content, earlier))
    return tuple(sorted({*breaches, *(_settings(content) if is_first else ())}))


def _breaches(content: Content, rule: str, findings: Iterable[Finding]) -> Iterator[Problem]:
    for finding in findings:
        severity = _severity(content, rule, finding)
        if severity != "off":
            yield Problem(finding.place, rule, finding.message, finding.remedy, severity)


def _severity(content: Content, rule: str, finding: Finding) -> Severity:
    set_to = content.site.rules.get(rule)
    if not set_to or rule in FIRM:
        return "error"
    exception = set_to.records.get(finding.record)
    return exception.severity if exception else set_to.severity


def _settings(content: Content) -> Iterator[Problem]:
    """What is wrong with what site.yaml says of rules."""
    names = [*map(name_of, RULES), _CHANGES]
    records = [f"{kind}:{record.id}" for kind, record in replace(content, share=Share()).everything()]
    for rule, set_to in content.site.rules.items():
        place: Place = content.site.written.key("rules", rule)
        if rule not in names:
            yield Problem(place, "rules", f"there is no rule `{rule}`; {suggestion(rule, names)}")
        elif rule in FIRM and (set_to.severity != "error" or set_to.records):
            message = f"`{rule}` is always an error, no page can be made without it; take it out of `rules`"
            yield Problem(place, "rules", message)
        for record in set_to.records:
            kind, _, id = record.partition(":")
            if record not in records and not (kind in LINKED and content.has(kind, id)):
                place = content.site.written.key("rules", rule, "records", record)
                yield Problem(place, "rules", f"there is no record `{record}`; {suggestion(record, records)}")
