"""The words of invoices and credit notes on the timeline."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kameo.accounts.timeline.entries import TimelineLine
from kameo.accounts.timeline.words import Said, line_words
from kameo.core.addresses import address
from kameo.core.ui import formats


def _invoice_words(line: TimelineLine, me: bool) -> Said:
    return _billing_words(
        line, _("Invoice %(number)s") % {"number": line.title}, pgettext("invoice", "sent"), "invoice"
    )


def _credit_note_words(line: TimelineLine, me: bool) -> Said:
    return {
        **_billing_words(
            line, _("Credit note %(number)s") % {"number": line.title}, pgettext("credit note", "sent"), "minus"
        ),
        "tone": "warn",
    }


def _billing_words(line: TimelineLine, actor: str, sentence: str, icon: str) -> Said:
    amount = formats.money(Decimal(line.data["net"]), line.data["currency"])
    foot = [] if line.data.get("reporting_net") is not None else [_("Not converted: no rate for that day")]
    box = {"title": "", "text": line.text or line.title, "amount": amount}
    url = address("records:invoice-one", line.account_id, line.source_id)
    return {"icon": icon, "actor": actor, "sentence": sentence, "box": box, "foot": foot, "text": "", "url": url}


line_words.register("invoice", _invoice_words)
line_words.register("credit_note", _credit_note_words)
