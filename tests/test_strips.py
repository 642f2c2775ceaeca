"""The strip of a claim's verdicts: where it begins, how high it stands, and what it says to those who cannot see it."""

from __future__ import annotations

import pytest
from sites import make_sound_site

from builder import dates
from builder.build import sound
from builder.render.pictures.strips import strip
from builder.resolve import resolve

CLAIM = """\
ten-chests:
  title: Ten chests came in
  statement: Ten chests of tea came in.
  strand: green
  stated: [{{by: tea-board, on: 1901-01, verb: said, source: ledger-1901}}]
  evidence: [{{source: ledger-1901, stance: supports}}]
  assessments:
{assessments}
  checked: 2026-06-01
"""


def drawn(tmp_path, *assessed):
    """Return the strip of a claim with these days and verdicts, drawn up to the end of 1904."""
    lines = (f"    - {{on: {on}, verdict: {verdict}, reason: So it is.}}" for on, verdict in assessed)
    files = {"content/claims.yaml": CLAIM.format(assessments="\n".join(lines))}
    content, _ = sound(make_sound_site(tmp_path, **files))
    return strip(resolve(content).claims["ten-chests"], dates.parse("1904"))


def test_one_assessment_is_no_history(tmp_path):
    """A claim that was assessed once has no strip."""
    assert drawn(tmp_path, ("1901-05", "reported")) is None


def test_each_stretch_begins_where_the_last_ends(tmp_path):
    """The stretches cover the time from the first assessment to today, each up to the next, in shares of the years."""
    found = drawn(tmp_path, ("1902", "reported"), ("1903", "inaccurate"), ("1904", "reported"))
    ends = [(one.x, one.end) for one in found.stretches]

    assert ends[0][0] == 0
    assert [end for _, end in ends] == [*(x for x, _ in ends[1:]), found.end]
    assert [x for x, _ in ends] == [x for _, x in found.years]
    assert ends[0][1] == pytest.approx(found.end / 3, abs=0.1)


def test_the_line_falls_with_the_claim(tmp_path):
    """What holds stands higher than what is open, and that higher than what fails; a turn leads to the next level."""
    found = drawn(
        tmp_path, ("1901-05", "confirmed"), ("1901-06", "reported"), ("1902", "inaccurate"), ("1903", "inaccurate")
    )
    holds, open_, fails, still = found.stretches

    assert holds.y < open_.y < fails.y == still.y < found.floor
    assert (holds.fall, open_.fall, fails.fall, still.fall) == (open_.y, fails.y, None, None)


def test_every_history_is_drawn_and_told(site):
    """A claim's page draws its history if it has one, names every verdict and day in it, and dates each piece."""
    for id, claim in site.content.claims.items():
        page = site.page(f"claims/{id}/index.html")
        picture = page.select_one("svg.history-strip")

        assert (picture is not None) == (len(claim.assessments) > 1), id
        if picture:
            told = picture.find("desc").get_text()
            labels = [site.content.site.verdicts[one.verdict].label for one in claim.assessments]
            days = [one.on.first.isoformat() for one in claim.assessments]
            assert [piece.split(": ")[1] for piece in told.strip().strip(".").split(". ")] == labels
            assert [group["data-on"] for group in picture.find_all("g")] == days
            assert [item["data-on"] for item in page.select(".assessment")] == days
