"""An interaction may have fields of the company's own."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kameo.core.customfields.subjects import Input, Subject, register
from kameo.core.kinds import WholeKind
from kameo.interactions.models import Interaction

register(
    Subject(
        key="interaction",
        model=Interaction,
        one=_("Interaction"),
        many=_("Interactions"),
        inputs={"duration": Input(_("Duration in minutes"), WholeKind())},
    ),
    order=30,
)
