"""The place of the workspace in Wagtail's page tree."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from pages.models import BasePage

SLUG = "dossiers"


class DossiersPagina(BasePage):
    """Gives *Mijn dossiers* its intro, help and place in menu and breadcrumb. Dossiers themselves are no pages.

    The workspace's own addresses come before Wagtail's, so this page is never served itself.
    """

    intro = models.TextField(_("inleiding"), blank=True)
    uitleg = RichTextField(_("uitleg"), blank=True, features=["bold", "italic", "link", "ul"])

    max_count = 1
    parent_page_types = ["home.StartPagina"]
    subpage_types: list[str] = []
    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("uitleg")]
    promote_panels: list[FieldPanel] = []

    class Meta:
        verbose_name = _("dossiers (werkruimte)")
