from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "kameo.notifications"
    label = "notifications"
