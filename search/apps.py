"""Start-up of search: checks the chain and listens to what others save."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Zoeken")

    def ready(self) -> None:
        from . import checks, receivers  # noqa: F401  (models can only be imported from here on)

        receivers.connect()
