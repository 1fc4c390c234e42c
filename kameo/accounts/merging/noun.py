"""Accounts that become one (R30): lines, words, look-alikes, pages and API."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from ninja import Schema

from kameo.accounts import rules
from kameo.accounts.domain import merging as own
from kameo.accounts.domain.structure import lock_tree
from kameo.accounts.enums import Kind, Orientation, Status
from kameo.accounts.events import MERGE_UNDONE, MERGED, TOLD_APART
from kameo.accounts.jobs import COMPARE
from kameo.accounts.models import Account, AccountMember
from kameo.accounts.names.picker import AccountField
from kameo.accounts.queries.twins import compared_at, pairs_of
from kameo.core.merging import (
    ABSORBED,
    BOTH,
    KEPT,
    Comparing,
    LikeReason,
    Mergeable,
    MergeApi,
    MergeChoice,
    MergeEvents,
    MergeWarning,
    MergeWords,
    register_noun,
)
from kameo.core.money import reporting_currency
from kameo.core.ui import formats
from kameo.people.enums import Right


class Twin(Schema):
    id: int
    name: str


def _prefer_status(kept: Account, absorbed: Account) -> str:
    """The one given last; a prospect that is a customer elsewhere is a customer."""
    ours, theirs = kept.status, absorbed.status
    if ours == theirs or not theirs:
        return KEPT
    if Status.PROSPECT in (ours, theirs):
        return ABSORBED if ours == Status.PROSPECT else KEPT
    return ABSORBED if absorbed.status_at > kept.status_at else KEPT


def _amount(name: str) -> Any:
    def words(account: Account) -> str:
        value: Decimal | None = getattr(account, name)
        currency = account.own_revenue_currency if name == "own_revenue" else ""
        return "" if value is None else str(formats.money(value, currency or reporting_currency()))

    return words


def _whole_number(name: str) -> Any:
    return lambda account: "" if getattr(account, name) is None else formats.number(getattr(account, name))


def _label(name: str, words: Any) -> Any:
    return lambda account: words(getattr(account, name)).label if getattr(account, name) else ""


def _keep(kept: Account, absorbed: Account) -> str:
    return KEPT


CHOSEN = (
    MergeChoice("name", prefers=_keep),
    MergeChoice("legal_name"),
    MergeChoice("kind", words=_label("kind", Kind), prefers=_keep),
    MergeChoice(
        "status", ("status", "status_at", "status_by_id"), words=_label("status", Status), prefers=_prefer_status
    ),
    MergeChoice("sector"),
    MergeChoice("naf"),
    MergeChoice("headcount", words=_whole_number("headcount")),
    MergeChoice("site_count", words=_whole_number("site_count")),
    MergeChoice("own_revenue", ("own_revenue", "own_revenue_currency"), words=_amount("own_revenue")),
    MergeChoice("potential", words=_amount("potential")),
    MergeChoice("orientation", words=_label("orientation", Orientation)),
    MergeChoice("cadence_days", words=lambda account: formats.days_in_words(account.cadence_days)),
    MergeChoice("country"),
    MergeChoice("website"),
    MergeChoice("phone"),
    MergeChoice("description", both=True),
)


def _picker(user: Any) -> AccountField:
    field = AccountField(label=_("The same as"), nothing=_("No account chosen"))
    field.user = user
    return field


def _count_pairs(count: int, more: bool) -> str:
    if more:
        return gettext("More than %(count)s pairs of accounts may be the same") % {"count": count}
    words = ngettext("%(num)s pair of accounts may be the same", "%(num)s pairs of accounts may be the same", count)
    return words % {"num": count}


def _warn(kept: Account, absorbed: Account) -> list[MergeWarning]:
    secret, team = own.secrecy_after(kept, absorbed)
    if not secret:
        return []
    text = gettext("Only its named members and directors see it.")
    if losing := _losing(kept, absorbed, team):
        words = gettext("These colleagues no longer see it: %(names)s.")
        text = f"{text} {words % {'names': ', '.join(losing)}}"
    return [MergeWarning(_("The result is confidential"), text)]


def _losing(kept: Account, absorbed: Account, team: str) -> list[str]:
    """Those of the open account's team who are not on the confidential one's."""
    if team == BOTH:
        return []
    members = list(AccountMember.objects.filter(account__in=(kept, absorbed)).select_related("user").order_by("pk"))
    stays = kept.pk if team == KEPT else absorbed.pk
    staying = {row.user_id for row in members if row.account_id == stays}
    return sorted({row.user.full_name for row in members if row.user_id not in staying})


ACCOUNTS = register_noun(
    Mergeable(
        key="account",
        model=Account,
        path="accounts/",
        right=Right.WRITE_ACCOUNTS,
        home="accounts:list",
        page="account",
        same="same_account",
        chosen=CHOSEN,
        latest="changed_at",
        events=MergeEvents(MERGED, MERGE_UNDONE, TOLD_APART),
        require=rules.require_write,
        pairs=pairs_of,
        comparison=Comparing(
            defer=lambda: COMPARE.defer(once=True),
            at=compared_at,
            done_help=_("Accounts are compared every hour and after each import: names, numbers, domains, addresses."),
            never_help=_("The accounts have not been compared yet."),
            asked=_("The accounts are being compared: look again in a minute."),
        ),
        picker=_picker,
        lock=lock_tree,
        check=own.check_tree,
        derive=own.derive,
        beside=own.statuses_above,
        joined=own.keep_name,
        check_undo=own.check_parent,
        given_back=own.settle_tree,
        refusals={"account_no_cycle": own.cycle_error},
        tell=own.tell,
        warn=_warn,
        reasons={
            "number": LikeReason(_("same registration number"), "ok", "ok"),
            "same_name": LikeReason(_("same name"), "ok", "ok"),
            "name": LikeReason(_("similar name"), "tag"),
            "domain": LikeReason(_("same domain"), "mail"),
            "address": LikeReason(_("same address"), "building"),
            "phone": LikeReason(_("same telephone"), "phone"),
            "other_number": LikeReason(_("other SIREN"), "warning", "warn"),
            "other_country": LikeReason(_("other country"), "warning", "warn"),
        },
        api=MergeApi(
            "/duplicates",
            "/merges",
            "",
            ("duplicates", "merges"),
            ids={
                "pairs": "list_duplicates",
                "apart": "tell_apart",
                "forget": "forget_apart",
                "merges": "list_merges",
                "read": "read_merge",
                "undo": "undo_merge",
            },
            one=Twin,
            reasons="number, same_name, name, domain, address, phone; against: other_number, other_country.",
            choices="Field, `lead` or `decision` → kept, absorbed (description: both too). Defaults otherwise.",
            pair_id=True,
        ),
        words=MergeWords(
            many=_("Accounts"),
            alike=_("Accounts that may be the same"),
            alike_help=_(
                "Merging keeps everything of both, and can be undone. The score says how sure it is, and why."
            ),
            pairs=_count_pairs,
            pairs_label=_("Pairs of accounts"),
            none=_("No duplicates among your accounts"),
            see=_("See the accounts"),
            apart=_("Accounts that are not the same"),
            merged=_("Merged accounts"),
            merged_help=_(
                "Undoing a merge gives both accounts back as they were; what was added since stays with the one that"
                " was kept."
            ),
            nothing=_("No account was merged"),
            nothing_help=_(
                "Two accounts that are one and the same are merged from the duplicates, or from the menu of an account."
            ),
            which=_("Which account is the same as %(name)s?"),
            result=_(
                "%(name)s becomes another name of the result and its address leads there. The merge can be undone for"
                " %(days)s."
            ),
            undone=_("%(kept)s and %(absorbed)s are two accounts again."),
            two=_("Choose two different accounts."),
            side=_("Choose one of the two accounts for each line."),
            clash=_("What was changed since stands in the way: put the team and the decisions back by hand first."),
        ),
    )
)
