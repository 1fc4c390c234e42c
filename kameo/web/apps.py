from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "kameo.web"
    label = "web"
