"""Messages about an account that became part of another lead there, for those who see it."""

from kameo.accounts.models import Account
from kameo.core.merging import register, rows
from kameo.notifications.models import Notification

register(Account, "notifications.notifications", rows(Notification, "account_id"), order=60)
