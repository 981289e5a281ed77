"""Who has a task in a dossier, in which role and from when to when."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casefiles.choices import TEAM_ROLLEN, Rol

from .dossier import Dossier
from .organisatie import Organisatie


class Teamlidmaatschap(models.Model):
    """A task with a period. Access is worked out from it at every request, so that ending it ends access at once."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="team")
    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="dossiertaken")
    rol = models.CharField(_("rol"), max_length=20, choices=[(rol.value, rol.label) for rol in TEAM_ROLLEN])
    organisatie = models.ForeignKey(
        Organisatie, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("organisatie")
    )
    talenten = models.CharField(
        _("talenten"), max_length=300, blank=True, help_text=_("Wat iemand goed kan. Je vraagt het bij het eerste UVO.")
    )
    van = models.DateTimeField(_("vanaf"))
    tot = models.DateTimeField(_("tot"), null=True, blank=True)

    class Meta:
        verbose_name = _("taak in een dossier")
        verbose_name_plural = _("taken in dossiers")
        default_permissions = ()
        ordering = ["van", "pk"]
        indexes = [models.Index(fields=["gebruiker", "tot"], name="taak_gebruiker_tot")]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(rol=Rol.REGISSEUR.value, tot__isnull=True),
                name="one_regisseur_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(rol=Rol.BUDDY.value, tot__isnull=True), name="one_buddy_at_a_time"
            ),
            models.UniqueConstraint(
                fields=["dossier", "gebruiker"],
                condition=Q(tot__isnull=True),
                name="one_open_task_per_user_and_dossier",
            ),
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=models.F("van")), name="taak_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(rol__in=[rol.value for rol in TEAM_ROLLEN]), name="taak_has_a_team_role"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_rol_display()} in {self.dossier_id}"
