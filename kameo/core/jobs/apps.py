from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "kameo.core.jobs"
    label = "jobs"
