"""What evidence can carry: verdicts, doubts, accusations and figures, each as grave as the site says."""

from __future__ import annotations

from textwrap import indent

import pytest
from sites import MINIMAL_SITE_YAML, make_sound_site, told

from builder import build
from builder.problems import BuildFailed

SOURCES = """\
ledger-1901: {{kind: ledger, issuer: tea-board, published: {ledger}, {rest}}}
second-ledger: {{kind: ledger, issuer: tea-board, published: 1901-05, {rest}}}
letter: {{kind: letter, issuer: ada-leaf, published: {letter}, {rest}}}
report: {{kind: gazette, derived_from: [ledger-1901], published: 1901-05, {rest}}}
rumour: {{kind: gazette, published: 1901-05, {rest}}}
"""
REST = "title: A paper, publisher: Press, language: en, summary: It says so., checked: {on: 2026-06-01, how: read}"
ACTORS = """\
tea-board: {name: Tea Board, type: body, summary: It counts., checked: 2026-06-01}
ada-leaf: {name: Ada Leaf, type: person, summary: She pours., reply: "No [@letter].", checked: 2026-06-01}
ben-leaf: {name: Ben Leaf, type: person, summary: He stirs., reply: "No [@letter].", checked: 2026-06-01}
"""
CLAIM = """\
{id}:
  title: {id}
  statement: Ten chests of tea came in.
  strand: green
  stated: [{{by: tea-board, on: 1901-05, verb: said}}]
  checked: 2026-06-01
"""
REPLY = "reply: She says no [@letter].\nreviewer: The kettle\n"
SANCTION = """\
quay-ban:
  target: {target}
  authority: tea-board
  listing_date: 1902
  measures: [kettle-ban]
  strand: green
  reason: She poured [@letter].
  sources: [letter]
  checked: 2026-06-01
"""
LEDGER = "{source: ledger-1901, stance: supports}"
LETTER = "{source: letter, stance: supports}"
REPORT = "{source: report, stance: supports}"
CONFIRMED = "{on: 1901-06-15, verdict: confirmed, reason: So it is.}"
CORROBORATED = "{on: 1901-06-15, verdict: corroborated, reason: So it is.}"
REPORTED = "{on: 1901-06-15, verdict: reported, reason: So it is.}"


def a_claim(evidence=(), assessments=(REPORTED,), more="", id="ten-chests"):
    """Return a claim as an editor writes it: its evidence in line 7 on, then its assessments."""
    lines = ["evidence:" if evidence else "evidence: []", *(f"  - {one}" for one in evidence)]
    lines += ["assessments:", *(f"  - {one}" for one in assessments), *more.splitlines()]
    return CLAIM.format(id=id) + indent("\n".join(lines) + "\n", "  ")


def a_site(folder, *claims, ledger="1901-05", letter="1901-06-10", site=MINIMAL_SITE_YAML, **files):
    """Write the small sound site with other claims, and with sources of every kind; return its folder."""
    sources = SOURCES.format(ledger=ledger, letter=letter, rest=REST)
    written = {"content/sources.yaml": sources, "content/actors.yaml": ACTORS, "content/claims.yaml": "".join(claims)}
    return make_sound_site(folder, **{**written, "site.yaml": site, **files})


def faults(folder):
    """Return what is wrong with a site, one line for each fault, without the lines that say how to mend it."""
    return [line for line in told(folder).splitlines() if not line.startswith(" ")]


def ruled(rules):
    """Return `site.yaml` with these severities."""
    return MINIMAL_SITE_YAML + "rules:\n" + indent(rules, "  ")


# Verdicts


