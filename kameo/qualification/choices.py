"""The lists behind the axes that a company edits: its objectives, the scorecard's criteria, those of the 9-box."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kameo.core.choices import ALLOWED, ChoiceApi, ChoiceChange, ChoiceList, ChoicePage, ChoiceWords, register
from kameo.core.errors import DomainError
from kameo.core.journal.domain import record
from kameo.core.kinds import ChoiceKind, NumberKind, ValueKind, WholeKind
from kameo.core.records.fields import Field
from kameo.people.enums import Right
from kameo.qualification import events
from kameo.qualification.axes.classes import judge
from kameo.qualification.domain.class_changes import notify_class_changes
from kameo.qualification.domain.objectives import judge_rated, record_objective
from kameo.qualification.enums import BoxAxis
from kameo.qualification.models import BoxCriterion, Criterion, CriterionRating, Objective

LEVELS, STEPS = 6, 5  # what 0 to 5 mean; where 1 to 5 begin
WEIGHT = NumberKind(low=Decimal(0), high=Decimal("9999.99"))
POSITION = Field("position", WholeKind(low=Decimal(0), high=Decimal(2**15 - 1)))
AXIS = Field("axis", ChoiceKind(enum=BoxAxis), label=_("Axis"), required=True)
WHAT = {"retired": "removed"}


def _check_objective(row: Objective, what: str) -> None:
    if row.removed_at is not None and what in {"changed", "retired"}:
        raise DomainError("objective_removed", _("This objective was removed: restore it first."))
    if row.removed_at is None and what == "restored":
        raise DomainError("objective_not_removed", _("This objective is in use."))
    if row.starts_on and row.ends_on and row.ends_on < row.starts_on:
        raise DomainError("ends_before_start", _("It ends before it starts."), field="ends_on")


def _follow_objective(choices: ChoiceList, change: ChoiceChange) -> None:
    """Points and class of every account ever rated, the event with those that changed side, notifications."""
    before = change.before if change.what in {"changed", "moved", "retired"} else {}
    record_objective(change.row, WHAT.get(change.what, change.what), before, change.after, judge_rated(), change.by)


def _check_criterion(row: Criterion, what: str) -> None:
    if row.anchors and len(row.anchors) != LEVELS:
        raise DomainError("six_anchors", _("Say what each of 0 to 5 means: six texts."), field="anchors")
    if row.steps and (len(row.steps) != STEPS or sorted(row.steps) != list(row.steps)):
        raise DomainError("five_steps", _("Give the five lower bounds of 1 to 5, growing."), field="steps")
    if row.part_of and (row.part_of.part_of_id or (row.pk and row.parts.exists())):
        raise DomainError("part_of_part", _("A part has no parts."), field="part_of")


def _follow_criterion(choices: ChoiceList, change: ChoiceChange) -> None:
    """As for an objective."""
    rated = CriterionRating.objects.order_by().values_list("account_id", flat=True).distinct()
    moved = [side for side in judge(list(rated)) if side.changed]
    told = {
        "name": change.row.name,
        "before": {} if change.what == "added" else {"key": change.row.key, **change.before},
        "after": {"key": change.row.key, **change.after},
        "sides": [asdict(side) for side in moved],
    }
    event = record(choices.event, change.row, by=change.by, data=told)
    notify_class_changes(event, gettext("Weights of the scorecard"), moved, change.by)


def _check_box_criterion(row: BoxCriterion, what: str) -> None:
    used = BoxCriterion.objects.filter(axis=row.axis, retired_at=None, weight__gt=0)
    if what == "retired" and not used.exclude(pk=row.pk).exists():
        raise DomainError("last_criterion", _("An axis keeps at least one criterion that weighs something."))


def _translated(names: Collection[str]) -> Any:
    """Texts of seeds are stored in English, and read in each language while nobody rewrites them."""

    def shown(row: Any, name: str) -> Any:
        stored = getattr(row, name)
        if name not in names or not stored or not row.key:
            return stored
        return gettext(stored) if isinstance(stored, str) else [gettext(text) if text else "" for text in stored]

    return shown


def _box_notes(rows: Sequence[BoxCriterion]) -> dict[int, str]:
    return {row.pk: BOX_CRITERIA.shown(row, "help") for row in rows}


OBJECTIVES = register(
    ChoiceList(
        key="objectives",
        model=Objective,
        fields=(
            Field("name", label=_("Objective"), required=True),
            Field("description", label=_("What it means"), attrs={"rows": 3}),
            Field(
                "weight",
                NumberKind(low=Decimal("0.01"), high=Decimal("9999.99")),
                label=_("Weight"),
                required=True,
                help=_("Against the other objectives: 2 counts twice as much as 1."),
            ),
            Field("starts_on", label=_("From")),
            Field(
                "ends_on",
                label=_("To"),
                help=_("Included. Outside its period it counts in no score."),
                note="The last day on which it counts.",
            ),
            POSITION,
        ),
        right=Right.DECIDE_CLASS,
        event=events.OBJECTIVE_CHANGED,
        words=ChoiceWords(_("Our objectives")),
        code="",
        rank="position",
        retired="removed_at",
        doubles=ALLOWED,  # one a year may keep its name
        check=_check_objective,
        record=_follow_objective,
        api=ChoiceApi(
            "/objectives",
            "qualification",
            "objective",
            "objectives",
            ("ObjectiveOut", "ObjectiveIn", "ObjectiveChange"),
            ids={"retire": "remove_objective"},
            about={
                "add": "A new objective: every account is judged again.",
                "change": "Change what is given; every account is judged again.",
                "retire": "It counts no more; its alignments stay, and it can come back.",
                "restore": "Take the removal back.",
            },
            operations=("add", "change", "retire", "restore"),
        ),
    )
)

CRITERIA = register(
    ChoiceList(
        key="criteria",
        model=Criterion,
        fields=(
            Field("name", label=_("Name"), required=True),
            Field("weight", WEIGHT, label=_("Weight"), required=True),
            Field("anchors", ValueKind()),
            Field("steps", ValueKind()),
            Field("part_of", ValueKind()),
            POSITION,
        ),
        right=Right.CONFIGURE,
        event=events.CRITERIA_CHANGED,
        words=ChoiceWords(_("Scorecard")),
        code="",
        rank="position",
        doubles=ALLOWED,  # parts of two criteria may share theirs
        shown=_translated({"name", "anchors"}),
        check=_check_criterion,
        record=_follow_criterion,
    )
)

BOX_CRITERIA = register(
    ChoiceList(
        key="box-criteria",
        model=BoxCriterion,
        fields=(
            AXIS,
            Field("name", label=_("Name"), required=True),
            Field("help", label=_("What 0 and 5 mean")),
            Field("weight", WEIGHT, label=_("Weight"), required=True),
        ),
        right=Right.CONFIGURE,
        event=events.BOXES_CHANGED,
        words=ChoiceWords(
            _("9-box criteria"),
            sub=_(
                "What each axis is made of. A change counts from now on: past positions keep the weights of their day."
            ),
            add=_("Add a criterion"),
            submit=_("Add the criterion"),
            added=_("The criterion is added."),
            saved=_("The criterion is changed: positions follow."),
            retired=_("%(name)s counts no more; its ratings are kept."),
            restored=_("%(name)s counts again."),
            retire=_("Stop using"),
            restore=_("Use again"),
            gone=_("no longer used"),
        ),
        code="",
        rank="position",
        scope=AXIS,
        shown=_translated({"name", "help"}),
        check=_check_box_criterion,
        page=ChoicePage(
            "insight/nine-box/criteria/",
            "whitespace",
            order=130,
            template="qualification/box_criteria.html",
            notes=_box_notes,
        ),
    )
)
