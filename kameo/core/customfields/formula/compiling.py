"""A formula as an SQL expression. A missing input makes it null; nothing else decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kameo.core.customfields.enums import Result
from kameo.core.customfields.formula.parsing import Call, Name, Negative, Node, Number, Operation
from kameo.core.customfields.formula.typing import result_of


def sql_of(node: Node, inputs: Mapping[str, Result], place: Callable[[str], str]) -> str:
    """`place(key)` is where the value of an input stands, typed. Only what `parse` made gets here."""
    if isinstance(node, Number):
        return f"{node.value:f}::numeric"
    if isinstance(node, Name):
        return place(node.key)
    if isinstance(node, Negative):
        return f"(-{sql_of(node.of, inputs, place)})"
    if isinstance(node, Call):
        return _call_sql(node, [sql_of(argument, inputs, place) for argument in node.arguments])
    return _operation_sql(node, inputs, place)


def _operation_sql(node: Operation, inputs: Mapping[str, Result], place: Callable[[str], str]) -> str:
    left, right = sql_of(node.left, inputs, place), sql_of(node.right, inputs, place)
    kinds = result_of(node.left, inputs), result_of(node.right, inputs)
    if node.sign == "/":
        return f"({left} / nullif({right}, 0))"
    if kinds == (Result.DATE, Result.DATE):
        return f"({left} - {right})::numeric"
    if Result.DATE in kinds:
        left, right = (
            text if kind == Result.DATE else f"round({text})::int"
            for text, kind in zip((left, right), kinds, strict=True)
        )
    return f"({left} {node.sign} {right})"


def _call_sql(node: Call, arguments: list[str]) -> str:
    if node.function in {"min", "max"}:
        # least and greatest leave null out; a missing input is missing.
        known = " and ".join(f"{argument} is not null" for argument in arguments)
        name = {"min": "least", "max": "greatest"}[node.function]
        return f"(case when {known} then {name}({', '.join(arguments)}) end)"
    if node.function == "round":
        places = node.arguments[1] if len(node.arguments) == 2 else None
        return f"round({arguments[0]}, {int(places.value) if isinstance(places, Number) else 0})"
    return f"abs({arguments[0]})"
