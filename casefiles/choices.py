"""Fixed lists of the dossier. Values are stored: they never change meaning."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Rol(models.TextChoices):
    """Roles in one dossier. Only the first three stand in the team; the others come from elsewhere (A.9)."""

    REGISSEUR = "regisseur", _("regisseur")
    BUDDY = "buddy", _("buddy")
    TEAMLID = "teamlid", _("lid van het interventieteam")
    ITAT_R = "itat-r", _("adviseur van het ITAT-R")
    PROGRAMMATEAM = "programmateam-re", _("programmateam R&E")
    PIKET = "piket", _("piket")


TEAM_ROLLEN = (Rol.REGISSEUR, Rol.BUDDY, Rol.TEAMLID)


class DossierStaat(models.TextChoices):
    IN_AANPAK = "in-aanpak", _("in de aanpak")
    AFGESLOTEN = "afgesloten", _("afgesloten")


class Zichtbaarheid(models.TextChoices):
    TEAM = "team", _("het hele team")
    REGISSEURS = "regisseurs", _("alleen regisseur en buddy")


class Staat(models.TextChoices):
    """Where a stuk stands in its workflow. A plan goes through all five (hk-2020 §1.2b r.249-257)."""

    CONCEPT = "concept", _("concept")
    VOORGELEGD = "voorgelegd", _("voorgelegd voor advies")
    GEADVISEERD = "geadviseerd", _("advies ontvangen")
    VASTGESTELD = "vastgesteld", _("vastgesteld")
    BIJGESTELD = "bijgesteld", _("bijgesteld")


class OrganisatieSoort(models.TextChoices):
    KERNPARTNER = "kernpartner", _("kernpartner")
    INTERVENTIEPARTNER = "interventiepartner", _("interventiepartner")


class Wijziging(models.TextChoices):
    """What a dossierversie did to a stuk."""

    TOEGEVOEGD = "toegevoegd", _("toegevoegd")
    GEWIJZIGD = "gewijzigd", _("gewijzigd")
    WEG = "weg", _("naar de prullenbak")
    TERUG = "terug", _("teruggehaald")


class VersieSoort(models.TextChoices):
    """The act that made a dossierversie."""

    OPENING = "opening", _("dossier geopend")
    STUK = "stuk", _("stuk opgeslagen")
    TEAM = "team", _("team gewijzigd")
    FASE = "fase", _("overgang naar een fase")
    HERSTEL = "herstel", _("stuk hersteld")


class Gerichtheid(models.TextChoices):
    """Whom an interventie is aimed at: never a group or network (hk-2020 r.61)."""

    PERSOON = "persoon", _("de persoon")
    OMGEVING = "directe-leefomgeving", _("iemand in de directe leefomgeving")


class Antwoord(models.TextChoices):
    """What a partner answered to a condition of the opgave."""

    JA = "ja", _("Ja")
    NOG_NIET = "nog-niet", _("Nog niet")
    OPEN = "open", _("Open")
