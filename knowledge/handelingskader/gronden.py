"""The Woo grounds on which text is left out (Wet open overheid, artikel 5.1). A fixed table: nobody adds a ground by
typing.

The meaning of d, h and i is checked against the law (domain.md D); the source document uses no others.
"""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class WooGrond(models.TextChoices):
    D = "d", _("5.1, lid 2, d")
    H = "h", _("5.1, lid 2, h")
    I = "i", _("5.1, lid 2, i")  # noqa: E741  (the letter of the law)


@dataclass(frozen=True)
class Uitleg:
    artikel: str
    betekenis: str


UITLEG = {
    WooGrond.D: Uitleg(
        str(_("Woo artikel 5.1, lid 2, onder d")),
        str(_("inspectie, controle en toezicht door bestuursorganen")),
    ),
    WooGrond.H: Uitleg(
        str(_("Woo artikel 5.1, lid 2, onder h")),
        str(_("de beveiliging van personen en bedrijven en het voorkomen van sabotage")),
    ),
    WooGrond.I: Uitleg(
        str(_("Woo artikel 5.1, lid 2, onder i")),
        str(_("het goed functioneren van de Staat en van andere overheden")),
    ),
}
