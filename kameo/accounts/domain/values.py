"""Account fields as they are stored, whatever people type."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from kameo.accounts.names.identifiers import normalise_naf
from kameo.core.acting import refuse_unknown_fields
from kameo.core.errors import DomainError


def normalise_fields(fields: Mapping[str, Any], *, allowed: Collection[str]) -> dict[str, Any]:
    """`fields` cleaned; raises DomainError "unknown_field" (a programming error, or a client's), "name_missing"."""
    refuse_unknown_fields(fields, allowed)
    return {name: _READERS.get(name, _strip_text)(value) for name, value in fields.items()}


def normalise_tags(tags: Collection[str]) -> list[str]:
    """Without stray spaces or doubles (case apart), in the order given; a tag keeps its first spelling."""
    seen: dict[str, str] = {}
    for tag in tags:
        bare = " ".join(str(tag).split())[:60]
        if bare:
            seen.setdefault(bare.casefold(), bare)
    return list(seen.values())


def _strip_text(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


def _account_name(value: str) -> str:
    name = " ".join((value or "").split())
    if not name:
        raise DomainError("name_missing", _("Give it a name."), field="name")
    if len(name) > 250:
        raise DomainError("invalid", _("A name has 250 characters at most."), field="name")
    return name


def with_scheme(value: str) -> str:
    """An address people type without its scheme gets https."""
    text = (value or "").strip()
    return text if not text or "://" in text else f"https://{text}"


def _upper(value: str) -> str:
    return (value or "").strip().upper()


_READERS: dict[str, Callable[[Any], Any]] = {
    "name": _account_name,
    "naf": lambda value: normalise_naf(value or ""),
    "website": with_scheme,
    "country": _upper,
    "own_revenue_currency": _upper,
    "tags": normalise_tags,
}
