"""What the site refuses to start with."""

import os
from collections.abc import Sequence

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

MAY_DO_WITHOUT_SECOND_STEP = ("config.settings.dev", "config.settings.test")


@register(Tags.security)
def password_alone(app_configs: Sequence[AppConfig] | None, **kwargs: object) -> list[CheckMessage]:
    """Only the development and test settings may let a password alone be enough."""
    module = os.environ.get("DJANGO_SETTINGS_MODULE", settings.SETTINGS_MODULE)
    if settings.PASSWORD_ALONE_IS_ENOUGH and module not in MAY_DO_WITHOUT_SECOND_STEP:
        return [
            Error(
                "PASSWORD_ALONE_IS_ENOUGH staat aan buiten de ontwikkel- en testinstellingen.",
                hint="Haal de instelling weg: buiten ontwikkeling is een tweede stap bij het inloggen verplicht.",
                id="accounts.E001",
            )
        ]
    return []
