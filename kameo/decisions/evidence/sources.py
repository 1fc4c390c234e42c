"""Sources of evidence (an interaction, a document), registered by the apps above."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kameo.core.registry import Store


@dataclass(frozen=True)
class EvidenceSource:
    """A kind of record of an app above that proves a piece of evidence (an interaction, a document).

    `offered(stake, user)` gives (reference, words) to choose from, the latest first; `attach(evidence, reference, by)`
    binds the chosen one, in the caller's transaction, refusing what `by` may not read; `annotate(evidence)` adds to a
    queryset of Evidence what `named(row, user)` then reads as (words, address), or None. One statement to offer.
    """

    offered: Callable[[Any, Any], list[tuple[str, str]]]
    attach: Callable[[Any, str, Any], None]
    annotate: Callable[[Any, Any], Any]
    named: Callable[[Any], tuple[str, str] | None]


sources: Store[EvidenceSource] = Store("sources of evidence")
