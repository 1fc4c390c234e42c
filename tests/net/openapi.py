"""The API's document without the names that code gives: schemas stand where they are used, operations lose their id."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from tests.net.renames import renamed

OPENAPI = "/api/v1/openapi.json"


@lru_cache(maxsize=4)
def plain(answer: str) -> str:
    """The recorded answer, its document laid out anew and with the new names."""
    head, _, body = answer.partition("\n\n")
    document = json.loads(body)
    schemas = document.pop("components", {}).pop("schemas", {})
    laid_out = json.dumps(_laid_out(document, schemas, ()), ensure_ascii=False, indent=1, sort_keys=True)
    return renamed(f"{head}\n\n{laid_out}\n")


def _laid_out(value: Any, schemas: dict[str, Any], above: tuple[str, ...]) -> Any:
    if isinstance(value, list):
        return [_laid_out(one, schemas, above) for one in value]
    if not isinstance(value, dict):
        return value
    if "$ref" not in value:
        return {key: _laid_out(one, schemas, above) for key, one in value.items() if key != "operationId"}
    name = value["$ref"].rsplit("/", 1)[1]
    if name in above:
        return {"again": len(above) - above.index(name)}
    named = {key: one for key, one in schemas[name].items() if key != "title"}
    beside = {key: one for key, one in value.items() if key != "$ref"}
    return _laid_out(named | beside, schemas, (*above, name))
