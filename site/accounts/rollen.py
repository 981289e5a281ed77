"""The roles of the site. A role in a dossier is another thing: it belongs to `casefiles.access`.

A role is membership of the Django group of that name; the groups are made by a migration and have no rights of their
own in dossiers. Source: product.md "Who uses it, for what", domain.md A.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from .models import User


class SiteRol(models.TextChoices):
    REGISSEURSPOOL = "regisseurspool", _("Regisseurspool")
    ITAT_R = "itat-r", _("ITAT-R")
    PROGRAMMATEAM = "programmateam-re", _("Programmateam R&E")
    PIKET = "piket", _("Piket")
    INTERVISIE = "intervisie", _("Intervisie")
    VAKONTWIKKELING = "vakontwikkeling", _("Vakontwikkeling")
    BEHEERDER = "beheerder", _("Beheerder")
    AUDITOR = "auditor", _("Auditor of functionaris gegevensbescherming")


def rollen_van(user: User | AnonymousUser) -> frozenset[SiteRol]:
    """The roles of an active user; none for anyone else, and none for being a superuser."""
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    names = getattr(user, "_rollen", None)
    if names is None:
        names = frozenset(user.groups.values_list("name", flat=True))
        user._rollen = names  # type: ignore[attr-defined, union-attr]  # one query per request
    return frozenset(rol for rol in SiteRol if rol.value in names)


def heeft_rol(user: User | AnonymousUser, *rollen: SiteRol) -> bool:
    return bool(rollen_van(user).intersection(rollen))


def ensure_groups(**kwargs: object) -> None:
    """Make the group of each role where it lacks; runs after every migrate and changes no membership."""
    existing = set(Group.objects.values_list("name", flat=True))
    Group.objects.bulk_create([Group(name=rol.value) for rol in SiteRol if rol.value not in existing])
