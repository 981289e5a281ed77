"""One row per marker of the source: what is left out, on which ground, where it stood. Never what stood there."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from ..gronden import WooGrond


class Redactie(models.Model):
    """A passage that is not public. `gedrukt` keeps the marker's spelling, `regel` its line in
    the source document, where it is known."""

    class Plaats(models.TextChoices):
        TITEL_INHOUDSOPGAVE = "titel-inhoudsopgave", _("titel in de inhoudsopgave")
        TITEL_TEKST = "titel-tekst", _("titel in de tekst")
        REGELTEKST = "regeltekst", _("in lopende tekst")
        BLOK = "blok", _("blok")

    page = ParentalKey("handelingskader.HandelingskaderPagina", on_delete=models.CASCADE, related_name="redacties")
    plaats = models.CharField(_("plaats"), max_length=20, choices=Plaats.choices)
    grond = models.CharField(_("grond"), max_length=1, choices=WooGrond.choices)
    gedrukt = models.CharField(_("zoals gedrukt"), max_length=20)
    regel = models.PositiveIntegerField(_("regel in de bron"), null=True, blank=True)

    class Meta:
        verbose_name = _("niet-openbare passage")
        verbose_name_plural = _("niet-openbare passages")
        ordering = ["regel", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(grond__in=WooGrond.values), name="redactie_has_a_known_ground")
        ]

    def __str__(self) -> str:
        return f"{self.gedrukt} (r.{self.regel})"
