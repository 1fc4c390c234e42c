"""Two records side by side before they become one: line by line, what differs, what would stay, what would move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kameo.core.merging.choosing import resolve
from kameo.core.merging.nouns import ABSORBED, BOTH, KEPT, Mergeable, MergeWarning
from kameo.core.merging.parts import count_parts


@dataclass(frozen=True)
class MergeLine:
    """A line of both; `chosen` is the side that stays, "" where both are equal or nobody chooses."""

    key: str
    label: str
    kept: str
    absorbed: str
    chosen: str
    both: bool = False
    told: bool = False

    @property
    def differs(self) -> bool:
        return self.kept != self.absorbed

    @property
    def result(self) -> str:
        """What the record says afterwards; "" for what is only told."""
        if self.told:
            return ""
        if self.chosen == BOTH:
            return "\n\n".join(text for text in (self.kept, self.absorbed) if text)
        return self.absorbed if self.chosen == ABSORBED else self.kept


@dataclass(frozen=True)
class SideBySide:
    """`moving` says what hangs on the absorbed one: (label, how many)."""

    lines: list[MergeLine]
    moving: list[tuple[Any, int]]
    warnings: list[MergeWarning]


def compare(noun: Mergeable, kept: Any, absorbed: Any, choices: Mapping[str, str], user: Any) -> SideBySide:
    """Everything the page shows. Unknown choices raise DomainError."""
    sides = resolve(noun, kept, absorbed, choices)
    lines = []
    for one in noun.choices():
        ours, theirs = one.say(kept, user), one.say(absorbed, user)
        same = ours == theirs and (one.value is None or one.value(kept) == one.value(absorbed))
        chosen = "" if same else sides[one.key]
        lines.append(MergeLine(one.key, noun.label_of(one), ours, theirs, chosen, both=one.both))
    for key, choice in noun.parts_chosen().items():
        ours, theirs, default = choice.read(kept, absorbed)
        chosen = "" if ours == theirs else _side_of_part(ours, theirs, sides.get(key, default))
        lines.append(MergeLine(key, str(choice.label), ours, theirs, chosen))
    if noun.facts:
        facts = zip(noun.facts(kept, user), noun.facts(absorbed, user), strict=True)
        lines += [
            MergeLine(key, str(label), ours, theirs, "", told=True) for (key, label, ours), (*_k, theirs) in facts
        ]
    moving = [(label, number) for _key, label, number in count_parts(noun.model, absorbed.pk)]
    warnings = noun.warn(kept, absorbed) if noun.warn else []
    return SideBySide([line for line in lines if line.kept or line.absorbed], moving, warnings)


def _side_of_part(ours: str, theirs: str, chosen: str) -> str:
    """Where only one has some, its own stays: nothing is chosen between something and nothing."""
    if ours and theirs:
        return chosen
    return ABSORBED if theirs else KEPT
