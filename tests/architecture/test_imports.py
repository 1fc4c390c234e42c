"""Who may import whom, where import-linter's contracts cannot say it."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.architecture.sources import PACKAGE, python_files, shown

PRIVATE = {"views", "forms", "filters", "api", "urls"}
# What assembles the site may mount any app's addresses and operations.
ASSEMBLERS = {"config"}
PURE = {"domain", "queries", "models", "rules", "events", "enums"}
HTTP = ("django.http", "django.shortcuts", "django.views", "ninja")


def imported(path: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return found


def place(path: Path) -> tuple[str, str]:
    """The app and the part of it that a file belongs to: ("accounts", "domain")."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return (parts[0], parts[1]) if len(parts) > 1 else (parts[0], "")


def test_views_forms_and_api_of_an_app_are_its_own() -> None:
    """An API may build on the schemas of a lower app's API: they are typed once."""
    wrong = []
    for path in python_files():
        app, part = place(path)
        for name in imported(path):
            _kameo, owner, private, *_rest = [*name.split("."), "", ""]
            if private not in PRIVATE or owner in {app, "core"} or app in ASSEMBLERS:
                continue
            if not (private == "api" and part.endswith("api")) and name.startswith("kameo."):
                wrong.append(f"{shown(path)} imports {name}")
    assert wrong == []


def test_domain_queries_and_models_know_nothing_of_http() -> None:
    wrong = [
        f"{shown(path)} imports {name}"
        for path in python_files()
        if place(path)[1] in PURE and place(path)[0] != "core"
        for name in imported(path)
        if name.startswith(HTTP)
    ]
    assert wrong == []


def test_import_inside_a_function_says_why() -> None:
    """A comment on the line or the one above; commands and `ready()` may wait for Django without a word."""
    wrong = []
    for path in python_files():
        if place(path) == ("config", "commands") or path.name in {"apps.py", "cli.py", "command.py"}:
            continue
        source = path.read_text().splitlines()
        wrong += [
            f"{shown(path)}:{node.name}"
            for node in ast.walk(ast.parse(path.read_text()))
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not explained(node, source)
        ]
    assert len(wrong) <= 10, wrong


def explained(function: ast.FunctionDef | ast.AsyncFunctionDef, source: list[str]) -> bool:
    """Whether the function's first inner import, if any, has its reason beside it."""
    inner = [node for node in function.body if isinstance(node, ast.Import | ast.ImportFrom)]
    if not inner:
        return True
    around = source[inner[0].lineno - 2 : (inner[-1].end_lineno or inner[-1].lineno)]
    return any("#" in line for line in around)


def test_names_are_not_vague() -> None:
    vague = {"utils", "util", "helper", "helpers", "manager", "managers", "misc", "common"}
    assert [shown(path) for path in python_files() if path.stem in vague or path.parent.name in vague] == []
