from django.apps import AppConfig


class ListsConfig(AppConfig):
    name = "kameo.core.lists"
    label = "lists"
