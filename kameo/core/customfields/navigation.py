"""Our page among the settings."""

from django.utils.translation import gettext_lazy as _

from kameo.core import settings_pages
from kameo.core.customfields.rules import CONFIGURE

settings_pages.register(
    "fields", _("Fields"), "customfields:home", "list", section="rules", rights=(CONFIGURE,), order=90
)
