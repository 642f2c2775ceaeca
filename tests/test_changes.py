"""What was published before and now says something else: told, unless a correction tells it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from sites import MINIMAL_SITE_YAML, SOUND, edited, make_sound_site

from builder.build import build, faults
from builder.cli import main

MORE = {
    **SOUND,
    "content/events.yaml": """\
        first-ship:
          date: 1901-05-02
          title: The first ship
          strand: green
          summary: It came in [@ledger-1901].
          sources: [ledger-1901]
          checked: 2026-06-01
        """,
    "content/sanctions.yaml": """\
        ban-on-leaf:
          target: ada-leaf
          authority: tea-board
          listing_date: 1901-07-01
          measures: [kettle-ban]
          strand: green
          reason: She poured too early [@ledger-1901].
          sources: [ledger-1901]
          checked: 2026-06-01
        """,
}
TODAY = "2026-06-30"


MORE["site.yaml"] = MINIMAL_SITE_YAML.replace(
    "ties:\n", "statuses:\n  in-force: {label: in force}\n  lifted: {label: lifted, ended: true}\nties:\n"
)


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of the edition that readers know."""
    root = make_sound_site(tmp_path_factory.mktemp("published"), **MORE)
    build(root, root / "_site")
    return root / "_site/data/records.json"


def told(folder: Path, export: Path) -> list[str]:
    """Return all that is wrong with the site in `folder`, held against `export`."""
    return [str(problem) for problem in faults(folder, export)[1]]


def changed(folder: Path, path: str, old: str, new: str) -> Path:
    """Write the site that was published into `folder`, with one text in place of another."""
    assert MORE[path].count(old) == 1, f"{old!r} in {path}"
    return make_sound_site(folder, **{**MORE, path: MORE[path].replace(old, new)})


CHANGES = [
    (
        "content/claims.yaml",
        "Ten chests of tea came in in May 1901.",
        "Nine chests of tea came in in May 1901.",
        "content/claims.yaml:3:14: error[changes-are-corrected]: claim `ten-chests` says something else than on "
        "2026-06-30: its statement was “Ten chests of tea came in in May 1901.” and is “Nine chests of tea came in in "
        "May 1901.”; no correction tells of it",
        "claim-ten-chests-2026-06-30:\n  on: 2026-06-30\n  about: [claim:ten-chests]\n"
        "  was: 'Statement: Ten chests of tea came in in May 1901.'\n"
        "  now: 'Statement: Nine chests of tea came in in May 1901.'",
    ),
    (
        "content/claims.yaml",
        "- {on: 1901-05, verdict: reported, reason: The ledger has them.}",
        "- {on: 1901-05, verdict: inaccurate, reason: It's another ledger.}",
        "content/claims.yaml:10:30: error[changes-are-corrected]: claim `ten-chests` says something else than on "
        "2026-06-30: its verdict was “reported” and is “inaccurate”; no correction tells of it",
        "claim-ten-chests-2026-06-30:\n  on: 2026-06-30\n  about: [claim:ten-chests]\n"
        "  was: 'Verdict: Reported.'\n  now: 'Verdict: Inaccurate.'",
    ),
    (
        "content/actors.yaml",
        "name: Ada Leaf",
        "name: Ada O'Leaf",
        "content/actors.yaml:8:9: error[changes-are-corrected]: actor `ada-leaf` says something else than on "
        "2026-06-30: its name was “Ada Leaf” and is “Ada O'Leaf”; no correction tells of it",
        "actor-ada-leaf-2026-06-30:\n  on: 2026-06-30\n  about: [actor:ada-leaf]\n"
        "  was: 'Name: Ada Leaf.'\n  now: 'Name: Ada O''Leaf.'",
    ),
    (
        "content/events.yaml",
        "date: 1901-05-02\n          title: The first ship",
        "date: 1901-05\n          title: The only ship",
        "content/events.yaml:2:9: error[changes-are-corrected]: event `first-ship` says something else than on "
        "2026-06-30: its date was “1901-05-02” and is “1901-05”; its title was “The first ship” and is “The only "
        "ship”; no correction tells of it",
        "event-first-ship-2026-06-30:\n  on: 2026-06-30\n  about: [event:first-ship]\n"
        "  was: 'Date: 1901-05-02. Title: The first ship.'\n  now: 'Date: 1901-05. Title: The only ship.'",
    ),
    (
        "content/sanctions.yaml",
        "listing_date: 1901-07-01",
        "listing_date: 1901-07-01\n          end_date: 1902\n          status: lifted",
        "content/sanctions.yaml:6:11: error[changes-are-corrected]: sanction `ban-on-leaf` says something else than on "
        "2026-06-30: its status was nothing and is “lifted”; its end date was nothing and is “1902”; "
        "no correction tells of it",
        "sanction-ban-on-leaf-2026-06-30:\n  on: 2026-06-30\n  about: [sanction:ban-on-leaf]\n"
        "  was: 'Status: none. End date: none.'\n  now: 'Status: lifted. End date: 1902.'",
    ),
]
NAMES = ["statement", "verdict", "name", "date and title", "status and end"]


