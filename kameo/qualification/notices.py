"""The notices of this app."""

from django.utils.translation import gettext_lazy as _

from kameo.notifications.domain import kinds

kinds.register("class", _("the class of an account I lead changes, or somebody proposes a class I may decide"))
