"""The errors that domain verbs raise: a code for programs, and words that say what to do."""

from __future__ import annotations

from typing import Any


class DomainError(Exception):
    """A refusal. `code` is stable (API, tests); `message` is for people; `field` names the input it is about."""

    def __init__(self, code: str, message: Any, *, field: str | None = None, **parameters: Any) -> None:
        super().__init__(code)
        self.code = code
        self.message = message
        self.field = field
        self.parameters = parameters

    def __str__(self) -> str:
        return str(self.message)
