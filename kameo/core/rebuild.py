"""The projections that `kameo rebuild` computes again; each app registers its part in its `rebuild.py`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction

from kameo.core.registry import Store


@dataclass(frozen=True)
class Rebuilder:
    """One disposable thing: `run` computes it whole, set-wise, and may be run at any time, twice too."""

    name: str
    run: Callable[[], None]
    order: int = 100


rebuilders: Store[Rebuilder] = Store("rebuilders")


def register(name: str, run: Callable[[], None], *, order: int = 100) -> Rebuilder:
    """Offer a rebuild under `name` (`noun`, or `app.noun`); lower `order` runs first."""
    return rebuilders.register(name, Rebuilder(name, run, order), order=order)


def run_one(name: str) -> None:
    """One rebuild, all or nothing. KeyError when nothing has that name."""
    with transaction.atomic():
        rebuilders[name].run()


def run_all() -> None:
    """Every rebuild, in order."""
    for name in rebuilders.keys():
        run_one(name)
