"""Who sees which account: one set-based condition, the matrix of product.md.

- A role that sees all accounts sees all but the confidential ones, unless it may see those too.
- Anybody else sees what hangs below the nodes they are members of, or whose absent member they cover today.
- A confidential node is seen by its own named members (and members below see their part), as is what hangs
  below it: the database keeps, in `reach`, the nodes whose members may see an account.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.expressions import RawSQL

from kameo.core import clock
from kameo.core.binning import BinnableQuerySet
from kameo.people.enums import Right

if TYPE_CHECKING:
    from kameo.people.models import User

# The nodes a user is named on, in person or standing in for somebody absent today.
_NAMED = """
    select coalesce(array_agg(member.account_id), '{}') from accounts_accountmember member
    where (member.user_id = %s or member.user_id in (
        select absence.user_id from people_absence absence
        where absence.cover_id = %s and %s between absence.starts_on and absence.ends_on))
"""


def named_nodes(user: User, *, function: str = "") -> RawSQL:
    """The ids, as one SQL array, of the nodes the user is named on (with that function), cover included."""
    only = "and member.function = %s" if function else ""
    parameters = (user.pk, user.pk, clock.today(), *([function] if function else []))
    return RawSQL(f"({_NAMED} {only})", parameters)  # noqa: S611 - constant text, parameters apart


def restricted_to(user: User, author: str) -> Q:
    """The rows with `restricted` and `account` that `user` may read: the author's, the lead's, directors'.

    `author` is the field holding the author. The lead of a node reads those of all that hangs below it.
    """
    if user.can(Right.SEE_CONFIDENTIAL):
        return Q()
    led = Q(account__reach__overlap=named_nodes(user, function="lead"))
    return Q(restricted=False) | Q(**{author: user}) | led


class AccountQuerySet(BinnableQuerySet):
    def reachable_by(self, user: User) -> Self:
        if not user.is_active:
            return self.none()
        named = Q(reach__overlap=named_nodes(user))
        if user.can(Right.SEE_CONFIDENTIAL) and user.can(Right.SEE_ALL_ACCOUNTS):
            return self
        if user.can(Right.SEE_ALL_ACCOUNTS):
            return self.filter(Q(hidden=False) | named)
        return self.filter(named)

    def below(self, account_id: int) -> Self:
        """The account itself and all that hangs below it today."""
        return self.filter(lineage__contains=[account_id])

    def led_by(self, user: User) -> Self:
        return self.filter(members__user=user, members__function="lead")


class OfAccountQuerySet(models.QuerySet[Any]):
    """For any table with an `account`: its rows are seen by whoever sees the account."""

    def visible_to(self, user: User) -> Self:
        return self.filter(_of_visible_account(self.model, user))


class BinnableOfAccountQuerySet(BinnableQuerySet):
    """The same for a table with a bin."""

    def reachable_by(self, user: User) -> Self:
        return self.filter(_of_visible_account(self.model, user))


def _of_visible_account(model: Any, user: User) -> Exists:
    accounts = model._meta.get_field("account").related_model.objects.visible_to(user)
    return Exists(accounts.filter(pk=OuterRef("account_id")))
