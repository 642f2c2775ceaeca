"""The sites that tests read: each is built once, and parsed once by a reader that is not ours."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from builder.build import build, sound
from builder.edition import Edition
from builder.records import Content
from builder.resolve import resolve

ROOT = Path(__file__).parent.parent
TEA = ROOT / "tests" / "tea"
TEA_URL = "https://leaf.example/deep/ledger/"


@dataclass(frozen=True)
class Built:
    """A site that was built, as a reader finds it."""

    name: str
    root: Path
    folder: Path
    url: str

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file of the site, by its path from the site's root."""
        return frozenset(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file())

    @cached_property
    def pages(self) -> Mapping[str, BeautifulSoup]:
        """Every page, parsed, by its path."""
        gc.disable()  # what is parsed stays to the end: looking through it for garbage takes longer than parsing it
        pages = {path: self.page(path) for path in sorted(self.files) if path.endswith(".html")}
        gc.freeze()
        gc.enable()
        return pages

    @cached_property
    def elements(self) -> Mapping[str, list[Tag]]:
        """Every element of every page, in the order of the page, by the page's path."""
        return {path: page.find_all(True) for path, page in self.pages.items()}

    @cached_property
    def content(self) -> Content:
        """What was written."""
        return sound(self.root)[0]

    def page(self, path: str) -> BeautifulSoup:
        """Return one page, parsed."""
        if path not in self._parsed:
            self._parsed[path] = BeautifulSoup((self.folder / path).read_text(encoding="utf-8"), "html.parser")
        return self._parsed[path]

    @cached_property
    def _parsed(self) -> dict[str, BeautifulSoup]:
        return {}


def lay_out(folder: Path) -> Path:
    """Write the tea site into `folder`, with the repository's own templates and static files."""
    shutil.copytree(TEA, folder, dirs_exist_ok=True)
    for looks in ("templates", "static"):
        shutil.copytree(ROOT / looks, folder / looks)
    return folder


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    """A tea site of the test's own, to change at will."""
    return lay_out(tmp_path / "tea")


@pytest.fixture
def change() -> Callable[[Path, str, str], None]:
    """A hand that puts a text in the place of another, which must stand in the file exactly once."""

    def put(path: Path, old: str, new: str) -> None:
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    return put


@pytest.fixture(scope="session")
def tea_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The tea site, built once, published below a folder of its host."""
    folder = tmp_path_factory.mktemp("tea-site")
    root = lay_out(folder / "root")
    build(root, folder / "_site", TEA_URL)
    return Built("tea", root, folder / "_site", TEA_URL)


@pytest.fixture(scope="session")
def shipped_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of this repository, built once from a copy that stays as it is, its address unknown."""
    folder = tmp_path_factory.mktemp("shipped-site")
    root = folder / "root"
    for part in ("content", "templates", "static"):
        shutil.copytree(ROOT / part, root / part)
    shutil.copy(ROOT / "site.yaml", root)
    build(root, folder / "_site")
    return Built("shipped", root, folder / "_site", "")


@pytest.fixture(scope="session", params=["tea_site", "shipped_site"])
def site(request: pytest.FixtureRequest) -> Built:
    """Each of the two built sites in turn."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def tea_edition(tea_site: Built) -> Edition:
    """The tea site, resolved."""
    return resolve(tea_site.content)


@pytest.fixture
def snapshot() -> Callable[[Path], Mapping[str, bytes]]:
    """A camera: every file below a folder, with its bytes."""

    def take(folder: Path) -> Mapping[str, bytes]:
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    return take
