"""The shortest way to somebody and bridges: exact ways over small networks."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kameo.insight.network.graph import Bridge, Way, articulations, bridges, graph_of, ways

ME, INES, THIBAULT = ("ours", 1), ("ours", 2), ("ours", 3)
ISABELLE, PASCAL, LEILA, JOEL = ("theirs", 11), ("theirs", 12), ("theirs", 13), ("theirs", 14)


def lines(*given):
    return graph_of([(one, other, Decimal(strength)) for one, other, strength in given])


def test_a_colleague_who_knows_them_is_asked():
    graph = lines((INES, ISABELLE, 50))
    assert ways(graph, ME, ISABELLE) == [Way((INES, ISABELLE), Decimal(3))]  # 100/100 + 100/50


def test_the_stronger_line_is_the_shorter_way():
    graph = lines((INES, ISABELLE, 20), (THIBAULT, ISABELLE, 80))
    assert [way.first for way in ways(graph, ME, ISABELLE)] == [THIBAULT, INES]


def test_two_strong_lines_beat_one_faint_line():
    graph = lines((INES, ISABELLE, 10), (THIBAULT, PASCAL, 100), (PASCAL, ISABELLE, 50))
    assert ways(graph, ME, ISABELLE) == [
        Way((THIBAULT, PASCAL, ISABELLE), Decimal(4)),
        Way((INES, ISABELLE), Decimal(11)),
    ]


def test_somebody_i_know_may_lead_there_without_a_colleague():
    graph = lines((ME, PASCAL, 50), (PASCAL, ISABELLE, 50))
    assert ways(graph, ME, ISABELLE) == [Way((PASCAL, ISABELLE), Decimal(4))]


def test_whom_i_know_needs_no_introduction():
    assert ways(lines((ME, ISABELLE, 5), (INES, ISABELLE, 90)), ME, ISABELLE) == []


def test_colleagues_are_never_passed_through():
    graph = lines((INES, PASCAL, 100), (THIBAULT, PASCAL, 100), (THIBAULT, ISABELLE, 100))
    assert [way.nodes for way in ways(graph, ME, ISABELLE)] == [(THIBAULT, ISABELLE)]


def test_four_lines_at_most():
    chain = [(INES, JOEL, 90), (JOEL, LEILA, 90), (LEILA, PASCAL, 90), (PASCAL, ISABELLE, 90)]
    assert ways(lines(*chain), ME, ISABELLE) == []
    assert [way.nodes for way in ways(lines(*chain), ME, PASCAL)] == [(INES, JOEL, LEILA, PASCAL)]
    short = lines(*chain, (INES, PASCAL, 1))  # dearer, but short enough
    assert [way.nodes for way in ways(short, ME, ISABELLE)] == [(INES, PASCAL, ISABELLE)]


def test_five_ways_at_most_and_nobody_leads_nowhere():
    graph = lines(*((("ours", number), ISABELLE, 50) for number in range(2, 12)))
    assert [way.first[1] for way in ways(graph, ME, ISABELLE)] == [2, 3, 4, 5, 6]
    assert ways(graph, ME, PASCAL) == []
    assert ways({}, ME, PASCAL) == []


def test_a_bridge_is_named_with_whom_it_alone_reaches():
    graph = lines(
        (INES, ISABELLE, 50),
        (INES, PASCAL, 50),
        (THIBAULT, PASCAL, 50),
        (THIBAULT, LEILA, 50),
        (INES, LEILA, 50),
        (THIBAULT, JOEL, 50),
    )
    assert bridges(graph) == [Bridge(INES, (11,)), Bridge(THIBAULT, (14,))]
    assert bridges(lines((INES, PASCAL, 50), (THIBAULT, PASCAL, 50))) == []
    assert bridges({}) == []


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(11, 16)), max_size=14))
def test_an_articulation_is_what_cuts_the_graph(pairs):
    graph = lines(*((("ours", one), ("theirs", other), 50) for one, other in pairs))

    def parts(without):
        left, count = {node for node in graph if node != without}, 0
        while left:
            count += 1
            waiting = [left.pop()]
            while waiting:
                near = {node for node in graph[waiting.pop()] if node in left}
                left -= near
                waiting += near
        return count

    whole = parts(None)
    assert articulations(graph) == {node for node in graph if parts(node) > whole}