@pytest.mark.parametrize(("path", "old", "new", "message", "entry"), CHANGES, ids=NAMES)
def test_a_change_without_a_correction_is_told(tmp_path, export, path, old, new, message, entry) -> None:
    """What a reader goes by and now reads otherwise is told at its place, with the correction to paste."""
    (found,) = told(changed(tmp_path, path, old, new), export)
    head, advice, *lines = found.split("\n")

    assert head == message
    assert advice == "    if that is right, say so in content/corrections.yaml:"
    assert "\n".join(line.removeprefix("    ") for line in lines) == entry


@pytest.mark.parametrize(("path", "old", "new", "message", "entry"), CHANGES, ids=NAMES)
def test_the_correction_that_is_offered_settles_it(tmp_path, export, path, old, new, message, entry) -> None:
    """With the offered lines pasted into the corrections the content is sound, and can be published."""
    root = changed(tmp_path, path, old, new)
    (root / "content/corrections.yaml").write_text(entry + "\n", encoding="utf-8")

    assert told(root, export) == []
    assert build(root, root / "_site").warnings == ()


def test_what_is_gone_is_told(tmp_path: Path, export: Path) -> None:
    """A record that was published and no longer stands there is told, with its last words to keep."""
    root = make_sound_site(tmp_path, **{path: text for path, text in MORE.items() if path != "content/events.yaml"})

    assert told(root, export) == [
        "content/corrections.yaml:1:1: error[changes-are-corrected]: event `first-ship` was published on 2026-06-30 "
        "and is gone; no correction tells of it\n"
        "    put it back, or:\n"
        "    if that is right, say so in content/corrections.yaml:\n"
        "    event-first-ship-2026-06-30:\n"
        "      on: 2026-06-30\n"
        "      about: []\n"
        "      removed: [event:first-ship]\n"
        "      was: 'Date: 1901-05-02. Title: The first ship.'\n"
        "      now: 'It no longer stands here, because …'"
    ]


def test_a_correction_may_be_about_what_is_gone(tmp_path: Path, export: Path) -> None:
    """The lines that are offered for a record that is gone settle it, too, and name no record that is not there."""
    root = make_sound_site(tmp_path, **{path: text for path, text in MORE.items() if path != "content/events.yaml"})
    (found,) = told(root, export)
    entry = "\n".join(line.removeprefix("    ") for line in found.split("\n")[3:])
    (root / "content/corrections.yaml").write_text(entry + "\n", encoding="utf-8")

    assert told(root, export) == []


def test_a_renamed_record_is_gone(tmp_path: Path, export: Path) -> None:
    """A record under another id is a new one: who linked to the old address must be told."""
    (found,) = told(changed(tmp_path, "content/events.yaml", "first-ship:", "ship-of-may:"), export)

    assert "event `first-ship` was published on 2026-06-30 and is gone" in found


@pytest.mark.parametrize(
    ("on", "settled"), [("2026-06-29", False), ("2026-06", True), (TODAY, True), ("2026-05", False)]
)
def test_a_correction_of_before_does_not_count(tmp_path: Path, export: Path, on: str, settled: bool) -> None:
    """What readers of the published edition could read already does not tell them of a later change."""
    root = changed(tmp_path, *CHANGES[2][:3])
    entry = CHANGES[2][4].replace(f"on: {TODAY}", f"on: {on}")
    (root / "content/corrections.yaml").write_text(entry + "\n", encoding="utf-8")

    assert (told(root, export) == []) == settled


