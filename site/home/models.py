"""The root of the page tree."""

from wagtail.models import Page

from pages.models import BasePage


class StartPagina(BasePage):
    """The start of the site. Its address leads each person to where their work is (`home.views.start`)."""

    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "handelingskader.HandelingskaderIndexPagina",
        "vakontwikkeling.LerenIndexPagina",
        "casefiles.DossiersPagina",
    ]
    content_panels = [*Page.content_panels]
    template = "home/start_pagina.html"

    class Meta:
        verbose_name = "startpagina"
