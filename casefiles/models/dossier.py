"""The dossier and the person it is about."""

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from casefiles.choices import DossierStaat
from knowledge.fases import Fase

# Without 0/O, 1/I/L and U: read aloud over a phone without mistakes.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
NUMMER_PATTERN = r"RK-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}"


def new_nummer() -> str:
    """A random number such as RK-7F3K-92QD: it says nothing about order, year or number of dossiers."""
    signs = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return f"RK-{signs[:4]}-{signs[4:]}"


class Dossier(models.Model):
    """A case. Reached through `casefiles.access` alone; a test refuses `Dossier.objects` elsewhere."""

    nummer = models.CharField(_("nummer"), max_length=12, unique=True, default=new_nummer, editable=False)
    fase = models.PositiveSmallIntegerField(_("fase"), choices=Fase.choices, default=Fase.FASE_1)
    staat = models.CharField(_("staat"), max_length=20, choices=DossierStaat.choices, default=DossierStaat.IN_AANPAK)
    gestart_op = models.DateField(_("gestart op"), null=True, blank=True)
    laatste_versie = models.PositiveIntegerField(default=0)
    laatste_hash = models.CharField(max_length=64, default="0" * 64)
    aangemaakt_op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("dossier")
        verbose_name_plural = _("dossiers")
        default_permissions = ()
        constraints = [models.CheckConstraint(condition=models.Q(fase__in=[1, 2, 3]), name="dossier_fase_is_1_2_or_3")]

    def __str__(self) -> str:
        return self.nummer


class Persoon(models.Model):
    """The person in the approach. A name stands here and nowhere else: in no address, title, log line or mail."""

    dossier = models.OneToOneField(Dossier, on_delete=models.PROTECT, related_name="persoon")
    naam = models.CharField(_("naam"), max_length=200)
    geboortedatum = models.DateField(_("geboortedatum"), null=True, blank=True)
    bereikbaar = models.CharField(_("bereikbaar via"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("persoon")
        verbose_name_plural = _("personen")
        default_permissions = ()

    def __str__(self) -> str:
        return f"persoon van {self.dossier_id}"
