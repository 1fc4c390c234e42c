"""On the account page: the People tab."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kameo.core import panels

panels.register_tab("persons", _("Contacts"), url_name="persons:of-account", order=15)
