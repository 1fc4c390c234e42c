"""What the registers add to the account page."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kameo.core import panels
from kameo.registers.queries.summary import registers_summary

panels.register_tab("market", _("Market"), url_name="registers:market", order=30)
panels.register_tab("references", _("References"), url_name="registers:account-references", order=35)
panels.register_tab("partners", _("Partners"), url_name="registers:account-partners", order=37)
panels.register("registers", _("Registers"), fetch=registers_summary, template="registers/_summary.html", order=40)
