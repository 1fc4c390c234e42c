from django.apps import AppConfig


class ContactsConfig(AppConfig):
    name = "kameo.contacts"
    label = "contacts"
