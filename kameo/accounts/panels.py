"""The tabs that accounts add to the account page."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kameo.core import panels

panels.register_tab("structure", _("Structure"), url_name="accounts:structure", order=20)
panels.register_tab("team", _("Team"), url_name="accounts:team", order=60)
