"""One entry of the sub-navigation for each named group of settings, and the pages of the system.

Called once every app has named its groups.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kameo.core import preferences, settings_pages
from kameo.people.enums import Right

CONFIGURE = (Right.CONFIGURE.value,)


def register_pages() -> None:
    for order, (key, group) in enumerate(preferences.groups.items()):
        settings_pages.register(
            f"group.{key}",
            group.label,
            "settings-group",
            group.icon,
            section="company",
            rights=CONFIGURE,
            url_args=(key,),
            order=100 + order,
        )
    settings_pages.register(
        "rates", _("Exchange rates"), "rate-list", "euro", section="company", rights=CONFIGURE, order=190
    )
    settings_pages.register("mail", _("Mail"), "mail-status", "mail", section="system", rights=CONFIGURE, order=200)
    settings_pages.register("about", _("About"), "about", "seal", section="system", order=210)
