"""The network: who stands in it, what joins them, and that the picture can be read."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.render import network as drawn
from builder.render.layout import places

NAMES = st.text("abcdefghij ", min_size=1, max_size=40)


def sizes_of(number):
    return {f"node-{place:02}": (60.0 + 13 * (place % 7), 30.0 + 15 * (place % 3)) for place in range(number)}


def overlapping(boxes):
    held = sorted(boxes.items())
    return [(one, other) for place, (one, box) in enumerate(held) for other, there in held[:place] if box.meets(there)]


# Where they stand


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 30), st.data())
def test_no_label_stands_on_another(number, data):
    """Whatever joins them, no two nodes with their labels share a place, and none leaves the picture."""
    sizes = sizes_of(number)
    ids = sorted(sizes)
    edges = data.draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=40))
    boxes, height = places(sizes, edges, 640)

    assert set(boxes) == set(sizes)
    assert overlapping(boxes) == []
    for box in boxes.values():
        assert box.x - box.width / 2 >= -0.1
        assert box.x + box.width / 2 <= 640.1
        assert box.y - box.height / 2 >= -0.1
        assert box.y + box.height / 2 <= height + 0.1


def test_the_same_graph_stands_the_same():
    """Places depend neither on the order of nodes and edges nor on chance, and leave Python's chance as it was."""
    sizes = sizes_of(12)
    edges = [(f"node-{one:02}", f"node-{(one * 5 + 1) % 12:02}") for one in range(12)]
    random.seed(1)
    before = random.getstate()
    first = places(sizes, edges, 640)
    random.seed(99)
    second = places(dict(reversed(list(sizes.items()))), edges[::-1], 640)
    random.setstate(before)

    assert first == second


# Who stands in it


def test_everybody_in_a_relation_stands_in_it(site):
    """The picture has every actor that has a relation, once, and every relation; the page counts who is left out."""
    actors = site.content.actors
    page = site.page("network/index.html")
    joined = {id for one in actors.values() for relation in one.relations for id in (one.id, relation.with_)}
    nodes = [node.a["href"].split("/")[-2] for node in page.select(".network-drawn .node")]
    rows = {row["id"] for row in page.select("tr[id^=bond-]")}
    relations = {f"bond-{one.id}-{tie.type}-{tie.with_}" for one in actors.values() for tie in one.relations}
    belonging = {f"bond-{one.id}-part-of-{one.part_of}" for one in actors.values() if {one.id, one.part_of} <= joined}

    assert sorted(nodes) == sorted(joined)
    assert rows == relations | belonging
    assert f"How {len(joined)} of {len(actors)} actors" in page.select_one(".lead").get_text()
    assert f"{len(actors) - len(joined)} actors for which no relation" in page.select_one(".aside").get_text()


def test_the_picture_and_the_table_say_the_same(site):
    """Each line leads to a row with the same two names, the same relation and the same days."""
    page = site.page("network/index.html")
    lines = page.select(".network-drawn a[href^='#bond-']")
    rows = {row["id"]: row for row in page.select("tr[id^=bond-]")}

    assert sorted(line["href"].removeprefix("#") for line in lines) == sorted(rows)
    for line in lines:
        row = rows[line["href"].removeprefix("#")]
        who, relation, whom = (cell.get_text() for cell in row.find_all("td")[:3])
        assert line["aria-label"] == f"{who} {relation} {whom}"
        assert [line.get(name) for name in ("data-on", "data-until")] == [
            row.get(name) for name in ("data-on", "data-until")
        ]


def test_the_table_names_its_sources(site):
    """Every relation with sources cites them, in the order of the record."""
    page = site.page("network/index.html")
    for one in site.content.actors.values():
        for relation in one.relations:
            cell = page.find(id=f"bond-{one.id}-{relation.type}-{relation.with_}").find_all("td")[4]
            assert len(cell.select(".citation")) == len(relation.sources)


def test_an_actor_with_neighbours_has_a_small_picture(site, shipped_site):
    """A profile draws those next to its actor, the actor among them, twelve at the most, and counts the rest."""
    actors = site.content.actors
    near = {id: set() for id in actors}
    bonds = [(one.id, relation.with_) for one in actors.values() for relation in one.relations]
    joined = {id for pair in bonds for id in pair}
    bonds += [(one.id, one.part_of) for one in actors.values() if {one.id, one.part_of} <= joined]
    for one, other in bonds:
        near[one].add(other)
        near[other].add(one)
    for id, others in near.items():
        page = site.page(f"actors/{id}/index.html")
        leads = [node.a["href"].split("/") for node in page.select(".network-drawn .node")]
        nodes = {way[-2] if len(way) > 1 else id for way in leads}
        if len(others) < 2:
            assert nodes == set()
        else:
            assert id in nodes
            assert nodes <= {id, *others}
            assert len(nodes) == min(12, len(others) + 1)


def test_a_name_is_broken_between_words():
    """Long names stand in several lines, and no word is lost."""
    name = "Design and Manufacturing of Aero-Engine Company"

    assert " ".join(drawn._lines(name)) == name
    assert max(map(len, drawn._lines(name))) <= 26
