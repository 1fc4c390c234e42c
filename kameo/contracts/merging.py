"""What becomes of invoices when two accounts become one: numbers are unique anyway, revenue follows."""

from django.utils.translation import gettext_lazy as _

from kameo.contracts.domain.revenue import rebuild_revenue
from kameo.core.merging import register, rows

register(
    "accounts.Account",
    "contracts.invoices",
    rows(
        "contracts.Invoice", label=_("invoices and credit notes"), counted="binned_at is null", settle=rebuild_revenue
    ),
    order=50,
)
