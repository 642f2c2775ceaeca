"""Files into content: every scalar is text, every fault of every file is told, each in its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.utils import read_fixture_file
from sites import MINIMAL_SITE_YAML, SOUND, edited, make_site, make_sound_site, told

from builder.load import Load, load, originals, with_originals
from builder.load.tree import read as read_tree
from builder.places import File
from builder.problems import Place
from builder.records import Actor, Content

CASES = read_fixture_file(Path(__file__).parent / "cases" / "load.md")
SIGNS = st.characters(codec="utf-8", exclude_categories=("C", "Z"), include_characters=" ")


def content(found: Load) -> Content:
    assert found.problems == ()
    assert found.content is not None
    return found.content


def place(text: str, words: str, path: str) -> Place:
    """Where `words` stand in `text`, counted by hand."""
    before = text[: text.index(words)].split("\n")
    return Place(path, len(before), len(before[-1]) + 1)


@pytest.mark.parametrize(("line", "title", "edits", "expected"), CASES, ids=[case[1] for case in CASES])
def test_a_fault_of_a_file_is_told(tmp_path: Path, line: int, title: str, edits: str, expected: str) -> None:
    """What an editor gets wrong in a file is told as cases/load.md shows, all of it and nothing else."""
    assert (told(make_sound_site(tmp_path, **edited(edits))) or "sound") == expected.strip()


# Scalars


REST = "definition: An urn., sources: [ledger-1901], checked: 1901"


@pytest.mark.parametrize(
    "scalar",
    [
        *("NO", "no", "yes", "on", "off", "true", "1901", "010", "1.50", "1e3", "0x1F", "=", "<<"),
        *("1901-05-30", "1901-05", "12:30"),
    ],
)
def test_every_scalar_is_text(tmp_path: Path, scalar: str) -> None:
    """Norway stays NO, a number keeps its noughts, a date its precision: a scalar is its text and nothing else."""
    make_sound_site(tmp_path, **{"content/terms.yaml": f"urn: {{name: {scalar}, aliases: [{scalar}], {REST}}}\n"})
    urn = content(load(tmp_path)).terms["urn"]

    assert (urn.name, urn.aliases) == (scalar, (scalar,))


@pytest.mark.parametrize("key", ["NO", "1901", "1901-05-30", "true"])
def test_every_key_is_text(key: str) -> None:
    """A key that looks like a number, a date or a yes is its text too."""
    assert read_tree(File("k.yaml", f"{key}: x")).value == {key: "x"}


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_nothing_is_left_out(tmp_path: Path, nothing: str) -> None:
    """A key without a value is as good as left out."""
    make_sound_site(tmp_path, **edited(f"content/actors.yaml\n-   country: NO\n+   country: {nothing}\n"))

    assert content(load(tmp_path)).actors["tea-board"].country == ""


@pytest.mark.parametrize("text", ["~", "null", "NO", "1901-05", "a: b", "a # b", "- a", "&a", "!a", "*a"])
def test_what_stands_between_quotation_marks_is_text(text: str) -> None:
    """Between quotation marks any signs are text, those that mean something elsewhere too."""
    assert read_tree(File("k.yaml", f"a: '{text}'\nb: [\"{text}\"]\n")).value == {"a": text, "b": (text,)}


def test_dates_stay_as_they_were_written(tmp_path: Path) -> None:
    """A date keeps its precision and its text, in the head of an article as in YAML."""
    written = content(load(make_sound_site(tmp_path)))

    assert str(written.sources["ledger-1901"].published) == "1901-05"
    assert written.sources["ledger-1901"].published.last.day == 31
    assert str(written.articles["kettle"].published) == "1901-06-01"


@given(st.dictionaries(st.text(SIGNS, max_size=8), st.text(SIGNS | st.sampled_from("\n\t"), max_size=20), max_size=4))
@settings(deadline=None, derandomize=True)
def test_any_text_can_be_written_between_quotation_marks(mapping: dict[str, str]) -> None:
    """Whatever letters, signs, breaks and tabs JSON writes are read as that text."""
    tree = read_tree(File("k.yaml", json.dumps(mapping, ensure_ascii=False)))

    assert (tree.value, tree.problems) == (mapping, [])


# Places


def test_every_value_knows_its_line_and_column(tmp_path: Path) -> None:
    """A value in a list in a record is placed where it stands, and its key where that stands."""
    text = "urn:\n  name: Urn\n  aliases: [pot,\n    '🍵 kéttle']\n  definition: >-\n    An urn.\n  " + REST.split(
        "., ", 1
    )[1].replace("ledger-1901", "ledger")
    text = text.replace(", checked", "\n  checked")
    urn = content(load(make_sound_site(tmp_path, **{"content/terms.yaml": text}))).terms["urn"]

    def here(words: str) -> Place:
        return place(text, words, "content/terms.yaml")

    assert urn.written.at() == here("urn:")
    assert urn.written.at("name") == here("Urn")
    assert urn.written.key("name") == here("name")
    assert urn.written.at("aliases", 1) == here("'🍵")
    assert urn.written.at("definition") == here(">-")
    assert urn.written.at("definition", needle="An urn.") == here("An urn.")
    assert urn.written.at("sources", 0) == here("ledger]")
    assert urn.written.at("checked") == here("1901")


def test_a_page_knows_where_its_head_and_its_text_stand(tmp_path: Path) -> None:
    """A document's values are placed in its head, its text below it, itself at its first line."""
    text = "---\ntitle: Brewing 🍵 tea\nsummary: How.\n---\n\nBoil it.\nTwice.\n"
    page = content(load(make_sound_site(tmp_path, **{"content/pages/brewing.md": text}))).pages["brewing"]

    assert page.text == "Boil it.\nTwice."
    assert page.written.at() == Place("content/pages/brewing.md", 1, 1)
    assert page.written.at("title") == place(text, "Brewing", "content/pages/brewing.md")
    assert page.written.key("summary") == place(text, "summary", "content/pages/brewing.md")
    assert page.written.at("text") == Place("content/pages/brewing.md", 5, 1)
    assert page.written.at("text", needle="Twice.") == place(text, "Twice", "content/pages/brewing.md")


