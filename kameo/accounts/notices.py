"""Messages about an account reach only those who see it, and only as long as they do."""

from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.notifications.domain import kinds
from kameo.notifications.rules import account_ids_seen

account_ids_seen.register("accounts", lambda user: Account.objects.visible_to(user).values("pk"))
kinds.register("team", _("somebody puts me on the team of an account"))
