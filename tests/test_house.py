"""The house rules (R4, R5, R8): who may import whom, and what stands in which room."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BUILDER, TEMPLATES = ROOT / "builder", ROOT / "templates"

STAGES = {"load", "check", "resolve", "render", "export", "write", "verify", "report", "search", "share"}
FLOORS = (
    {"problems", "dates", "quotes", "parts", "byneed"},
    {"places", "words", "prose"},
    {"records"},
    {"passages", "provenance", "glossary", "edition", "crew"},
    STAGES,
    {"build", "serve"},
    {"cli"},
    {"__main__"},
)
"the rooms, lowest floor first: a room imports only from floors below its own"

DOORS = {
    "yaml": {"load/tree.py"},
    "markdown_it": {"prose"},
    "jinja2": {"render"},
    "markupsafe": {"render"},
    "pydantic": {"records/base.py"},
    "babel": {"words.py"},
    "livereload": {"serve.py"},
    "click": {"cli.py"},
    "pagefind": {"search.py"},
    "igraph": {"render/pictures/layout.py"},
    "cbor2": {"search.py"},
    "resvg_py": {"share.py"},
}
"each library that is not Python's own, and the file or room that is its door"


@dataclass(frozen=True)
class Module:
    """A file of the builder."""

    path: str
    tree: ast.Module

    @property
    def room(self) -> str:
        return self.path.split("/", maxsplit=1)[0].removesuffix(".py")

    @property
    def package(self) -> tuple[str, ...]:
        """The folders it lies in, from `builder` on."""
        return ("builder", *self.path.split("/")[:-1])

    def imports(self) -> Iterator[tuple[str, ...]]:
        """Yield all that it imports, as absolute dotted names; `from x import y` counts as `x.y`."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (tuple(alias.name.split(".")) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                base = self.package[: len(self.package) - node.level + 1] if node.level else ()
                named = (*base, *(node.module.split(".") if node.module else ()))
                yield from ((*named, alias.name) for alias in node.names)


def _modules() -> list[Module]:
    found = sorted(path for path in BUILDER.rglob("*.py") if path.name != "__init__.py" or path.parent != BUILDER)
    return [Module(path.relative_to(BUILDER).as_posix(), ast.parse(path.read_bytes())) for path in found]


MODULES = _modules()


def _floor(room: str) -> int:
    return next((height for height, rooms in enumerate(FLOORS) if room in rooms), -1)


def test_every_room_has_its_floor():
    """The builder has exactly the rooms that the plan of the house names."""
    rooms = {module.room for module in MODULES}

    assert rooms == set().union(*FLOORS)


def test_imports_go_down_only():
    """A room imports only rooms on floors below its own, so no stage imports a stage."""
    upward = [
        f"{module.path} imports {imported[1]}"
        for module in MODULES
        for imported in module.imports()
        if imported[0] == "builder" and len(imported) > 1 and imported[1] != module.room
        if _floor(imported[1]) >= _floor(module.room) or _floor(imported[1]) < 0
    ]

    assert upward == []


def test_pages_stand_above_pictures():
    """In `render` data goes down: what draws pictures knows nothing of the pages on which they stand."""
    upward = [
        f"{module.path} imports {'.'.join(imported)}"
        for module in MODULES
        for imported in module.imports()
        if module.path.startswith("render/pictures/") and imported[:3] == ("builder", "render", "pages")
    ]

    assert upward == []


def test_no_files_import_each_other_in_a_circle():
    """Files import one another without a circle, inside a room too."""
    names = {tuple(("builder/" + module.path.removesuffix(".py")).split("/")): module.path for module in MODULES}
    names |= {name[:-1]: path for name, path in names.items() if name[-1] == "__init__"}

    def files(module: Module) -> set[str]:
        named = {names.get(imported) or names.get(imported[:-1]) for imported in module.imports()}
        return {path for path in named if path} - {module.path}

    order = tuple(TopologicalSorter({module.path: files(module) for module in MODULES}).static_order())

    assert set(order) == {module.path for module in MODULES}


