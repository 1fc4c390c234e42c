"""What is an account's own when two become one (R30): the tree, secrecy, names, statuses above."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from kameo.accounts import events
from kameo.accounts.domain.structure import apply_due_moves, refuse_cycle
from kameo.accounts.models import Account, Alias, Placement
from kameo.accounts.pulse.refresh import ancestors_of
from kameo.accounts.timeline.journal_to_timeline import record
from kameo.core.errors import DomainError
from kameo.core.journal import domain as journal
from kameo.core.merging import ABSORBED, BOTH, KEPT, Merging
from kameo.core.text import fold

if TYPE_CHECKING:
    from kameo.people.models import User

STATUS = ("status", "status_at", "status_by_id", "changed_at")


def check_tree(kept: Account, absorbed: Account, by: User | None) -> None:
    """Raises DomainError "hidden_children", "kept_below"."""
    below = Account.objects.below(absorbed.pk).present()
    if by is not None and below.visible_to(by).count() != below.count():
        raise DomainError("hidden_children", _("Something below it is confidential: ask a director."))
    if absorbed.pk in ancestors_of([kept.pk]):
        words = _("%(kept)s hangs below %(absorbed)s, or did once: keep %(absorbed)s instead.")
        raise DomainError("kept_below", words % {"kept": kept.name, "absorbed": absorbed.name}, field="kept")


def secrecy_after(kept: Account, absorbed: Account) -> tuple[bool, str]:
    """Whether the kept one must be confidential, and whose team then serves it ("both", "kept" or "absorbed").

    The result is at least as confidential as either. Where one is hidden and the other is not, only the team of the
    hidden one follows: nobody learns by a merge what they could not see before.
    """
    if kept.hidden and absorbed.hidden:
        inside = set(kept.reach) - {kept.pk} <= set(absorbed.reach)
        return kept.confidential or absorbed.confidential or not inside, BOTH
    if absorbed.hidden:
        return True, ABSORBED
    return kept.confidential, KEPT if kept.hidden else BOTH


def derive(kept: Account, absorbed: Account, sides: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Tags of both, on the watch-list when one was, as confidential as either; and whose team serves it, for the part
    that joins them.
    """
    spelt = {tag.casefold(): tag for tag in (*absorbed.tags, *kept.tags)}
    confidential, team = secrecy_after(kept, absorbed)
    values = {"tags": sorted(spelt.values()), "watched": kept.watched or absorbed.watched, "confidential": confidential}
    return values, {"team": team}


def statuses_above(kept_id: int, absorbed_id: int) -> tuple[Collection[int], Collection[str]]:
    """Automatic statuses follow invoices, so that a merge may change those of a group it never names."""
    return sorted({*ancestors_of([kept_id, absorbed_id])} - {kept_id, absorbed_id}), STATUS


def keep_name(work: Merging, kept: Account, absorbed: Account, values: Mapping[str, Any]) -> None:
    """The names that the result does not bear are other names of it: search and imports go on finding it."""
    known = {fold(values["name"]), *Alias.objects.filter(account_id=work.kept).values_list("sort_name", flat=True)}
    for other in (kept.name, absorbed.name):
        if fold(other) not in known:
            known.add(fold(other))
            alias = Alias.objects.create(account_id=work.kept, name=other)
            work.remember_new(Alias._meta.db_table, [alias.pk])


def check_parent(merge: Any, kept: Account, absorbed: Account) -> None:
    """Raises DomainError "parent_in_bin": there is nowhere to give it back to."""
    if absorbed.parent is not None and absorbed.parent.binned_at is not None:
        words = _("%(name)s, to which it belonged, is in the bin: restore it first.")
        raise DomainError("parent_in_bin", words % {"name": absorbed.parent.name})


def settle_tree(absorbed: Account) -> None:
    """Moves entered since may have hung what was above the absorbed account below it: DomainError "cycle"."""
    for row in Placement.objects.filter(account_id=absorbed.pk):
        try:
            refuse_cycle(absorbed.pk, row.parent_id, row.starts_on, row.ends_on)
        except DomainError as error:
            raise cycle_error() from error
    apply_due_moves()


def cycle_error() -> DomainError:
    return DomainError(
        "cycle", _("Accounts were moved since, so that it would belong to itself: move them back first.")
    )


def tell(event: str, account: Account, by: User | None, data: dict[str, Any], subject: Any) -> None:
    """Merges have a line on the timeline; what was told apart is in the journal."""
    if event == events.TOLD_APART:
        journal.record(event, subject, by=by, account=account, data=data)
        return
    record(event, account, by=by, data=data)
