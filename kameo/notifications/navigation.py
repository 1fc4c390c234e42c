from django.utils.translation import gettext_lazy as _

from kameo.core import settings_pages

settings_pages.register("notifications", _("Notifications"), "notification-kinds", "bell", section="me", order=7)
