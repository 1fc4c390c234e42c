"""A small language over the numbers, amounts and days of one record: `[Lines] × [Average cost] + 12,5`.

`parsing` reads it, `typing` says what it yields, `compiling` writes it as SQL, which the database alone evaluates,
whenever the record is written.
"""

from kameo.core.customfields.formula.compiling import sql_of
from kameo.core.customfields.formula.parsing import FormulaError, inputs_of, parse, renamed
from kameo.core.customfields.formula.typing import result_of

__all__ = ["FormulaError", "inputs_of", "parse", "renamed", "result_of", "sql_of"]
