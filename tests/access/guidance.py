"""The shipped guidance and training, and the few things of Wagtail that its admin's addresses ask for."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from PIL import Image as Picture
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, PageViewRestriction, Task, Workflow

from accounts.models import User
from knowledge.handelingskader.importer.apply import apply
from knowledge.handelingskader.importer.bindingen import load_bindingen
from knowledge.handelingskader.importer.reading import read
from knowledge.handelingskader.models import HandelingskaderIndexPagina, ParagraafPagina
from knowledge.vakontwikkeling.importing import load_shipped
from knowledge.vakontwikkeling.models import LerenIndexPagina, TrainingPagina

SHIPPED = Path(settings.ROOT) / "knowledge" / "handelingskader" / "content" / "leidraad.txt"


def load_guidance() -> dict[str, Any]:
    """Load what is shipped, and give what the table of addresses needs of it."""
    apply(read(SHIPPED), load_bindingen(), voorbeeldtekst=True)
    load_shipped(LerenIndexPagina.objects.get())
    page = ParagraafPagina.objects.live().first()
    training = TrainingPagina.objects.live().first()
    index = HandelingskaderIndexPagina.objects.get()
    for url in (page.url, training.url, index.url):
        if not url:
            raise RuntimeError("a page of the world has no address")
    return {
        "page": page.pk,
        "parent": index.pk,
        "revision": page.save_revision().pk,
        "page_urls": [page.url.lstrip("/"), training.url.lstrip("/"), index.url.lstrip("/")],
        "destination": Page.objects.get(pk=page.get_parent().pk).pk,
    }


def load_admin_things(user: User, page: Page) -> dict[str, Any]:
    """A picture, a file, a collection, a restriction and a running workflow, none of which has to do with dossiers."""
    buffer = io.BytesIO()
    Picture.new("RGB", (8, 8), "white").save(buffer, "PNG")
    image = get_image_model().objects.create(
        title="Proefbeeld", file=ImageFile(io.BytesIO(buffer.getvalue()), "proef.png")
    )
    document = get_document_model().objects.create(title="Proefbestand", file=ContentFile(b"proef", "proef.txt"))
    workflow, task = Workflow.objects.first(), Task.objects.first()
    if workflow is None or task is None:
        raise RuntimeError("Wagtail's own migrations make a workflow with a task")
    state = workflow.start(page, user)
    restriction = PageViewRestriction.objects.create(
        page=Page.objects.get(slug="dossiers"), restriction_type=PageViewRestriction.PASSWORD, password="proef"
    )
    return {
        "image": image.pk,
        "document": document.pk,
        "document_file": document.filename,
        "workflow": workflow.pk,
        "task": task.pk,
        "workflow_state": state.pk,
        "task_state": state.current_task_state.pk,
        "restriction": restriction.pk,
    }
