"""Messages about an account that became part of another lead there, for those who see it."""

from kameo.core.merging import register, rows

register("accounts.Account", "notifications.notifications", rows("notifications.Notification", "account_id"), order=60)
