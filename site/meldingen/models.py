"""Notices to people: in the site, and by mail without content. One door: `meldingen.notify`."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Melding(models.Model):
    """One notice to one person. `tekst` names a dossier by its number at most, never a person."""

    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="meldingen")
    tekst = models.CharField(_("tekst"), max_length=300)
    adres = models.CharField(_("adres"), max_length=300, blank=True)
    gemaakt_op = models.DateTimeField(auto_now_add=True)
    gelezen_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("melding")
        verbose_name_plural = _("meldingen")
        ordering = ["-gemaakt_op"]
        indexes = [models.Index(fields=["gebruiker", "gelezen_op"], name="melding_ongelezen")]
        default_permissions = ()

    def __str__(self) -> str:
        return f"melding {self.pk}"
