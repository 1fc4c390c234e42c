"""One word, one thing: class names are unique in the house, private functions name their noun, SQL stands in files."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.sources import python_files, shown, templates

LONG_SQL, WIDE = 25, 160
STATEMENT = re.compile(
    r"\b(select|insert into|update|delete from)\b.*\b(from|set|values|into)\b", re.DOTALL | re.IGNORECASE
)
# Verbs, participles and nouns that say nothing of what is read, written or told.
BARE = {
    "_asked",
    "_back",
    "_bare",
    "_change",
    "_changed",
    "_check",
    "_columns",
    "_count",
    "_day",
    "_done",
    "_facts",
    "_fields",
    "_form",
    "_found",
    "_given",
    "_heading",
    "_ids",
    "_line",
    "_lines",
    "_moment",
    "_name",
    "_named",
    "_names",
    "_number",
    "_page",
    "_place",
    "_plain",
    "_put",
    "_read",
    "_row",
    "_rows",
    "_said",
    "_set",
    "_settle",
    "_shown",
    "_start",
    "_stored",
    "_tell",
    "_text",
    "_told",
    "_value",
    "_values",
    "_whole",
    "_words",
    "_written",
}


def top_level(kind: type[ast.AST] | tuple[type[ast.AST], ...]) -> Iterator[tuple[Path, ast.AST]]:
    for path in python_files():
        yield from ((path, node) for node in ast.parse(path.read_text()).body if isinstance(node, kind))


def test_class_names_are_unique_in_the_house() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for path, node in top_level(ast.ClassDef):
        if not (path.name == "apps.py" or node.name.startswith("_")):
            places[node.name].append(shown(path))
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_private_functions_name_their_noun() -> None:
    bare = [f"{shown(path)}:{node.name}" for path, node in top_level(ast.FunctionDef) if node.name in BARE]
    assert bare == []


def test_long_sql_stands_in_files() -> None:
    wrong = {
        f"{shown(path)}:{node.lineno}"
        for path in python_files()
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant | ast.JoinedStr)
        and (node.end_lineno or 0) - node.lineno >= LONG_SQL
        and STATEMENT.search(ast.unparse(node))
        and not documents(path, node)
    }
    assert sorted(wrong) == []


def documents(path: Path, node: ast.AST) -> bool:
    """Whether the text is a docstring."""
    for each in ast.walk(ast.parse(path.read_text())):
        if isinstance(each, ast.Module | ast.ClassDef | ast.FunctionDef) and each.body:
            first = each.body[0]
            if isinstance(first, ast.Expr) and first.value.lineno == node.lineno:
                return True
    return False


def test_templates_are_not_wide() -> None:
    wide = [
        f"{shown(path)}:{number}"
        for path in templates()
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if len(line) > WIDE
    ]
    assert wide == []
