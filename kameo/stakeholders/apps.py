from django.apps import AppConfig


class StakeholdersConfig(AppConfig):
    name = "kameo.stakeholders"
    label = "stakeholders"
