from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "kameo.accounts"
    label = "accounts"
