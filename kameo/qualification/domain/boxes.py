"""The 9-box (R17): rating an account on a criterion, and what criteria and cells say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from kameo.accounts import rules
from kameo.accounts.models import Account
from kameo.core import clock
from kameo.core.access import require
from kameo.core.acting import acting, locked, refuse_unknown_fields
from kameo.core.errors import DomainError
from kameo.core.journal import domain as journal
from kameo.people.enums import Right
from kameo.qualification import events
from kameo.qualification.enums import BoxAxis
from kameo.qualification.models import BoxCell, BoxCriterion, BoxRating
from kameo.qualification.seeds.boxes import cell_defaults, criterion_words

if TYPE_CHECKING:
    from kameo.people.models import User

TOP = 5
CRITERION_FIELDS = ("axis", "name", "help", "weight", "position")
CELL_FIELDS = ("name", "strategy", "service_level")
LONGEST = {"name": 80, "strategy": 2000, "service_level": 2000}


def rate_box(
    account: Account, *, criterion: BoxCriterion, score: int | None, evidence: str = "", by: User
) -> BoxRating | None:
    """One rater's score of a criterion, 0 to 5, beside those of others; None takes one's own back.

    The same again adds nothing, nor does taking back what was never rated (None is answered). In order: row,
    journal `account.box_rated`. Raises PermissionDenied; DomainError "score_out_of_scale", "criterion_retired".
    """
    rules.require_write(by, account)
    if score is not None and not 0 <= score <= TOP:
        raise DomainError("score_out_of_scale", _("Rate from 0 to 5."), field="score")
    if criterion.retired_at is not None:
        raise DomainError("criterion_retired", _("This criterion is no longer in use."), field="criterion")
    words = evidence.strip()
    with acting(by):
        locked(account)
        last = BoxRating.objects.filter(account=account, criterion=criterion, by=by).first()
        before = last.score if last else None
        if (score is None and before is None) or (last and (last.score, last.evidence) == (score, words)):
            return last
        row = BoxRating.objects.create(account=account, criterion=criterion, score=score, evidence=words, by=by)
        told = {"criterion": criterion.pk, "name": criterion.name, "from": before, "to": score}
        journal.record(events.BOX_RATED, account, by=by, account=account, data=told)
    return row


def save_box_criterion(*, by: User, criterion: BoxCriterion | None = None, **fields: Any) -> BoxCriterion:
    """Add a criterion, or change some of CRITERION_FIELDS of one; ratings stay, positions follow at once.

    A seeded name given as it reads in the language of the moment is no change. In order: row, journal
    `boxes.changed`. Raises PermissionDenied (the right to configure); DomainError "unknown_field",
    "name_missing", "too_long", "unknown_axis", "weight_out_of_scale".
    """
    require(by, Right.CONFIGURE)
    _check_known(fields, CRITERION_FIELDS)
    row = criterion or BoxCriterion()
    before = _box_facts(row) if row.pk else {}
    seeded = dict(zip(("name", "help"), criterion_words(row), strict=True)) if row.pk else {}
    for name, value in fields.items():
        given = " ".join(value.split()) if isinstance(value, str) else value
        if not (name in seeded and given == seeded[name]):
            setattr(row, name, given)
    _check_criterion(row)
    with acting(by):
        if not row.pk and "position" not in fields:
            row.position = (BoxCriterion.objects.aggregate(last=Max("position"))["last"] or 0) + 1
        row.save()
        row.refresh_from_db()
        if before != _box_facts(row):
            journal.record(events.BOXES_CHANGED, row, by=by, data={"before": before, "after": _box_facts(row)})
    return row


def retire_box_criterion(criterion: BoxCriterion, *, retired: bool = True, by: User) -> BoxCriterion:
    """It counts no more (or again); its ratings stay. Journals `boxes.changed`. Raises PermissionDenied;
    DomainError "last_criterion": an axis without a criterion would place nobody.
    """
    require(by, Right.CONFIGURE)
    used = BoxCriterion.objects.filter(axis=criterion.axis, retired_at=None, weight__gt=0)
    if retired and not used.exclude(pk=criterion.pk).exists():
        raise DomainError("last_criterion", _("An axis keeps at least one criterion that weighs something."))
    if (criterion.retired_at is not None) == retired:
        return criterion
    with acting(by):
        before = _box_facts(criterion)
        criterion.retired_at = clock.now() if retired else None
        criterion.save(update_fields=["retired_at"])
        told = {"before": before, "after": _box_facts(criterion)}
        journal.record(events.BOXES_CHANGED, criterion, by=by, data=told)
    return criterion


def save_box_cell(*, attractiveness: int, position: int, by: User, **fields: str) -> BoxCell:
    """Write what we do in a cell (thirds, 0 low to 2 high): some of CELL_FIELDS; empty, or the seeds' own words,
    is the default in each reader's language.

    In order: row, journal `boxes.changed`. Raises PermissionDenied; DomainError "unknown_field", "unknown_cell",
    "too_long".
    """
    require(by, Right.CONFIGURE)
    _check_known(fields, CELL_FIELDS)
    if not (0 <= attractiveness <= 2 and 0 <= position <= 2):
        raise DomainError("unknown_cell", _("There is no such cell."))
    seeds = cell_defaults(attractiveness, position)
    with acting(by):
        row, _created = BoxCell.objects.get_or_create(attractiveness=attractiveness, position=position)
        before = {name: getattr(row, name) for name in CELL_FIELDS}
        for name, value in fields.items():
            words = value.strip()
            if len(words) > LONGEST[name]:
                raise DomainError("too_long", _("%(most)s characters at most.") % {"most": LONGEST[name]}, field=name)
            setattr(row, name, "" if words == getattr(seeds, name) else words)
        after = {name: getattr(row, name) for name in CELL_FIELDS}
        if before != after:
            row.save()
            cell = {"attractiveness": attractiveness, "position": position}
            journal.record(events.BOXES_CHANGED, row, by=by, data={**cell, "before": before, "after": after})
    return row


def _check_known(fields: dict[str, Any], known: tuple[str, ...]) -> None:
    refuse_unknown_fields(fields, known)


def _check_criterion(row: BoxCriterion) -> None:
    if not row.name:
        raise DomainError("name_missing", _("Give it a name."), field="name")
    if len(row.name) > 120:
        raise DomainError("too_long", _("%(most)s characters at most.") % {"most": 120}, field="name")
    if len(row.help) > 250:
        raise DomainError("too_long", _("%(most)s characters at most.") % {"most": 250}, field="help")
    if row.axis not in BoxAxis.values:
        raise DomainError("unknown_axis", _("Choose one of the two axes."), field="axis")
    if row.weight is None or not 0 <= row.weight < 10_000:
        raise DomainError("weight_out_of_scale", _("A weight is 0 or more, under 10,000."), field="weight")


def _box_facts(row: BoxCriterion) -> dict[str, Any]:
    return {
        "name": row.name,
        "help": row.help,
        "axis": row.axis,
        "weight": f"{row.weight:.2f}",
        "position": row.position,
        "retired": row.retired_at is not None,
    }
