"""The fixed parts of a site: its page tree, the rights of the site's roles, the kernpartners of the source.

`ensure` may run at any time: it makes what lacks and changes nothing that is there.
"""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import GroupPagePermission, Page, Site

from accounts.rollen import SiteRol, ensure_groups
from casefiles.models import DossiersPagina, Organisatie
from casefiles.models.pagina import SLUG as DOSSIERS_SLUG
from knowledge.handelingskader.models import HandelingskaderIndexPagina
from knowledge.vakontwikkeling.models import LerenIndexPagina

from .models import StartPagina

# hk-2020 §1.2 (r.183): OOV, WPI and GGD under the municipality; the source does not write the abbreviations out.
KERNPARTNERS = (
    ("gemeente", "Gemeente", None),
    ("oov", "OOV", "gemeente"),
    ("wpi", "WPI", "gemeente"),
    ("ggd", "GGD", "gemeente"),
    ("om", "Openbaar Ministerie", None),
    ("politie", "Politie", None),
    ("rvdk", "Raad voor de Kinderbescherming", None),
    ("reclassering", "Reclassering Nederland", None),
)
AUTHOR_PERMISSIONS = ("add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page")


@transaction.atomic
def ensure() -> None:
    """Make pages, rights and organisations that lack."""
    ensure_groups()
    start = _start_page()
    index = HandelingskaderIndexPagina.objects.first() or start.add_child(
        instance=HandelingskaderIndexPagina(title="Handelingskader", slug="handelingskader", show_in_menus=True)
    )
    leren = LerenIndexPagina.objects.first() or start.add_child(
        instance=LerenIndexPagina(title="Leren", slug="leren", show_in_menus=True)
    )
    if not DossiersPagina.objects.exists():
        start.add_child(instance=DossiersPagina(title="Mijn dossiers", slug=DOSSIERS_SLUG, show_in_menus=True))
    _rights([index, leren])
    _kernpartners()


def _start_page() -> StartPagina:
    start = StartPagina.objects.first()
    if start is None:
        root = Page.objects.get(depth=1)
        start = root.add_child(instance=StartPagina(title="Regiekader", slug="regiekader"))
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        Site.objects.create(hostname="localhost", root_page=start, is_default_site=True, site_name="Regiekader")
    elif not isinstance(site.root_page.specific, StartPagina):
        welcome = site.root_page
        site.root_page, site.site_name = start, "Regiekader"
        site.save()
        # Wagtail's own welcome page has nothing of ours on it.
        if not welcome.get_children().exists() and welcome.depth > 1:
            welcome.delete()
    return start


def _rights(pages: list[Page]) -> None:
    """vakontwikkeling writes guidance and training; the beheerder keeps people. Neither gets anything in dossiers."""
    authors = Group.objects.get(name=SiteRol.VAKONTWIKKELING.value)
    beheer = Group.objects.get(name=SiteRol.BEHEERDER.value)
    admin = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    authors.permissions.add(
        admin, *Permission.objects.filter(content_type__app_label="search", codename__endswith="_synoniem")
    )
    beheer.permissions.add(
        admin,
        *Permission.objects.filter(content_type__app_label="accounts", codename__in=("add_user", "change_user")),
        *Permission.objects.filter(
            content_type__app_label="casefiles",
            codename__in=("add_organisatie", "change_organisatie", "view_organisatie"),
        ),
    )
    permissions = Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=AUTHOR_PERMISSIONS)
    for page in pages:
        for permission in permissions:
            GroupPagePermission.objects.get_or_create(group=authors, page=page, permission=permission)


def _kernpartners() -> None:
    for code, naam, parent in KERNPARTNERS:
        Organisatie.objects.get_or_create(
            code=code,
            defaults={
                "naam": naam,
                "soort": "kernpartner",
                "onderdeel_van": Organisatie.objects.get(code=parent) if parent else None,
            },
        )
