"""What becomes of people when two accounts become one: their positions follow."""

from django.utils.translation import gettext_lazy as _

from kameo.core.merging import register, rows

register(
    "accounts.Account", "stakeholders.positions", rows("stakeholders.Position", label=_("positions of people")),
    order=40,
)  # fmt: skip