@pytest.mark.parametrize(
    ("evidence", "assessed", "missing"),
    [
        ([LEDGER], CONFIRMED, None),
        ([REPORT], CONFIRMED, None),
        (["{source: letter, stance: supports, shows: paper, note: She copied the book.}"], CONFIRMED, None),
        ([LETTER], CONFIRMED, "its support by then reaches the rung `voice`, not `paper`"),
        (
            ["{source: ledger-1901, stance: supports, shows: voice}"],
            CONFIRMED,
            "its support by then reaches the rung `voice`, not `paper`",
        ),
        (
            ["{source: report, stance: supports, derived_from: []}"],
            CONFIRMED,
            "its support by then reaches the rung `hearsay`, not `paper`",
        ),
        ([], CONFIRMED, "no source is held for or against it that had been published by then"),
        (
            ["{source: ledger-1901, stance: disputes}", "{source: second-ledger, stance: context}"],
            CONFIRMED,
            "its support by then reaches the rung `none`, not `paper`",
        ),
        ([LEDGER, LETTER], CORROBORATED, None),
        ([REPORT, LETTER], CORROBORATED, None),
        (["{source: report, stance: supports, derived_from: []}", LEDGER], CORROBORATED, None),
        (
            [LEDGER, REPORT, "{source: second-ledger, stance: supports}"],
            CORROBORATED,
            "its support by then has 1 independent origin (`actor:tea-board`), not 2",
        ),
        (
            [LEDGER, "{source: second-ledger, stance: supports, shows: voice}"],
            CORROBORATED,
            "its support by then has 1 independent origin (`actor:tea-board`), not 2",
        ),
        (
            ["{source: rumour, stance: supports}"],
            CORROBORATED,
            "its support by then has 1 independent origin (`publisher:Press`), not 2",
        ),
        (
            [LEDGER, "{source: letter, stance: disputes}"],
            CORROBORATED,
            "its support by then has 1 independent origin (`actor:tea-board`), not 2",
        ),
        ([], CORROBORATED, "no source is held for or against it that had been published by then"),
        (
            ["{source: ledger-1901, stance: disputes}"],
            CORROBORATED,
            "its support by then has 0 independent origins (none), not 2",
        ),
        ([], REPORTED, None),
    ],
)
def test_a_verdict_is_carried_by_its_support(tmp_path, evidence, assessed, missing):
    """A verdict has the origins and the rung that it demands, or the editor is told which of them is missing."""
    said = faults(a_site(tmp_path, a_claim(evidence, [assessed])))

    assert [line.partition(", but ")[2] for line in said] == ([missing] if missing else [])


def test_a_verdict_that_is_not_carried_is_told_whole(tmp_path):
    """The fault names place, rule, claim, verdict, day and what is missing, and says how to mend it."""
    assert told(a_site(tmp_path, a_claim([LETTER], [REPORTED, CONFIRMED]))) == (
        "content/claims.yaml:11:33: error[verdicts-are-carried]: claim `ten-chests` is called Confirmed as of "
        "1901-06-15, but its support by then reaches the rung `voice`, not `paper`\n"
        "    add support of that kind published by then, or choose a verdict that demands less"
    )


@pytest.mark.parametrize(
    ("published", "assessed", "counts"),
    [
        ("1901-06-15", "1901-06-15", True),
        ("1901-06-16", "1901-06-15", False),
        ("1901-06", "1901-06-15", True),
        ("1901-07", "1901-06-15", False),
        ("1901-06-30", "1901-06", True),
        ("1901-07-01", "1901-06", False),
        ("1901-12-31", "1901", True),
        ("1902", "1901", False),
    ],
)
def test_evidence_that_came_later_does_not_count(tmp_path, published, assessed, counts):
    """A verdict rests on what may have been published by its own date, however precise the two dates are."""
    claim = a_claim([LEDGER], [f"{{on: {assessed}, verdict: confirmed, reason: So it is.}}"])
    said = faults(a_site(tmp_path, claim, ledger=published))

    assert [line.partition(", but ")[2] for line in said] == [
        "no source is held for or against it that had been published by then"
    ] * (not counts)


def test_every_assessment_is_held_to_its_own_date(tmp_path):
    """Of the same verdict on four dates those are faults by whose end the second origin had not spoken."""
    dates = ("1901-05-20", "1901-06", "1901-06-09", "1901-06-10")
    assessments = [f"{{on: {day}, verdict: corroborated, reason: So it is.}}" for day in dates]
    said = faults(a_site(tmp_path, a_claim([LEDGER, LETTER], assessments)))

    assert [(line.split(":")[1], line.split("as of ")[1].split(",")[0]) for line in said] == [
        ("11", "1901-05-20"),
        ("13", "1901-06-09"),
    ]


