from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "kameo.people"
    label = "people"
