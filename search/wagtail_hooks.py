"""The synonym list in Wagtail's admin, for vakontwikkeling."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from search.models import Synoniem


class SynoniemViewSet(SnippetViewSet):
    """What is saved here works from the next search on."""

    model = Synoniem
    icon = "search"
    menu_label = _("Synoniemen")
    add_to_admin_menu = False
    list_display = ["__str__", "bron"]
    search_fields = ["woorden", "bron"]
    panels = [FieldPanel("woorden"), FieldPanel("bron")]


register_snippet(SynoniemViewSet)
