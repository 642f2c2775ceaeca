"""The command line: the only room that prints and exits. The door to click."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from . import build as stages
from .problems import BuildFailed, Problem, counted, errors
from .serve import serve as serve_folder

Result = TypeVar("Result")

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_root = click.option("--root", type=_FOLDER, default=".", show_default="here", help="The folder that holds site.yaml.")
_out = click.option("--out", type=click.Path(path_type=Path), help="Where the site is written.  [default: ROOT/_site]")
_url = click.option("--site-url", default="", help="The address of the site's root; it wins over `url` in site.yaml.")
_originals = click.option("--originals", type=_FOLDER, help="The folder that holds the articles' original texts.")


@click.group(help="Build, check, verify and serve an annotated explainer.")
def main() -> None:
    """Do what the first word says."""


@main.command()
@_root
@_out
@_url
@_originals
@click.option("--private", is_flag=True, help="Show the originals in place of the digests; never publish the result.")
def build(root: Path, out: Path | None, site_url: str, originals: Path | None, private: bool) -> None:
    """Check the content and write the site."""
    if private != bool(originals):
        raise click.UsageError("`--originals DIR` and `--private` go together: full texts are for your eyes only")
    target = out or root / ("_site.private" if private else "_site")
    built = _or_exit(lambda: stages.build(root, target, site_url, originals))
    _show(built.warnings)
    click.echo(f"{counted(built.pages, 'page')} in {target}")


@main.command()
@_root
def check(root: Path) -> None:
    """Show every fault of the content, without building."""
    _, problems = stages.faults(root)
    _finish(problems, "the content is sound")


@main.command()
@_root
@click.option("--originals", type=_FOLDER, required=True, help="The folder that holds the articles' original texts.")
def verify(root: Path, originals: Path) -> None:
    """Hold the digests against the articles' original texts."""
    _finish(_or_exit(lambda: stages.verified(root, originals)), "the digests keep to their originals")


@main.command()
@_root
@_out
@click.option("--port", default=8000, show_default=True)
def serve(root: Path, out: Path | None, port: int) -> None:
    """Build, serve on this machine, and rebuild on every save."""
    target = out or root / "_site"

    def rebuild() -> None:
        try:
            built = stages.build(root, target)
        except BuildFailed as failed:
            _show(failed.problems)
            click.echo("still serving the last good site", err=True)
        else:
            _show(built.warnings)
            click.echo(f"{counted(built.pages, 'page')} rebuilt")

    rebuild()
    target.mkdir(exist_ok=True)
    serve_folder(root, target, rebuild, port)


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
