"""Our pages in the sub-navigation of Settings and of My profile."""

from django.utils.translation import gettext_lazy as _

from kameo.core import settings_pages
from kameo.people.enums import Right

MANAGE = (Right.MANAGE_USERS.value,)
PLAN = (Right.MANAGE_USERS.value, Right.CONFIGURE.value)

settings_pages.register("profile", _("Profile"), "profile", "person", section="me", order=1)
settings_pages.register("security", _("Security"), "mfa_index", "shield", section="me", order=2)
settings_pages.register("sessions", _("Sessions"), "usersessions_list", "screen", section="me", order=4)
settings_pages.register("own-absences", _("Absences"), "own-absences", "calendar", section="me", order=5)
settings_pages.register("keys", _("API keys"), "token-list", "plug", section="me", order=6)

settings_pages.register("users", _("Users"), "user-list", "people", section="people", rights=MANAGE, order=1)
settings_pages.register("roles", _("Roles and rights"), "role-list", "shield", section="people", rights=MANAGE, order=2)
settings_pages.register("teams", _("Teams"), "team-list", "handshake", section="people", rights=MANAGE, order=3)
settings_pages.register("absences", _("Absences"), "all-absences", "calendar", section="people", rights=PLAN, order=4)
