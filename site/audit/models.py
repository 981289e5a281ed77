"""The inzagelog: who looked at or did what, when and on which ground. Append-only, hash-chained, knows no other app.

People and objects stand in it by their `kenmerk` (a uuid or a dossier number), never by name; what was read never
stands in it. A row cannot be changed or deleted: the queryset refuses it, and so does a trigger in the database.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any, NoReturn

from django.db import models
from django.utils.translation import gettext_lazy as _

GENESIS = "0" * 64


class Handeling(models.TextChoices):
    BEKIJKEN = "bekijken", _("bekeken")
    BEWERKEN = "bewerken", _("bewerkt")
    OPENEN = "openen", _("geopend")
    ZOEKEN = "zoeken", _("gezocht")
    AFDRUKKEN = "afdrukken", _("afgedrukt")
    DOWNLOADEN = "downloaden", _("gedownload")
    EXPORTEREN = "exporteren", _("geëxporteerd")
    TOEGANG = "toegang", _("toegang gewijzigd")
    HERSTELLEN = "herstellen", _("hersteld")
    SYSTEEM = "systeem", _("door het systeem gelezen")
    NOODTOEGANG = "noodtoegang", _("noodtoegang")


class AppendOnlyError(Exception):
    """The inzagelog is only ever added to."""


class InzageQuerySet(models.QuerySet["InzageRegel"]):
    def update(self, **kwargs: Any) -> NoReturn:
        raise AppendOnlyError("Een regel van het inzagelog kan niet worden gewijzigd.")

    def delete(self) -> NoReturn:
        raise AppendOnlyError("Een regel van het inzagelog kan niet worden verwijderd.")


class InzageRegel(models.Model):
    volgnummer = models.PositiveBigIntegerField(unique=True)
    moment = models.DateTimeField()
    gebruiker = models.UUIDField(_("kenmerk van de gebruiker"), null=True, db_index=True)
    handeling = models.CharField(max_length=20, choices=Handeling.choices)
    dossier = models.CharField(_("dossiernummer"), max_length=20, blank=True, db_index=True)
    object = models.CharField(_("waarvan"), max_length=120, blank=True)
    grond = models.CharField(_("op grond van"), max_length=120, blank=True)
    bijzonderheden = models.JSONField(default=dict, blank=True)
    vorige_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    objects = InzageQuerySet.as_manager()

    class Meta:
        verbose_name = _("regel van het inzagelog")
        verbose_name_plural = _("inzagelog")
        ordering = ["volgnummer"]
        indexes = [models.Index(fields=["dossier", "volgnummer"], name="inzage_dossier_volgnummer")]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.volgnummer} {self.handeling} {self.dossier}"

    def compute_hash(self) -> str:
        """SHA-256 over the row and the hash before it, in a form that does not hang on the database used."""
        content = [
            self.volgnummer,
            self.moment.isoformat(timespec="microseconds"),
            str(self.gebruiker) if self.gebruiker else None,
            self.handeling,
            self.dossier,
            self.object,
            self.grond,
            self.bijzonderheden,
            self.vorige_hash,
        ]
        return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


class KetenKop(models.Model):
    """The end of the chain: one row, locked while a row is added, so that two writers cannot take the same number."""

    volgnummer = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default=GENESIS)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"regel {self.volgnummer}"
