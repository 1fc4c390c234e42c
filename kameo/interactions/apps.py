from django.apps import AppConfig


class InteractionsConfig(AppConfig):
    name = "kameo.interactions"
    label = "interactions"
