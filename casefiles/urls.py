"""The addresses of the workspace, under /dossiers/. No primary key and no name stands in one."""

from django.urls import path, re_path, register_converter
from django.urls.converters import StringConverter

from casefiles.models.dossier import NUMMER_PATTERN
from casefiles.views import auditor, bewerken, dossier, mijn, overgang, regie, stuk, stuk_versies, team, versies


class NummerConverter(StringConverter):
    """A dossier number; anything else is no address of a dossier and answers the same 404."""

    regex = NUMMER_PATTERN


register_converter(NummerConverter, "nummer")

app_name = "dossiers"
urlpatterns = [
    path("", mijn.mijn_dossiers, name="mijn"),
    path("nieuw/", regie.dossier_openen, name="nieuw"),
    path("noodtoegang/", regie.noodtoegang, name="noodtoegang"),
    path("inzagelog/", auditor.inzagelog, name="inzagelog-auditor"),
    # a dossier
    path("<nummer:nummer>/", dossier.overzicht, name="overzicht"),
    path("<nummer:nummer>/fase/<int:fase>/", dossier.fase, name="fase"),
    path("<nummer:nummer>/overgang/", overgang.fase_overgang, name="overgang"),
    path("<nummer:nummer>/tijdlijn/", dossier.tijdlijn, name="tijdlijn"),
    path("<nummer:nummer>/inzagelog/", dossier.inzagelog, name="inzagelog"),
    path("<nummer:nummer>/persoon/", dossier.persoon, name="persoon"),
    path("<nummer:nummer>/team/", team.team, name="team"),
    path("<nummer:nummer>/team/toevoegen/", team.toevoegen, name="team-toevoegen"),
    path("<nummer:nummer>/team/beeindigen/", team.beeindigen, name="team-beeindigen"),
    path("<nummer:nummer>/toegang/", team.toegang, name="toegang"),
    path("<nummer:nummer>/toewijzen/", regie.toewijzen, name="toewijzen"),
    # its versions
    path("<nummer:nummer>/versies/", versies.lijst, name="versies"),
    path("<nummer:nummer>/versies/vergelijken/", versies.vergelijken, name="versies-vergelijken"),
    path("<nummer:nummer>/versies/<int:versie>/", versies.versie, name="versie"),
    path("<nummer:nummer>/op/", versies.op_datum_kiezen, name="op"),
    re_path(
        rf"^(?P<nummer>{NUMMER_PATTERN})/op/(?P<datum>\d{{4}}-\d{{2}}-\d{{2}})/$", versies.op_datum, name="op-datum"
    ),
    # its stukken
    path("<nummer:nummer>/stukken/nieuw/<slug:soort>/", stuk.toevoegen, name="stuk-nieuw"),
    path("<nummer:nummer>/<slug:kenmerk>/", stuk.bekijken, name="stuk"),
    path("<nummer:nummer>/<slug:kenmerk>/bewerken/", bewerken.begin, name="bewerken-begin"),
    path("<nummer:nummer>/<slug:kenmerk>/bewerken/<slug:onderdeel>/", bewerken.onderdeel, name="bewerken"),
    path("<nummer:nummer>/<slug:kenmerk>/bewerken/<slug:onderdeel>/bewaren/", bewerken.bewaren, name="bewaren"),
    path("<nummer:nummer>/<slug:kenmerk>/werktekst/weggooien/", bewerken.weggooien, name="werktekst-weggooien"),
    path("<nummer:nummer>/<slug:kenmerk>/samenvoegen/", bewerken.samenvoegen, name="samenvoegen"),
    path("<nummer:nummer>/<slug:kenmerk>/delen/", stuk.delen, name="delen"),
    path("<nummer:nummer>/<slug:kenmerk>/geschiedenis/", stuk_versies.geschiedenis, name="geschiedenis"),
    path("<nummer:nummer>/<slug:kenmerk>/vergelijken/", stuk_versies.vergelijken, name="vergelijken"),
    path("<nummer:nummer>/<slug:kenmerk>/versies/<int:versie>/", stuk_versies.oude_versie, name="stuk-versie"),
    path("<nummer:nummer>/<slug:kenmerk>/herstellen/<int:versie>/", stuk_versies.herstellen, name="herstellen"),
]
