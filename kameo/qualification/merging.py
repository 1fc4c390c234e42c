"""The merge of two accounts: where ratings and decisions go."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kameo.accounts.merging import SUBJECT
from kameo.accounts.models import Account
from kameo.core import clock
from kameo.core.merging import (
    ABSORBED,
    KEPT,
    Merging,
    Part,
    PartChoice,
    choose_part,
    leave_column,
    register,
    register_rows,
)
from kameo.core.ui import formats
from kameo.qualification.models import Alignment, BoxRating, ClassDecision, ClassSnapshot, CriterionRating


def _join_decisions(merging: Merging) -> None:
    """All decisions; of two that are open one stays so (`decision`), the other ends today, "accounts merged"."""
    both = (merging.kept, merging.absorbed)
    open_ones = {row.account_id: row for row in ClassDecision.objects.filter(account_id__in=both, ended_on=None)}
    if len(open_ones) == 2:
        loser = open_ones[merging.kept if merging.choices.get("decision") == "absorbed" else merging.absorbed]
        merging.change(
            "qualification_classdecision",
            loser.pk,
            ended_on=clock.company_today(),
            ended_by_id=getattr(merging.by, "pk", None),
            ended_reason=str(_("Two accounts were merged: the decision of the other one stands.")),
        )
    merging.move(("qualification_classdecision", "account_id"))


def _read_decisions(kept: Account, absorbed: Account) -> tuple[str, str, str]:
    """Both decisions in force; the latest stays."""
    rows = ClassDecision.objects.filter(account__in=(kept, absorbed), ended_on=None)
    decisions = {row.account_id: row for row in rows}
    ours, theirs = decisions.get(kept.pk), decisions.get(absorbed.pk)
    latest = ABSORBED if ours and theirs and theirs.decided_at > ours.decided_at else KEPT
    return _decision_words(ours), _decision_words(theirs), latest


def _decision_words(row: ClassDecision | None) -> str:
    if row is None:
        return ""
    words = {
        (True, True): gettext("Large and key account"),
        (True, False): gettext("Large account"),
        (False, True): gettext("Key account"),
        (False, False): gettext("Standard account"),
    }
    return f"{words[row.large, row.key]} ({formats.date_long(row.decided_on)})"


choose_part(SUBJECT, "decision", PartChoice(_("Decision on its class"), _read_decisions))
register(
    SUBJECT,
    "qualification.decisions",
    Part(
        covers=((ClassDecision, "account"),),
        apply=_join_decisions,
        label=_("decisions on its class"),
        counted=("qualification_classdecision", "account_id", "true"),
    ),
    order=21,
)
for key, part in {
    "qualification.ratings": register_rows(CriterionRating, label=_("ratings of the scorecard")),
    "qualification.alignments": register_rows(Alignment, label=_("alignments with our objectives")),
    "qualification.box_ratings": register_rows(BoxRating, label=_("ratings of the 9-box")),
}.items():
    register(SUBJECT, key, part, order=30)
leave_column(SUBJECT, (ClassSnapshot, "account"), because="what each was on a day is never rewritten")
