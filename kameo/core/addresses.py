"""Addresses of pages, by name. A page shows the same thirty, and reversing each costs more than drawing its link."""

from __future__ import annotations

from functools import lru_cache

from django.conf import settings
from django.urls import get_script_prefix, reverse

KEPT = 8192


def address(name: str, *args: object, **kwargs: object) -> str:
    """What `reverse` answers, remembered; raises NoReverseMatch as it does."""
    try:
        return _reversed(settings.ROOT_URLCONF, get_script_prefix(), name, args, tuple(kwargs.items()))
    except TypeError:  # an argument that cannot be a key
        return reverse(name, args=args or None, kwargs=kwargs or None)


@lru_cache(maxsize=KEPT, typed=True)
def _reversed(
    _urls: str, _prefix: str, name: str, args: tuple[object, ...], named: tuple[tuple[str, object], ...]
) -> str:
    return reverse(name, args=args or None, kwargs=dict(named) or None)
