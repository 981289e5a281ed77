"""Organisations that take part. Kernpartners are those of the source, no more (hk-2020 §1.2 r.183)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet

from casefiles.choices import OrganisatieSoort


@register_snippet
class Organisatie(models.Model):
    code = models.SlugField(_("code"), unique=True, help_text=_("Verandert nooit meer: versies verwijzen ernaar."))
    naam = models.CharField(_("naam"), max_length=120)
    soort = models.CharField(_("soort"), max_length=20, choices=OrganisatieSoort.choices)
    onderdeel_van = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="onderdelen"
    )
    actief = models.BooleanField(_("in gebruik"), default=True)

    panels = [
        FieldPanel("code"),
        FieldPanel("naam"),
        FieldPanel("soort"),
        FieldPanel("onderdeel_van"),
        FieldPanel("actief"),
    ]

    class Meta:
        verbose_name = _("organisatie")
        verbose_name_plural = _("organisaties")
        ordering = ["soort", "naam"]

    def __str__(self) -> str:
        return self.naam
