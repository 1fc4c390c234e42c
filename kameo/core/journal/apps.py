from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "kameo.core.journal"
    label = "journal"
