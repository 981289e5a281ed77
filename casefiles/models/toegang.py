"""Two grounds to see a dossier without a task in the team: advice that was asked for, and a crisis."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .dossier import Dossier
from .versie import Dossierversie


class Toetsing(models.Model):
    """A stuk, as it was at one dossierversie, submitted to the ITAT-R for advice (hk-2020 §1.2b r.249; not a pass or
    fail)."""

    class Stand(models.TextChoices):
        OPEN = "open", _("gevraagd")
        BEANTWOORD = "beantwoord", _("beantwoord")
        INGETROKKEN = "ingetrokken", _("ingetrokken")

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="toetsingen")
    stuk = models.ForeignKey("casefiles.Stuk", on_delete=models.PROTECT, related_name="toetsingen")
    versie = models.ForeignKey(Dossierversie, on_delete=models.PROTECT, related_name="toetsingen")
    stand = models.CharField(_("stand"), max_length=20, choices=Stand.choices, default=Stand.OPEN)
    gevraagd_op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("toetsing")
        verbose_name_plural = _("toetsingen")
        default_permissions = ()

    def __str__(self) -> str:
        return f"toetsing in {self.dossier_id}"


class Noodtoegang(models.Model):
    """Break-glass: one user of the piket reads one dossier for some hours, with a reason; the regisseur is told at
    once."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="noodtoegangen")
    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reden = models.CharField(_("reden"), max_length=500)
    van = models.DateTimeField(_("van"))
    tot = models.DateTimeField(_("tot"))

    class Meta:
        verbose_name = _("noodtoegang")
        verbose_name_plural = _("noodtoegangen")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=models.Q(tot__gt=models.F("van")), name="noodtoegang_ends"),
            models.CheckConstraint(condition=~models.Q(reden=""), name="noodtoegang_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"noodtoegang in {self.dossier_id}"
