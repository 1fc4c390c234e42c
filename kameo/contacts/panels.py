"""On the account page: the Contacts tab. What is disclosed of people is declared by being imported."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kameo.contacts.disclosure import disclosure_sources
from kameo.core import panels

panels.register_tab("persons", _("Contacts"), url_name="contacts:of-account", order=15)

__all__ = ["disclosure_sources"]
