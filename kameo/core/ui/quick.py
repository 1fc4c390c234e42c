"""What a page does thousands of times: calling macros, and translating words.

Jinja asks of each thing called whether it wants the context, and makes a new context for each that does, inside a loop.
Macros and plain functions want none, and our words do not either: every template of ours is escaped.
"""

from __future__ import annotations

from types import FunctionType
from typing import Any

from django.utils import translation
from jinja2 import nodes, runtime
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro
from markupsafe import Markup


class Calls(CodeGenerator):
    """Compiles a call without the variables of the loop around it: nothing that our templates call asks for them."""

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802 - Jinja's name
        self.write("context.call(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")


class Context(runtime.Context):
    """Jinja's, with a short way to macros and functions; `asks_page` marks those that are given the page's context."""

    def call(self, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        kind = type(called)
        if kind is Macro:
            return called(*args, **kwargs)
        if kind is FunctionType and not hasattr(called, "jinja_pass_arg"):
            return called(self, *args, **kwargs) if hasattr(called, "asks_page") else called(*args, **kwargs)
        return super().call(called, *args, **kwargs)


def gettext(text: str, /, **values: Any) -> Markup:
    """As Jinja's "new style": `values` are escaped into the sentence."""
    return Markup(translation.gettext(text)) % values  # noqa: S704 - a sentence of the catalogue


def ngettext(one: str, several: str, number: int, /, **values: Any) -> Markup:
    values.setdefault("num", number)
    return Markup(translation.ngettext(one, several, number)) % values  # noqa: S704 - as above


def pgettext(context: str, text: str, /, **values: Any) -> Markup:
    values.setdefault("context", context)
    return Markup(translation.pgettext(context, text)) % values  # noqa: S704 - as above


WORDS = {"_": gettext, "gettext": gettext, "ngettext": ngettext, "pgettext": pgettext}