def test_each_library_has_one_door():
    """Every library that is not Python's own is imported in its one room, and nowhere else."""
    found: dict[str, set[str]] = {}
    for module in MODULES:
        for library in {imported[0] for imported in module.imports()} - {"builder"} - sys.stdlib_module_names:
            door = DOORS.get(library, set())
            found.setdefault(library, set()).add(module.path if module.path in door else module.room)

    assert found == DOORS


def _strings(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield each string that the program can print, with its line: docstrings left out, f-strings whole."""
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = (str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)
            yield node.lineno, "".join(parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said | inside:
            yield node.lineno, node.value


def test_python_writes_no_tag():
    """No string of the builder holds an HTML or XML tag: tags stand in templates."""
    tag = re.compile(r"</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>|<!--|<!DOCTYPE|&[a-z]+;", re.IGNORECASE)
    found = [
        f"{module.path}:{line}: {text}"
        for module in MODULES
        for line, text in _strings(module.tree)
        if tag.search(text)
    ]

    assert found == []


def test_only_rendered_prose_is_taken_for_markup():
    """`Markup(…)` stands only around what markdown-it's own renderer or a template has printed and escaped."""
    found = [
        ast.unparse(node.args[0].func) if isinstance(node.args[0], ast.Call) else ast.unparse(node)
        for module in MODULES
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Markup"
    ]

    assert set(found) == {"prose.html", "prose.inline", "template.render"}


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.name)
def test_templates_print_and_do_not_think(path):
    """A template includes, loops and asks, and never passes a value by the escaping."""
    text = path.read_text(encoding="utf-8")
    statements = set(re.findall(r"\{%[-+]?\s*(\w+)", text))
    allowed = {"extends", "block", "include", "for", "if", "elif", "else", "with", "set", "endblock", "endfor"}

    assert statements <= allowed | {"endif", "endwith"}
    assert not re.search(r"\|\s*safe\b|Markup|autoescape|<style|<script(?![^>]*\ssrc=)|\son[a-z]+=", text)


def _speaks(node: ast.AST) -> bool:
    """Whether `node` prints, or ends the program."""
    match node:
        case ast.Call(func=ast.Name(id="print" | "exit" | "quit" | "input")):
            return True
        case ast.Attribute(value=ast.Name(id="sys"), attr="exit" | "stdout" | "stderr"):
            return True
        case ast.Attribute(value=ast.Name(id="os"), attr="_exit" | "abort"):
            return True
        case ast.Name(id="SystemExit"):
            return True
    return False


def test_only_the_command_line_prints_and_exits():
    """No room but the command line's prints or ends the program; a process that was forked ends by itself."""
    found = {module.path for module in MODULES for node in ast.walk(module.tree) if _speaks(node)}

    assert found == {"cli.py", "crew.py"}


def test_nothing_reads_a_clock_or_throws_dice():
    """No room asks for the time, for chance or for the machine it runs on (R8); `--timings` alone looks at a clock."""
    forbidden = {"time", "random", "secrets", "uuid", "socket", "platform", "getpass", "tempfile", "locale"}
    imported = {
        f"{module.path} imports {name[0]}" for module in MODULES for name in module.imports() if name[0] in forbidden
    }
    asked = {
        f"{module.path}:{node.lineno}: {ast.unparse(node)}"
        for module in MODULES
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and re.search(r"\b(now|today|utcnow|cwd|getcwd|getenv|hash)$", ast.unparse(node.func))
    }

    assert imported | asked == {"cli.py imports time"}


def test_functions_can_be_read_at_a_glance():
    """No function has more than thirty lines."""
    long = {
        f"{module.path}: {node.name}"
        for module in MODULES
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 30
    }

    assert long == set()


def test_variables_say_what_they_hold():
    """No variable is called by a word that could stand for anything: who reads a function alone must know."""
    vague = {"one", "found", "held", "said"}
    called = {
        f"{module.path}:{node.lineno}: {node.id}"
        for module in MODULES
        for function in ast.walk(module.tree)
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id in vague
    }

    assert called == set()


def test_no_fault_is_swallowed():
    """Every `except` names what it catches, and none catches everything."""
    found = [
        f"{module.path}:{node.lineno}"
        for module in MODULES
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in ("Exception", "BaseException"))
    ]

    assert found == []