def test_a_verdict_may_demand_origins_and_a_rung(tmp_path):
    """Where both are demanded, the origins are asked for first, then the rung."""
    site = MINIMAL_SITE_YAML.replace("origins: 2}", "origins: 2, rung: paper}")
    doubled = [LETTER, "{source: rumour, stance: supports}"]

    alone = faults(a_site(tmp_path / "a", a_claim([LEDGER], [CORROBORATED]), site=site))
    low = faults(a_site(tmp_path / "b", a_claim(doubled, [CORROBORATED]), site=site))
    both = faults(a_site(tmp_path / "c", a_claim([LEDGER, LETTER], [CORROBORATED]), site=site))

    assert alone[0].endswith("has 1 independent origin (`actor:tea-board`), not 2")
    assert low[0].endswith("reaches the rung `voice`, not `paper`")
    assert (len(alone), len(low), both) == (1, 1, [])


def test_a_doubt_weighs_on_the_verdict(tmp_path):
    """Where an editor has put a claim below the rung that its verdict demands, the verdict is not carried."""
    doubt = "lowered: {rung: voice, reason: The ink was wet.}\n"
    said = faults(a_site(tmp_path, a_claim([LEDGER], [CONFIRMED], doubt)))

    assert [line.partition(", but ")[2] for line in said] == ["an editor has put it on the rung `voice`, not `paper`"]


def test_a_demand_that_is_not_on_the_ladder_is_no_fault_of_the_claim(tmp_path):
    """A verdict that names an unknown rung is told once, in `site.yaml`, and not of every claim that has it."""
    site = MINIMAL_SITE_YAML.replace("standing: holds, rung: paper}", "standing: holds, rung: moon}")
    said = faults(a_site(tmp_path, a_claim([LETTER], [CONFIRMED]), site=site))

    assert [line.split(": ")[0].split(":")[0] for line in said] == ["site.yaml"]


# Doubts


@pytest.mark.parametrize(
    ("evidence", "rung", "reached"),
    [
        ([LEDGER], "voice", None),
        ([LEDGER], "hearsay", None),
        ([LEDGER], "paper", "paper"),
        ([LETTER], "voice", "voice"),
        ([LETTER], "paper", "voice"),
        ([], "hearsay", "none"),
        (["{source: ledger-1901, stance: disputes}"], "voice", "none"),
    ],
)
def test_a_rung_is_only_lowered(tmp_path, evidence, rung, reached):
    """An editor may put a claim below the rung that its evidence reaches, not on it and not above it."""
    lowered = f"lowered: {{rung: {rung}, reason: The ink was wet.}}\n"
    said = faults(a_site(tmp_path, a_claim(evidence, more=lowered)))

    assert [line.partition("[rungs-are-only-lowered]: ")[2] for line in said] == (
        [f"`lowered` names `{rung}`, but the evidence reaches `{reached}`"] if reached else []
    )


def test_a_raised_rung_is_told_whole(tmp_path):
    """The fault stands where the rung is named, and says how to mend it."""
    raised = a_claim([LETTER], more="lowered: {rung: paper, reason: I trust her.}\n")

    assert told(a_site(tmp_path, raised)) == (
        "content/claims.yaml:11:19: error[rungs-are-only-lowered]: `lowered` names `paper`, but the evidence "
        "reaches `voice`\n"
        "    name a lower rung, or take `lowered` out"
    )


def test_a_doubt_needs_a_reason(tmp_path):
    """A rung cannot be lowered without saying why."""
    said = faults(a_site(tmp_path, a_claim([LEDGER], more="lowered: {rung: voice}\n")))

    assert [line.partition(": error")[2] for line in said] == [
        "[schema]: key `reason` is missing; needed here: `rung`, `reason`"
    ]


def test_a_doubt_on_an_unknown_rung_is_told_once(tmp_path):
    """A rung that is not on the ladder is an unknown word, and nothing is said of its height."""
    said = faults(a_site(tmp_path, a_claim([LEDGER], more="lowered: {rung: moon, reason: It shone.}\n")))

    assert [line.partition("[")[2].partition("]")[0] for line in said] == ["words-exist"]


# Accusations


