"""Icons of the sprite as plain shapes, for a drawing that leaves the site and cannot point at it."""

from __future__ import annotations

from functools import cache
from xml.etree import ElementTree

from kameo.core.ui.components import SPRITE_FILES

SVG = "{http://www.w3.org/2000/svg}"


@cache
def glyph(name: str) -> str:
    """What the symbol `name` holds: shapes of a 16 by 16 grid. An icon that is not drawn is empty."""
    return _symbols().get(name, "")


@cache
def _symbols() -> dict[str, str]:
    sprite = next(path for path in SPRITE_FILES if path.exists())
    root = ElementTree.parse(sprite).getroot()  # noqa: S314 - our own file
    return {
        symbol.attrib["id"].removeprefix("i-"): "".join(_plain_shape(shape) for shape in symbol)
        for symbol in root
        if "id" in symbol.attrib
    }


def _plain_shape(shape: ElementTree.Element) -> str:
    tag = shape.tag.removeprefix(SVG)
    attrs = "".join(
        f' {name}="{"#4a4653" if value == "currentColor" else value}"' for name, value in shape.attrib.items()
    )
    return f"<{tag}{attrs}/>"
