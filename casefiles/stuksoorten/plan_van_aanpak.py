"""The plan van aanpak with its opgave: nine sections.

Six required parts: hk-2020 §1.2b (r.217-222). Opgave: r.238-242. Interventies: motivation, way of working and effect
r.481, the first-responsible organisation beside the team r.473-477. Taken en rollen r.473. New focus with toelichting
r.226-228.
"""

from django.utils.translation import gettext as _

from casefiles.choices import Gerichtheid

from .base import Onderdeel, Stuksoort, Veld, Veldsoort

OPGAVE = Onderdeel(
    "opgave",
    _("Opgave"),
    (
        Veld(
            "ambitie",
            _("Wat willen we samen bereiken?"),
            hint=_("Eén of twee zinnen waar elke partner zich in herkent."),
        ),
        Veld("nu", _("Waar staan we nu?"), bron="r. 240"),
        Veld("afstand", _("Hoe groot is de afstand tot het doel?"), bron="r. 240"),
        Veld("mandaat", _("Ruimte en mandaat"), Veldsoort.PER_PARTNER, bron="r. 241"),
        Veld("geloof", _("Gelooft erin en draagt mee"), Veldsoort.PER_PARTNER, bron="r. 242"),
    ),
    "plan-van-aanpak.opgave",
    bron="r. 236-246",
)

INTERVENTIE_VELDEN = (
    Veld("titel", _("Welke interventie?"), Veldsoort.REGEL),
    Veld(
        "gericht_op",
        _("Op wie is de interventie gericht?"),
        Veldsoort.KEUZE,
        opties=tuple((str(v), str(label)) for v, label in Gerichtheid.choices),
        bron="r. 61",
    ),
    Veld("motivering", _("Waarom deze interventie?"), bron="r. 481"),
    Veld("toepassing", _("Hoe passen we die toe?"), bron="r. 481"),
    Veld("effect", _("Welk effect verwachten we?"), bron="r. 481"),
    Veld(
        "organisatie",
        _("Eerst verantwoordelijk"),
        Veldsoort.ORGANISATIE,
        hint=_("Samen met het hele team. Dat staat vast."),
        bron="r. 473-477",
    ),
    Veld("termijn", _("Termijn"), Veldsoort.DATUM, hint=_("Dag, maand en jaar."), bron="r. 222"),
)


def _text(code: str, label: str, question: str, bron: str, hint: str = "") -> Onderdeel:
    return Onderdeel(
        code, label, (Veld("tekst", question, hint=hint, bron=bron),), f"plan-van-aanpak.{code}", bron=bron
    )


PLAN_VAN_AANPAK = Stuksoort(
    code="plan-van-aanpak",
    label=_("Plan van aanpak"),
    schema=1,
    zaak="plan",
    enkelvoudig=True,
    heeft_staten=True,
    onderdelen=(
        OPGAVE,
        _text(
            "zorgen",
            _("Zorgen (gevaarsrisico)"),
            _("Welke zorgen zijn er op het gebied van radicalisering?"),
            "r. 217",
            _("Schrijf op wat je weet en van wie. Houd waarneming en oordeel uit elkaar."),
        ),
        Onderdeel(
            "doelen",
            _("Doelen"),
            (
                Veld("kort", _("Doelen op korte termijn"), bron="r. 218"),
                Veld("lang", _("Doelen op lange termijn"), bron="r. 218"),
                Veld("bijdrage", _("Hoe dragen de korte doelen bij aan de lange?"), bron="r. 234"),
            ),
            "plan-van-aanpak.doelen",
            bron="r. 218, 230-234",
        ),
        _text("koers", _("Koers"), _("Welke koers varen we?"), "r. 219"),
        Onderdeel(
            "interventies",
            _("Interventies"),
            (Veld("interventies", _("Interventies"), Veldsoort.LIJST, velden=INTERVENTIE_VELDEN, bron="r. 220"),),
            "plan-van-aanpak.interventies",
            bron="r. 220, 481",
        ),
        _text(
            "organisaties",
            _("Verantwoordelijke organisaties"),
            _("Welke organisaties zijn verantwoordelijk, en hoe blijft het van het hele team?"),
            "r. 221",
        ),
        _text("termijn", _("Termijn"), _("Wanneer zijn de interventies gedaan?"), "r. 222"),
        Onderdeel(
            "taken-en-rollen",
            _("Taken en rollen"),
            (
                Veld("regisseur", _("Wat doet de regisseur?"), bron="r. 473"),
                Veld("team", _("Wat doen de anderen?"), bron="r. 473"),
            ),
            "plan-van-aanpak.taken-en-rollen",
            bron="r. 473-477",
        ),
        Onderdeel(
            "nieuwe-focus",
            _("Nieuwe focus en toelichting"),
            (
                Veld("focus", _("Wat is de nieuwe focus?"), bron="r. 228"),
                Veld("toelichting", _("Toelichting"), bron="r. 228"),
            ),
            "plan-van-aanpak.nieuwe-focus",
            uitleg=_("Na elke maandelijkse evaluatie en bij elke fase vul je deze aan."),
            bron="r. 226-228",
        ),
    ),
)
