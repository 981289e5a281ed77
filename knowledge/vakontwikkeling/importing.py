"""The shipped training as pages."""

from __future__ import annotations

import json
import uuid
from typing import Any

from django.db import transaction
from django.utils.html import escape
from django.utils.text import slugify

from knowledge.handelingskader.models import FaseBinding, OnderwerpBinding

from .content import Stap, Training, load_trainingen
from .models import LerenIndexPagina, TrainingPagina

NAMESPACE = uuid.UUID("0b9f5a0e-52a3-4a52-9a1f-3c1c4c4f7f10")


def _blocks(training: Training, place: int, stap: Stap) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [{"type": "kop", "value": {"tekst": stap.titel, "bron": ""}}]
    kind = "alinea" if stap.soort == "tekst" else "vraag"
    found += [{"type": kind, "value": {"tekst": f"<p>{escape(text)}</p>", "bron": ""}} for text in stap.alineas]
    for number, block in enumerate(found):
        block["id"] = str(uuid.uuid5(NAMESPACE, f"{training.sleutel}|{place}|{number}"))
    return found


@transaction.atomic
def load_shipped(index: LerenIndexPagina) -> int:
    """Make a page of each shipped module that lacks; gives the number made. Pages that are there are their authors'."""
    made = 0
    for training in load_trainingen():
        if TrainingPagina.objects.filter(sleutel=training.sleutel).exists():
            continue
        body = [block for place, stap in enumerate(training.stappen) for block in _blocks(training, place, stap)]
        page = TrainingPagina(
            title=training.titel,
            titel_tekst=training.titel,
            slug=slugify(training.sleutel),
            sleutel=training.sleutel,
            samenvatting=training.samenvatting,
            duur_minuten=training.duur_minuten,
            is_voorbeeldtekst=True,
            body=json.dumps(body),
        )
        page.fase_bindingen = [FaseBinding(fase=fase) for fase in training.fases]
        page.onderwerp_bindingen = [OnderwerpBinding(onderwerp=code) for code in training.onderwerpen]
        index.add_child(instance=page)
        page.tags.set(training.tags)
        page.save()
        page.save_revision().publish()
        made += 1
    return made
