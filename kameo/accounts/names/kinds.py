"""An account as a value: chosen by typing some of its name, told to those who see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.accounts.names.picker import AccountField
from kameo.core.kinds.forms import form_field
from kameo.core.kinds.values import ReferenceKind


@dataclass(frozen=True)
class AccountKind(ReferenceKind):
    pass


ACCOUNT = AccountKind(to="account", visible=lambda user: Account.objects.visible_to(user), private=True)


@form_field.register
def _account_control(kind: AccountKind, *, nothing: Any = None, **words: Any) -> AccountField:
    return AccountField(nothing=nothing or (_("Choose an account") if words.get("required") else _("None")), **words)
