"""The page of all figures: each with what was divided, why it is unknown, and the people it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kameo.core.figures import registered
from kameo.core.ui import formats
from kameo.decisions.enums import TermList
from kameo.decisions.models import DecisionMap
from kameo.decisions.terms.words import TermWords, read_term_words
from kameo.insight.coverage.blocks import CoverageBlock, Shown, block_of_account, block_of_map, shown_of
from kameo.insight.coverage.compute import Coverage
from kameo.insight.coverage.levels import EntityRow, LevelRow
from kameo.insight.coverage.shapes import Figure, MapMember
from kameo.insight.coverage.words import FAMILIES, LEVELS, status_words

# In the order of the page. "opposition" only where somebody is against us.
FIGURES = ("relationship", "threads", "concentration", "roles", "completeness", "support", "status", "opposition")


@dataclass(frozen=True)
class FigureLine:
    """One figure: `shown` is None when unknown, then `reason` says why; `detail` is what was divided."""

    name: str
    label: str
    shown: str | None
    unit: str
    detail: str
    aside: str
    definition: str
    reason: str
    url: str
    tone: str


@dataclass(frozen=True)
class PersonLine:
    """Somebody of the table: `aside` when the figure chosen leaves them out for want of data."""

    member: MapMember
    shown: Shown
    roles: str
    two_way: int | None
    share: Decimal | None
    aside: bool


@dataclass(frozen=True)
class CoveragePage:
    block: CoverageBlock
    named: DecisionMap | None
    lines: Sequence[FigureLine]
    people: Sequence[PersonLine]
    chosen: FigureLine | None
    everybody: str

    @property
    def coverage(self) -> Coverage:
        return self.block.coverage

    @property
    def title(self) -> str:
        gaps = [gap for gap in self.block.gaps if gap.severity == "bad"]
        if self.coverage.empty:
            return _("Who decides is not known yet")
        if gaps:
            return gaps[0].title
        return self.block.threads_words or self.block.status_words

    @property
    def families(self) -> list[tuple[str, str]]:
        """Functions in which somebody is known, for the columns."""
        rows = self.coverage.levels
        return [(key, str(label)) for key, label in FAMILIES.items() if any(row.families[key].known for row in rows)]

    @property
    def columns(self) -> list[dict[str, Any]]:
        return [{"label": name, "numeric": True} for _key, name in self.families]

    @property
    def levels(self) -> Sequence[LevelRow]:
        return self.coverage.levels

    @property
    def entities(self) -> Sequence[EntityRow]:
        return self.coverage.entities

    @staticmethod
    def level_name(row: LevelRow) -> str:
        return str(LEVELS[row.level])

    def keepers(self, family: str | None = None) -> str:
        """Who of ours holds the relations with this function, with everybody for None (R211)."""
        rows = self.coverage.levels
        people = [one for row in rows for one in (row.whole if family is None else row.families[family]).known]
        return ", ".join(dict.fromkeys(one.owner_name for one in people if one.owner_name))


def coverage_page(account: Any, named: DecisionMap | None, user: Any, chosen: str) -> CoveragePage:
    """Everything, in two queries; `chosen` is the figure whose people are asked for."""
    block = block_of_map(named, user, gaps=None) if named else block_of_account(account, user, gaps=None)
    beside = {"map": named.pk} if named is not None and not named.main else {}
    lines = [_figure_line(name, block, beside) for name in _told_figures(block.coverage)]
    line = next((one for one in lines if one.name == chosen), None)
    figure = getattr(block.coverage, line.name) if line else None
    return CoveragePage(
        block=block,
        named=named,
        lines=lines,
        people=_people(block.coverage, read_term_words(), figure),
        chosen=line,
        everybody="?" + urlencode(beside) + "#people",
    )


def _told_figures(coverage: Coverage) -> list[str]:
    return [name for name in FIGURES if name != "opposition" or coverage.opponents]


def _figure_line(name: str, block: CoverageBlock, beside: dict[str, int]) -> FigureLine:
    coverage = block.coverage
    figure: Figure = getattr(coverage, name)
    declared = registered[f"coverage.{name}"]
    shown, unit, detail = _SAID[name](coverage, figure)
    counted = figure.stakes or figure.aside
    return FigureLine(
        name=name,
        label=str(declared.label),
        shown=None if figure.value is None else shown,
        unit=unit,
        detail=detail,
        aside=block.aside(figure),
        definition=declared.definition,
        reason=block.reason(figure),
        url=f"?{urlencode({**beside, 'figure': name})}#people" if counted else "",
        tone=_tone(name, coverage, figure),
    )


def _tone(name: str, coverage: Coverage, figure: Figure) -> str:
    if figure.value is None:
        return "unknown"
    if name == "threads":
        return coverage.thread_tone
    if name == "concentration":
        return "bad" if coverage.concentrated else "ok"
    if name == "completeness":
        return "bad" if coverage.few else "ok" if figure.value >= 100 else "warn"
    return ""


Said = tuple[str, str, str]


def _relationship(coverage: Coverage, figure: Figure) -> Said:
    empty = sum(1 for state in coverage.places if not state.taken)
    detail = _("%(over)s of strength × influence over %(of)s of influence") % {
        "over": formats.number(figure.over, 1),
        "of": formats.number(figure.of),
    }
    if empty:
        words = ngettext("%(num)s empty role at 0", "%(num)s empty roles at 0", empty) % {"num": empty}
        detail = f"{detail}, {words}"
    return formats.number(figure.value, 1), _("of 100"), detail


def _opposition(coverage: Coverage, figure: Figure) -> Said:
    number = len(coverage.opponents)
    detail = ngettext("%(num)s person against us", "%(num)s people against us", number) % {"num": number}
    return formats.number(figure.value, 1), _("of 100"), detail


def _threads(coverage: Coverage, figure: Figure) -> Said:
    detail = _("of %(of)s people mapped; %(wanted)s make an account safe") % {
        "of": formats.number(figure.of),
        "wanted": coverage.thresholds.threads,
    }
    number = int(figure.value or 0)
    return formats.number(number), ngettext("person", "people", number), detail


def _concentration(coverage: Coverage, figure: Figure) -> Said:
    detail = ""
    if coverage.first is not None:
        detail = _("%(name)s: %(over)s of %(of)s weighted exchanges") % {
            "name": coverage.first.name,
            "over": formats.number(figure.over),
            "of": formats.number(figure.of),
        }
    return formats.percent(figure.value, 0), "", detail


def _roles(coverage: Coverage, figure: Figure) -> Said:
    words = {"part": formats.number(figure.over), "whole": formats.number(figure.of)}
    return formats.percent(figure.value, 0), "", _("%(part)s of %(whole)s required roles") % words


def _completeness(coverage: Coverage, figure: Figure) -> Said:
    words = {"part": formats.number(figure.over), "whole": formats.number(figure.of)}
    return formats.percent(figure.value, 0), "", _("%(part)s of %(whole)s people expected") % words


def _support(coverage: Coverage, figure: Figure) -> Said:
    detail = _("%(over)s for %(of)s of influence, from −1 to +1") % {
        "over": formats.signed(figure.over),
        "of": formats.number(figure.of),
    }
    return formats.signed(figure.value, 2), "", detail


def _status(coverage: Coverage, figure: Figure) -> Said:
    value = None if figure.value is None else int(figure.value)
    return formats.number(value), _("of 4"), status_words(value)


_SAID = {
    "relationship": _relationship,
    "opposition": _opposition,
    "threads": _threads,
    "concentration": _concentration,
    "roles": _roles,
    "completeness": _completeness,
    "support": _support,
    "status": _status,
}


def _people(coverage: Coverage, words: TermWords, figure: Figure | None) -> list[PersonLine]:
    """Those the figure counts, then those it leaves out; everybody mapped without a figure."""
    counted = {one.stake_id for one in coverage.mapped} if figure is None else {*figure.stakes, *figure.aside}
    aside = set(figure.aside) if figure else set()
    total = sum((one.touches for one in coverage.mapped), Decimal(0))
    rows = [one for one in coverage.mapped if one.stake_id in counted]
    rows.sort(key=lambda one: (one.stake_id in aside, -(one.influence or 0), one.name))
    return [
        PersonLine(
            member=one,
            shown=shown_of(one, coverage),
            roles=", ".join(words.names(TermList.ROLE, one.roles)),
            two_way=None if one.last_two_way_at is None else max(0, (coverage.now - one.last_two_way_at).days),
            share=one.touches * 100 / total if total else None,
            aside=one.stake_id in aside,
        )
        for one in rows
    ]
