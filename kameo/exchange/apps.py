from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "kameo.exchange"
    label = "exchange"
