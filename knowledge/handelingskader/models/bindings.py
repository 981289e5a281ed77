"""What a guidance page is bound to: fases, sections of stukken, themes."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase

from knowledge import onderwerpen
from knowledge.fases import Fase


class FaseBinding(models.Model):
    """This page is guidance in this fase."""

    page = ParentalKey("handelingskader.HandelingskaderPagina", on_delete=models.CASCADE, related_name="fase_bindingen")
    fase = models.PositiveSmallIntegerField(_("fase"), choices=Fase.choices)

    class Meta:
        verbose_name = _("fase")
        verbose_name_plural = _("fases")
        ordering = ["fase"]
        constraints = [
            models.UniqueConstraint(fields=["page", "fase"], name="fase_once_per_page"),
            models.CheckConstraint(condition=models.Q(fase__in=[1, 2, 3]), name="fase_is_1_2_or_3"),
        ]

    def __str__(self) -> str:
        return str(Fase(self.fase).label)


class OnderwerpBinding(models.Model):
    """This page stands beside the form while someone writes this section."""

    page = ParentalKey(
        "handelingskader.HandelingskaderPagina", on_delete=models.CASCADE, related_name="onderwerp_bindingen"
    )
    onderwerp = models.CharField(_("onderdeel van een stuk"), max_length=80, db_index=True)

    class Meta:
        verbose_name = _("onderdeel van een stuk")
        verbose_name_plural = _("onderdelen van stukken")
        ordering = ["onderwerp"]
        constraints = [models.UniqueConstraint(fields=["page", "onderwerp"], name="onderwerp_once_per_page")]

    def __str__(self) -> str:
        return onderwerpen.label(self.onderwerp)

    def clean(self) -> None:
        known = {o.code for o in onderwerpen.all_onderwerpen()}
        if self.onderwerp and self.onderwerp not in known:
            raise ValidationError({"onderwerp": _("Dit onderdeel bestaat niet. Kies er een uit de lijst.")})


class LeidraadTag(TagBase):
    """A theme of the guidance. Dossiers have tags of their own model: these are seen by everyone who writes
    guidance."""

    free_tagging = True

    class Meta:
        verbose_name = _("thema")
        verbose_name_plural = _("thema's")


class PaginaTag(ItemBase):
    """That a page has a theme."""

    tag = models.ForeignKey(LeidraadTag, on_delete=models.CASCADE, related_name="paginas")
    content_object = ParentalKey(
        "handelingskader.HandelingskaderPagina", on_delete=models.CASCADE, related_name="tag_koppelingen"
    )
