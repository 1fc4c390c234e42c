"""Messages about an account reach only those who see it, and only as long as they do."""

from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.notifications.access import account_ids_seen
from kameo.notifications.domain import kinds

account_ids_seen.register("accounts", lambda user: Account.objects.visible_to(user).values("pk"))
kinds.register("team", _("somebody puts me on the team of an account"))
kinds.register("class", _("the class of an account I lead changes, or somebody proposes a class I may decide"))
