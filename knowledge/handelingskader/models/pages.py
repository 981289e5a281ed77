"""The pages of the handelingskader: one concrete base that holds all content, a type per kind of section."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from knowledge import onderwerpen
from knowledge.fases import Fase
from pages.models import BasePage

from .. import reading
from ..blocks import BodyBlock, BodyField
from ..importer.document import plain_title
from .bindings import PaginaTag


class HandelingskaderIndexPagina(BasePage):
    """The start of the handelingskader; there is one."""

    intro = models.TextField(_("inleiding"), blank=True)

    max_count = 1
    subpage_types = ["handelingskader.HoofdstukPagina", "handelingskader.ParagraafPagina"]
    parent_page_types = ["home.StartPagina"]
    content_panels = [*Page.content_panels, FieldPanel("intro")]
    template = "handelingskader/handelingskader_index_pagina.html"

    class Meta:
        verbose_name = _("handelingskader")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return {**context, **reading.index_context(self, HandelingskaderPagina.objects.live())}


class HandelingskaderPagina(BasePage):
    """A section of the handelingskader. Its subclasses add nothing but their kind, so that one query finds all
    guidance.

    `sleutel` is the stable key of the section ("1.2a", "F2d", "intro"): the importer finds the page by it again.
    `titel_inhoudsopgave` and `titel_tekst` are the titles as printed in the contents list and above the text; where
    the source leaves one out it is empty and a Redactie says so. Nothing is repaired (domain.md A.8 nr 1).
    """

    soort: ClassVar[str] = "leidraad"
    soort_label: ClassVar[Any] = _("Leidraad")

    nummer = models.CharField(_("nummer"), max_length=20, blank=True)
    sleutel = models.CharField(_("sleutel"), max_length=80, unique=True)
    titel_inhoudsopgave = models.CharField(_("titel in de inhoudsopgave"), max_length=255, blank=True)
    titel_tekst = models.CharField(_("titel in de tekst"), max_length=255, blank=True)
    samenvatting = models.CharField(
        _("samenvatting"), max_length=255, blank=True, help_text=_("Hooguit twee regels. Staat naast het formulier.")
    )
    body = BodyField(BodyBlock(), verbose_name=_("tekst"), blank=True)
    bron_eerste_regel = models.PositiveIntegerField(_("eerste regel in de bron"), null=True, blank=True)
    bron_laatste_regel = models.PositiveIntegerField(_("laatste regel in de bron"), null=True, blank=True)
    is_voorbeeldtekst = models.BooleanField(_("voorbeeldtekst, geen beleid van een gemeente"), default=False)
    import_stand = models.JSONField(default=dict, blank=True, editable=False)
    tags = ClusterTaggableManager(through=PaginaTag, blank=True, verbose_name=_("thema's"))

    is_creatable = False
    content_panels = [
        MultiFieldPanel(
            [FieldPanel("nummer"), FieldPanel("title"), FieldPanel("titel_inhoudsopgave"), FieldPanel("titel_tekst")],
            heading=_("Nummer en titel"),
        ),
        FieldPanel("samenvatting"),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                InlinePanel("fase_bindingen", label=_("Fase"), heading=_("Fases")),
                InlinePanel("onderwerp_bindingen", label=_("Onderdeel"), heading=_("Onderdelen van stukken")),
                FieldPanel("tags"),
            ],
            heading=_("Waar deze pagina bij hoort"),
        ),
    ]
    promote_panels = [
        *Page.promote_panels,
        MultiFieldPanel(
            [
                FieldPanel("sleutel"),
                FieldPanel("bron_eerste_regel"),
                FieldPanel("bron_laatste_regel"),
                FieldPanel("is_voorbeeldtekst"),
            ],
            heading=_("Herkomst"),
        ),
    ]
    search_fields = [*Page.search_fields, index.SearchField("samenvatting"), index.SearchField("body")]

    class Meta:
        verbose_name = _("pagina van het handelingskader")

    @property
    def titel(self) -> str:
        """The title that may be shown: the one above the text, else that of the contents list, else nothing."""
        return plain_title(self.titel_tekst or self.titel_inhoudsopgave)

    @property
    def titel_weergave(self) -> str:
        """Number and title as one line; where the source shows no title the page is known by its number alone."""
        joint = " - " if self.soort == FasePagina.soort else " "
        return joint.join(part for part in (self.nummer, self.titel) if part) or self.title

    @property
    def heeft_open_tekst(self) -> bool:
        return any(block.block_type != "redactie" for block in self.body)

    @property
    def fases(self) -> list[Fase]:
        return [Fase(binding.fase) for binding in self.fase_bindingen.all()]

    @property
    def onderwerp_labels(self) -> list[tuple[str, str]]:
        return [(b.onderwerp, onderwerpen.label(b.onderwerp)) for b in self.onderwerp_bindingen.all()]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return {**context, **reading.page_context(self, HandelingskaderPagina.objects.live())}


class HoofdstukPagina(HandelingskaderPagina):
    soort = "hoofdstuk"
    soort_label = _("Hoofdstuk")
    parent_page_types = ["handelingskader.HandelingskaderIndexPagina"]
    template = "handelingskader/hoofdstuk_pagina.html"

    class Meta:
        verbose_name = _("hoofdstuk")
        verbose_name_plural = _("hoofdstukken")


class FasePagina(HandelingskaderPagina):
    soort = "fase"
    soort_label = _("Fase")
    parent_page_types = ["handelingskader.HoofdstukPagina"]
    template = "handelingskader/fase_pagina.html"

    class Meta:
        verbose_name = _("fase")
        verbose_name_plural = _("fases")


class ParagraafPagina(HandelingskaderPagina):
    soort = "paragraaf"
    soort_label = _("Leidraad")
    parent_page_types = [
        "handelingskader.HandelingskaderIndexPagina",
        "handelingskader.HoofdstukPagina",
        "handelingskader.FasePagina",
        "handelingskader.ParagraafPagina",
    ]
    template = "handelingskader/paragraaf_pagina.html"

    class Meta:
        verbose_name = _("paragraaf")
        verbose_name_plural = _("paragrafen")


class DilemmaPagina(HandelingskaderPagina):
    soort = "dilemma"
    soort_label = _("Dilemma")
    parent_page_types = ["handelingskader.HoofdstukPagina"]
    template = "handelingskader/dilemma_pagina.html"

    class Meta:
        verbose_name = _("dilemma")
        verbose_name_plural = _("dilemma's")


class DoDontPagina(HandelingskaderPagina):
    soort = "dodont"
    soort_label = _("Do's en don'ts")
    parent_page_types = ["handelingskader.HoofdstukPagina"]
    template = "handelingskader/do_dont_pagina.html"

    class Meta:
        verbose_name = _("do's en don'ts")
        verbose_name_plural = _("do's en don'ts")


class ProfessionaliseringPagina(HandelingskaderPagina):
    soort = "professionalisering"
    soort_label = _("Professionaliseren")
    parent_page_types = ["handelingskader.HoofdstukPagina"]
    template = "handelingskader/professionalisering_pagina.html"

    class Meta:
        verbose_name = _("professionalisering")
        verbose_name_plural = _("professionalisering")
