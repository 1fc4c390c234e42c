from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules

from kameo.core import registry


class CoreConfig(AppConfig):
    name = "kameo.core"
    label = "core"

    def ready(self) -> None:
        from kameo.core import installation  # noqa: F401 - registers, needs loaded settings

        autodiscover_modules(*registry.MODULES)
