"""On the account page: the composer above the thread, the Documents tab. On a person's sheet: clocks and exchanges."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from kameo.contacts.sheet import sheet_blocks
from kameo.core import panels
from kameo.interactions.persons import citing, sheet
from kameo.interactions.timeline import composer


def _composer(user: Any, account: Any, scope: str) -> dict[str, Any] | None:
    return composer.context_for(user, account)


def _documents(account: Any) -> int | None:
    pulse = getattr(account, "pulse", None)
    return pulse.documents if pulse and pulse.documents else None


panels.register(
    "composer", _("Log an exchange"), fetch=_composer, template="interactions/_composer.html", column="main", order=10
)
panels.register_tab("exchanges", _("Exchanges"), url_name="exchanges:of-account", order=45)
panels.register_tab("documents", _("Documents"), url_name="account-documents", count=_documents, order=50)
sheet_blocks.put_on_sheet(
    "clocks",
    _("Last contacts"),
    fetch=sheet.clocks_context,
    template="interactions/_person_clocks.html",
    column="main",
    order=10,
)
citing.register()
