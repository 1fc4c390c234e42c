"""Kinds of notification that this app sends."""

from django.utils.translation import gettext_lazy as _

from kameo.notifications.domain import kinds

kinds.register("mention", _("a colleague mentions me"))
