"""Content into problems: every rule says what breaks it, where, and what mends it."""

from __future__ import annotations

import ast
import inspect
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.utils import read_fixture_file
from sites import MINIMAL_SITE_YAML, SOUND, edited, make_sound_site, told

import builder.load
from builder.build import build, faults
from builder.check import RULES, check, name_of
from builder.check.quoting import quotes_stand_once
from builder.load import load, originals
from builder.load.tree import read as read_tree
from builder.passages import spans, text_of
from builder.places import File, Written
from builder.problems import BuildFailed
from builder.records import Annotation, Article, Content

HERE = Path(__file__).parent
CASES = read_fixture_file(HERE / "cases" / "check.md")
BROKEN = HERE / "broken"
NAMES = [name_of(rule) for rule in RULES]
SENT = re.compile(r"(?:error|warning)\[([a-z-]+)\]: ")


def content(root: Path) -> Content:
    found = load(root)
    assert found.problems == ()
    assert found.content is not None
    return found.content


@pytest.mark.parametrize(("line", "title", "edits", "expected"), CASES, ids=[case[1] for case in CASES])
def test_what_breaks_a_rule_is_told(tmp_path: Path, line: int, title: str, edits: str, expected: str) -> None:
    """What breaks a rule, and what only comes near to it, is told as cases/check.md shows, and nothing else is."""
    assert (told(make_sound_site(tmp_path, **edited(edits))) or "sound") == expected.strip()


@pytest.mark.parametrize("rule", NAMES)
def test_every_rule_has_its_case(rule: str) -> None:
    """Each rule is broken in at least one case that is about it."""
    assert any(title.startswith(f"{rule}: ") and f"[{rule}]: " in expected for _, title, _, expected in CASES)


def test_a_sound_site_has_no_problem(tmp_path: Path) -> None:
    """Where nothing is wrong nothing is told."""
    assert check(content(make_sound_site(tmp_path))) == ()


# The broken site


def all_of_the_broken_site() -> str:
    """All that is wrong with it, the originals that it lacks among it."""
    found, problems = faults(BROKEN)
    assert found is not None
    return "".join(f"{problem}\n" for problem in sorted({*problems, *originals(found, BROKEN / "originals")[1]}))


def test_the_broken_site_is_told_whole() -> None:
    """All faults of all files are told at once, each in its place, as broken/expected.txt lists them."""
    assert all_of_the_broken_site() == (BROKEN / "expected.txt").read_text(encoding="utf-8")


def rules_of_load() -> set[str]:
    """The names under which the files of `builder/load` tell faults, read from their code."""
    calls = [
        node
        for path in Path(builder.load.__file__).parent.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Problem"
    ]
    names = [call.args[1] for call in calls]
    assert all(isinstance(name, ast.Constant) for name in names)
    return {str(name.value) for name in names if isinstance(name, ast.Constant)}


@pytest.mark.parametrize("rule", [*NAMES, *sorted(rules_of_load()), "rules"])
def test_the_broken_site_breaks_every_rule(rule: str) -> None:
    """Each rule of `check`, and each kind of fault that `load` tells, stands in the list of the broken site."""
    expected = (BROKEN / "expected.txt").read_text(encoding="utf-8")

    assert rule in SENT.findall(expected)


