"""Fixed answers that the declared kinds of stuk offer. Values are stored: they never change meaning."""

from django.db import models
from django.utils.translation import gettext_lazy as _

Opties = tuple[tuple[str, str], ...]


class JaNee(models.TextChoices):
    JA = "ja", _("Ja")
    NEE = "nee", _("Nee")


class Oordeel(models.TextChoices):
    """A judgement that may stay open: the source calls it neither easy nor black and white (hk-2020 r.57, r.333)."""

    JA = "ja", _("Ja")
    NEE = "nee", _("Nee")
    ONDUIDELIJK = "onduidelijk", _("Nog niet duidelijk")


class Aard(models.TextChoices):
    """What a statement is: it makes a difference to who reads it later."""

    FEIT = "feit", _("Feit")
    WAARNEMING = "waarneming", _("Waarneming")
    OORDEEL = "oordeel", _("Oordeel")


class Actiestand(models.TextChoices):
    OPEN = "open", _("Nog te doen")
    BEZIG = "bezig", _("Bezig")
    GEDAAN = "gedaan", _("Gedaan")
    VERVALLEN = "vervallen", _("Vervallen")


class Deelname(models.TextChoices):
    """Whether the person was at the UVO (hk-2020 §1.2a r.193-195)."""

    NEE = "nee", _("Nee")
    DEELS = "deels", _("Bij een deel")
    JA = "ja", _("Ja")


class Contactsoort(models.TextChoices):
    PERSOON = "persoon", _("Met de persoon")
    OMGEVING = "directe-leefomgeving", _("Met iemand in de directe leefomgeving")
    PARTNER = "partner", _("Met een partner")


class Deelnemersoort(models.TextChoices):
    """Who joins a doorbraakoverleg (hk-2020 §F2d r.296-300)."""

    TEAM = "team", _("Interventieteam")
    ITAT_R = "itat-r", _("ITAT-R")
    PARTNER = "partner", _("Andere partner")
    FACILITATOR = "facilitator", _("Externe facilitator")
    BUITENSTAANDER = "buitenstaander", _("Buitenstaander")


class Beoordelingsmoment(models.TextChoices):
    """When the dynamisch beoordelingskader is used (hk-2020 r.57-59, 192, 224, 269, 327)."""

    WEGING = "weging", _("Weging voor de start")
    EERSTE_UVO = "eerste-uvo", _("Eerste UVO")
    EERSTE_PLAN = "eerste-plan", _("Eerste plan van aanpak")
    EVALUATIE = "evaluatie", _("Evaluatie")
    PLAN_FASE_2 = "plan-fase-2", _("Aanvulling van het plan in fase 2")
    UITSTROOM = "uitstroom", _("Oordeel over uitstroom")


class Evaluatiesoort(models.TextChoices):
    """Three evaluaties that the source names apart (hk-2020 r.226, r.272 and r.308, r.335).

    What the first is, the source does not say; how often the last comes, it says in two ways (domain.md A.8 nr 3-4).
    """

    MAANDELIJKS = "maandelijks", _("Maandelijkse evaluatie")
    UVO = "uvo", _("Evaluatie in een UVO")
    TWEEJAARLIJKS = "tweejaarlijks", _("Twee(jaar)lijkse evaluatie")


class Deelbesluit(models.TextChoices):
    DELEN = "delen", _("Delen")
    DEELS = "deels", _("Een deel delen")
    NIET = "niet", _("Niet delen")


class Interventiegevolg(models.TextChoices):
    """What an event does to an interventie (hk-2020 §3.5 r.479)."""

    OPEN = "open", _("Nog te bespreken")
    BLIJFT = "blijft", _("Blijft zoals hij is")
    ANDERS = "anders", _("Krijgt een andere betekenis")
    NIET_NODIG = "niet-nodig", _("Is niet meer nodig")


class Leefteken(models.TextChoices):
    """Where it shows whether a lower risk lasts (hk-2020 §F3b r.343)."""

    CONTACTEN = "contacten", _("Contacten")
    UITINGEN = "uitingen", _("Uitingen in het openbaar")
    BEZIGHEDEN = "bezigheden", _("Bezigheden")
    ANDERS = "anders", _("Iets anders")


class Ontvanger(models.TextChoices):
    INSTANTIE = "instantie", _("Instantie voor nazorg")
    GEMEENTE = "gemeente", _("Nieuwe gemeente")


class Situatie(models.TextChoices):
    """The grounds of uitstroom (hk-2020 §F3 r.316-321). The source prints 1, 2 and 3; 1a and 1b are its two cases at
    r.341-345.

    Of situation 3 the source shows a marker alone, and so does the label.
    """

    S1A = "1a", _("1a. Leefgebieden op orde, lange tijd geen signalen")
    S1B = "1b", _("1b. Geen gevaarsrisico, nog wel zorgbehoefte")
    S2_BINNENLAND = "2-binnenland", _("2. Verhuisd naar een andere gemeente")
    S2_BUITENLAND = "2-buitenland", _("2. Verhuisd naar het buitenland")
    S3 = "3", _("3. 5.1,2,d (niet openbaar)")


def opties(keuzen: type[models.TextChoices]) -> Opties:
    """These choices as the options of a Veld."""
    return tuple((str(value), str(label)) for value, label in keuzen.choices)