@given(st.lists(st.text(SIGNS, min_size=1, max_size=9).map(lambda text: f"é🍵{text.strip()}"), min_size=1, max_size=5))
@settings(deadline=None, derandomize=True)
def test_places_count_characters_whatever_stands_before(values: list[str]) -> None:
    """Whatever letters stand before it, each item of a list is placed at its own first character."""
    lines = [f"'{value.replace(chr(39), chr(39) * 2)}'" for value in values]
    text = "# é🍵\nteas:\n" + "".join(f"  - {line}\n" for line in lines)
    file = File("k.yaml", text)
    tree = read_tree(file)
    starts = [text.index("  - ") + 4 + sum(len(line) + 5 for line in lines[:number]) for number in range(len(lines))]

    assert tree.value == {"teas": tuple(values)}
    assert [tree.written().values["teas", number] for number in range(len(values))] == starts


# Bytes


@pytest.mark.parametrize("path", sorted(SOUND))
def test_line_ends_of_windows_change_nothing(tmp_path: Path, path: str) -> None:
    """A file with carriage returns and a byte order mark reads, and is placed, like one without."""
    plain, windows = make_sound_site(tmp_path / "plain"), make_sound_site(tmp_path / "windows")
    text = (plain / path).read_bytes()
    (windows / path).write_bytes(b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))

    assert content(load(windows)) == content(load(plain))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_fault_in_a_file_of_windows_has_its_line_and_column(tmp_path: Path, end: str) -> None:
    """Carriage returns and a byte order mark move no fault to another line or column."""
    text = f"urn:{end}  name: Urn{end}  nam: Pot{end}".encode("utf-8-sig")
    problems = load(make_sound_site(tmp_path, **{"content/terms.yaml": text})).problems

    assert Place("content/terms.yaml", 3, 3) in [problem.place for problem in problems]


