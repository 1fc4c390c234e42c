from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "kameo.decisions"
    label = "decisions"
