"""The layout of the org chart: nobody hides anybody, managers above, order kept, everybody once."""

import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kameo.decisions.drawing.forest import ChartNode, plant, prune
from kameo.decisions.drawing.layout import arrange
from kameo.decisions.drawing.measures import HEIGHT, WIDTH


@st.composite
def charts(draw):
    """Any forest, circles and managers from elsewhere included."""
    size = draw(st.integers(0, 60))
    parents = draw(st.lists(st.none() | st.integers(0, size + 3), min_size=size, max_size=size))
    groups = draw(st.lists(st.sampled_from(["Laval", "Burgos"]), min_size=size, max_size=size))
    return [
        ChartNode(str(key), None if parent is None else str(parent), group)
        for key, (parent, group) in enumerate(zip(parents, groups, strict=True))
    ]


def crossing(spots):
    """The first two cards that share a point, by a sweep from left to right."""
    standing = sorted(spots, key=lambda spot: spot.x)
    for rank, spot in enumerate(standing):
        for other in standing[rank + 1 :]:
            if other.x >= spot.x + WIDTH:
                break
            if abs(other.y - spot.y) < HEIGHT:
                return spot.key, other.key
    return None


@given(charts())
def test_every_card_is_placed_once_and_none_hides_another(nodes):
    plan = arrange(nodes)
    assert list(plan.spots) == [node.key for node in nodes]
    assert crossing(plan.spots.values()) is None
    assert all(0 <= spot.x <= plan.width - WIDTH for spot in plan.spots.values())
    assert all(0 <= spot.y <= plan.height - HEIGHT for spot in plan.spots.values())


@given(charts())
def test_managers_stand_above_those_who_report_to_them(nodes):
    plan = arrange(nodes)
    for spot in plan.spots.values():
        if spot.parent is not None:
            assert plan.spots[spot.parent].y + HEIGHT < spot.y


@given(charts())
def test_siblings_keep_their_order(nodes):
    plan, forest = arrange(nodes), plant(nodes)
    for children in forest.below.values():
        found = [plan.spots[key] for key in children]
        branches = [spot.x for spot in found if not spot.stacked]
        stack = [(spot.x, spot.y) for spot in found if spot.stacked]
        assert branches == sorted(branches)
        assert stack == sorted(stack)
        assert not branches or not stack or branches[-1] < stack[0][0]


@given(charts())
def test_the_same_rows_give_the_same_drawing(nodes):
    assert arrange(nodes) == arrange(list(nodes))


@given(charts(), st.sets(st.integers(0, 60).map(str)))
def test_a_folded_branch_hides_exactly_what_hangs_below(nodes, closed):
    forest = plant(nodes)
    kept, folded = prune(nodes, closed)
    hidden = {node.key for node in nodes} - {node.key for node in kept}
    assert hidden == {key for key in forest.above if closed & set(above_of(forest, key)) and key not in forest.roots}
    assert all(count == forest.under(key) for key, count in folded.items())


def above_of(forest, key):
    while key in forest.above:
        key = forest.above[key]
        yield key


def test_a_circle_is_cut_once():
    forest = plant([ChartNode("a", "c"), ChartNode("b", "a"), ChartNode("c", "b")])
    assert forest.roots == ("a",)
    assert forest.below == {"a": ["b"], "b": ["c"]}


def test_a_small_committee_fits_beside_the_side_column():
    nodes = [ChartNode("ceo")] + [ChartNode(f"d{n}", "ceo") for n in range(4)]
    nodes += [ChartNode("a", "d1"), ChartNode("b", "d1"), ChartNode("c", "d3")]
    plan = arrange(nodes)
    assert plan.width <= 800
    assert [plan.spots[f"d{n}"].y for n in range(4)] == [plan.spots["d0"].y] * 4


def test_three_hundred_reports_make_columns_not_one_row():
    plan = arrange([ChartNode("boss")] + [ChartNode(str(n), "boss") for n in range(300)])
    assert plan.width < 4000
    assert plan.height < 3000


def test_people_without_a_manager_stand_in_their_groups():
    plan = arrange([ChartNode(str(n), group=f"Site {n % 3}") for n in range(300)])
    assert [(heading.text, heading.count) for heading in plan.headings] == [
        ("Site 0", 100),
        ("Site 1", 100),
        ("Site 2", 100),
    ]
    assert plan.width < 1000
    assert all(plan.headings[0].y < plan.spots[str(n)].y < plan.headings[1].y for n in range(0, 300, 3))


def test_a_thousand_cards_take_under_a_tenth_of_a_second():
    shapes = {
        "wide": [ChartNode(str(n), str(n // 8)) for n in range(1, 1001)],
        "chain": [ChartNode(str(n), str(n - 1)) for n in range(1000)],
        "star": [ChartNode(str(n), "0" if n else None) for n in range(1000)],
    }
    for name, nodes in shapes.items():
        best = min(timed(nodes) for _turn in range(5))
        assert best < 0.1, name


def timed(nodes):
    start = time.perf_counter()
    arrange(nodes)
    return time.perf_counter() - start


def test_rows_of_a_stack_touch_nobody():
    plan = arrange([ChartNode("boss")] + [ChartNode(str(n), "boss") for n in range(40)])
    columns = {}
    for spot in plan.spots.values():
        columns.setdefault(spot.x, []).append(spot.y)
    assert all(below - above >= HEIGHT for column in columns.values() for above, below in pairwise(sorted(column)))
