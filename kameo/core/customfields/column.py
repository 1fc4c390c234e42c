"""The column that holds the values."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class CustomValues(models.JSONField):  # type: ignore[type-arg]
    """Values by the key of their field; a field without a value is not there."""

    def __init__(self, **options: Any) -> None:
        start: dict[str, Any] = {"default": dict, "db_default": {}, "blank": True, "editable": False}
        super().__init__(_("fields of the company"), **start)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, _arguments, _options = super().deconstruct()
        return name, path, [], {}