@pytest.mark.parametrize(
    ("evidence", "target", "sound"),
    [
        ([LEDGER, LETTER], None, True),
        ([REPORT, "{source: rumour, stance: supports}"], None, False),
        ([LEDGER], None, False),
        ([LEDGER, REPORT, "{source: second-ledger, stance: supports}"], None, False),
        ([LEDGER, "{source: second-ledger, stance: supports, shows: voice}"], None, False),
        ([LEDGER, "{source: letter, stance: disputes}"], None, False),
        ([LEDGER], "ada-leaf", True),
        ([LEDGER], "ben-leaf", False),
        ([LEDGER], "tea-board", False),
    ],
)
def test_an_accusation_has_two_origins_or_an_act(tmp_path, evidence, target, sound):
    """Who is accused is accused by two with a name who do not repeat one another, or by an act against them."""
    acts = {"content/sanctions.yaml": SANCTION.format(target=target)} if target else {}
    named = "acts: [sanction:quay-ban]\n" if target else ""
    said = faults(a_site(tmp_path, a_claim(evidence, more="accuses: [ada-leaf]\n" + named + REPLY), **acts))

    assert [line.partition("[accusations-have-grounds]: ")[2] for line in said if "grounds" in line] == (
        [] if sound else ["claim `ten-chests` accuses `ada-leaf` on fewer than two independent named origins"]
    )


@pytest.mark.parametrize(
    ("acts", "more", "told_of"),
    [
        ("[]", "", ["grounds"]),
        ("[sanction:quay-ban]", "", []),
        ("[sanction:quay-ban]", "  end_date: 1903\n", ["grounds", "official"]),
        ("[sanction:quay-ban]", "  end_date: 2027\n", []),
        ("[source:ledger-1901]", "", []),
        ("[source:letter]", "", ["grounds", "official"]),
        ("[actor:tea-board]", "", ["grounds", "official"]),
    ],
)
def test_an_act_opens_the_gate_only_for_the_claim_that_names_it(tmp_path, acts, more, told_of):
    """A listing of the accused that has not ended, or an official source; that it is somewhere is not enough."""
    listing = SANCTION.format(target="ada-leaf") + more
    claim = a_claim([LEDGER], more=f"accuses: [ada-leaf]\nacts: {acts}\n" + REPLY)
    said = faults(a_site(tmp_path, claim, **{"content/sanctions.yaml": listing}))

    assert [rule for line in said for rule in ("grounds", "official") if f"-{rule}]" in line] == told_of


def test_an_accusation_without_grounds_is_told_whole(tmp_path):
    """Of two who are accused, the fault stands at the one against whom there is no act, and says how to mend it."""
    claim = a_claim([LEDGER], more="accuses: [ada-leaf, ben-leaf]\nacts: [sanction:quay-ban]\n" + REPLY)
    site = a_site(tmp_path, claim, **{"content/sanctions.yaml": SANCTION.format(target="ada-leaf")})

    assert told(site) == (
        "content/claims.yaml:11:23: error[accusations-have-grounds]: claim `ten-chests` accuses `ben-leaf` on fewer "
        "than two independent named origins\n"
        "    add support of another named origin, or name the official act that the claim is about:\n"
        "    acts: [sanction:…]   # a listing of `ben-leaf` in force, or source:… of a court or authority"
    )


def test_a_claim_that_accuses_nobody_needs_no_grounds(tmp_path):
    """What is said of a thing may rest on one origin."""
    assert told(a_site(tmp_path, a_claim([LEDGER]))) == ""


# Figures


@pytest.mark.parametrize(
    ("figure", "at", "message"),
    [
        ("{low: 3, unit: chests, as_of: 1901}", None, None),
        ("{high: 3, unit: chests, as_of: 1901}", None, None),
        ("{low: 3, high: 3, unit: chests, as_of: 1901}", None, None),
        ("{low: 0, high: 0, unit: chests, as_of: 1901}", None, None),
        ("{said: a shipload, unit: chests, as_of: 1901}", None, None),
        (
            "{unit: chests, as_of: 1901}",
            "12:11",
            "a figure needs `low` or `high`, or `said` where only words were given",
        ),
        (
            "{low: 1250.5, high: 1000, unit: chests, as_of: 1901}",
            "12:17",
            "`low` (1250.5) is above `high` (1000); exchange them",
        ),
    ],
)
def test_a_figure_says_how_much(tmp_path, figure, at, message):
    """A figure is a number, a range from low to high, or the words that were used."""
    site = a_site(tmp_path, a_claim([LEDGER, LETTER], more=f"figure: {figure}\n"))

    assert told(site) == (f"content/claims.yaml:{at}: error[figures-say-how-much]: {message}" if message else "")


