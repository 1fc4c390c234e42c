"""A leaver's accounts go to the successor."""

from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import AccountMember
from kameo.core.reassign import register
from kameo.portfolio.domain import hand_over

register(
    "accounts",
    label=_("account functions"),
    count=lambda user: AccountMember.objects.filter(user=user).count(),
    move=hand_over,
)
