"""The merge of two accounts: where the rows of this app, and of the apps below, go."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from kameo.accounts.domain.status import recount
from kameo.accounts.enums import Function
from kameo.accounts.models import (
    Account,
    AccountMember,
    AccountPulse,
    AccountVisit,
    Address,
    Alias,
    FormerName,
    Identifier,
    MailDomain,
    Placement,
    RevenueDay,
    TimelineEntry,
    TwinPair,
)
from kameo.core.journal.models import Event
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
from kameo.notifications.models import Notification

SUBJECT = Account
# Spelling variants of the kept one's own name say nothing.
SAME_NAME = "moving.sort_name = (select sort_name from accounts_account where id = %(kept)s)"
SAME_PLACE = """exists (select from accounts_address there where there.account_id = %(kept)s
    and there.kind = moving.kind and there.postcode = moving.postcode
    and kameo_fold(there.lines) = kameo_fold(moving.lines) and kameo_fold(there.city) = kameo_fold(moving.city)
    and there.country = moving.country)"""


def _hang_parts(merging: Merging) -> None:
    """What hung below, today or once, hangs below the kept one: past roll-ups follow the invoices, which move too."""
    merging.move(("accounts_placement", "parent_id"), ("accounts_account", "parent_id"))


def _join_teams(merging: Merging) -> None:
    """Everybody of both teams; of two leads the chosen one leads and the other becomes back-up.

    `team` says whose team serves the result when one account is confidential and the other is not: "both" otherwise.
    A colleague who has a function on both keeps it once, the other row stays behind.
    """
    team = merging.choices.get("team", "both")
    if team == "kept":
        return
    if team == "absorbed":
        merging.remove("accounts_accountmember", _row_ids(AccountMember.objects.filter(account_id=merging.kept)))
    _make_one_lead(merging)
    table = "accounts_accountmember"
    merging.move(
        (table, "account_id"),
        where="not exists (select from accounts_accountmember there where there.account_id = %(kept)s"
        " and there.user_id = moving.user_id and there.function = moving.function)",
    )


def _make_one_lead(merging: Merging) -> None:
    leads = {
        row.account_id: row
        for row in AccountMember.objects.filter(account_id__in=(merging.kept, merging.absorbed), function=Function.LEAD)
    }
    if len(leads) < 2 or leads[merging.kept].user_id == leads[merging.absorbed].user_id:
        return
    loser = leads[merging.kept if merging.choices.get("lead") == ABSORBED else merging.absorbed]
    backing = AccountMember.objects.filter(
        account_id__in=(merging.kept, merging.absorbed), user_id=loser.user_id, function=Function.BACK_UP
    )
    if backing.exists():
        merging.remove("accounts_accountmember", [loser.pk])
    else:
        merging.change("accounts_accountmember", loser.pk, function=Function.BACK_UP.value)


def _read_leads(kept: Account, absorbed: Account) -> tuple[str, str, str]:
    rows = AccountMember.objects.filter(account__in=(kept, absorbed), function=Function.LEAD).select_related("user")
    leads = {row.account_id: row.user.full_name for row in rows}
    return leads.get(kept.pk, ""), leads.get(absorbed.pk, ""), KEPT


def _settle_statuses(ids: Collection[int]) -> None:
    recount(ids)


def _row_ids(queryset: object) -> list[int]:
    return list(queryset.values_list("pk", flat=True))  # type: ignore[attr-defined]


register(
    SUBJECT,
    "accounts.structure",
    Part(
        covers=((Placement, "parent"), (SUBJECT, "parent")),
        apply=_hang_parts,
        label=_("accounts below it"),
        counted=("accounts_account", "parent_id", "binned_at is null"),
    ),
    order=10,
)
register(
    SUBJECT,
    "accounts.team",
    Part(
        covers=((AccountMember, "account"),),
        apply=_join_teams,
        label=_("members of the team"),
        counted=("accounts_accountmember", "account_id", "true"),
    ),
    order=20,
)
for key, part in {
    "accounts.merged": register_rows(SUBJECT, "merged_into"),  # one step from any merged account to the one that lives
    "accounts.identifiers": register_rows(Identifier, label=_("registration numbers")),
    "accounts.addresses": register_rows(Address, unless=SAME_PLACE, label=_("addresses")),
    "accounts.aliases": register_rows(Alias, once=[("sort_name",)], unless=SAME_NAME, label=_("other names")),
    "accounts.former_names": register_rows(FormerName, label=_("former names")),
    "accounts.mail_domains": register_rows(MailDomain, label=_("mail domains")),
}.items():
    register(SUBJECT, key, part, order=30)
register(
    SUBJECT,
    "accounts.timeline",
    register_rows(TimelineEntry, once=[("source", "source_id")], label=_("lines of the timeline")),
    order=39,
)
# Automatic statuses follow the invoices, once every other part has settled.
register(SUBJECT, "accounts.statuses", Part(covers=(), settle=_settle_statuses), order=999)
choose_part(SUBJECT, "lead", PartChoice(_("Lead"), _read_leads))
# Messages about an account that became part of another lead there, for those who see it.
register(SUBJECT, "notifications.notifications", register_rows(Notification, "account_id"), order=60)

for model, name, why in (
    (Placement, "account", "where the absorbed one hung stays its own history"),
    (AccountPulse, "account", "computed again for both"),
    (RevenueDay, "account", "computed again from the invoices"),
    (AccountVisit, "account", "when somebody opened a page that now leads elsewhere"),
    (TwinPair, "first", "disposable"),
    (TwinPair, "second", "disposable"),
    (Event, "account", "the journal is never rewritten; timelines follow `merged_into`"),
):
    leave_column(SUBJECT, (model, name), because=why)