# How grave


BREACHES = {
    "verdicts-are-carried": a_claim([LETTER], [CONFIRMED]),
    "rungs-are-only-lowered": a_claim([LETTER], more="lowered: {rung: paper, reason: I trust her.}\n"),
    "accusations-have-grounds": a_claim([LEDGER], more="accuses: [ada-leaf]\n" + REPLY),
    "figures-say-how-much": a_claim([LEDGER], more="figure: {low: 3, high: 2, unit: chests, as_of: 1901}\n"),
}
"one claim against each rule, and against no other"


@pytest.mark.parametrize("rule", BREACHES)
def test_a_breach_fails_the_build(tmp_path, rule):
    """Where the site says nothing of a rule, its breach is an error, and nothing is written."""
    site = a_site(tmp_path / "root", BREACHES[rule])

    with pytest.raises(BuildFailed) as failed:
        build.build(site, tmp_path / "out")

    assert [(problem.rule, problem.severity) for problem in failed.value.problems] == [(rule, "error")]
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("rule", BREACHES)
@pytest.mark.parametrize("severity", ["warning", "off"])
def test_a_site_says_how_grave_a_breach_is(tmp_path, rule, severity):
    """A rule that is set to `warning` tells and lets the build go on; one that is `off` is silent."""
    site = a_site(tmp_path / "root", BREACHES[rule], site=ruled(f"{rule}: {severity}\n"))

    built = build.build(site, tmp_path / "out")

    expected = [] if severity == "off" else [(rule, "warning")]
    assert [(problem.rule, problem.severity) for problem in built.warnings] == expected
    assert (tmp_path / "out" / "claims" / "ten-chests" / "index.html").is_file()


@pytest.mark.parametrize("rule", BREACHES)
def test_one_record_may_be_excused(tmp_path, rule):
    """With a reason, a rule is less grave for one record, and as grave as ever for all others."""
    other = BREACHES[rule].replace("ten-chests", "nine-chests").replace("came in", "went out")
    rules = f"{rule}:\n  records: {{'claim:nine-chests': {{severity: warning, reason: The book is being read.}}}}\n"
    problems = build.faults(a_site(tmp_path, BREACHES[rule], other, site=ruled(rules)))[1]

    assert [(problem.rule, problem.severity) for problem in problems] == [(rule, "error"), (rule, "warning")]


@pytest.mark.parametrize("rule", BREACHES)
def test_one_record_may_be_held_to_more(tmp_path, rule):
    """A rule that is off for all may be an error for one record."""
    other = BREACHES[rule].replace("ten-chests", "nine-chests").replace("came in", "went out")
    rules = f"{rule}:\n  severity: off\n  records: {{'claim:nine-chests': {{severity: error, reason: It matters.}}}}\n"
    problems = build.faults(a_site(tmp_path, BREACHES[rule], other, site=ruled(rules)))[1]

    lines = len(BREACHES[rule].splitlines())
    assert [(problem.rule, problem.severity, problem.place.line > lines) for problem in problems] == [
        (rule, "error", True)
    ]


def test_an_excuse_needs_a_reason(tmp_path):
    """Nothing is excused without saying why."""
    rules = "verdicts-are-carried:\n  records: {'claim:ten-chests': {severity: warning}}\n"
    said = faults(a_site(tmp_path, a_claim([LEDGER]), site=ruled(rules)))

    assert [line.partition(": error")[2] for line in said] == [
        "[schema]: key `reason` is missing; needed here: `severity`, `reason`"
    ]


def test_a_rule_that_there_is_not_is_told(tmp_path):
    """A severity for a rule that was misspelt would change nothing: the editor is told."""
    said = faults(a_site(tmp_path, a_claim([LEDGER]), site=ruled("verdicts-are-caried: off\n")))

    assert [line.partition(": error")[2] for line in said] == [
        "[rules]: there is no rule `verdicts-are-caried`; did you mean `verdicts-are-carried`?"
    ]
