"""The dumped schema and the seeds as named pieces, equal whatever order migrations made them in."""

from __future__ import annotations

import json
import re
from collections import defaultdict

from tests.net.renames import renamed

NOISE = re.compile(r"^(--.*|SET .*;|SELECT pg_catalog\.set_config.*|\\(un)?restrict .*|)$", re.MULTILINE)
DOLLARS = re.compile(r"(\$\w*\$)(.*?)\1", re.DOTALL)
# Django and pgtrigger end the names that they make with a hash of table and columns.
HASHED = re.compile(r"\b\w+?_[0-9a-f]{8}(?:_(?:fk_\w+|fk|uniq|like|check|idx))?\b")
TRIGGER_HASH = re.compile(r"\b(pgtrigger_\w+?)_[0-9a-f]{5}\b")
COMMENT_HASH = re.compile(r"(COMMENT ON TRIGGER .* IS ')[0-9a-f]{40}'")
CONTENT_TYPE = re.compile(r'"app_label": "(\w+)", "model": "(\w+)"')  # told as its table, which the renames know
TABLE = re.compile(r"^(CREATE (?:UNLOGGED )?TABLE \S+) \((.*)\)$", re.DOTALL)


def schema_lines(dump: str) -> dict[str, str]:
    """Statements of a dump by their first words; those of the same words stand together, in order."""
    pieces: dict[str, list[str]] = defaultdict(list)
    for statement in _statements(renamed(dump, schema=True)):
        text = _normal(statement)
        name = text.split("\n", 1)[0][:160] if text.startswith("CREATE TABLE") else text[:160].replace("\n", " ")
        pieces[name].append(text)
    return {name: "\n".join(sorted(texts)) for name, texts in pieces.items()}


def _statements(dump: str) -> list[str]:
    """Split at semicolons that end a line, outside the bodies of functions."""
    bodies: list[str] = []

    def put_aside(match: re.Match[str]) -> str:
        bodies.append(match[0])
        return f"@body{len(bodies) - 1}@"

    flat = DOLLARS.sub(put_aside, dump)
    flat = NOISE.sub("", flat)
    statements = (re.sub(r"\n{2,}", "\n", one).strip() for one in flat.split(";\n"))
    return [re.sub(r"@body(\d+)@", lambda match: bodies[int(match[1])], one) for one in statements if one]


def _normal(statement: str) -> str:
    text = COMMENT_HASH.sub(r"\1…'", TRIGGER_HASH.sub(r"\1", HASHED.sub("@made", statement)))
    if table := TABLE.match(text):
        columns = sorted(line.strip().rstrip(",") for line in table[2].strip().splitlines())
        return "\n".join([f"{table[1]} (", *columns])
    return text


def seed_lines(seeds: str) -> dict[str, str]:
    """Rows by table, in the order of their text."""
    tables: dict[str, list[str]] = defaultdict(list)
    for line in renamed(CONTENT_TYPE.sub(r'"model": "\1_\2"', seeds), schema=True).splitlines():
        row = json.loads(line)
        tables[row.pop("table")].append(json.dumps(row, ensure_ascii=False, sort_keys=True))
    return {table: "\n".join(sorted(rows)) for table, rows in tables.items()}
