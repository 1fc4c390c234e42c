"""The settings of c-10 as they are now: weights, cadences, bands."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from kameo.core import preferences

PREFIX = "strength."
TOUCHES = ("review", "meeting", "call", "received", "sent", "survey")
PARTS = ("recency", "frequency", "reciprocity", "depth", "breadth")
DEFAULT_TOUCHES = {"review": 10, "meeting": 6, "call": 4, "received": 3, "sent": 1, "survey": 2}
DEFAULT_PARTS = {"recency": 30, "frequency": 25, "reciprocity": 20, "depth": 15, "breadth": 10}


@dataclass(frozen=True)
class Cadences:
    """Days expected between two contacts, by what the person does in the decision."""

    decides: int = 30
    influences: int = 45
    uses: int = 90
    default: int = 60


@dataclass(frozen=True)
class Settings:
    """The defaults are the figures of c-10. `touches` weigh exchanges, `parts` the five factors (of their sum).

    `half_life` is a multiple of the cadence, `depth_target` the share of live exchanges that is enough,
    `answer_days` how near something of ours must be for their mail to be an exchange (`interactions.clocks`).
    """

    touches: Mapping[str, Decimal] = field(
        default_factory=lambda: {name: Decimal(weight) for name, weight in DEFAULT_TOUCHES.items()}
    )
    parts: Mapping[str, Decimal] = field(
        default_factory=lambda: {name: Decimal(weight) for name, weight in DEFAULT_PARTS.items()}
    )
    cadences: Cadences = field(default_factory=Cadences)
    half_life: Decimal = Decimal(2)
    good: Decimal = Decimal(60)
    fair: Decimal = Decimal(40)
    thread_cap: int = 3
    months: int = 12
    breadth_target: int = 2
    depth_target: Decimal = Decimal("0.5")
    answer_days: int = 30

    @property
    def version(self) -> str:
        """Eight letters that change with any of these: stored beside each score (c-0.9)."""
        facts = [
            sorted(self.touches.items()),
            sorted(self.parts.items()),
            self.cadences,
            self.half_life,
            self.good,
            self.fair,
            self.thread_cap,
            self.months,
            self.breadth_target,
            self.depth_target,
            self.answer_days,
        ]
        plain = "|".join(_plain_fact(fact) for fact in facts)
        return hashlib.sha256(plain.encode()).hexdigest()[:8]


def read_settings() -> Settings:
    """As the company set them; no query beyond the settings' own."""
    get = {name: preferences.get(PREFIX + name) for name in _setting_names()}
    return Settings(
        touches={name: Decimal(get[f"touch.{name}"]) for name in TOUCHES},
        parts={name: Decimal(get[f"part.{name}"]) for name in PARTS},
        cadences=Cadences(
            int(get["cadence.decides"]),
            int(get["cadence.influences"]),
            int(get["cadence.uses"]),
            int(get["cadence.default"]),
        ),
        half_life=Decimal(get["half_life"]),
        good=Decimal(get["good"]),
        fair=Decimal(get["fair"]),
        thread_cap=int(get["thread_cap"]),
        months=int(get["months"]),
        breadth_target=int(get["breadth_target"]),
        depth_target=Decimal(get["depth_target"]) / 100,
        answer_days=int(preferences.get("contact.answer_days")),
    )


def discuss_gap() -> int:
    """How many levels between declared and computed are worth a talk."""
    return int(preferences.get(PREFIX + "discuss_gap"))


def _setting_names() -> list[str]:
    cadences = [f"cadence.{name}" for name in ("decides", "influences", "uses", "default")]
    touches = [f"touch.{name}" for name in TOUCHES]
    parts = [f"part.{name}" for name in PARTS]
    plain = ["half_life", "good", "fair", "thread_cap", "months", "breadth_target", "depth_target"]
    return [*touches, *parts, *cadences, *plain]


def _plain_fact(fact: object) -> str:
    """2 and 2.0 are the same setting."""
    if isinstance(fact, Decimal):
        return f"{fact.normalize():f}"
    if isinstance(fact, list | tuple):
        return ",".join(_plain_fact(one) for one in fact)
    return str(fact)
