"""The main job stands on the packages it names: a page is live, a tag finds it, a reversion row carries the version."""

from __future__ import annotations

import pytest
from elasticsearch_dsl import Document
from reversion.models import Version
from taggit.models import TagBase
from wagtail.models import Page, Revision

from casefiles.actions.stuk import opslaan
from casefiles.models import Stuk, Stukversie
from knowledge.handelingskader.models import HandelingskaderPagina, LeidraadTag
from search.engines.elasticsearch_documents import DossierDocument, GuidanceDocument

pytestmark = pytest.mark.django_db


def test_guidance_is_live_pages_of_wagtail_with_a_revision(shipped, db):
    page = Page.objects.live().get(handelingskaderpagina__sleutel="3.5")
    assert issubclass(page.specific_class, HandelingskaderPagina)
    assert Revision.page_revisions.filter(object_id=str(page.pk)).exists()


def test_a_theme_of_taggit_finds_the_page(shipped, db):
    assert issubclass(LeidraadTag, TagBase)
    assert HandelingskaderPagina.objects.filter(tags__name="privacy", sleutel="2.5").exists()


def test_a_version_row_of_reversion_carries_the_dossierversie(toegang, plan):
    content = {**plan.inhoud, "koers": {"tekst": "Eerst rust."}}
    versie = opslaan(toegang, plan, content, reden="Koers.", basis=plan.gewijzigd_in)
    row = Version.objects.get_for_object(Stuk.objects.get(pk=plan.pk)).first()
    assert row.revision.dossierversie == versie
    assert Stukversie.objects.get(opslag=row).versie == versie
    assert row.revision.comment == f"dossierversie {versie.nummer}"


def test_what_elasticsearch_keeps_are_documents_of_elasticsearch_dsl():
    assert issubclass(GuidanceDocument, Document)
    assert issubclass(DossierDocument, Document)
