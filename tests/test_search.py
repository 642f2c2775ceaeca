"""The search index: what stands in it, that it is the same every time, and what a build does without it."""

from __future__ import annotations

import gzip
import json
import stat
from collections import Counter

import pytest
from conftest import lay_out
from sites import first_made

from builder import search
from builder.build import build
from builder.problems import BuildFailed
from builder.render.entries import KINDS, entries
from builder.resolve import resolve

ENTRY = """<!DOCTYPE html><html lang="en"><title>{0}</title><body data-pagefind-body><h1>{0}</h1>
<meta data-pagefind-filter="lot {1}[content]" content="1"></body></html>"""


def fragments(site):
    """Return what the index of a site holds of each entry, by its address."""
    found = {}
    for path in sorted(site.files):
        if path.startswith("pagefind/fragment/"):
            held = gzip.decompress((site.folder / path).read_bytes())
            entry = json.loads(held[held.index(b"{") :])
            found[entry["url"]] = entry
    return found


def test_everything_can_be_found_once(site):
    """The index has one entry for each claim, actor, note and so on, and its address leads to that very thing."""
    content = site.content
    notes = sum(len(held) for held in content.annotations.values())
    expected = Counter(kind for kind, _ in content.everything()) - Counter(["site"]) - Counter(annotation=notes)
    expected -= Counter(correction=len(content.corrections))
    found = fragments(site)

    assert len(found) == expected.total() + notes
    for url, entry in found.items():
        path, _, id = url.partition("#")
        page = site.page(path)
        there = page.find(id=id) if id else page.h1
        assert there is not None, url
        assert entry["meta"]["title"].strip(), url


def test_an_entry_says_what_it_is(site):
    """A claim's entry has its kind, strand, verdict and year to filter by, an actor's its other spellings."""
    found = fragments(site)
    content = site.content
    for id, claim in content.claims.items():
        entry = found[f"claims/{id}/index.html"]
        assert set(entry["filters"]) == {
            "kind Claim",
            f"strand {content.site.strands[claim.strand].label}",
            f"verdict {content.site.verdicts[claim.assessments[-1].verdict].label}",
            f"year {first_made(content, claim).first.year}",
        }
    for id, actor in content.actors.items():
        entry = found[f"actors/{id}/index.html"]
        assert [alias.name for alias in actor.aliases if alias.name not in entry["content"]] == []


def test_claims_and_actors_weigh_most(tea_edition):
    """No other kind counts as much as a claim or an actor does."""
    weights = {}
    for entry in entries(tea_edition):
        weights.setdefault(entry.kind, set()).add(entry.weight)

    assert len(weights["Claim"] | weights["Actor"]) == 1
    others = set().union(*(held for kind, held in weights.items() if kind not in ("Claim", "Actor")))
    assert max(others) < min(weights["Claim"])


def test_filters_offer_what_there_is(site):
    """Each filter of the page offers every word that an entry has there, and no other."""
    offered = {
        select["name"]: {option.get_text() for option in select.find_all("option") if not option.has_attr("value")}
        for select in site.page("search/index.html").select("form.search select")
    }
    held = {}
    for entry in fragments(site).values():
        for name, _, value in (filter.partition(" ") for filter in entry["filters"]):
            held.setdefault(name, set()).add(value)

    assert offered == held


def test_the_index_does_not_depend_on_the_run():
    """The same entries give the same files."""
    asked = [(f"{number}.html", ENTRY.format(f"Chest {number}", number % 9)) for number in range(40)]

    assert search.index(asked) == search.index(asked)
    assert search.index(asked)[0]


def test_only_what_is_needed_is_published(site):
    """Of what Pagefind makes, its own looks are left out."""
    made = {path.split("/")[1] for path in site.files if path.startswith("pagefind/")}

    assert {"pagefind.js", "pagefind-entry.json", "fragment", "index", "filter"} <= made
    assert [name for name in made if name.endswith(".css") or "ui" in name or "highlight" in name] == []


def test_without_the_program_the_site_is_built_and_says_so(tmp_path, monkeypatch):
    """Where Pagefind is missing, the build warns, tells how to mend it, and publishes all but the index."""
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "nowhere"))
    root = lay_out(tmp_path / "tea")
    built = build(root, tmp_path / "site")
    said = [warning for warning in built.warnings if warning.rule == "search"]

    assert [one.severity for one in said] == ["warning"]
    assert "pip install 'pagefind[bin]'" in said[0].message
    assert (tmp_path / "site" / "search" / "index.html").is_file()
    assert not (tmp_path / "site" / "pagefind").exists()


@pytest.mark.parametrize("ending", ["exit 3", 'head -c 40 >/dev/null; printf "bm90IGpzb24=,"; exit 0'])
def test_a_failing_program_leaves_the_last_good_site(tmp_path, monkeypatch, snapshot, ending):
    """If Pagefind ends early or talks nonsense, the build fails with one clear error and the site stays as it was."""
    root = lay_out(tmp_path / "tea")
    build(root, tmp_path / "site")
    before = snapshot(tmp_path / "site")
    program = tmp_path / "pagefind"
    program.write_text(f"#!/bin/sh\n{ending}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program))

    with pytest.raises(BuildFailed) as failed:
        build(root, tmp_path / "site")
    assert "Pagefind failed" in str(failed.value)
    assert snapshot(tmp_path / "site") == before


def test_without_script_the_page_leads_to_the_indexes(site):
    """The page explains why nothing is searched without a script, and links every index."""
    page = site.page("search/index.html")
    links = {link["href"] for link in page.select(".without a")}

    assert "script" in page.select_one(".without .why").get_text()
    assert {f"../{name}/index.html" for name in ("claims", "actors", "articles", "sources", "glossary")} <= links


def test_every_entry_is_of_a_kind_that_can_be_chosen(tea_edition, shipped_site):
    """The words of a kind are the same wherever it stands."""
    for edition in (tea_edition, resolve(shipped_site.content)):
        assert {entry.kind for entry in entries(edition)} <= set(KINDS)
