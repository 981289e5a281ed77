from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HandelingskaderConfig(AppConfig):
    name = "knowledge.handelingskader"
    label = "handelingskader"
    verbose_name = _("Handelingskader")

    def ready(self) -> None:
        from . import receivers

        receivers.connect()
