"""Reading a formula: numbers, names in brackets, + - × ÷, parentheses, min, max, round and abs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NoReturn

from django.utils.translation import gettext as _

LONGEST, DEEPEST = 500, 30
FUNCTIONS = {"min", "max", "round", "abs"}
_TOKEN = re.compile(r"\s*(?:(\d+(?:[.,]\d+)?)|\[([^\[\]]+)\]|([a-zA-Z]+)|([-+*/×÷−();]))")
_SIGNS = {"×": "*", "÷": "/", "−": "-"}


class FormulaError(ValueError):
    """What is wrong with a formula, in the reader's language."""


@dataclass(frozen=True)
class Number:
    value: Decimal


@dataclass(frozen=True)
class Name:
    """A value of the record, by its key."""

    key: str


@dataclass(frozen=True)
class Negative:
    of: Node


@dataclass(frozen=True)
class Operation:
    sign: str
    left: Node
    right: Node


@dataclass(frozen=True)
class Call:
    function: str
    arguments: tuple[Node, ...]


Node = Number | Name | Negative | Operation | Call


def parse(text: str) -> Node:
    """Raises FormulaError."""
    if len(text) > LONGEST:
        raise FormulaError(_("Write at most %(most)s characters.") % {"most": LONGEST})
    reader = _Reader(text)
    node = reader.sum(0)
    if reader.token is not None:
        reader.refuse()
    return node


def inputs_of(node: Node) -> frozenset[str]:
    """The keys that it names."""
    if isinstance(node, Name):
        return frozenset({node.key})
    return frozenset().union(*(inputs_of(part) for part in _node_parts(node)))


def renamed(text: str, rename: Callable[[str], str]) -> str:
    """The same formula with other names between its brackets. `rename` may raise FormulaError."""
    return re.sub(r"\[([^\[\]]+)\]", lambda match: f"[{rename(match[1].strip())}]", text)


def _node_parts(node: Node) -> Iterator[Node]:
    if isinstance(node, Negative):
        yield node.of
    elif isinstance(node, Operation):
        yield from (node.left, node.right)
    elif isinstance(node, Call):
        yield from node.arguments


class _Reader:
    """One token ahead; each method reads what its name says. `depth` keeps brackets from exhausting the stack."""

    def __init__(self, text: str) -> None:
        self.text, self.place = text, 0
        self.token: tuple[str, str] | None = None
        self.next()

    def next(self) -> None:
        if not self.text[self.place :].strip():
            self.token, self.place = None, len(self.text)
            return
        match = _TOKEN.match(self.text, self.place)
        if match is None:
            self.refuse()
        kinds = ("number", "name", "word", "sign")
        kind = kinds[next(index for index, group in enumerate(match.groups()) if group is not None)]
        found = match.group(match.lastindex or 0)
        self.token, self.place = (kind, _SIGNS.get(found, found)), match.end()

    def refuse(self) -> NoReturn:
        rest = self.token[1] if self.token else self.text[self.place :].strip()[:20]
        if rest:
            raise FormulaError(_("The calculation cannot be read at “%(text)s”.") % {"text": rest})
        raise FormulaError(_("The calculation is not complete."))

    def takes(self, *signs: str) -> str:
        """The sign when it is one of these, read; "" otherwise."""
        if self.token is None or self.token[0] != "sign" or self.token[1] not in signs:
            return ""
        sign = self.token[1]
        self.next()
        return sign

    def sum(self, depth: int) -> Node:
        if depth > DEEPEST:
            raise FormulaError(_("The calculation has too many parentheses."))
        node = self.product(depth)
        while sign := self.takes("+", "-"):
            node = Operation(sign, node, self.product(depth))
        return node

    def product(self, depth: int) -> Node:
        node = self.factor(depth)
        while sign := self.takes("*", "/"):
            node = Operation(sign, node, self.factor(depth))
        return node

    def factor(self, depth: int) -> Node:
        if depth > DEEPEST:
            raise FormulaError(_("The calculation has too many parentheses."))
        if self.takes("-"):
            return Negative(self.factor(depth + 1))
        if self.takes("("):
            node = self.sum(depth + 1)
            self._closing()
            return node
        if self.token is None or self.token[0] == "sign":
            self.refuse()
        kind, text = self.token
        self.next()
        if kind == "number":
            return Number(Decimal(text.replace(",", ".")))
        return Name(text.strip()) if kind == "name" else self.call(text, depth)

    def call(self, word: str, depth: int) -> Node:
        if word.lower() not in FUNCTIONS:
            raise FormulaError(
                _("“%(word)s” is not known: put names of fields in brackets; there are min, max, round and abs.")
                % {"word": word}
            )
        if not self.takes("("):
            self.refuse()
        arguments = [self.sum(depth + 1)]
        while self.takes(";"):
            arguments.append(self.sum(depth + 1))
        self._closing()
        return Call(word.lower(), tuple(arguments))

    def _closing(self) -> None:
        if not self.takes(")"):
            self.refuse()
