"""The users of the demo: one per role, and some colleagues for the teams. All made up."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import Group

from accounts.models import User
from accounts.rollen import SiteRol

PASSWORD = "regiekader-demo"  # noqa: S105  (printed on the screen; only dev settings accept a password alone)


@dataclass(frozen=True)
class DemoUser:
    username: str
    naam: str
    functie: str
    rollen: tuple[SiteRol, ...] = ()
    organisatie: str = ""
    log_in: bool = True


PEOPLE = (
    DemoUser("regisseur", "M. Jansen", "regisseur", (SiteRol.REGISSEURSPOOL, SiteRol.INTERVISIE)),
    DemoUser("buddy", "S. de Wit", "regisseur", (SiteRol.REGISSEURSPOOL, SiteRol.INTERVISIE)),
    DemoUser("teamlid", "M. Yıldız", "wijkagent", (), "politie"),
    DemoUser("itat", "R. Bakker", "adviseur ITAT-R", (SiteRol.ITAT_R,)),
    DemoUser("programmateam", "E. Visser", "programmateam R&E", (SiteRol.PROGRAMMATEAM,)),
    DemoUser("piket", "J. Smit", "piketmedewerker", (SiteRol.PIKET,)),
    DemoUser("intervisie", "L. Mulder", "intervisiebegeleider", (SiteRol.INTERVISIE,)),
    DemoUser("vakontwikkeling", "H. Dekker", "vakontwikkeling", (SiteRol.VAKONTWIKKELING,)),
    DemoUser("beheerder", "P. Kok", "functioneel beheer", (SiteRol.BEHEERDER,)),
    DemoUser("auditor", "N. Willems", "functionaris gegevensbescherming", (SiteRol.AUDITOR,)),
    DemoUser("buitenstaander", "T. Brouwer", "geen taak in een dossier", ()),
    DemoUser("collega", "K. Vos", "regisseur", (SiteRol.REGISSEURSPOOL,), log_in=False),
    DemoUser("ggd", "A. Hoekstra", "GGD", (), "ggd", log_in=False),
    DemoUser("reclassering", "L. Pinas", "reclasseringswerker", (), "reclassering", log_in=False),
    DemoUser("oov", "T. Groen", "OOV", (), "oov", log_in=False),
)


def ensure_people() -> dict[str, User]:
    """Make the users that lack and give all of them by username."""
    users = {}
    for person in PEOPLE:
        user = User.objects.filter(username=person.username).first()
        if user is None:
            user = User(
                username=person.username,
                naam=person.naam,
                functie=person.functie,
                email=f"{person.username}@voorbeeld.invalid",
            )
            if person.log_in:
                user.set_password(PASSWORD)
            else:
                user.set_unusable_password()
            user.save()
            user.groups.set(Group.objects.filter(name__in=[rol.value for rol in person.rollen]))
        users[person.username] = user
    return users
