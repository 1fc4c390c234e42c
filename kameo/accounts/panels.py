"""The tabs that accounts add to the account page."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kameo.accounts.briefing import objectives
from kameo.accounts.queries.qualification_glance import qualification_glance
from kameo.accounts.queries.register_glance import glance
from kameo.accounts.queries.twins import twins_glance
from kameo.core import panels

panels.register("twins", _("Duplicates"), fetch=twins_glance, template="accounts/_twins_panel.html", order=15)
panels.register_tab("structure", _("Structure"), url_name="accounts:structure", order=20)
panels.register_tab("team", _("Team"), url_name="accounts:team", order=60)
panels.register_tab("market", _("Market"), url_name="accounts:market", order=30)
panels.register_tab("references", _("References"), url_name="accounts:references", order=35)
panels.register("glance", _("Registers"), fetch=glance, template="accounts/registers/_glance.html", order=40)
panels.register_tab("qualification", _("Qualification"), url_name="accounts:qualification", order=15)
panels.register(
    "qualified", _("Class"), fetch=qualification_glance, template="accounts/qualification/_panel.html", order=15
)
panels.register_brief("objectives", _("Our objectives here"), fetch=objectives, order=40)
