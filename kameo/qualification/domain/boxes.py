"""The 9-box (R17): rating an account on a criterion, and what cells say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from kameo.accounts import rules
from kameo.accounts.models import Account
from kameo.core.access import require
from kameo.core.acting import acting, locked, refuse_unknown_fields
from kameo.core.errors import DomainError
from kameo.core.journal import domain as journal
from kameo.people.enums import Right
from kameo.qualification import events
from kameo.qualification.models import BoxCell, BoxCriterion, BoxRating
from kameo.qualification.seeds.boxes import cell_defaults

if TYPE_CHECKING:
    from kameo.people.models import User

TOP = 5
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


def save_box_cell(*, attractiveness: int, position: int, by: User, **fields: str) -> BoxCell:
    """Write what we do in a cell (thirds, 0 low to 2 high): some of CELL_FIELDS; empty, or the seeds' own words,
    is the default in each reader's language.

    In order: row, journal `boxes.changed`. Raises PermissionDenied; DomainError "unknown_field", "unknown_cell",
    "too_long".
    """
    require(by, Right.CONFIGURE)
    refuse_unknown_fields(fields, CELL_FIELDS)
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