def test_a_site_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    """An editor on Windows may save `site.yaml` as it likes."""
    text = MINIMAL_SITE_YAML.replace("\n", "\r\n").encode("utf-8-sig")

    assert content(load(make_sound_site(tmp_path, **{"site.yaml": text}))).site.title == "The Kettle"


@pytest.mark.parametrize("path", ["content/terms.yaml", "content/articles/kettle/annotations.yaml"])
def test_bytes_that_are_no_text_are_told_with_their_line(tmp_path: Path, path: str) -> None:
    """A file in another encoding is refused by its name and line, and the rest is read."""
    found = load(make_sound_site(tmp_path, **{path: "tea: x\nurn: caf\u00e9\n".encode("latin-1")}))

    assert [str(problem) for problem in found.problems] == [
        f"{path}:2:9: error[file]: is not UTF-8 text; save it as UTF-8 in your editor"
    ]
    assert found.content is not None
    assert list(found.content.actors) == ["tea-board", "ada-leaf"]


def test_a_page_that_is_no_text_is_told(tmp_path: Path) -> None:
    """A page saved with two bytes a letter is refused at its first."""
    found = load(
        make_sound_site(tmp_path, **{"content/pages/brewing.md": "---\ntitle: B\n---\nBoil.".encode("utf-16")})
    )

    assert [str(problem) for problem in found.problems] == [
        "content/pages/brewing.md:1:1: error[file]: is not UTF-8 text; save it as UTF-8 in your editor"
    ]


@pytest.mark.parametrize(
    ("text", "where"),
    [("urn:\n\tname: x\n", "2:1"), ("urn:\n  name: x\n\tdefinition: y\n", "3:1"), ("a: é\n\tb: c", "2:1")],
)
def test_a_tab_is_called_a_tab(tmp_path: Path, text: str, where: str) -> None:
    """A tab where YAML wants spaces cannot be seen, so it is named."""
    assert told(make_sound_site(tmp_path, **{"content/terms.yaml": text})) == (
        f"content/terms.yaml:{where}: error[yaml]: a tab stands where YAML wants spaces; indent with spaces"
    )


@pytest.mark.parametrize("sign", ["\x00", "\x01", "\x1b", "\x7f", "\ufffe"])
def test_a_sign_that_cannot_be_seen_is_placed(tmp_path: Path, sign: str) -> None:
    """A control character is told where it stands, whatever letters stand before it."""
    text = f"urn:\n  name: é🍵 urn{sign}\n"

    assert told(make_sound_site(tmp_path, **{"content/terms.yaml": text.encode()})) == (
        f"{place(text, sign, 'content/terms.yaml')}: error[yaml]: a character that YAML does not allow; delete it"
    )


def test_a_site_without_its_own_file_is_told_so(tmp_path: Path) -> None:
    """Without `site.yaml` there is no content, and the other files' faults are told all the same."""
    make_sound_site(tmp_path, **{"content/terms.yaml": "urn: x\n"})
    (tmp_path / "site.yaml").unlink()
    found = load(tmp_path)

    assert found.content is None
    assert [str(problem) for problem in found.problems] == [
        "site.yaml:1:1: error[file]: there is no such file; make it, or delete its folder",
        "content/terms.yaml:1:1: error[schema]: `urn` must be a mapping of keys to values",
    ]


def test_a_file_that_is_a_folder_is_told(tmp_path: Path) -> None:
    """What cannot be read is told with the reason that the machine gives."""
    make_sound_site(tmp_path)
    (tmp_path / "content" / "terms" / "urns.yaml").mkdir(parents=True)

    assert told(tmp_path) == "content/terms/urns.yaml:1:1: error[file]: cannot be read: Is a directory"


# Collections


def test_a_collection_is_a_file_and_all_files_of_a_folder(tmp_path: Path) -> None:
    """Records may stand in `terms.yaml`, below `terms/` at any depth, or both, and read in the order of the paths."""
    urn = f"{{name: Urn, {REST}}}"
    make_sound_site(
        tmp_path,
        **{
            "content/terms/b.yaml": f"third: {urn}\n",
            "content/terms/a/x.yaml": f"second: {urn}\n",
            "content/terms.yaml": f"first: {urn}\n",
            "content/terms/notes.txt": "not read",
        },
    )

    assert list(content(load(tmp_path)).terms) == ["first", "second", "third"]


