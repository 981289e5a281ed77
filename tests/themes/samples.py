"""A page with every shared part on it, filled with made-up content."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

from django import forms
from django.utils.safestring import mark_safe

NOW = datetime.datetime(2026, 11, 24, 10, 42, tzinfo=datetime.UTC)
PAGE = """
{% extends "base.html" %}
{% block title %}Onderdelen{% endblock %}
{% block columns_class %}rk-columns rk-columns--aside{% endblock %}
{% block content %}
  {% include "rk/breadcrumbs.html" %}<h1>Onderdelen</h1>
  <h2>Fase</h2>{% include "rk/fase_stepper.html" %}
  <h2>Nu nodig</h2>{% include "rk/signals.html" %}
  <h2>Staat</h2><p>{% for soort in staten %}{% include "rk/status.html" with tekst=soort only %} {% endfor %}</p>
  <h2>Formulier</h2>
  <form class="rk-form" method="post">{% include "rk/form_errors.html" %}
    {% for field in form %}{% include "rk/field.html" with optioneel=True %}{% endfor %}</form>
  <h2>Niet openbaar</h2>{% include "rk/redaction.html" with grond="d" only %}
  <p>Beeld van de regisseur {% include "rk/redaction_inline.html" with grond="d" only %} en van het team.</p>
  <h2>Verschil</h2>{% include "rk/diff_legend.html" %}{% include "rk/diff.html" %}
  <h2>Tijdlijn</h2>{% include "rk/timeline.html" %}
  {% include "rk/empty_state.html" with titel="Nog geen stukken" uitleg="Begin." url="/x/" handeling="Begin" only %}
{% endblock %}
{% block aside %}{% include "rk/guidance_panel.html" %}{% endblock %}
{% block after_main %}
  {% include "rk/save_bar.html" with form_id="plan" %}
  {% include "rk/quick_bar.html" %}
{% endblock %}
"""


class ProefForm(forms.Form):
    tekst = forms.CharField(label="Wat willen we bereiken?", help_text="Eén of twee zinnen.", widget=forms.Textarea)
    datum = forms.DateField(label="Termijn", help_text="Dag, maand en jaar.")
    organisatie = forms.ChoiceField(label="Eerst verantwoordelijk", choices=[("ggd", "GGD"), ("politie", "Politie")])
    keuze = forms.ChoiceField(
        label="Ruimte en mandaat?", choices=[("ja", "Ja"), ("open", "Open")], widget=forms.RadioSelect
    )
    akkoord = forms.BooleanField(label="Ik heb dit besproken", required=False, help_text="Met de buddy.")
    bijlage = forms.FileField(label="Bijlage", required=False)


def card(**changes: Any) -> SimpleNamespace:
    point = SimpleNamespace(soort="do", html=mark_safe("<p>Vraag elke partner wat een feit betekent.</p>"))
    values: dict[str, Any] = {
        "nummer": "3.5",
        "titel": "Ontwikkelen en bijhouden van de gezamenlijke opgave",
        "titel_weergave": "3.5 Ontwikkelen en bijhouden van de gezamenlijke opgave",
        "soort_label": "Do's en don'ts",
        "samenvatting": "Een opgave groeit als iedereen zegt hoe hij naar de zorgen kijkt.",
        "heeft_open_tekst": True,
        "html": mark_safe("<p>Tekst.</p><h4>Kop</h4><p>Nog een alinea.</p>"),
        "url": "/handelingskader/3-5/",
        "bron": "r. 469-481",
        "punten": [point],
        "dos": [point, SimpleNamespace(soort="dont", html=point.html)],
        "vragen": [],
    }
    return SimpleNamespace(**(values | changes))


def context() -> dict[str, Any]:
    closed = card(
        nummer="3.3", titel="", titel_weergave="3.3", samenvatting="", heeft_open_tekst=False, punten=[], dos=[]
    )
    text = card(nummer="1.2", titel="Het eerste plan", titel_weergave="1.2 Het eerste plan", punten=[], dos=[])
    signal = {"datum": NOW, "titel": "Evaluatie vastleggen", "uitleg": "De vorige was op 21 oktober.", "url": "/x/"}
    return {
        "user": SimpleNamespace(is_authenticated=True, naam="M. Jansen", functie="regisseur"),
        "gemeente_naam": "Gemeente Voorbeeld",
        "demo": True,
        "hoofdmenu": [
            {"label": "Mijn dossiers", "url": "/dossiers/", "current": True},
            {"label": "Handelingskader", "url": "/handelingskader/", "current": False},
            {"label": "Dilemma's", "url": "/dilemmas/", "current": False},
            {"label": "Leren", "url": "/leren/", "current": False},
        ],
        "kruimels": [{"titel": "Handelingskader", "url": "/handelingskader/"}],
        "stappen": [
            {"label": "Fase 1", "url": "/1/", "staat": "klaar", "uitleg": "12 januari tot 16 september"},
            {"label": "Fase 2", "url": "/2/", "staat": "nu", "uitleg": "Sinds 16 september"},
            {"label": "Fase 3 - Uitstroomproces", "url": "/3/", "staat": "straks"},
        ],
        "signalen": [
            signal
            | {"urgentie": "late", "wanneer": "3 dagen te laat", "handeling": "Begin evaluatie", "bron": "r. 226"},
            signal | {"urgentie": "soon", "wanneer": "Vandaag", "handeling": "Beantwoord vraag"},
            signal | {"urgentie": "", "wanneer": "Over 6 dagen", "handeling": "Open interventie"},
        ],
        "staten": ["none", "concept", "half", "done", "soon", "late"],
        "form": ProefForm({}),
        "velden": [
            {"label": "Opgave", "delen": [("gelijk", "Binnen "), ("weg", "een half jaar"), ("nieuw", "een jaar")]}
        ],
        "gebeurtenissen": [
            {
                "titel": "Versie 14",
                "url": "/v/14/",
                "datum": NOW,
                "uitleg": "Advies verwerkt.",
                "wie": "M. Jansen",
                "is_versie": True,
            },
            {"titel": "Advies ontvangen", "datum": NOW, "wie": "Adviseur ITAT-R"},
        ],
        "kaarten": [card(), text, closed],
        "onderwerp_label": "Opgave",
        "onderwerp": "plan-van-aanpak.opgave",
        "fase": 2,
    }
