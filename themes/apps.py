from django.apps import AppConfig


class ThemesConfig(AppConfig):
    """The look: templates, style sheets and scripts in a folder per theme. It knows no other app."""

    name = "themes"
    label = "themes"
