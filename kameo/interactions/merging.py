"""What becomes of exchanges and documents when two accounts become one: they follow, with their lines."""

from django.utils.translation import gettext_lazy as _

from kameo.core.merging import register, rows

SUBJECT = "accounts.Account"

register(
    SUBJECT, "interactions.interactions",
    rows("interactions.Interaction", label=_("exchanges and notes"), counted="binned_at is null"), order=50,
)  # fmt: skip
register(
    SUBJECT, "interactions.documents",
    rows("interactions.Document", label=_("documents"), counted="binned_at is null"), order=50,
)  # fmt: skip
