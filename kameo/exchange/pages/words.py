"""Codes and parameters into the reader's language: what is wrong, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from kameo.core.importing import Importer, importers
from kameo.exchange.models import Import
from kameo.exchange.parsing import problems
from kameo.exchange.reading import errors

RECOGNISED = {
    "sheet": gettext_lazy("Sheet"),
    "encoding": gettext_lazy("Encoding"),
    "separator": gettext_lazy("Separator"),
    "header_row": gettext_lazy("Line of the column names"),
    "decimal": gettext_lazy("Decimal mark"),
    "date_order": gettext_lazy("Order of dates"),
    "currency": gettext_lazy("Currency"),
    "unit": gettext_lazy("Unit of amounts"),
}
STATUSES = {
    "certain": gettext_lazy("certain"),
    "likely": gettext_lazy("likely"),
    "ambiguous": gettext_lazy("to be answered"),
    "default": gettext_lazy("nothing says otherwise"),
    "chosen": gettext_lazy("your choice"),
}
VALUES: dict[str, dict[Any, Any]] = {
    "separator": {
        ",": gettext_lazy("comma"),
        ";": gettext_lazy("semicolon"),
        "\t": gettext_lazy("tabulation"),
        "|": gettext_lazy("vertical bar"),
        "^": "^",
        ":": gettext_lazy("colon"),
    },
    "decimal": {",": gettext_lazy("comma"), ".": gettext_lazy("point")},
    "date_order": {
        "dmy": gettext_lazy("day, month, year"),
        "mdy": gettext_lazy("month, day, year"),
        "ymd": gettext_lazy("year, month, day"),
    },
    "unit": {
        1: gettext_lazy("units"),
        1000: gettext_lazy("thousands"),
        1_000_000: gettext_lazy("millions"),
        1_000_000_000: gettext_lazy("billions"),
    },
    "header_row": {0: gettext_lazy("the file has none")},
}
PHASES = {
    "": gettext_lazy("Waiting for the worker"),
    "recognising": gettext_lazy("Recognising the file"),
    "reading": gettext_lazy("Reading the rows"),
    "planning": gettext_lazy("Comparing with what is known"),
    "matching": gettext_lazy("Looking for known records"),
    "writing": gettext_lazy("Writing"),
    "settling": gettext_lazy("Bringing figures up to date"),
}
ACTIONS = {
    "created": pgettext_lazy("one record", "created"),
    "create": pgettext_lazy("one record", "created"),
    "updated": pgettext_lazy("one record", "updated"),
    "update": pgettext_lazy("one record", "updated"),
    "unchanged": pgettext_lazy("one record", "unchanged"),
    "rejected": pgettext_lazy("one record", "rejected"),
}
FAILURES = {
    "question": (
        gettext_lazy("A question about the file is not answered."),
        gettext_lazy("Answer it below, then check again."),
    ),
    "crashed": (
        gettext_lazy("The import stopped on an error of ours; nothing was written."),
        gettext_lazy("It is tried again by itself; if this stays, the error is in the log."),
    ),
    "unmatched": (
        gettext_lazy("A necessary column is not matched."),
        gettext_lazy("Say which column holds it, then check again."),
    ),
}


def sentence(msgid: Any, params: Mapping[str, Any]) -> str:
    """A translated msgid with its places filled; a place without a value shows as “…”."""
    return str(_(str(msgid)) if msgid else "").format_map(_Places(params))


class _Places(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "…"


def explain(importer: Importer | None, code: str, params: Mapping[str, Any]) -> tuple[str, str]:
    """What is wrong and what to do, for a code of the file, of a cell, or of the importer."""
    known = (importer.messages if importer else {}).get(code)
    known = known or problems.MESSAGES.get(code) or errors.MESSAGES.get(code) or FAILURES.get(code)
    if known is None:
        return code, ""
    return sentence(known[0], params), sentence(known[1], params)


def explain_problem(importer: Importer | None, problem: Any) -> tuple[str, str]:
    """The same for a problem of a line (stored or just found); its own parameters win. A `reason` is a msgid."""
    params = {"value": problem.value, "line": problem.line, "field": problem.column or problem.field, **problem.params}
    if reason := params.get("reason"):
        params["reason"] = _(reason)
    return explain(importer, problem.code, params)


def explain_failure(record: Import) -> tuple[str, str] | None:
    """Why the file as a whole went nowhere, or None."""
    if not record.failure:
        return None
    return explain(importers.get(record.kind), record.failure["code"], record.failure.get("params", {}))


def value_label(name: str, value: Any) -> str:
    """A recognised value as people say it."""
    return str(VALUES.get(name, {}).get(value, value))
