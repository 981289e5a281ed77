"""Training: modules that someone follows alone or with colleagues, bound to fases and sections like other guidance."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from knowledge.handelingskader import cards
from knowledge.handelingskader.models import HandelingskaderPagina
from pages.models import BasePage


class LerenIndexPagina(BasePage):
    """The start of training; there is one."""

    intro = models.TextField(_("inleiding"), blank=True)

    max_count = 1
    parent_page_types = ["home.StartPagina"]
    subpage_types = ["vakontwikkeling.TrainingPagina"]
    content_panels = [*Page.content_panels, FieldPanel("intro")]
    template = "vakontwikkeling/leren_index_pagina.html"

    class Meta:
        verbose_name = _("leren")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        trainingen = TrainingPagina.objects.live().order_by("path")
        return {**super().get_context(request, *args, **kwargs), "trainingen": trainingen}


class TrainingPagina(HandelingskaderPagina):
    """A module: a text in steps, with questions to think about."""

    soort = "training"
    soort_label = _("Training")

    duur_minuten = models.PositiveSmallIntegerField(_("duur in minuten"), default=30)

    parent_page_types = ["vakontwikkeling.LerenIndexPagina"]
    subpage_types: list[str] = []
    content_panels = [*HandelingskaderPagina.content_panels, FieldPanel("duur_minuten")]
    template = "vakontwikkeling/training_pagina.html"

    class Meta:
        verbose_name = _("training")
        verbose_name_plural = _("trainingen")

    @property
    def kaarten(self) -> list[cards.GuidanceCard]:
        """The guidance that this module belongs to: pages bound to the same sections."""
        sections = [b.onderwerp for b in self.onderwerp_bindingen.all()]
        live = HandelingskaderPagina.objects.live().exclude(pk=self.pk)
        return cards.cards_of(live.filter(onderwerp_bindingen__onderwerp__in=sections))
