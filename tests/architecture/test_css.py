"""No style for what no page draws: each class of the style sheet is mentioned by a template, a module or a script."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

from tests.architecture.sources import ROOT, python_files, templates

# Classes that a page puts together from a word and a value, with the place that does it.
COMPOSED = {
    r"h-(entities|lead|share)": "accounts.views.listing: the head of a column, by the column's key",
    r"h-(380|460)": "insight/_chart.html: the height that the chart declares",
    r"p[13]": "ui.white_cell: the size of a potential",
    r"s[1-5]": "ui.kcol: the step",
    r"sum-[0134]": "insight/nine_box.html: attractiveness and position added up",
}
VEGA = {"vg-tooltip", "visible"}  # the bubble that Vega puts on the page

CSS_COMMENT = re.compile(r"/\*.*?\*/", re.S)
JINJA_COMMENT = re.compile(r"{#.*?#}", re.S)
SCRIPT_COMMENT = re.compile(r"/\*.*?\*/|^\s*//.*?$", re.S | re.M)
SELECTED = re.compile(r"\.(-?[a-zA-Z_][\w-]*)")
WORD = re.compile(r"[a-zA-Z_][\w-]*")
ATTRIBUTE = re.compile(r'\bclass="((?:{{.*?}}|{%.*?%}|[^"])*)"|(?:\bclass=|block body_class %})([\w -]+)', re.S)
JINJA = re.compile(r"{{.*?}}|{%.*?%}", re.S)
LITERAL = re.compile(r"'([^'\n]*)'|\"([^\"\n]*)\"|`([^`]*)`")
NAMES = re.compile(r"[\w -]+")  # a literal that holds names and nothing else; prose has points and commas


def selected() -> set[str]:
    sheets = [CSS_COMMENT.sub("", path.read_text()) for path in (ROOT / "static" / "css").glob("*.css")]
    return {name for text in sheets for name in SELECTED.findall(re.sub(r'"[^"]*"', '""', text))}


def in_templates() -> Iterator[str]:
    for path in templates():
        text = JINJA_COMMENT.sub("", path.read_text())
        for quoted, bare in ATTRIBUTE.findall(text):
            yield quoted or bare
        for expression in JINJA.findall(text):
            yield from ("".join(found) for found in LITERAL.findall(expression))


def in_python() -> Iterator[str]:
    for path in python_files():
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if NAMES.fullmatch(node.value):
                    yield node.value
                yield from (quoted or bare for quoted, bare in ATTRIBUTE.findall(node.value))


def in_scripts() -> Iterator[str]:
    for path in (ROOT / "static" / "js").rglob("*.js"):
        yield from ("".join(found) for found in LITERAL.findall(SCRIPT_COMMENT.sub("", path.read_text())))


@cache
def mentioned() -> frozenset[str]:
    texts = [*in_templates(), *in_python(), *in_scripts()]
    return frozenset(word for text in texts for word in WORD.findall(text))


def is_composed(name: str) -> bool:
    return any(re.fullmatch(pattern, name) for pattern in COMPOSED)


def test_each_class_of_the_style_sheet_is_drawn_somewhere() -> None:
    dead = {name for name in selected() - mentioned() - VEGA if not is_composed(name)}
    assert sorted(dead) == []


def test_what_is_excepted_is_still_in_the_style_sheet() -> None:
    names = selected()
    assert names >= VEGA
    assert [pattern for pattern in COMPOSED if not any(re.fullmatch(pattern, name) for name in names)] == []
