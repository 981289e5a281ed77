"""The uitstroomvoorstel to the PTO-R, by situation.

Joint judgement hk-2020 §F3a r.327-329; situation 1 §F3b r.331-345; situation 2 §F3c r.349 and r.317-319; situation 3
is redacted (r.321, r.351-353) and has free text. What is asked in one situation alone is never required by the form;
the order of steps is in casefiles.rules.uitstroom. The decision is no content: an act records it with its date, body
and reason, and a restore leaves it alone. What was told to the person (r.337) stands in the fase-overgang, and the
warme overdracht is a stuk of its own.
"""

from django.utils.translation import gettext as _

from .base import Onderdeel, Stuksoort, Veld, Veldsoort
from .keuzen import Oordeel, Situatie, opties

SITUATIE = Onderdeel(
    "situatie",
    _("Situatie"),
    (
        Veld("situatie", _("Welke situatie is het?"), Veldsoort.KEUZE, opties=opties(Situatie), bron="r. 316-321"),
        Veld("toelichting", _("Waarom past deze situatie?"), bron="r. 316-321"),
        Veld(
            "situatie_3",
            _("Situatie 3: eigen tekst"),
            hint=_("De bron laat niet zien wat hier geldt (5.1,2,d). Schrijf zelf op wat van toepassing is."),
            verplicht=False,
            bron="r. 321, 351-353",
        ),
    ),
    "uitstroomvoorstel.situatie",
    bron="r. 314-321",
)

OORDEEL = Onderdeel(
    "oordeel",
    _("Gezamenlijk oordeel"),
    (
        Veld("beoordeling_van", _("Datum van de beoordeling die hierbij hoort"), Veldsoort.DATUM, bron="r. 327"),
        Veld("oordeel", _("Wat is het oordeel van het team samen?"), bron="r. 327"),
        Veld(
            "geweldsdreiging", _("Is er geweldsdreiging?"), Veldsoort.KEUZE, opties=opties(Oordeel), bron="r. 286, 316"
        ),
        Veld("onderbouwing", _("Waar blijkt dat uit?"), bron="r. 327, 333"),
        Veld(
            "zienswijzen",
            _("Oordeel van elke partner"),
            Veldsoort.LIJST,
            hint=_("Partners mogen verschillend oordelen. Schrijf het op zoals zij het zien."),
            velden=(
                Veld("organisatie", _("Organisatie"), Veldsoort.ORGANISATIE),
                Veld("oordeel", _("Oordeel")),
                Veld("onderbouwing", _("Onderbouwing"), verplicht=False),
            ),
            bron="r. 333",
        ),
    ),
    "uitstroomvoorstel.oordeel",
    bron="r. 316, 327-333",
)

TWIJFEL = Onderdeel(
    "twijfel",
    _("Voordeel van de twijfel"),
    (
        Veld("sinds", _("Vanaf wanneer?"), Veldsoort.DATUM, verplicht=False, bron="r. 333"),
        Veld("door", _("Wie stelden dit vast?"), Veldsoort.REGEL, verplicht=False, bron="r. 333"),
        Veld("hoe", _("Hoe kwamen jullie tot dit oordeel?"), verplicht=False, bron="r. 333"),
        Veld("interventies", _("Welke interventies passen sindsdien?"), verplicht=False, bron="r. 333"),
    ),
    "uitstroomvoorstel.twijfel",
    bron="r. 333",
)

AFBOUW = Onderdeel(
    "afbouw",
    _("Afbouwen en monitoren (1a)"),
    (
        Veld("leefgebieden", _("Hoe staat het met de leefgebieden?"), verplicht=False, bron="r. 341"),
        Veld("signalen", _("Sinds wanneer zijn er geen signalen meer?"), verplicht=False, bron="r. 341"),
        Veld("afbouw", _("Hoe bouw je het contact af?"), verplicht=False, bron="r. 341"),
        Veld("monitoring", _("Wat laat de monitoring zien?"), verplicht=False, bron="r. 341-343"),
    ),
    "uitstroomvoorstel.afbouw",
    uitleg=_("Bouw het contact bewust af, voordat het formele besluit valt."),
    bron="r. 341-343",
)

NAZORG = Onderdeel(
    "nazorg",
    _("Nazorg (1b)"),
    (
        Veld("zorgbehoefte", _("Welke zorg is nog nodig?"), verplicht=False, bron="r. 345"),
        Veld("instantie", _("Welke instantie neemt dit over?"), Veldsoort.REGEL, verplicht=False, bron="r. 345"),
    ),
    "uitstroomvoorstel.nazorg",
    uitleg=_("Eerst de warme overdracht, daarna naar het ITAT-R."),
    bron="r. 316, 345",
)

VERHUIZING = Onderdeel(
    "verhuizing",
    _("Verhuizing (2)"),
    (
        Veld("waarheen", _("Naar welke gemeente of welk land?"), Veldsoort.REGEL, verplicht=False, bron="r. 317"),
        Veld("vanaf", _("Vanaf wanneer?"), Veldsoort.DATUM, verplicht=False, bron="r. 349"),
        Veld(
            "contact",
            _("Contact met de nieuwe gemeente: wanneer en met wie?"),
            hint=_("Zoek dit contact meteen, niet pas na het besluit."),
            verplicht=False,
            bron="r. 349",
        ),
        Veld("programmateam", _("Wat spreek je af met het programmateam R&E?"), verplicht=False, bron="r. 319, 349"),
        Veld(
            "afweging",
            _("Buitenland: wat besloten politie of OM over het overdragen van informatie?"),
            hint=_("Zij wegen dit af. Schrijf op wie het besloot, wanneer en wat. Het systeem verstuurt niets."),
            verplicht=False,
            bron="r. 319",
        ),
    ),
    "uitstroomvoorstel.verhuizing",
    bron="r. 317-319, 349",
)

VOORSTEL = Onderdeel(
    "voorstel",
    _("Voorstel"),
    (
        Veld("itat_r", _("Wat kwam er uit de bespreking met het ITAT-R?"), bron="r. 329"),
        Veld("voorstel", _("Wat stel je voor aan het PTO-R?"), bron="r. 329"),
    ),
    "uitstroomvoorstel.voorstel",
    bron="r. 329",
)

UITSTROOMVOORSTEL = Stuksoort(
    code="uitstroomvoorstel",
    label=_("Uitstroomvoorstel"),
    schema=1,
    zaak="uitstroomvoorstel",
    heeft_staten=True,
    onderdelen=(SITUATIE, OORDEEL, TWIJFEL, AFBOUW, NAZORG, VERHUIZING, VOORSTEL),
)
