"""Kinds of notification that this app sends."""

from django.utils.translation import gettext_lazy as _

from kameo.notifications.domain import kinds

kinds.register("departure", _("somebody who counts leaves an account I lead, or loses influence there"))
kinds.register("introduction", _("a colleague asks me for an introduction, or answers my request"))