def test_every_message_says_more_than_that_it_is_wrong() -> None:
    """Each line of the list has a place that is in its file, a severity and a rule in brackets."""
    for line in (BROKEN / "expected.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            continue
        path, row, column, _ = line.split(":", 3)
        file = BROKEN / path
        lines = file.read_bytes().decode(errors="replace").split("\n") if file.is_file() else [""]

        assert SENT.search(line)
        assert 1 <= int(row) <= len(lines)
        assert 1 <= int(column) <= len(lines[int(row) - 1]) + 1


def test_a_broken_site_is_not_built(tmp_path: Path) -> None:
    """A site with errors is not published, and the exception carries the whole list."""
    with pytest.raises(BuildFailed) as failed:
        build(BROKEN, tmp_path / "out")

    assert failed.value.problems == faults(BROKEN)[1]
    assert not (tmp_path / "out").exists()


# Severity


@pytest.mark.parametrize("rule", NAMES)
def test_a_rule_that_is_off_never_breaks_the_build(tmp_path: Path, rule: str) -> None:
    """With any rule off, what breaks it is published, or the editor is told that it cannot be off: nothing crashes."""
    edits = next(edits for _, title, edits, told in CASES if title.startswith(f"{rule}: ") and f"[{rule}]" in told)
    files = edited(edits)
    site = files.get("site.yaml", MINIMAL_SITE_YAML)
    make_sound_site(tmp_path, **{**files, "site.yaml": f"{site}rules: {{{rule}: off}}\n"})
    try:
        built = build(tmp_path, tmp_path / "_site")
    except BuildFailed as failed:
        assert f"error[rules]: `{rule}` is always an error, no page can be made without it" in str(failed)
    else:
        assert built.warnings == ()


def test_warnings_do_not_stop_the_build(tmp_path: Path) -> None:
    """A breach of a rule that is a warning is told by the build that it does not stop."""
    edits = "site.yaml\n- strands:\n+ rules: {names-differ: warning}\n+ strands:\n"
    same = "content/actors.yaml\n-   name: Ada Leaf\n+   name: Tea Board\n"
    built = build(make_sound_site(tmp_path, **edited(edits + same)), tmp_path / "_site")

    assert [str(problem) for problem in built.warnings] == [
        "content/actors.yaml:8:9: warning[names-differ]: actor `ada-leaf` has the same name as `tea-board`; "
        "a reader could not tell them apart"
    ]


def test_an_exception_is_for_one_record_alone(tmp_path: Path) -> None:
    """What is forgiven one record is not forgiven another."""
    source = {"publisher": "P", "kind": "letter", "published": "1901", "language": "en", "summary": "S."}
    source |= {"excerpt": "leaf " * 41, "checked": {"on": "1901", "how": "read"}}
    sources = "".join(json.dumps({id: {"title": id, **source}})[1:-1] + "\n" for id in ("one", "two", "three"))
    records = "{source:one: {severity: off, reason: R.}, source:two: {severity: warning, reason: R.}}"
    rules = f"rules:\n  excerpts-are-short:\n    records: {records}\n"
    make_sound_site(tmp_path, **{"content/sources/more.yaml": sources, "site.yaml": MINIMAL_SITE_YAML + rules})

    assert re.findall(r"more.yaml:(\d+):\d+: (\w+)\[excerpts-are-short]", told(tmp_path)) == [
        ("2", "warning"),
        ("3", "error"),
    ]


def test_every_rule_is_described() -> None:
    """The docstring of a rule is the rule: one sentence that ends in a full stop."""
    for rule in RULES:
        assert re.fullmatch(r"[A-Z][^\n]+\.", inspect.getdoc(rule) or ""), name_of(rule)


# The lines to paste

words = st.sampled_from(
    ["ten", "tens", "chests", "of", "green", "tea", "it’s", "“so”", "–", "*old*", "'", "a: b", "#1"]
)
paragraphs = st.lists(words, min_size=1, max_size=14).map(" ".join)


def note_of(quote: str, **around: str) -> Annotation:
    written = Written(File("n.yaml", ""), {})
    return Annotation(id="n", written=written, quote=quote, motivation="linking", note="N.", **around)


def remedy(article: Article, note: Annotation, site: Content) -> list[dict[str, str]]:
    """The sets of lines that the editor is offered, each as YAML reads it."""
    changed = replace(site, articles={"kettle": article}, annotations={"kettle": {"n": note}})
    offered: list[list[str]] = []
    for finding in quotes_stand_once(changed):
        for line in finding.remedy:
            if line.endswith("write:"):
                offered.append([])
            elif offered:
                offered[-1].append(line)
    return [read_tree(File("paste.yaml", "\n".join(lines) + "\n")).value for lines in offered]


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Content:
    return content(make_sound_site(tmp_path_factory.mktemp("sound")))


@given(text=st.lists(paragraphs, min_size=1, max_size=3).map("\n\n".join), quote=paragraphs)
@settings(deadline=None, derandomize=True, max_examples=300)
def test_what_is_offered_binds_when_it_is_pasted(sound: Content, text: str, quote: str) -> None:
    """Whatever the article and the quote, each set of lines that is offered is YAML and binds to one passage."""
    article = sound.articles["kettle"].model_copy(update={"text": text, "rights": "licensed"})
    note = note_of(quote)
    read = text_of(sound, article).text
    for pasted in remedy(article, note, sound):
        mended = note_of(**{"quote": quote, **pasted})

        assert len(spans(read, mended)) == 1


def test_each_passage_is_offered_its_own_lines(sound: Content) -> None:
    """Where a quote stands three times, the three sets of lines bind to the three passages, in their order."""
    text = "Tea for two. Tea for two. Two for tea. Tea for two."
    article = sound.articles["kettle"].model_copy(update={"text": text, "rights": "licensed"})
    offered = remedy(article, note_of("Tea for two"), sound)
    bound = [[span.start for span in spans(text, note_of("Tea for two", **lines))] for lines in offered]

    assert bound == [[0], [13], [39]]


def test_lines_that_are_pasted_mend_the_site(tmp_path: Path) -> None:
    """An editor who follows the message alone, and pastes what it says, has a sound site."""
    wrong = edited(
        "content/articles/kettle/annotations.yaml\n-   quote: ten chests\n+   quote: ten chest of green teas\n"
    )
    lines = told(make_sound_site(tmp_path, **wrong)).splitlines()
    pasted = lines[lines.index("    to bind it there write:") + 1].strip()
    notes = tmp_path / "content/articles/kettle/annotations.yaml"
    notes.write_text(notes.read_text().replace("quote: ten chest of green teas", pasted))

    assert told(tmp_path) == ""


@pytest.mark.parametrize(("number", "passage"), [(1, "ten chests of green"), (2, "ten chests of black")])
def test_context_that_is_pasted_mends_the_site(tmp_path: Path, number: int, passage: str) -> None:
    """Of a quote that stands twice the editor chooses one passage by pasting its lines below the quote."""
    twice = edited(
        "content/articles/kettle/article.md\n"
        "- A clerk called them “the best of the year” later.\n"
        "+ A clerk called it “ten chests of black tea” later.\n"
    )
    lines = told(make_sound_site(tmp_path, **twice)).splitlines()
    start = lines.index(f"    to bind it to passage {number} write:") + 1
    notes = tmp_path / "content/articles/kettle/annotations.yaml"
    notes.write_text(
        notes.read_text().replace(
            "  motivation", "\n".join([*lines[start : start + 2], "  motivation"]).replace("    ", "  ")
        )
    )
    mended = content(tmp_path)
    text = mended.articles["kettle"].text
    (span,) = spans(text, mended.annotations["kettle"]["ten"])

    assert told(tmp_path) == ""
    assert text[span.start :].startswith(passage)


@pytest.mark.parametrize("path", sorted(SOUND))
def test_a_site_without_one_of_its_files_is_told_in_words(tmp_path: Path, path: str) -> None:
    """Whichever file is lost, the editor is told what misses it; the builder does not fall over."""
    (make_sound_site(tmp_path) / path).unlink()
    lines = told(tmp_path).splitlines()

    assert (lines == []) == path.endswith("annotations.yaml")
    assert all(SENT.search(line) for line in lines)
