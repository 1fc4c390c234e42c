from django.apps import AppConfig


class CustomFieldsConfig(AppConfig):
    name = "kameo.core.customfields"
    label = "customfields"
