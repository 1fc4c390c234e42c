from django.apps import AppConfig


class MergingConfig(AppConfig):
    name = "kameo.core.merging"
    label = "merging"
