"""The tab that contracts add to the account page."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kameo.core import panels

panels.register_tab("invoices", _("Invoices"), url_name="invoices:list", order=40)