def test_a_site_with_nothing_but_its_own_file_is_empty(tmp_path: Path) -> None:
    """A newcomer may begin with `site.yaml` alone."""
    empty = content(load(make_site(tmp_path)))

    assert [len(empty.of(kind)) for kind in ("source", "actor", "claim", "article", "page")] == [0, 0, 0, 0, 0]


def test_notes_belong_to_the_article_beside_them(tmp_path: Path) -> None:
    """Annotations are kept by article, so two articles may use the same id."""
    make_sound_site(
        tmp_path,
        **{
            "content/articles/pot/article.md": SOUND["content/articles/kettle/article.md"],
            "content/articles/pot/annotations.yaml": SOUND["content/articles/kettle/annotations.yaml"],
        },
    )
    notes = content(load(tmp_path)).annotations

    assert {article: list(found) for article, found in notes.items()} == {"kettle": ["ten"], "pot": ["ten"]}


def test_content_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    """Faulty records are left out, known by name, and references to them lead somewhere."""
    edits = "content/actors.yaml\n-   name: Ada Leaf\n+   name: []\n"
    found = load(make_sound_site(tmp_path, **edited(edits))).content

    assert found is not None
    assert list(found.actors) == ["tea-board"]
    assert [found.has("actor", id) for id in ("tea-board", "ada-leaf", "bo-leaf")] == [True, True, False]


def test_what_a_broken_file_may_hold_is_not_missed(tmp_path: Path) -> None:
    """Where a whole file of actors cannot be read, any actor may be in it; claims are not touched by that."""
    found = load(make_sound_site(tmp_path, **{"content/actors/more.yaml": "a: ["})).content

    assert found is not None
    assert [found.has(kind, "nobody") for kind in ("actor", "claim")] == [True, False]


def test_everything_is_every_record_with_its_kind(tmp_path: Path) -> None:
    """All records are given, annotations and the site's own words last."""
    everything = content(load(make_sound_site(tmp_path))).everything()

    assert [f"{kind}:{record.id}" for kind, record in everything] == [
        "source:ledger-1901",
        "actor:tea-board",
        "actor:ada-leaf",
        "claim:ten-chests",
        "article:kettle",
        "annotation:ten",
        "site:site",
    ]


def test_the_same_files_make_the_same_content(tmp_path: Path) -> None:
    """Where the site's folder lies does not show in what is read from it."""
    one, other = (load(make_sound_site(tmp_path / name)) for name in ("one", "the-other"))

    assert one == other
    assert isinstance(content(one).actors["ada-leaf"], Actor)


# Originals


def test_originals_take_the_place_of_digests(tmp_path: Path) -> None:
    """With the folder of originals, an article's text is the original's, and so are its places."""
    written = content(load(make_sound_site(tmp_path / "site")))
    (tmp_path / "kettle.txt").write_text("First line.\r\nTen chests of green tea.\r\n", newline="")
    texts, problems = originals(written, tmp_path)
    article = with_originals(written, texts).articles["kettle"]

    assert problems == ()
    assert article.text == "First line.\nTen chests of green tea.\n"
    assert article.written.at("text", needle="green") == Place("kettle.txt", 2, 15)
    assert with_originals(written, texts).full == {"kettle"}
    assert "digest" not in article.text
    assert written.articles["kettle"].text.startswith("The board counted")


def test_an_original_that_is_not_there_is_told_where_it_is_named(tmp_path: Path) -> None:
    """A missing original is told at the head that names it."""
    written = content(load(make_sound_site(tmp_path)))
    texts, problems = originals(written, tmp_path)

    assert dict(texts) == {}
    assert [str(problem) for problem in problems] == [
        "content/articles/kettle/article.md:6:11: error[original]: its original `kettle.txt` is not in the folder of "
        "originals: there is no such file; make it, or delete its folder"
    ]
