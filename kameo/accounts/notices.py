"""Messages about an account reach only those who see it, and only as long as they do."""

from kameo.accounts.models import Account
from kameo.notifications.access import account_ids_seen

account_ids_seen.register("accounts", lambda user: Account.objects.visible_to(user).values("pk"))
