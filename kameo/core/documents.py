"""Every PDF: a Typst template of ours, given what people typed as data, never as source.

The compiler sees one temporary folder and the fonts of its own wheel: no package, no network, no file of the
machine. A template lies in `kameo/<app>/typst/<name>.typ`, reads `json("data.json")` and imports the common look
from `kameo.typ` (kameo/core/typst/kameo.typ).
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files as resources
from pathlib import Path, PurePosixPath
from typing import Any, cast

import typst
from django.core.serializers.json import DjangoJSONEncoder

from kameo.core import clock

MAIN, DATA, LOOK = "main.typ", "data.json", "kameo.typ"
PACKAGE = re.compile(r'"\s*@')  # a quoted package name: the compiler would fetch it


class DocumentError(RuntimeError):
    """A template that cannot be set; the message names the line and what the compiler advises."""


def template(app: str, name: str) -> str:
    """The source of `kameo/<app>/typst/<name>.typ`. Raises FileNotFoundError."""
    return (resources(f"kameo.{app}") / "typst" / f"{name}.typ").read_text(encoding="utf-8")


def compile_pdf(
    source: str,
    *,
    files: Mapping[str, bytes] | None = None,
    data: Mapping[str, Any] | None = None,
    standard: str | None = None,
) -> bytes:
    """The PDF of a template, tagged for screen readers.

    `data` is what the template reads with `json("data.json")`: dates, decimals and translated words are written as
    text. `files` are laid beside it (pictures, a drawing in SVG), by relative name. `standard` holds the result to
    one ("ua-1", "a-3b"). Raises DocumentError.
    """
    for text in [source, *(_read_template(name, body) for name, body in (files or {}).items())]:
        if PACKAGE.search(text):
            raise DocumentError("A template takes no package: packages come from the network.")
    with tempfile.TemporaryDirectory(prefix="kameo-pdf-") as folder:
        _lay(Path(folder), source, files or {}, data or {})
        return _compiled(Path(folder), standard)


def _compiled(root: Path, standard: str | None) -> bytes:
    nothing = root / "packages"
    try:
        made = typst.compile(  # type: ignore[call-overload]
            root / MAIN,
            root=root,
            font_paths=_fonts(),
            format="pdf",
            package_path=nothing,
            package_cache_path=nothing,
            timestamp=clock.now().replace(microsecond=0),
            pdf_standards=[standard] if standard else [],
            pdf_tags=True,
        )
    except typst.TypstError as error:
        raise DocumentError(_explained(error, root)) from error
    return cast("bytes", made)


@lru_cache(maxsize=1)
def _fonts() -> Any:
    """The wheel's own, whatever the machine has: the same document everywhere."""
    return typst.Fonts(include_system_fonts=False)


def _lay(root: Path, source: str, files: Mapping[str, bytes], data: Mapping[str, Any]) -> None:
    words = json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False)
    # A template never compares with a lone surrogate or a NUL, and JSON readers refuse the former.
    laid = {
        LOOK: template("core", "kameo").encode(),
        **files,
        MAIN: source.encode(),
        DATA: words.encode("utf-8", "replace"),
    }
    for name, body in laid.items():
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or not path.parts:
            raise DocumentError(f"{name!r} would lie outside the document's folder.")
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(body)


def _read_template(name: str, body: bytes) -> str:
    return body.decode("utf-8", "replace") if name.endswith(".typ") else ""


def _explained(error: typst.TypstError, root: Path) -> str:
    parts = [str(getattr(error, "diagnostic", "") or error), *getattr(error, "hints", [])]
    return "\n".join(part.strip() for part in parts if part).replace(str(root), "")
