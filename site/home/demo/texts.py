"""What the fictional dossiers say. No person, place or case in it is real; nothing names an ideology, religion or
origin."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

JA: dict[str, Any] = {"antwoord": "ja", "nodig": ""}
OPEN: dict[str, Any] = {"antwoord": "open", "nodig": ""}


def nog_niet(nodig: str) -> dict[str, Any]:
    return {"antwoord": "nog-niet", "nodig": nodig}


def interventie(
    nummer: int, titel: str, organisatie: str, termijn: date | None, *, motivering: str, toepassing: str, effect: str
) -> dict[str, Any]:
    return {
        "id": f"{nummer:032x}",
        "titel": titel,
        "gericht_op": "persoon",
        "motivering": motivering,
        "toepassing": toepassing,
        "effect": effect,
        "organisatie": organisatie,
        "termijn": termijn.isoformat() if termijn else "",
    }


def plan_fase_1() -> dict[str, dict[str, Any]]:
    """A first version of a plan, mostly open."""
    return {
        "opgave": {
            "ambitie": "Persoon A heeft binnen een jaar werk of een opleiding en een vaste begeleider die hij vertrouwt.",
            "nu": "Geen dagbesteding sinds mei. Contact met de GGD is er om de week.",
            "afstand": "",
            "mandaat": {},
            "geloof": {},
        },
        "zorgen": {
            "tekst": "De politie heeft twee uitspraken vastgelegd waarin geweld als oplossing wordt genoemd "
            "(waarneming, wijkagent). De GGD ziet vooral onrust en slecht slapen (waarneming). Of het een met het ander te "
            "maken heeft, weet het team nog niet (oordeel)."
        },
        "doelen": {"kort": "Er is vast contact met één begeleider.", "lang": "", "bijdrage": ""},
        "koers": {"tekst": ""},
        "interventies": {"interventies": []},
        "organisaties": {"tekst": ""},
        "termijn": {"tekst": ""},
        "taken-en-rollen": {"regisseur": "Eerste aanspreekpunt voor de persoon.", "team": ""},
        "nieuwe-focus": {"focus": "Kennismaken en een beeld vormen.", "toelichting": "Het plan begint nu."},
    }


def plan_fase_2(today: date) -> dict[str, dict[str, Any]]:
    """The plan as it stands in the second fase, with three interventions and one answer still to come."""
    plan = plan_fase_1()
    plan["opgave"] = {
        "ambitie": "Persoon A heeft binnen een jaar werk of een opleiding en een vaste begeleider die hij vertrouwt. "
        "Het team ziet op tijd of de zorgen toe- of afnemen.",
        "nu": "Geen dagbesteding sinds mei. Contact met de GGD is er om de week. Over de rol van de familie verschilt het team "
        "van mening.",
        "afstand": "Groot maar haalbaar. Eerst rust in het contact, daarna pas werk. Het team verwacht in het voorjaar een "
        "eerste stap.",
        "mandaat": {
            "politie": JA,
            "ggd": JA,
            "reclassering": nog_niet("Ruimte voor wekelijks contact is gevraagd. Het antwoord komt binnen een week."),
            "oov": JA,
        },
        "geloof": {"politie": JA, "ggd": JA, "reclassering": JA, "oov": OPEN},
    }
    plan["doelen"] = {
        "kort": "Elke twee weken een gesprek met dezelfde begeleider. Een vaste dagindeling voor drie dagen per week.",
        "lang": "Werk of een opleiding die Persoon A zelf kiest. Geen signalen meer van bereidheid tot geweld.",
        "bijdrage": "Rust en vertrouwen maken het mogelijk om over werk te praten. Werk geeft andere contacten.",
    }
    plan["koers"] = {
        "tekst": "Eerst rust in het contact, daarna pas werk. We zeggen steeds wat we doen en waarom.\n\nAls het contact twee "
        "keer wegvalt, komt het team binnen een week bij elkaar."
    }
    plan["interventies"] = {
        "interventies": [
            interventie(
                1,
                "Begeleiding naar werk",
                "oov",
                today + timedelta(days=95),
                motivering="Persoon A noemt werk zelf als eerste wens.",
                toepassing="Een jobcoach zoekt samen met hem een plek voor drie ochtenden.",
                effect="Drie ochtenden dagbesteding, acht weken achter elkaar.",
            ),
            interventie(
                2,
                "Vast gesprek, om de week",
                "ggd",
                today + timedelta(days=9),
                motivering="Persoon A zegt zelf dat wisselende gezichten hem onrustig maken.",
                toepassing="Eén vaste begeleider, op een plek die Persoon A kiest.",
                effect="",
            ),
            interventie(
                3,
                "Gesprek met de familie",
                "reclassering",
                today - timedelta(days=3),
                motivering="De familie vraagt wat zij kan doen.",
                toepassing="Een gesprek thuis, met de begeleider erbij.",
                effect="De familie weet wie zij kan bellen.",
            ),
        ]
    }
    plan["organisaties"] = {
        "tekst": "OOV, GGD en Reclassering Nederland zijn elk voor één interventie de eerste. Het plan blijft van het hele team."
    }
    plan["termijn"] = {
        "tekst": "De eerste ronde interventies loopt tot het voorjaar. Elk UVO kijken we of dat nog klopt."
    }
    plan["taken-en-rollen"] = {
        "regisseur": "Houdt het geheel bij elkaar, roept het UVO bijeen en spreekt partners aan.",
        "team": "De begeleider van de GGD heeft het contact met de persoon. De wijkagent houdt de signalen bij.",
    }
    plan["nieuwe-focus"] = {
        "focus": "Van rust naar ritme: drie vaste dagen.",
        "toelichting": "Na de evaluatie van vorige maand zag het team dat het contact stabiel is.",
    }
    return plan


def plan_fase_3(today: date) -> dict[str, dict[str, Any]]:
    """A plan near its end: the opgave holds, what is left is letting go with care."""
    plan = plan_fase_2(today)
    plan["opgave"] = {
        "ambitie": "Persoon B woont zelfstandig, werkt vier dagen en redt zich zonder het team.",
        "nu": "Werkt vier dagen per week. Geen signalen sinds veertien maanden.",
        "afstand": "Klein. Er is nog zorg over schulden.",
        "mandaat": {"politie": JA, "ggd": JA},
        "geloof": {"politie": JA, "ggd": JA},
    }
    plan["koers"] = {"tekst": "Bewust afbouwen: het contact gaat van elke week naar elke maand, en dan los."}
    plan["interventies"] = {
        "interventies": [
            interventie(
                4,
                "Overdracht naar schuldhulp",
                "ggd",
                today + timedelta(days=21),
                motivering="De zorg over schulden blijft als het team weg is.",
                toepassing="De begeleider gaat mee naar het eerste gesprek.",
                effect="Een afspraak met een vaste schuldhulpverlener.",
            )
        ]
    }
    plan["nieuwe-focus"] = {"focus": "Loslaten.", "toelichting": "Het team ziet uitstroom als de volgende stap."}
    return plan


def document(titel: str, tekst: str, *labels: str) -> dict[str, dict[str, Any]]:
    return {"tekst": {"titel": titel, "tekst": tekst, "labels": list(labels)}}
