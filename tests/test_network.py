"""The network: who stands in it, what joins them, and that the picture can be read."""

from __future__ import annotations

import random
from collections import defaultdict
from math import dist

from hypothesis import given, settings
from hypothesis import strategies as st
from sites import make_sound_site

from builder.build import sound
from builder.render.pictures import network as drawn
from builder.render.pictures.layout import places
from builder.resolve import resolve

NAMES = st.text("abcdefghij ", min_size=1, max_size=40)


TWICE = """\
    old-pot:
      name: Old Pot
      type: company
      part_of: tea-board
      summary: It pours.
      relations:
        - {with: tea-board, type: owns, from: 1901, to: 1902-03}
        - {with: tea-board, type: owns, from: 1904}
        - {with: tea-board, type: part-of}
      checked: 2026-06-01
    new-pot:
      name: New Pot
      type: company
      summary: It pours too.
      relations: [{with: old-pot, type: part-of}]
      checked: 2026-06-01
    """
"four relations between the same two, among them the same twice"


def networked(folder, actors):
    """Return the network of the small site with these actors too."""
    content, _ = sound(make_sound_site(folder, **{"content/actors/pots.yaml": actors}))
    return resolve(content).network


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


def test_lines_between_the_same_two_run_apart(tmp_path):
    """No line lies upon another, whichever way they lead, so that each can be seen and pressed."""
    picture = drawn.drawing(networked(tmp_path, TWICE))
    lines = [link for link in picture.links if link.bond.start.id == "old-pot"]
    starts = [(link.x1, link.y1) for link in lines]

    assert len(lines) == 4
    for place, one in enumerate(starts):
        for other in starts[:place]:
            assert dist(one, other) > 7


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
        bar, ended = line.select_one(".bar"), row.find_all("td")[3].select_one("span[data-on]")
        assert line.get("data-on") == row.get("data-on")
        assert (bar and bar["data-on"]) == (ended and ended["data-on"])


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


def test_a_small_picture_and_its_words_say_the_same(site):
    """Each line of a profile's picture opens its entry in the list below, with the same two, relation and days."""
    lines = 0
    for id in site.content.actors:
        page = site.page(f"actors/{id}/index.html")
        entries = {entry["id"]: entry for entry in page.select(".in-words li")}
        drawn_lines = page.select(".network-drawn a[class^=bond-]")
        assert sorted(line["data-preview"] for line in drawn_lines) == sorted(entries)
        for line in drawn_lines:
            entry = entries[line["data-preview"]]
            assert entry.get_text().startswith(line["aria-label"])
            assert entry.get("data-on") == line.get("data-on")
            lines += 1
    assert lines > 1


def test_a_relation_looks_the_same_in_every_picture(shipped_site):
    """The dashes of a relation mean the same on the network's page and on each profile."""
    looks = defaultdict(set)
    for path in shipped_site.files:
        if path == "network/index.html" or (path.startswith("actors/") and path.endswith("/index.html")):
            for entry in shipped_site.page(path).select(".legend li[class]"):
                entry.select_one(".count").extract()
                looks[entry.get_text(strip=True)].add(entry["class"][0])

    assert len(looks) > 5
    assert {label: found for label, found in looks.items() if len(found) > 1} == {}


def test_the_same_relation_twice_is_told_apart(tmp_path):
    """Two spells of one relation are two lines with an id each; so is belonging that is written in both ways."""
    bonds = networked(tmp_path, TWICE).bonds

    assert [bond.id for bond in bonds] == [
        "new-pot-part-of-old-pot",
        "old-pot-owns-tea-board",
        "old-pot-owns-tea-board.2",
        "old-pot-part-of-tea-board",
        "old-pot-part-of-tea-board.2",
    ]
    assert [str(bond.begun) for bond in bonds[1:3]] == ["1901", "1904"]


def test_rings_are_dated(site):
    """Who has been listed has a ring from the day of the first listing; the page counts who has, each once."""
    first = {}
    for one in site.content.sanctions.values():
        day = one.listing_date.first.isoformat()
        if one.target:
            first[one.target] = min(day, first.get(one.target, day))
    page = site.page("network/index.html")
    rings = {
        node.a["href"].split("/")[-2]: node.select_one(".ring")["data-on"]
        for node in page.select(".node")
        if node.select_one(".ring")
    }
    nodes = [node.a["href"].split("/")[-2] for node in page.select(".node")]

    assert rings == {id: first[id] for id in nodes if id in first}
    assert rings
    assert f"the listings of {len(first)} actor" in page.select_one(".aside").get_text()


def test_a_name_is_broken_between_words():
    """Long names stand in several lines, and no word is lost."""
    name = "Design and Manufacturing of Aero-Engine Company"

    assert " ".join(drawn._lines(name)) == name
    assert max(map(len, drawn._lines(name))) <= 26
