"""The command line: what it says, where it says it, and how it ends."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli import main

ROOT = Path(__file__).parent.parent


@pytest.fixture
def run(monkeypatch):
    """A hand that types a command; it gives how the program ended, what it printed, and what it complained of."""

    def command(*words, within=None):
        if within:
            monkeypatch.chdir(within)
        ended = CliRunner().invoke(main, [str(word) for word in words], prog_name="builder")
        assert ended.exception is None or isinstance(ended.exception, SystemExit), ended.exception
        return ended.exit_code, ended.stdout, ended.stderr

    return command


# build


def test_build_says_how_many_pages_stand_where(run, tea, tmp_path):
    """A build that succeeds ends with 0, one line, and no complaint."""
    code, said, complained = run("build", "--root", tea, "--out", tmp_path / "public")
    pages = len(list((tmp_path / "public").rglob("*.html")))

    assert (code, said, complained) == (0, f"{pages} pages in {tmp_path / 'public'}\n", "")


def test_build_takes_the_folder_one_stands_in(run, tea):
    """Without `--root` and `--out` the site of this folder is written into its `_site`."""
    code, said, _ = run("build", within=tea)

    assert (code, said.split(" in ")[1]) == (0, "_site\n")
    assert (tea / "_site" / "index.html").is_file()


def test_build_into_the_folder_one_stands_in_is_refused(run, tea, snapshot):
    """`--out .` would replace the content by the site: it is refused, and nothing is touched."""
    before = snapshot(tea)

    code, said, complained = run("build", "--out", ".", within=tea)

    assert (code, said) == (1, "")
    assert complained == (
        f"{tea.as_posix()}:1:1: error[write]: holds files that this builder did not write; "
        "name another folder with `--out`, or empty it\n"
        "1 error; nothing was written\n"
    )
    assert snapshot(tea) == before


def test_build_tells_all_faults_at_once(run, tea, tmp_path, change):
    """Every fault of every file is told, by file and line, with a count, on the error stream; the exit code is 1."""
    change(tea / "content" / "crosslinks.yaml", "to: chests-under-weight", "to: chests-under-wait")
    change(tea / "content" / "events.yaml", "date: 1887-05-02", "date: 1887-13-02")
    change(tea / "content" / "terms.yaml", "[pearl tea, rolled leaf]", "[pearl tea, rolled leaf")

    code, said, complained = run("build", "--root", tea, "--out", tmp_path / "public")

    assert (code, said) == (1, "")
    assert re.findall(r"^(\S+): error\[(\S+)\]", complained, re.MULTILINE) == [
        ("content/crosslinks.yaml:24:7", "references-exist"),
        ("content/events.yaml:11:9", "schema"),
        ("content/terms.yaml:26:12", "yaml"),
    ]
    assert complained.endswith("3 errors; nothing was written\n")
    assert not (tmp_path / "public").exists()


def test_build_knows_the_address_it_is_given(run, tea, tmp_path):
    """`--site-url` puts the address of the site into its pages."""
    code, _, _ = run("build", "--root", tea, "--out", tmp_path / "public", "--site-url", "https://tea.example/pot")

    assert code == 0
    assert "https://tea.example/pot/claims/" in (tmp_path / "public" / "sitemap.xml").read_text(encoding="utf-8")


def test_a_private_build_has_a_folder_of_its_own(run, tea):
    """The private edition is written beside the public one, never in its place."""
    code, said, _ = run("build", "--root", tea, "--originals", tea / "originals", "--private")

    assert (code, said.split(" in ")[1]) == (0, f"{tea / '_site.private'}\n")
    assert not (tea / "_site").exists()


@pytest.mark.parametrize("words", [("--private",), ("--originals", "originals")])
def test_originals_are_never_published_by_half_an_order(words, run, tea):
    """`--private` without `--originals`, or the other way round, is a mistake in the command: nothing is built."""
    code, said, complained = run("build", *words, within=tea)

    assert (code, said) == (2, "")
    assert complained.endswith(
        "Error: `--originals DIR` and `--private` go together: full texts are for your eyes only\n"
    )
    assert not (tea / "_site").exists()
    assert not (tea / "_site.private").exists()


def test_warnings_are_told_and_the_site_is_built(run, tea, tmp_path, change):
    """What site.yaml calls a warning is told on the error stream, and the exit code is 0."""
    change(tea / "site.yaml", "quotation:\n", "rules: {facts-are-sourced: warning}\n\nquotation:\n")
    change(tea / "content" / "programs.yaml", "sources: [leaf-act]", "sources: []")

    code, said, complained = run("build", "--root", tea, "--out", tmp_path / "public")

    assert code == 0
    assert said.endswith(f" pages in {tmp_path / 'public'}\n")
    assert complained == (
        "content/programs.yaml:14:12: warning[facts-are-sourced]: program `act-against-false-leaf` names no source\n"
    )


# check


def test_check_says_that_all_is_well(run, tea, snapshot):
    """Sound content is called sound, in one line, and nothing is written."""
    before = snapshot(tea)

    assert run("check", "--root", tea) == (0, "the content is sound\n", "")
    assert snapshot(tea) == before


def test_check_tells_where_and_how_to_mend(run, tea, change):
    """A fault is told with its place, its rule and the nearest right thing; the exit code is 1."""
    change(tea / "content" / "crosslinks.yaml", "to: chests-under-weight", "to: chests-under-wait")

    code, said, complained = run("check", "--root", tea)

    assert (code, said) == (1, "")
    assert complained.splitlines() == [
        "content/crosslinks.yaml:24:7: error[references-exist]: unknown claim `chests-under-wait`; "
        "did you mean `chests-under-weight`? (claims stand in content/claims)",
        "1 error; nothing was written",
    ]


def test_check_passes_what_is_only_a_warning(run, tea, change):
    """A warning is told, and does not fail the check."""
    change(tea / "site.yaml", "quotation:\n", "rules: {facts-are-sourced: warning}\n\nquotation:\n")
    change(tea / "content" / "programs.yaml", "sources: [leaf-act]", "sources: []")

    code, said, complained = run("check", "--root", tea)

    assert (code, said) == (0, "the content is sound\n")
    assert "warning[facts-are-sourced]" in complained


def test_a_folder_without_a_site_is_told_so(run, tmp_path):
    """Where no site.yaml stands, that is the fault."""
    code, said, complained = run("check", "--root", tmp_path)

    assert (code, said) == (1, "")
    assert complained.startswith("site.yaml:1:1: error[file]: there is no such file")


# verify


def test_verify_says_that_the_digests_hold(run, tea):
    """Digests that keep to their originals are told so in one line."""
    assert run("verify", "--root", tea, "--originals", tea / "originals") == (
        0,
        "the digests keep to their originals\n",
        "",
    )


def test_verify_tells_a_changed_original(run, tea, change):
    """An original that no longer reads as quoted fails, with the place in the digest."""
    change(tea / "originals" / "kettle-short-chests.txt", "kept in a foreign hand", "kept in a fine hand")

    code, said, complained = run("verify", "--root", tea, "--originals", tea / "originals")

    assert (code, said) == (1, "")
    assert complained.splitlines() == [
        "content/articles/kettle-short-chests/article.md:30:29: error[misquoted]: "
        "“kept in a foreign hand” does not stand so in paragraph 5 of the original",
        "    nearest there: “kept in a fine hand”",
        "1 error; nothing was written",
    ]


def test_verify_needs_the_folder_of_originals(run, tea):
    """Without `--originals` the command is incomplete, and says what is missing."""
    code, _, complained = run("verify", "--root", tea)

    assert code == 2
    assert "Missing option '--originals'" in complained


# help and mistakes


def test_help_names_every_command(run):
    """`--help` says what the program is for and what each command does."""
    code, said, _ = run("--help")

    assert code == 0
    for command in (
        "build   Check the content and write the site.",
        "check   Show every fault of the content, without building.",
        "serve   Build, serve on this machine, and rebuild on every save.",
        "verify  Hold the digests against the articles' original texts.",
    ):
        assert command in said


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_option_is_explained(command, run):
    """The help of each command has words for each of its options, but for one that its name explains."""
    code, said, _ = run(command, "--help")
    options = {option.opts[0]: getattr(option, "help", None) for option in main.commands[command].params}

    assert code == 0
    assert [name for name in options if name not in said] == []
    assert [name for name, words in options.items() if not words and name != "--port"] == []


@pytest.mark.parametrize("words", [("brew",), ("build", "--sugar"), ("build", "--root", "no/such/folder"), ()])
def test_a_mistyped_command_is_a_usage_error(words, run, tea):
    """An unknown command, option or folder ends with 2, and builds nothing."""
    code, _, complained = run(*words, within=tea)

    assert code == 2
    assert "Usage: builder" in complained
    assert not (tea / "_site").exists()


def test_the_package_is_the_program(tea):
    """`python -m builder` is the command line, and its exit code is the program's."""

    def ended(*words):
        return subprocess.run(
            [sys.executable, "-m", "builder", *words], cwd=ROOT, capture_output=True, text=True, check=False
        )

    good, bad = ended("check", "--root", str(tea)), ended("check", "--root", str(tea / "content"))

    assert (good.returncode, good.stdout, good.stderr) == (0, "the content is sound\n", "")
    assert (bad.returncode, bad.stdout) == (1, "")
    assert ended("--help").stdout.startswith("Usage: python -m builder [OPTIONS] COMMAND")
