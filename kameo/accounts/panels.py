"""The tabs that accounts add to the account page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from kameo.accounts.queries.twins import twins_summary
from kameo.core import panels
from kameo.core.customfields.values import own_shown


def _own_facts(user: Any, account: Any, scope: panels.Scope) -> Mapping[str, Any] | None:
    facts = own_shown("account", account, user)
    return {"own_facts": facts} if facts else None


panels.register("twins", _("Duplicates"), fetch=twins_summary, template="accounts/_twins_panel.html", order=15)
panels.register("own", _("Of your company"), fetch=_own_facts, template="customfields/_panel.html", order=12)
panels.register_tab("structure", _("Structure"), url_name="accounts:structure", order=20)
panels.register_tab("team", _("Team"), url_name="accounts:team", order=60)
