"""The records as data: parts that machines find by a record's id, and that a later edition is held against."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from sites import SOUND, make_sound_site

from builder.build import build, faults, sound
from builder.export.records import records
from builder.load import load, published
from builder.records import Content, Published

SOURCE = """\
letter-{number}:
  title: Letter {number}
  publisher: Tea Board
  kind: letter
  published: 1901-05
  language: en
  summary: It tells of tea.
  checked: {{on: 2026-06-01, how: read}}
"""


def letters(folder: Path, number: int, **changed: str) -> Content:
    """The content of the small site with so many letters more, one text in each key of `changed` put for another."""
    text = "".join(SOURCE.format(number=place) for place in range(number))
    for old, new in changed.items():
        assert text.count(f"Letter {old}\n") == 1
        text = text.replace(f"Letter {old}\n", f"{new}\n")
    folder.mkdir()
    loaded = load(make_sound_site(folder, **{"content/sources/letters.yaml": text}))
    assert loaded.content
    assert loaded.problems == ()
    return loaded.content


def sources(content: Content) -> Mapping[str, Any]:
    """The parts of the sources, by their path."""
    return {path: json.loads(text) for path, text in records(content) if path.startswith("data/sources/")}


def rewritten(before: Content, after: Content) -> list[str]:
    """The files of data that are not as they were."""
    old, new = dict(records(before)), dict(records(after))
    return sorted(path for path in old.keys() | new.keys() if old.get(path) != new.get(path))


def by_the_rule(head: Mapping[str, Any], name: str, id: str) -> str:
    """Where a record stands, worked out by a reader who knows the sentence in the head and nothing else of us."""
    parts, power = head["collections"][name]["parts"], 1
    while power < parts:
        power *= 2
    part = int(sha256(id.encode("utf-8")).hexdigest()[:8], 16) % power
    if part >= parts:
        part -= power // 2
    return "data/" + head["part"].replace("{collection}", name).replace("{part}", str(part))


def test_the_records_are_told_as_they_were_written(tmp_path: Path) -> None:
    """The data has each record under its collection and id, with the keys that its editor wrote and no others."""
    root = make_sound_site(tmp_path)
    build(root, root / "_site")
    data = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in (root / "_site/data").glob("*.json")}
    claims = json.loads((root / "_site/data/claims/0.json").read_text(encoding="utf-8"))
    notes = json.loads((root / "_site/data/annotations/0.json").read_text(encoding="utf-8"))

    assert list(data) == ["records.json"]
    assert (claims["collection"], claims["as_of"], list(notes["records"])) == ("claims", "2026-06-30", ["kettle/ten"])
    assert claims["records"] == {
        "ten-chests": {
            "title": "Ten chests came in",
            "statement": "Ten chests of tea came in in May 1901.",
            "strand": "green",
            "stated": [{"by": "tea-board", "on": "1901-05", "verb": "said", "source": "ledger-1901"}],
            "evidence": [{"source": "ledger-1901", "stance": "supports"}],
            "assessments": [{"on": "1901-05", "verdict": "reported", "reason": "The ledger has them."}],
            "checked": {"on": "2026-06-01"},
        }
    }


def test_the_head_says_what_there_is_and_how_it_is_found(tmp_path: Path) -> None:
    """The head names each collection with its size, and tells how a record's part is worked out; it lists nothing."""
    files = dict(records(sound(make_sound_site(tmp_path))[0]))
    head = json.loads(files["data/records.json"])

    assert (head["format"], head["title"], head["as_of"]) == (2, "The Kettle", "2026-06-30")
    assert head["collections"]["actors"] == {"records": 2, "parts": 1}
    assert head["collections"]["events"] == {"records": 0, "parts": 0}
    assert head["collections"]["annotations"] == {"records": 1, "parts": 1}
    assert "SHA-256" in head["how_to_find"]
    assert set(files) == {"data/records.json"} | {
        f"data/{name}/{part}.json" for name, size in head["collections"].items() for part in range(size["parts"])
    }


def test_a_record_is_found_by_its_id(tmp_path: Path) -> None:
    """Whoever follows the sentence in the head finds each record in the part that it gives."""
    files = dict(records(letters(tmp_path / "site", 700)))
    head = json.loads(files["data/records.json"])
    ids = ["ledger-1901", *(f"letter-{number}" for number in range(700))]

    assert head["collections"]["sources"]["parts"] > 8
    assert all(id in json.loads(files[by_the_rule(head, "sources", id)])["records"] for id in ids)
    assert "kettle/ten" in json.loads(files[by_the_rule(head, "annotations", "kettle/ten")])["records"]


