from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = _("Gebruikers")

    def ready(self) -> None:
        from . import (
            checks,  # noqa: F401  (registers the checks)
            second_step,
        )
        from .rollen import ensure_groups

        second_step.connect()

        post_migrate.connect(ensure_groups, sender=self)


class RegiekaderUsersConfig(WagtailUsersAppConfig):
    """Wagtail's users app with our user screens; it stands in INSTALLED_APPS in place of `wagtail.users`."""

    user_viewset = "accounts.viewsets.RegiekaderUserViewSet"
