"""The three fasen of the approach. The names of fase 1 and 2 are redacted in the source (hk-2020, r.87-95): they have
none here."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Fase(models.IntegerChoices):
    FASE_1 = 1, _("Fase 1")
    FASE_2 = 2, _("Fase 2")
    FASE_3 = 3, _("Fase 3 - Uitstroomproces")
