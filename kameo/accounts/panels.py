"""The tabs that accounts add to the account page."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kameo.accounts.queries.twins import twins_summary
from kameo.core import panels

panels.register("twins", _("Duplicates"), fetch=twins_summary, template="accounts/_twins_panel.html", order=15)
panels.register_tab("structure", _("Structure"), url_name="accounts:structure", order=20)
panels.register_tab("team", _("Team"), url_name="accounts:team", order=60)
