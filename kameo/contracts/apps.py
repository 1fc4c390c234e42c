from django.apps import AppConfig


class ContractsConfig(AppConfig):
    name = "kameo.contracts"
    label = "contracts"
