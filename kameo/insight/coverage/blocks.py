"""The coverage of a map as pages show it: words, tones and addresses around the figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kameo.core.addresses import address
from kameo.decisions.drawing.faces import ICONS, TONES, stance_words
from kameo.decisions.evidence.stance_scale import of_three
from kameo.insight.coverage.acts import days_of_silence, page_address
from kameo.insight.coverage.compute import Coverage
from kameo.insight.coverage.gaps import Gap, gaps_of
from kameo.insight.coverage.reading import coverage_for, coverage_of
from kameo.insight.coverage.shapes import MapMember, PlaceState
from kameo.insight.coverage.words import LEVELS, aside_words, reason, status_words, threads_words

MOST_PEOPLE, MOST_GAPS, MOST_WARNINGS = 4, 4, 2
FIRST = {"threads", "few"}  # R66, R67


@dataclass(frozen=True)
class Shown:
    """Somebody in a list: the sheet to open where the reader may, the position with its sign, the last contact."""

    name: str
    title: str
    url: str | None
    stance: str
    tone: str
    icon: str
    days: int | None
    late: bool


@dataclass(frozen=True)
class CoverageBlock:
    """What a page needs beside the figures. `url` opens all of them; `gaps` are the first few."""

    coverage: Coverage
    gaps: list[Gap]
    more: int
    url: str
    map_url: str
    people: list[Shown]

    @property
    def mapped_words(self) -> str:
        number = len(self.coverage.mapped)
        words = ngettext(
            "%(num)s person known of %(expected)s expected", "%(num)s people known of %(expected)s expected", number
        )
        return words % {"num": number, "expected": self.coverage.expected}

    @property
    def warnings(self) -> list[Gap]:
        """What the account page says in two lines: who holds it and how many are known, before anything else."""
        worrying = [gap for gap in self.gaps if gap.severity != "info"]
        return sorted(worrying, key=lambda gap: gap.code not in FIRST)[:MOST_WARNINGS]

    @property
    def status(self) -> int | None:
        value = self.coverage.status.value
        return None if value is None else int(value)

    @property
    def status_words(self) -> str:
        return status_words(self.status)

    @property
    def threads_words(self) -> str:
        return threads_words(self.coverage)

    @property
    def places(self) -> list[dict[str, str]]:
        """As `ui.evidence` takes them."""
        return [_place_words(state) for state in self.coverage.places]

    @property
    def levels(self) -> list[dict[str, Any]]:
        """As `ui.levels` takes them: contacted lately, of those known."""
        return [
            {
                "label": LEVELS[row.level],
                "percent": row.whole.percent,
                "shown": _("%(part)s of %(whole)s") % {"part": len(row.whole.contacted), "whole": len(row.whole.known)}
                if row.whole.known
                else _("nobody"),
                "tone": "bad" if row.whole.known and not row.whole.contacted else None,
            }
            for row in self.coverage.levels
        ]

    reason = staticmethod(reason)
    aside = staticmethod(aside_words)


def block_of_map(map: Any, user: Any, *, gaps: int | None = MOST_GAPS) -> CoverageBlock:
    """One query."""
    return _block(coverage_for(map, user), map.account_id, user, gaps, {} if map.main else {"map": map.pk})


def block_of_account(account: Any, user: Any, *, gaps: int | None = MOST_GAPS) -> CoverageBlock:
    """Of the account's main map; one query."""
    _id, coverage = coverage_of(account, user)
    return _block(coverage, account.pk, user, gaps)


def _block(
    coverage: Coverage, account_id: int, user: Any, most: int | None, beside: dict[str, int] | None = None
) -> CoverageBlock:
    """`beside` names the map when it is not the account's own."""
    beside = beside or {}
    found = gaps_of(coverage, account_id, user)
    shown = found[:most]
    return CoverageBlock(
        coverage=coverage,
        gaps=shown,
        more=len(found) - len(shown),
        url=page_address("insight:coverage", account_id, **beside),
        map_url=address("decisions:map-one", *beside.values()) if beside else address("decisions:map", account_id),
        people=[shown_of(one, coverage) for one in _first(coverage)],
    )


def shown_of(one: MapMember, coverage: Coverage) -> Shown:
    days = days_of_silence(coverage, one.last_contact_at)
    return Shown(
        name=one.name,
        title=one.title,
        url=address("contacts:one", one.person_id) if one.open else None,
        stance=stance_words(one.stance),
        tone=TONES.get(of_three(one.stance), "unknown"),
        icon=ICONS.get(one.stance, "unknown"),
        days=days,
        late=days is None or days > coverage.thresholds.level_days,
    )


def _first(coverage: Coverage) -> list[MapMember]:
    """Who decides first, then the most influential."""
    decide = {one.stake_id for one in coverage.deciders}
    ranked = sorted(
        coverage.key_people, key=lambda one: (one.stake_id not in decide, -(one.influence or 0), one.stake_id)
    )
    return ranked[:MOST_PEOPLE]


def _place_words(state: PlaceState) -> dict[str, str]:
    names = [one.name for one in state.taken]
    text = (
        names[0] if len(names) == 1 else ngettext("%(num)s person", "%(num)s people", len(names)) % {"num": len(names)}
    )
    if not names:
        sketched = state.sketched[0].name if state.sketched else ""
        return {"tone": "warn", "title": state.place.name, "text": sketched or _("unknown"), "state": _("nobody known")}
    if not state.covered:
        return {"tone": "warn", "title": state.place.name, "text": text, "state": _("no exchange lately")}
    return {"tone": "ok", "title": state.place.name, "text": text, "state": _("covered")}
