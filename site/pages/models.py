"""What every page of the site is."""

from wagtail.models import Page


class BasePage(Page):
    """The parent of all page types: never made by itself, seen by people who are logged in alone
    (LoginRequiredMiddleware)."""

    show_in_menus_default = False

    class Meta:
        abstract = True