def test_a_correction_about_another_record_does_not_count(tmp_path: Path, export: Path) -> None:
    """A correction settles only the records that it is about."""
    root = changed(tmp_path, *CHANGES[2][:3])
    entry = CHANGES[2][4].replace("actor:ada-leaf]", "actor:tea-board]")
    (root / "content/corrections.yaml").write_text(entry + "\n", encoding="utf-8")

    assert len(told(root, export)) == 1


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (
            "content/claims.yaml",
            "Ten chests of tea came in in May 1901.",
            "|-\n            Ten chests of tea\n            came in in May 1901.",
        ),
        ("content/claims.yaml", "title: Ten chests came in", "title: Ten chests in May"),
        ("content/claims.yaml", "reason: The ledger has them.", "reason: The ledger lists them."),
        (
            "content/claims.yaml",
            "- {on: 1901-05, verdict: reported, reason: The ledger has them.}",
            "- {on: 1901-05, verdict: reported, reason: The ledger has them.}\n"
            "            - {on: 1902, verdict: inaccurate, reason: It's another ledger.}",
        ),
        ("content/actors.yaml", "She pours,", "She pours tea,"),
        ("content/sanctions.yaml", "listing_date: 1901-07-01", "listing_date: 1901-07-01\n          status: ''"),
    ],
    ids=["space", "title", "reason", "a new assessment", "summary", "an empty key"],
)
def test_what_means_the_same_needs_no_correction(tmp_path: Path, export: Path, path: str, old: str, new: str) -> None:
    """Space, titles, reasons and summaries may be mended, and assessments added, without an entry."""
    root = changed(tmp_path, path, old, new)

    assert told(root, export) == []


def test_the_same_content_has_not_changed(tmp_path: Path, export: Path) -> None:
    """Held against its own data a site is sound; with a new record, too."""
    added = MORE["content/events.yaml"].replace("first-ship", "second-ship")
    root = make_sound_site(tmp_path, **{**MORE, "content/events/more.yaml": added})

    assert told(root, export) == []


def test_what_cannot_be_read_is_not_gone(tmp_path: Path, export: Path) -> None:
    """A record with a fault is told for its fault, not for being gone."""
    (found,) = told(changed(tmp_path, "content/events.yaml", "date: 1901-05-02", "date: in May"), export)

    assert "error[schema]: date:" in found


def test_without_an_earlier_edition_nothing_is_held_against_it(tmp_path: Path) -> None:
    """A changed site is sound in itself: only an editor who asks is told of changes."""
    assert faults(changed(tmp_path, *CHANGES[0][:3]))[1] == ()


@pytest.mark.parametrize(("rules", "severity"), [("warning", "warning"), ("off", None)])
def test_how_grave_a_change_is_can_be_set(tmp_path: Path, export: Path, rules: str, severity: str | None) -> None:
    """The rule has its severity in site.yaml, as every rule has."""
    site = edited(f"site.yaml\n- strands:\n+ rules: {{changes-are-corrected: {rules}}}\n+ strands:\n")
    text = MORE["content/actors.yaml"].replace("name: Ada Leaf", "name: Ada Reed")
    root = make_sound_site(tmp_path, **{**MORE, **site, "content/actors.yaml": text})

    assert [problem.severity for problem in faults(root, export)[1]] == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "Expecting property name enclosed in double quotes"),
        ("[]", "`records` must hold records by collection and id"),
        ('{"as_of": "2026-06-30"}', "`records` must hold records by collection and id"),
        ('{"as_of": "2026-06-30", "records": {"claims": []}}', "`records` must hold records by collection and id"),
        ('{"as_of": "today", "records": {}}', "`today` is not a date"),
    ],
)
def test_what_is_no_data_export_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    """A file that is not the data of a site is told to be none, with where to find it."""
    (tmp_path / "old.json").write_text(text, encoding="utf-8")
    (found,) = told(make_sound_site(tmp_path / "site"), tmp_path / "old.json")

    assert found.startswith("old.json:1:1: error[file]: is not the data export of a site (")
    assert reason in found
    assert found.endswith("; take `data/records.json` of the one that is published")


def test_the_command_line_holds_against(tmp_path: Path, export: Path) -> None:
    """`check --against FILE` shows the changes and ends with an error; for the same content it is content."""
    root = changed(tmp_path, *CHANGES[1][:3])
    wrong = CliRunner().invoke(main, ["check", "--root", str(root), "--against", str(export)])
    build(root, root / "_site")
    right = CliRunner().invoke(main, ["check", "--root", str(root), "--against", str(root / "_site/data/records.json")])

    assert (wrong.exit_code, CHANGES[1][3] in wrong.output) == (1, True)
    assert (right.exit_code, right.output) == (0, "the content is sound\n")


def test_an_export_without_some_collections_can_be_held_against(tmp_path: Path) -> None:
    """An export of a time when a collection did not exist is held against as far as it goes."""
    old = {"as_of": TODAY, "records": {"actors": {"ada-leaf": {"name": "Ada"}}}}
    (tmp_path / "old.json").write_text(json.dumps(old), encoding="utf-8")
    (found,) = told(make_sound_site(tmp_path / "site"), tmp_path / "old.json")

    assert "its name was “Ada” and is “Ada Leaf”" in found
