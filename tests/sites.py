"""Small sites about tea and kettles, written into a folder for a test."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from builder import build
from builder.dates import Edtf
from builder.records import Claim, Content

ROOT = Path(__file__).parent.parent
"the repository: its templates and static files are every site's"

MINIMAL_SITE_YAML = """\
title: The Kettle
tagline: Who says what about tea.
language: en
as_of: 2026-06-30
strands:
  green: {label: Green tea, meaning: What is said of green tea.}
  black: {label: Black tea, meaning: What is said of black tea.}
verdicts:
  confirmed: {label: Confirmed, sign: "+", standing: holds, rung: paper}
  corroborated: {label: Corroborated, sign: "=", standing: holds, origins: 2}
  reported: {label: Reported, sign: o, standing: open}
  inaccurate: {label: Inaccurate, sign: x, standing: fails}
relations:
  same-pot: {label: from the same pot as, inverse: from the same pot as}
  precedes: {label: comes before, inverse: comes after}
ladder:
  - {id: hearsay, label: Hearsay}
  - {id: voice, label: One voice}
  - {id: paper, label: Paper}
source_kinds:
  letter: {label: letter, rung: voice, up_to: paper}
  ledger: {label: ledger, rung: paper, official: true}
  gazette: {label: gazette, rung: hearsay}
verbs:
  said: {label: said}
  denied: {label: denied, denies: true}
measures:
  kettle-ban: {label: ban on kettles}
ties:
  part-of: {label: part of, inverse: has as a part}
  owns: {label: owns, inverse: owned by}
"""
"the least that `site.yaml` must hold, and a few words for each vocabulary"

SOUND = {
    "content/sources.yaml": """\
        ledger-1901:
          title: The ledger of 1901
          publisher: Tea Board
          issuer: tea-board
          kind: ledger
          published: 1901-05
          language: en
          summary: It lists the chests that came in.
          checked: {on: 2026-06-01, how: read}
        """,
    "content/actors.yaml": """\
        tea-board:
          name: Tea Board
          type: body
          country: NO
          summary: It counts chests [@ledger-1901].
          checked: 2026-06-01
        ada-leaf:
          name: Ada Leaf
          type: person
          summary: She pours, for the [Tea Board](actor:tea-board).
          searched: [{for: a reply by Ada Leaf, on: 2026-06-01, where: the papers of the quay}]
          checked: 2026-06-01
        """,
    "content/claims.yaml": """\
        ten-chests:
          title: Ten chests came in
          statement: Ten chests of tea came in in May 1901.
          strand: green
          stated:
            - {by: tea-board, on: 1901-05, verb: said, source: ledger-1901}
          evidence:
            - {source: ledger-1901, stance: supports}
          assessments:
            - {on: 1901-05, verdict: reported, reason: The ledger has them.}
          checked: 2026-06-01
        """,
    "content/articles/kettle/article.md": """\
        ---
        title: Ten chests of tea
        publisher: tea-board
        published: 1901-06-01
        language: en
        original: kettle.txt
        word_count: 100
        rights: quoted
        source: ledger-1901
        ---
        The board counted “ten chests of green tea” at the quay.

        A clerk called them “the best of the year” later.
        """,
    "content/articles/kettle/annotations.yaml": """\
        ten:
          quote: ten chests
          motivation: assessing
          about: [claim:ten-chests]
          stance: asserts
          note: The board said so [@ledger-1901].
        """,
}
"a small site without a fault: its files, by path"


def make_site(folder: Path, **files: str | bytes) -> Path:
    """Write `files` (by path) and a minimal `site.yaml` into `folder`, with the repository's looks; return it."""
    for path, text in {"site.yaml": MINIMAL_SITE_YAML, **files}.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else dedent(text).encode())
    for looks in ("templates", "static"):
        if not (folder / looks).exists():
            (folder / looks).symlink_to(ROOT / looks)
    return folder


def make_sound_site(folder: Path, **changed: str | bytes) -> Path:
    """Write the small site without a fault into `folder`, with some files `changed` or added; return it."""
    return make_site(folder, **{**SOUND, **changed})


def edited(edits: str) -> dict[str, str]:
    """Return the files of the small sound site that `edits` changes or adds, by path.

    A line that is a path begins a file; lines after `- ` give way to the lines after `+ ` that follow them.
    Lines after `+ ` alone are put at the end, which makes a new file.
    """
    files: dict[str, str] = {}
    path, old, new = "", [], []
    for line in [*edits.splitlines(), ""]:
        if not line.startswith("+") and (new or (old and not line.startswith("-"))):
            files[path] = _replaced(files[path], old, new)
            old, new = [], []
        if line.startswith("-"):
            old.append(line[2:])
        elif line.startswith("+"):
            new.append(line[2:])
        elif line:
            path = line
            files.setdefault(path, dedent({"site.yaml": MINIMAL_SITE_YAML, **SOUND}.get(path, "")))
    return files


def _replaced(text: str, old: list[str], new: list[str]) -> str:
    put = "".join(line + "\n" for line in new)
    wanted = "".join(line + "\n" for line in old)
    assert not old or text.count(wanted) == 1, f"{wanted!r} stands {text.count(wanted)} times"
    return text.replace(wanted, put) if old else text + put


def first_made(content: Content, claim: Claim) -> Edtf:
    """Return the day on which a claim was first made: who denies it, and who judges it, does not make it."""
    return min(
        (said.on for said in claim.stated if not content.site.verbs[said.verb].denies), key=lambda when: when.key
    )


def told(folder: Path) -> str:
    """Return all that is wrong with the site in `folder`, as the editor is told."""
    return "\n".join(str(problem) for problem in build.faults(folder)[1])
