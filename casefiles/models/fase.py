"""The marked moment at which a dossier enters a fase (hk-2020 §1 r.87)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from knowledge.fases import Fase

from .dossier import Dossier
from .versie import Dossierversie


class FaseOvergang(models.Model):
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="fase_overgangen")
    van_fase = models.PositiveSmallIntegerField(_("van"), choices=Fase.choices, null=True)
    naar_fase = models.PositiveSmallIntegerField(_("naar"), choices=Fase.choices)
    datum = models.DateField(_("datum"))
    reden = models.TextField(_("reden"))
    doelen = models.TextField(_("doelen van deze fase"), blank=True)
    verteld = models.TextField(_("wat de persoon hierover is verteld"), blank=True)
    versie = models.ForeignKey(Dossierversie, on_delete=models.PROTECT, related_name="+")
    gedaan_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    gedaan_op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("overgang naar een fase")
        verbose_name_plural = _("overgangen naar een fase")
        default_permissions = ()
        ordering = ["datum", "pk"]

    def __str__(self) -> str:
        return f"{self.van_fase} naar {self.naar_fase}"