def test_no_file_holds_all_of_a_large_collection(tmp_path: Path) -> None:
    """However many records there are, a part holds about 200 at the most, and the head grows by digits only."""
    few, many = letters(tmp_path / "few", 20), letters(tmp_path / "many", 2_000)
    heads = [dict(records(content))["data/records.json"] for content in (few, many)]
    held = [list(part["records"]) for part in sources(many).values()]

    assert sum(map(len, held)) == 2_001
    assert max(map(len, held)) <= 200
    assert all(ids == sorted(ids) for ids in held)
    assert len(heads[1]) - len(heads[0]) < 10


def test_an_edited_record_rewrites_one_part(tmp_path: Path) -> None:
    """A word changed in one of many records changes the file that the record stands in, and no other."""
    before, after = letters(tmp_path / "before", 700), letters(tmp_path / "after", 700, **{"44": "A letter"})
    (path,) = rewritten(before, after)

    assert sources(after)[path]["records"]["letter-44"]["title"] == "A letter"


@pytest.mark.parametrize("number", [700, 719, 720, 1_023, 1_039])
def test_an_added_record_rewrites_few_parts(tmp_path: Path, number: int) -> None:
    """One record more changes the head and its own part, and at most the two that come of a part that was cut."""
    paths = rewritten(letters(tmp_path / "before", number), letters(tmp_path / "after", number + 1))

    assert "data/records.json" in paths
    assert 2 <= len(paths) <= 4


def test_keys_that_are_words_of_python_have_their_own_names(tmp_path: Path) -> None:
    """A key is called in the data as it is in the file: `from`, `with`."""
    actors = SOUND["content/actors.yaml"].replace(
        "  type: person\n", "  type: person\n          relations: [{with: tea-board, type: owns, from: 1900~}]\n"
    )
    files = dict(records(sound(make_sound_site(tmp_path, **{"content/actors.yaml": actors}))[0]))

    assert json.loads(files["data/actors/0.json"])["records"]["ada-leaf"]["relations"] == [
        {"with": "tea-board", "type": "owns", "from": "1900~"}
    ]


def test_the_data_do_not_depend_on_where_a_record_is_written(tmp_path: Path) -> None:
    """The same records in other files and in another order are the same data, byte for byte."""
    first, second = SOUND["content/actors.yaml"].split("        ada-leaf:\n")
    moved = {"content/actors/b.yaml": first, "content/actors/a.yaml": "        ada-leaf:\n" + second}
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    one = make_sound_site(tmp_path / "one")
    two = make_sound_site(tmp_path / "two", **moved)
    (two / "content/actors.yaml").unlink()

    assert list(records(sound(one)[0])) == list(records(sound(two)[0]))


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of a site with so many letters that they stand in several parts."""
    folder = tmp_path_factory.mktemp("exported")
    for path, text in records(letters(folder / "site", 300)):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def data(exported: Path, tmp_path: Path) -> Path:
    """The same data, to be broken; its head is returned."""
    return shutil.copytree(exported / "data", tmp_path / "data") / "records.json"


def first_form(head: Path) -> dict[str, Any]:
    """The same data in the one file that it once was."""
    gathered: dict[str, Any] = {}
    for name, size in json.loads(head.read_text())["collections"].items():
        parts = [json.loads((head.parent / name / f"{part}.json").read_text()) for part in range(size["parts"])]
        gathered[name] = {id: record for part in parts for id, record in part["records"].items()}
    notes = gathered["annotations"].items()
    gathered["annotations"] = {"kettle": {name.removeprefix("kettle/"): note for name, note in notes}}
    return {"title": "The Kettle", "as_of": "2026-06-30", "records": gathered}


def test_what_was_exported_is_read_again(exported: Path) -> None:
    """Held against its own data a site has changed nothing: every record is read as it was written."""
    earlier = published(exported / "data" / "records.json")

    assert isinstance(earlier, Published)
    assert len(earlier.of("source")) == 301
    assert earlier.records["annotations"]["kettle"]["ten"]["quote"] == "ten chests"
    assert faults(exported / "site", exported / "data" / "records.json")[1] == ()


def test_the_first_form_says_the_same(data: Path) -> None:
    """An edition from before there were parts, every record in one file, is read as the same edition."""
    (data.parent / "old.json").write_text(json.dumps(first_form(data)), encoding="utf-8")

    assert published(data.parent / "old.json") == published(data)


def put(path: str, old: str, new: str) -> Callable[[Path], None]:
    """A fault: in the file of that path the first `old` gives way to `new`."""

    def break_it(folder: Path) -> None:
        text = (folder / path).read_text(encoding="utf-8")
        assert old in text
        (folder / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return break_it


def swap(folder: Path) -> None:
    """A fault: two parts have each other's names."""
    (folder / "sources/0.json").rename(folder / "spare")
    (folder / "sources/1.json").rename(folder / "sources/0.json")
    (folder / "spare").rename(folder / "sources/1.json")


