"""What this app tells colleagues about."""

from django.utils.translation import gettext_lazy as _

from kameo.notifications.domain import kinds

kinds.register("introduction", _("a colleague asks me for an introduction, or answers my request"))
