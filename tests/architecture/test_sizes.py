"""Sizes to notice: files of 500 lines and functions of 60 fail, those of 300 and 25 are counted."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, python_files

FILE, FUNCTION, CSS, JAVASCRIPT = 500, 60, 300, 150


def lines(path: Path) -> int:
    return len(path.read_text().splitlines())


def functions(path: Path) -> list[tuple[str, int]]:
    tree = ast.parse(path.read_text())
    return [
        (node.name, (node.end_lineno or node.lineno) - node.lineno + 1)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def shown(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_no_file_is_too_long() -> None:
    assert {shown(path): lines(path) for path in python_files() if lines(path) > FILE} == {}


def test_no_function_is_too_long() -> None:
    assert {
        f"{shown(path)}:{name}": length
        for path in python_files()
        for name, length in functions(path)
        if length > FUNCTION
    } == {}


def test_long_files_and_functions_stay_few() -> None:
    """The warning of architecture.md: more than one in twenty is a habit, and fails."""
    files = python_files()
    long_files = [shown(path) for path in files if lines(path) > 300]
    every = [(path, name, length) for path in files for name, length in functions(path)]
    long_functions = [f"{shown(path)}:{name} ({length})" for path, name, length in every if length > 25]
    assert len(long_files) <= len(files) / 20, long_files
    assert len(long_functions) <= len(every) / 20, long_functions


@pytest.mark.parametrize(("folder", "suffix", "most"), [("css", ".css", CSS), ("js", ".js", JAVASCRIPT)])
def test_no_style_sheet_or_script_is_too_long(folder: str, suffix: str, most: int) -> None:
    found = (ROOT / "static" / folder).rglob(f"*{suffix}")
    assert {shown(path): lines(path) for path in found if lines(path) > most} == {}
