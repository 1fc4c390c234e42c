"""Static files are collected once and copied after; a folder keeps what was used last, and belongs to one user."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from kameo.core.ops import prepared, static


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(prepared.VARIABLE, str(tmp_path / "prepared"))
    return tmp_path / "prepared"


@pytest.fixture
def collected(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: Any) -> list[str]:
    """Which homes had to collect for themselves: a stand-in that writes one file."""
    calls: list[str] = []

    def collect(*args: Any, **options: Any) -> None:
        calls.append(settings.STATIC_ROOT.parent.name)
        settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
        (settings.STATIC_ROOT / "kameo.css").write_text(f"made in {calls[-1]}")

    monkeypatch.setattr(static, "call_command", collect)
    return calls


def prepare(settings: Any, home: Path) -> str:
    settings.STATIC_ROOT = home / "static"
    assert static.collect() is True
    assert static.collect() is False
    assert static.is_collected()
    return (home / "static" / "kameo.css").read_text()


def test_the_second_home_copies_what_the_first_collected(
    folder: Path, collected: list[str], settings: Any, tmp_path: Path
) -> None:
    assert [prepare(settings, tmp_path / name) for name in ("first", "second")] == ["made in first"] * 2
    assert collected == ["first"]
    assert [path.name[:7] for path in folder.iterdir()] == ["static-"]


def test_without_a_folder_each_home_collects(
    collected: list[str], settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(prepared.VARIABLE)
    assert prepare(settings, tmp_path / "first") == "made in first"
    assert prepare(settings, tmp_path / "second") == "made in second"


def test_what_others_may_write_is_not_copied(folder: Path, collected: list[str], settings: Any, tmp_path: Path) -> None:
    prepare(settings, tmp_path / "first")
    next(folder.glob("static-*")).chmod(0o777)
    assert prepare(settings, tmp_path / "second") == "made in second"


def test_the_oldest_go(tmp_path: Path) -> None:
    for age in range(prepared.KEPT + 3):
        place = tmp_path / f"schema-{age:02}.sql"
        place.touch()
        os.utime(place, (1_000_000 - age, 1_000_000 - age))
    prepared.forget_old(tmp_path, "schema-*.sql")
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"schema-{age:02}.sql" for age in range(prepared.KEPT)]
