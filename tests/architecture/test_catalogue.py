"""The French catalogue says everything the product says, with the same places in its sentences."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
NARROW, FIRM = "\u202f", "\u00a0"


@pytest.fixture(scope="module")
def catalogue() -> ModuleType:
    path = ROOT / "scripts" / "catalogue.py"
    if not path.exists():
        pytest.skip("scripts/ is not part of the installed package")
    spec = importlib.util.spec_from_file_location("catalogue", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def french(catalogue: ModuleType) -> list[str]:
    found: list[str] = []
    for message in catalogue.read(catalogue.LOCALES["fr"], "fr"):
        if message.id:
            found += [message.string] if isinstance(message.string, str) else list(message.string)
    return found


def test_every_message_is_translated_and_none_is_left_over(catalogue: ModuleType) -> None:
    assert catalogue.problems("fr", catalogue.LOCALES["fr"]) == []


def test_french_spaces_are_no_break_ones(french: list[str]) -> None:
    assert [text for text in french if re.search(r" [:;!?»€]|« | %(?![(\w])|\d \d{3}\b", text)] == []


def test_semicolons_and_question_marks_take_the_narrow_space(french: list[str]) -> None:
    assert [text for text in french if re.search(rf"{FIRM}[;!?]|{NARROW}[:%€»]", text)] == []


def test_apostrophes_are_curly_and_nothing_exclaims(french: list[str]) -> None:
    assert [text for text in french if "'" in text] == []
    assert [text for text in french if text.endswith("!")] == []
