from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "kameo.insight"
    label = "insight"
