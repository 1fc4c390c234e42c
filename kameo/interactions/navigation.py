"""A call, a note, a meeting from "Add", wherever one is."""

from __future__ import annotations

from functools import partial

from django.utils.translation import gettext_lazy as _

from kameo.core.ui.shell import NavEntry, QuickAdd, nav, quick_add
from kameo.interactions.enums import ICONS, InteractionKind
from kameo.interactions.rules import can_log

for order, (kind, label, key, words) in enumerate(
    [
        (InteractionKind.CALL, _("Call to log"), "A", _("phone, exchange, interaction")),
        (InteractionKind.NOTE, _("Note to write"), "N", _("comment, exchange, interaction")),
        (InteractionKind.MEETING, _("Meeting to log"), "R", _("appointment, visit, exchange, interaction")),
    ],
    start=10,
):
    quick_add.register(
        f"log-{kind.value}",
        QuickAdd(label, f"log-{kind.value}", ICONS[kind], key=key, when=partial(can_log, kind=kind), words=words),
        order=order,
    )
nav.register(
    "exchanges",
    NavEntry(_("Exchanges"), "exchanges:list", "phone", words=_("calls, meetings, e-mails, notes")),
    order=35,
)
