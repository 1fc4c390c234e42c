"""The reaction of documents to settings of other apps."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kameo.core import preferences


def _keep_converted_currency(value: Any) -> None:
    """Conversions are frozen in the reporting currency (c-0.4): once there are some it cannot change."""
    from kameo.contracts.models import Invoice  # settings are declared before the models are ready

    current = preferences.get("currency")
    if value != current and Invoice.objects.filter(reporting_net__isnull=False).exists():
        message = _("Invoices are converted to %(currency)s already: the reporting currency stays.")
        raise ValidationError(message % {"currency": current}, code="currency_in_use")


preferences.definitions["currency"].checks.append(_keep_converted_currency)
