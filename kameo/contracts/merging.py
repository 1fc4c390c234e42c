"""The part of invoices in the merger of two accounts: numbers are unique anyway, revenue follows."""

from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.contracts.domain.revenue import rebuild_revenue
from kameo.contracts.models import Invoice
from kameo.core.merging import register, register_rows

register(
    Account,
    "contracts.invoices",
    register_rows(Invoice, label=_("invoices and credit notes"), counted="binned_at is null", settle=rebuild_revenue),
    order=50,
)
