"""Working text: autosaved, one per user and stuk, private to its writer, thrown away when a version is made of it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .stuk import Stuk


class Werktekst(models.Model):
    """The whole content of a stuk as one writer has it now. `basis` is the version of the stuk it began from.

    `reden` is the reason for the next version as far as it was typed.
    """

    stuk = models.ForeignKey(Stuk, on_delete=models.CASCADE, related_name="werkteksten")
    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    inhoud = models.JSONField()
    basis = models.PositiveIntegerField()
    reden = models.TextField(_("reden"), blank=True)
    bewaard_op = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("werktekst")
        verbose_name_plural = _("werkteksten")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["stuk", "gebruiker"], name="one_werktekst_per_user_and_stuk")]

    def __str__(self) -> str:
        return f"werktekst bij {self.stuk_id}"
