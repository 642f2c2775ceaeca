"""The command line: the only room that prints and exits. The door to click."""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from time import perf_counter
from typing import TypeVar

import click

from . import build as stages
from .problems import BuildFailed, Problem, counted, errors
from .report import Count, Gap, Item, Report, Stock, Strand

Result = TypeVar("Result")

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_root = click.option("--root", type=_FOLDER, default=".", show_default="here", help="The folder that holds site.yaml.")
_out = click.option("--out", type=click.Path(path_type=Path), help="Where the site is written.  [default: ROOT/_site]")
_url = click.option("--site-url", default="", help="The address of the site's root; it wins over `url` in site.yaml.")
_originals = click.option("--originals", type=_FOLDER, help="The folder that holds the articles' original texts.")


@click.group(help="Build, check, verify, report on and serve an annotated explainer.")
def main() -> None:
    """Do what the first word says."""


@main.command()
@_root
@_out
@_url
@_originals
@click.option("--private", is_flag=True, help="Show the originals in place of the digests; never publish the result.")
@click.option("--search/--no-search", default=True, help="Make the search index.  [default: yes]")
@click.option("--share/--no-share", default=True, help="Make the images for links that are shared.  [default: yes]")
@click.option("--timings", is_flag=True, help="Show where the time goes.")
def build(
    root: Path,
    out: Path | None,
    site_url: str,
    originals: Path | None,
    private: bool,
    search: bool,
    share: bool,
    timings: bool,
) -> None:
    """Check the content and write the site."""
    if private != bool(originals):
        raise click.UsageError("`--originals DIR` and `--private` go together: full texts are for your eyes only")
    target = out or root / ("_site.private" if private else "_site")
    done = _Watch().done if timings else (lambda _: None)
    built = _or_exit(lambda: stages.build(root, target, site_url, originals, search=search, shares=share, done=done))
    _show(built.warnings)
    click.echo(f"{counted(built.pages, 'page')} in {target}")


class _Watch:
    """Shows how long each stage took."""

    def __init__(self) -> None:
        self._since = perf_counter()

    def done(self, stage: str) -> None:
        now = perf_counter()
        click.echo(f"{now - self._since:8.2f} s  {stage}", err=True)
        self._since = now


@main.command()
@_root
@click.option("--against", type=_FILE, help="The published data/records.json: show what changed without a correction.")
def check(root: Path, against: Path | None) -> None:
    """Show every fault of the content, without building."""
    _, problems = stages.faults(root, against)
    _finish(problems, "the content is sound")


@main.command()
@_root
@click.option("--originals", type=_FOLDER, required=True, help="The folder that holds the articles' original texts.")
def verify(root: Path, originals: Path) -> None:
    """Hold the digests against the articles' original texts."""
    _finish(_or_exit(lambda: stages.verified(root, originals)), "the digests keep to their originals")


@main.command()
@_root
@click.option("--json", "for_machines", is_flag=True, help="The same as JSON, its keys sorted.")
def report(root: Path, for_machines: bool) -> None:
    """Say what is not covered yet, and whom each strand rests on."""
    reported = _or_exit(lambda: stages.reported(root))
    written = json.dumps(asdict(reported), ensure_ascii=False, indent=2, sort_keys=True)
    click.echo(written if for_machines else "\n".join(_report(reported)))


@main.command()
@_root
@_out
@click.option("--port", default=8000, show_default=True)
def serve(root: Path, out: Path | None, port: int) -> None:
    """Build, serve on this machine, and rebuild on every save."""
    from .serve import serve as serve_folder  # noqa: PLC0415, no other command needs a server

    target = out or root / "_site.live"

    def rebuild() -> None:
        try:
            built = stages.build(root, target, live=True)
        except BuildFailed as failed:
            _show(failed.problems)
            click.echo("still serving the last good site", err=True)
        else:
            _show(built.warnings)
            click.echo(f"{counted(built.pages, 'page')} rebuilt")

    rebuild()
    target.mkdir(exist_ok=True)
    _or_exit(lambda: serve_folder(root, target, rebuild, port))


def _or_exit(action: Callable[[], Result]) -> Result:
    try:
        return action()
    except BuildFailed as failed:
        _finish(failed.problems, "")
        raise  # for the type checker: a failed build has an error, and `_finish` has ended the program


def _show(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        click.echo(str(problem), err=True)


def _finish(problems: tuple[Problem, ...], success: str) -> None:
    _show(problems)
    wrong = errors(problems)
    if wrong:
        click.echo(f"{counted(len(wrong), 'error')}; nothing was written", err=True)
        sys.exit(1)
    click.echo(success)


_COLUMNS = 4
"of the report's table that stand beside one another"


def _report(report: Report) -> Iterator[str]:
    yield f"{report.title}: what is covered, as of {report.as_of}"
    columns = {"": "all", **{article: article for article in report.articles}}
    for first in range(0, len(columns), _COLUMNS):
        yield from ("", *_table(report.stocks, dict(list(columns.items())[first : first + _COLUMNS])))
    yield "\nUnder an article: the claims that its notes name, the sources of both, and the records reached from it."
    for strand in report.strands:
        yield from ("", *_strand(strand))
    for stock in report.stocks:
        for gap in stock.gaps:
            yield from ("", *_gap(gap, f"{gap.count.all} of {counted(stock.count.all, stock.name[:-1])}"))


def _table(stocks: tuple[Stock, ...], columns: dict[str, str]) -> Iterator[str]:
    rows = [("", columns)]
    for stock in stocks:
        rows.append((stock.name, _row(stock.count)))
        rows += [("  " + _heading(gap).removeprefix(stock.name + " "), _row(gap.count)) for gap in stock.gaps]
    width = max(len(label) for label, _ in rows)
    for label, cells in rows:
        yield "  ".join((label.ljust(width), *(cells[key].rjust(max(6, len(head))) for key, head in columns.items())))


def _row(count: Count) -> dict[str, str]:
    return {"": str(count.all), **{article: str(number) for article, number in count.articles.items()}}


def _heading(gap: Gap) -> str:
    return gap.name.replace("-", " ")


def _gap(gap: Gap, number: str) -> Iterator[str]:
    yield f"{_heading(gap).capitalize()}: {number}"
    yield from textwrap.wrap(gap.meaning, 100)
    yield from ("  " + _item(item) for item in gap.items)


def _item(item: Item) -> str:
    note = f" ({item.note})" if item.note else ""
    named = f" [{', '.join(item.articles)}]" if item.articles else ""
    return f"{item.place}: {item.record}: {item.title}{note}{named}"


def _strand(strand: Strand) -> Iterator[str]:
    yield f"{strand.label}: {counted(strand.claims, 'claim')}, {strand.without_support or 'none'} without support"
    if strand.voices:
        yield " in support        alone   of the strand's claims"
    for voice in strand.voices:
        shares = f"{voice.claims:>5} {voice.share:>5.0%}   {voice.alone:>4} {voice.share_alone:>5.0%}"
        yield f"{shares}   {voice.name} ({voice.place}: {voice.record})"
