"""What a formula yields, from what its inputs are; what means nothing is refused."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django.utils.translation import gettext as _

from kameo.core.customfields.enums import Result
from kameo.core.customfields.formula.parsing import Call, FormulaError, Name, Negative, Node, Number, Operation

MOST_DECIMALS = 4


def result_of(node: Node, inputs: Mapping[str, Result]) -> Result:
    """Raises FormulaError: unknown input, days multiplied, an amount times an amount."""
    if isinstance(node, Number):
        return Result.NUMBER
    if isinstance(node, Name):
        if node.key not in inputs:
            raise FormulaError(_("There is no number, amount or date called “%(name)s” here.") % {"name": node.key})
        return inputs[node.key]
    if isinstance(node, Negative):
        return _numeric_result(result_of(node.of, inputs))
    if isinstance(node, Operation):
        left, right = result_of(node.left, inputs), result_of(node.right, inputs)
        return _sum_result(node.sign, left, right) if node.sign in "+-" else _product_result(node.sign, left, right)
    return _call_result(node, [result_of(argument, inputs) for argument in node.arguments])


def _sum_result(sign: str, left: Result, right: Result) -> Result:
    """Days part by a number of days; a day plus a number is a day."""
    if left == Result.DATE and right == Result.DATE and sign == "-":
        return Result.NUMBER
    if left == Result.DATE and right == Result.NUMBER:
        return Result.DATE
    if right == Result.DATE and left == Result.NUMBER and sign == "+":
        return Result.DATE
    return _widest_result([_numeric_result(left), _numeric_result(right)])


def _product_result(sign: str, left: Result, right: Result) -> Result:
    both = {_numeric_result(left), _numeric_result(right)}
    if sign == "/":
        return Result.MONEY if left == Result.MONEY and right == Result.NUMBER else Result.NUMBER
    if left == right == Result.MONEY:
        raise FormulaError(_("An amount is not multiplied by an amount."))
    return _widest_result(list(both))


def _call_result(node: Call, arguments: list[Result]) -> Result:
    if node.function == "abs" and len(arguments) == 1:
        return _numeric_result(arguments[0])
    if node.function == "round" and len(arguments) <= 2:
        places = node.arguments[1] if len(arguments) == 2 else Number(Decimal(0))
        if not isinstance(places, Number) or places.value not in range(MOST_DECIMALS + 1):
            raise FormulaError(_("Round to 0, 1, 2, 3 or 4 decimals."))
        return _numeric_result(arguments[0])
    if node.function in {"min", "max"} and len(arguments) > 1:
        if Result.DATE not in arguments:
            return _widest_result(arguments)
        if set(arguments) == {Result.DATE}:
            return Result.DATE
    raise FormulaError(_("“%(name)s” does not take these values.") % {"name": node.function})


def _numeric_result(found: Result) -> Result:
    if found == Result.DATE:
        raise FormulaError(_("A date is neither multiplied, divided nor added to an amount."))
    return found


def _widest_result(found: list[Result]) -> Result:
    return Result.MONEY if Result.MONEY in found else Result.NUMBER