AGAIN = "take the head and all parts again from the site that is published"
BROKEN = {
    "cut off": (
        lambda folder: (folder / "claims/0.json").write_text('{"records"'),
        r"claims/0.json:1:1: error\[file\]: is not a part of a data export \(Expecting ':' delimiter.*\); "
        "take it again from the site that is published",
    ),
    "no records": (
        put("claims/0.json", '"records": {', '"records": [], "rest": {'),
        r"claims/0.json:1:1: error\[file\]: is not a part of a data export \(`records` must hold records by id\); .*",
    ),
    "of another collection": (
        lambda folder: shutil.copy(folder / "actors/0.json", folder / "claims/0.json"),
        r"claims/0.json:1:1: error\[file\]: is of `actors` as of 2026-06-30, where records.json leads to `claims` "
        f"as of 2026-06-30; {AGAIN}",
    ),
    "of another day": (
        put("claims/0.json", '"as_of": "2026-06-30"', '"as_of": "2026-05-01"'),
        r"claims/0.json:1:1: error\[file\]: is of `claims` as of 2026-05-01, where records.json leads to `claims` "
        f"as of 2026-06-30; {AGAIN}",
    ),
    "a record less": (
        put("actors/0.json", '"ada-leaf": {', '"tea-board": {'),
        rf"records.json:1:1: error\[file\]: says that there are 2 `actors`, and their parts hold 1; {AGAIN}",
    ),
    "a later form": (
        put("records.json", '"format": 2', '"format": 3'),
        r"records.json:1:1: error\[file\]: is a data export of the format 3, and this builder reads 2; "
        "take the builder that wrote it, or a later one",
    ),
    "a head without sizes": (
        put("records.json", '"parts": 1', '"parts": "all"'),
        r"records.json:1:1: error\[file\]: is not the data export of a site \(`collections` must say of each how many "
        r"`records` and `parts` it has\); take `data/records.json` of the one that is published",
    ),
    "a way out of the folder": (
        put("records.json", '"claims": {', '"../claims": {'),
        r"records.json:1:1: error\[file\]: is not the data export of a site \(`collections` must say .*",
    ),
    "a head of no day": (
        put("records.json", '"as_of": "2026-06-30"', '"as_of": "today"'),
        r"records.json:1:1: error\[file\]: is not the data export of a site \(`today` is not a date.*",
    ),
}


@pytest.mark.parametrize(("break_it", "message"), BROKEN.values(), ids=BROKEN)
def test_broken_data_are_told(data: Path, break_it: Callable[[Path], object], message: str) -> None:
    """What cannot be read, or is of another edition, is told with its file and how to mend it, and nothing else is."""
    break_it(data.parent)
    (problem,) = faults(make_sound_site(data.parent.parent / "site"), data)[1]

    assert re.fullmatch(message, str(problem))


def test_a_part_under_another_name_is_told(data: Path) -> None:
    """Parts that have been taken for one another hold records that are not looked for there: each is told."""
    swap(data.parent)
    problems = published(data)

    assert isinstance(problems, tuple)
    assert [problem.place.path for problem in problems] == ["sources/0.json", "sources/1.json"]
    assert re.fullmatch(rf"holds `letter-\d+`, whose place is `sources/1.json`; {AGAIN}", problems[0].message)


def test_a_head_without_its_parts_is_told_once(data: Path) -> None:
    """Whoever has fetched the head alone is told so in one message, with how to come by the rest."""
    for folder in ("sources", "claims"):
        shutil.rmtree(data.parent / folder)
    problems = published(data)

    assert isinstance(problems, tuple)
    assert [str(problem) for problem in problems] == [
        "records.json:1:1: error[file]: leads to 5 parts not beside it (`claims/0.json`, `sources/0.json`, "
        "`sources/1.json` and 2 more); fetch what is missing from the site that it is of, or let "
        "`make check-published SITE_URL=https://…/` fetch all"
    ]
