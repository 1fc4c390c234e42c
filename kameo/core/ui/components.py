"""The Jinja global `ui`: one attribute per macro of `jinja2/ui/components/*.html`.

`ui.button("Save")` renders the macro `button`. A macro that does not exist is an
AttributeError, a parameter that it does not declare is a TypeError: a typo is never an
empty string.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, cast
from xml.etree import ElementTree

from django.utils.translation import get_language
from jinja2 import Environment
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from kameo.core.ui import fields, shapes

FAMILIES = Path(__file__).parent / "jinja2" / "ui" / "components"
SPRITE = "img/sprite.svg"
# In a checkout `static/` is beside the package, in a wheel it is inside.
SPRITE_FILES = tuple(folder / "static" / SPRITE for folder in Path(__file__).parents[2:4])

# What a macro may ask of the page that calls it, without the page passing it.
AMBIENT = ("csrf_input",)

# Small macros whose HTML depends on their arguments alone, or on them and the language: drawn once, kept.
# A list draws hundreds of them, and this is most of its cost.
PURE = frozenset("icon tone_icon mark chip status count cameo avatar bar pips bond account kbd".split())  # noqa: SIM905
PURE_BY_LANGUAGE = frozenset({"delta", "optional"})
KEPT = 8192


class Components:
    """Macros of one Jinja environment, found once, on first use."""

    field_view = staticmethod(fields.field_view)
    spark_path = staticmethod(shapes.spark_path)

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._icons: dict[str, str] = {}

    def __getattr__(self, name: str) -> Callable[..., Markup]:
        if name.startswith("_"):
            raise AttributeError(name)
        family = self._families.get(name)
        if family is None:
            raise AttributeError(f"no macro {name!r} in ui/components/*.html")
        macro = getattr(self._environment.get_template(family).module, name)
        component = _kept(name, macro) if name in PURE | PURE_BY_LANGUAGE else _with_ambient(macro)
        if not self._environment.auto_reload:  # while templates are being edited, look again each time
            self.__dict__[name] = component
        return component

    def __dir__(self) -> list[str]:
        return sorted(self._families)

    @cached_property
    def _families(self) -> dict[str, str]:
        """Macro name to template name, for every family file."""
        found: dict[str, str] = {}
        for path in sorted(FAMILIES.glob("*.html")):
            template = f"ui/components/{path.name}"
            module = self._environment.get_template(template).module
            for name, value in vars(module).items():
                if not isinstance(value, Macro) or name.startswith("_"):
                    continue
                if name in found:
                    raise ValueError(f"macro {name!r} is in {found[name]} and in {template}")
                found[name] = template
        return found

    @cached_property
    def icon_names(self) -> frozenset[str]:
        """Names of the sprite's symbols, without their `i-`."""
        sprite = next(path for path in SPRITE_FILES if path.exists())
        symbols = ElementTree.parse(sprite).getroot()  # noqa: S314 - our own file
        return frozenset(symbol.attrib["id"].removeprefix("i-") for symbol in symbols)

    def icon_href(self, name: str) -> str:
        """Address of one symbol of the sprite. ValueError for an icon that is not drawn."""
        href = self._icons.get(name)
        if href is None:
            if name not in self.icon_names:
                raise ValueError(f"no icon {name!r} in static/{SPRITE}")
            href = f"{self._static(SPRITE)}#i-{name}"
            self._icons[name] = href
        return href

    def _static(self, path: str) -> str:
        static = cast(Callable[[str], str], self._environment.globals["static"])
        return static(path)

    @staticmethod
    def attrs(values: Mapping[str, Any] | None) -> Markup:
        """HTML attributes with a leading space each. None and False are left out, True is bare.

        `style` and `on…` are refused: the content security policy would drop them anyway.
        """
        out = []
        for name, value in (values or {}).items():
            if value is None or value is False:
                continue
            if name == "style" or name.startswith("on"):
                raise ValueError(f"attribute {name!r} is forbidden by the content security policy")
            out.append(f" {escape(name)}" if value is True else f' {escape(name)}="{escape(value)}"')
        return Markup("".join(out))  # noqa: S704 - every part is escaped above

    @staticmethod
    def join(*classes: str | bool | None) -> str:
        """Class names that are present, separated by one space."""
        return " ".join(name for name in classes if isinstance(name, str) and name)


def _with_ambient(macro: Macro) -> Callable[..., Markup]:
    wanted = [name for name in AMBIENT if name in macro.arguments]
    draw = cast(Callable[..., Markup], macro)
    if not wanted:
        return draw

    def component(context: Context, *args: Any, **kwargs: Any) -> Markup:
        for name in wanted:
            if name not in kwargs:
                kwargs[name] = context.get(name)
        return draw(*args, **kwargs)

    component.asks_page = True  # type: ignore[attr-defined]
    return component


def _kept(name: str, macro: Macro) -> Callable[..., Markup]:
    """The macro, remembering what it drew. `typed`: "<b>" and Markup("<b>") are two different texts."""
    draw = cast(Callable[..., Markup], macro)

    @lru_cache(maxsize=KEPT, typed=True)
    def kept(_language: str | None, /, *args: Any, **kwargs: Any) -> Markup:
        return draw(*args, **kwargs)

    by_language = name in PURE_BY_LANGUAGE

    def component(*args: Any, **kwargs: Any) -> Markup:
        language = get_language() if by_language else None
        try:
            return kept(language, *args, **kwargs)
        except TypeError:  # an argument that cannot be a key, or one that the macro refuses by itself
            return draw(*args, **kwargs)

    return component
