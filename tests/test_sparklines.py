"""Sparklines: a figure beside the others of its unit."""

from __future__ import annotations

from builder.resolve import resolve


def test_a_figure_stands_beside_the_others_of_its_unit(shipped_site):
    """A claim whose figure has others of its unit draws all of them, its own marked, and leads to the table."""
    edition = resolve(shipped_site.content)
    beside = {one.claim.id: group for group in edition.figures if len(group.drawn) > 1 for one in group.drawn}
    assert beside
    for id in edition.claims:
        page = shipped_site.page(f"claims/{id}/index.html")
        line = page.select_one(".sparkline")
        assert (line is not None) == (id in beside), id
        if line:
            bars = line.select("rect")
            assert len(bars) == len(beside[id].drawn)
            own = [place for place, bar in enumerate(bars) if bar.get("class") == ["own"]]
            assert own == [place for place, one in enumerate(beside[id].drawn) if one.claim.id == id]
            path, _, row = line["href"].removeprefix("../../").partition("#")
            assert shipped_site.page(path).find(id=row) is not None
            assert f"beside {len(bars) - 1} other" in line.get_text()


def test_a_bar_stands_higher_for_more(shipped_site):
    """Of two figures of one unit on one linear or logarithmic scale the larger one stands higher in the line."""
    edition = resolve(shipped_site.content)
    group = max(edition.figures, key=lambda one: len(one.drawn))
    page = shipped_site.page(f"claims/{group.drawn[0].claim.id}/index.html")
    tops = [float(bar["y"]) for bar in page.select(".sparkline rect")]
    highest = [one.figure.high if one.figure.high is not None else one.figure.low for one in group.drawn]

    largest = max(range(len(highest)), key=lambda place: highest[place])
    smallest = min(range(len(highest)), key=lambda place: highest[place])
    assert tops[largest] < tops[smallest]
