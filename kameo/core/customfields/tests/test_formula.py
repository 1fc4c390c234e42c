"""Formulas: what can be read, what it yields, what the database makes of it."""

from __future__ import annotations

import contextlib
import json
from decimal import Decimal
from fractions import Fraction

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from kameo.core.customfields.enums import Result
from kameo.core.customfields.formula import FormulaError, inputs_of, parse, renamed, result_of, sql_of
from kameo.core.customfields.formula.parsing import Call, Name, Negative, Node, Number, Operation

KINDS = {"lines": Result.NUMBER, "cost": Result.MONEY, "start": Result.DATE, "stop": Result.DATE}


def written(node: Node) -> str:
    if isinstance(node, Number):
        return f"{node.value:f}"
    if isinstance(node, Name):
        return f"[{node.key}]"
    if isinstance(node, Negative):
        return f"-({written(node.of)})"
    if isinstance(node, Operation):
        return f"({written(node.left)}) {node.sign} ({written(node.right)})"
    return f"{node.function}({'; '.join(map(written, node.arguments))})"


numbers = st.decimals(min_value=0, max_value=10**6, places=2).map(Number)
nodes = st.recursive(
    numbers | st.sampled_from([Name("lines"), Name("cost")]),
    lambda inner: (
        inner.map(Negative)
        | st.builds(Operation, st.sampled_from("+-*/"), inner, inner)
        | st.builds(Call, st.sampled_from(["min", "max"]), st.tuples(inner, inner))
        | st.builds(Call, st.just("abs"), st.tuples(inner))
    ),
    max_leaves=8,
)


@given(nodes)
def test_a_formula_reads_as_it_was_written(node: Node) -> None:
    assert parse(written(node)) == node


@given(st.text(max_size=60) | st.text("0123456789[]lines+-*/();min ", max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(FormulaError):
        inputs_of(parse(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[lines] × 2", Result.NUMBER),
        ("[lines] * [cost]", Result.MONEY),
        ("[cost] / [cost]", Result.NUMBER),
        ("[stop] − [start]", Result.NUMBER),
        ("[start] + 30", Result.DATE),
        ("max([start]; [stop])", Result.DATE),
        ("round([cost] ÷ 3; 2)", Result.MONEY),
        ("abs(-[lines]) + 12,5", Result.NUMBER),
    ],
)
def test_what_a_formula_yields(text: str, found: Result) -> None:
    assert result_of(parse(text), KINDS) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2 +",
        "(2",
        "2)",
        "lines * 2",
        "[lines] ** 2",
        "drop table accounts",
        "[cost] * [cost]",
        "[start] * 2",
        "[start] + [stop]",
        "[nobody] + 1",
        "round([cost]; [lines])",
        "min([start]; 2)",
        "(" * 40 + "1" + ")" * 40,
        "1+" * 300 + "1",
        "'; select 1 --",
    ],
)
def test_what_is_refused(text: str) -> None:
    with pytest.raises(FormulaError):
        result_of(parse(text), KINDS)


def test_names_are_exchanged_between_the_brackets_alone() -> None:
    assert renamed("[lines] × 2 + [ cost ]", {"lines": "Lignes", "cost": "Coût"}.__getitem__) == "[Lignes] × 2 + [Coût]"


def place(key: str) -> str:
    return f"(v ->> '{key}')::{'date' if KINDS[key] == Result.DATE else 'numeric'}"


def computed(text: str, **values: str) -> object:
    sql = sql_of(parse(text), KINDS, place)
    with connection.cursor() as cursor:
        cursor.execute(f"select {sql} from (select %s::jsonb as v) as one", [json.dumps(values)])  # noqa: S608
        return cursor.fetchone()[0]


@pytest.mark.django_db
def test_the_database_computes_it() -> None:
    assert computed("[lines] × [cost]", lines="23", cost="1200.50") == Decimal("27611.50")
    assert computed("[stop] - [start]", start="2026-02-27", stop="2026-03-02") == 3
    assert str(computed("[start] + [lines]", start="2026-12-30", lines="3")) == "2027-01-02"
    assert computed("[cost] / ([lines] - 23)", lines="23", cost="10") is None
    assert computed("[lines] × 2") is None
    assert computed("min([lines]; 4)") is None


@pytest.mark.django_db
@settings(max_examples=60)
@given(nodes, st.integers(-1000, 1000), st.decimals(-1000, 1000, places=2))
def test_the_database_computes_what_python_would(node: Node, lines: int, cost: Decimal) -> None:
    def value(one: Node) -> Fraction:
        if isinstance(one, Number):
            return Fraction(one.value)
        if isinstance(one, Name):
            return Fraction(lines) if one.key == "lines" else Fraction(cost)
        if isinstance(one, Negative):
            return -value(one.of)
        if isinstance(one, Operation):
            left, right = value(one.left), value(one.right)
            return {"+": lambda: left + right, "-": lambda: left - right, "*": lambda: left * right}.get(
                one.sign, lambda: left / right
            )()
        return {"min": min, "max": max, "abs": abs}[one.function](*map(value, one.arguments))

    try:
        result_of(node, KINDS)
        expected: Fraction | None = value(node)
    except FormulaError:
        return
    except ZeroDivisionError:
        expected = None
    found = computed(written(node), lines=str(lines), cost=str(cost))
    if expected is None or found is None:
        return  # a quotient so small that it rounds to nothing divides by nothing
    assert abs(Fraction(found) - expected) <= Fraction(1, 1000) * max(1, abs(expected))
