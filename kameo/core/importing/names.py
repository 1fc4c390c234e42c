"""The names that people and products give to columns: a file `columns.ini` beside the importers of an app.

A section per field: `columns` are its names, best first, between bars; in `[field.words]` each stored value has the
words that files spell it with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from configparser import ConfigParser
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import translation

from kameo.core.importing.declarations import ImportField


@lru_cache(maxsize=32)
def _read_names(path: Path) -> ConfigParser:
    names = ConfigParser(delimiters=("=",), comment_prefixes=("#",), interpolation=None)
    names.optionxform = str  # type: ignore[assignment, method-assign] # values keep their case
    names.read_string(path.read_text(encoding="utf-8"))
    return names


def _several(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.replace("\n", " ").split("|") if name.strip())


def words_in(path: Path, section: str) -> dict[str, tuple[str, ...]]:
    """The entries of a section, each with its names."""
    names = _read_names(path)
    return {key: _several(text) for key, text in names[section].items()} if names.has_section(section) else {}


def named(path: Path, *fields: ImportField) -> tuple[ImportField, ...]:
    """The fields with the names and words that `path` gives them. Raises KeyError for a name of no field."""
    known = {each.name for each in fields}
    if strangers := {section.partition(".")[0] for section in _read_names(path).sections()} - known - {"declined"}:
        raise KeyError(f"{path} names no field of the importer: {', '.join(sorted(strangers))}")
    return tuple(_named_fields(path, fields))


def _named_fields(path: Path, fields: Iterable[ImportField]) -> Iterator[ImportField]:
    for each in fields:
        synonyms = words_in(path, each.name).get("columns", ())
        words = words_in(path, f"{each.name}.words")
        yield replace(each, synonyms=(*synonyms, *each.synonyms), words=words or each.words)


def spoken(label: Any) -> tuple[str, ...]:
    """A label in every language of the product: what the columns of our own exports are called."""
    said = []
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            said.append(str(label))
    return tuple(dict.fromkeys(said))
