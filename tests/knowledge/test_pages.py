"""Screens of the handelingskader: a fixed number of queries, and nothing for who is not logged in."""

from __future__ import annotations

import pytest
from django.urls import reverse

from knowledge.handelingskader.models import HandelingskaderPagina

pytestmark = pytest.mark.django_db


def url_of(sleutel: str) -> str:
    url = HandelingskaderPagina.objects.get(sleutel=sleutel).url
    assert url
    return url


@pytest.mark.parametrize(
    "sleutel", ["intro", "1", "F1", "1.1", "1.2a", "2.2", "2.5", "3.4", "3.5", "4.4", "wat-mag-je-delen"]
)
def test_a_page_asks_a_fixed_number_of_queries(shipped, client, regisseur, django_assert_num_queries, sleutel):
    """Wagtail finds a page level by level, two queries each: a deeper page asks more, more pages ask nothing."""
    client.force_login(regisseur)
    address = url_of(sleutel)
    client.get(address)
    with django_assert_num_queries(PAGE_QUERIES[sleutel]):
        assert client.get(address).status_code == 200


def test_more_guidance_costs_no_more_queries(shipped, client, regisseur, django_assert_num_queries):
    """The start of the handelingskader and the dilemma's, measured once with all pages and once with one page less."""
    client.force_login(regisseur)
    for address in ("/handelingskader/", reverse("handelingskader:dilemmas"), "/leren/"):
        client.get(address)
        with django_assert_num_queries(QUERIES[address]):
            client.get(address)
    HandelingskaderPagina.objects.get(sleutel="2.5").specific.unpublish()
    for address in ("/handelingskader/", reverse("handelingskader:dilemmas"), "/leren/"):
        with django_assert_num_queries(QUERIES[address]):
            client.get(address)


PAGE_QUERIES = {
    "intro": 22,
    "1": 25,
    "F1": 26,
    "1.1": 27,
    "1.2a": 29,
    "2.2": 22,
    "2.5": 25,
    "3.4": 25,
    "3.5": 25,
    "4.4": 24,
    "wat-mag-je-delen": 25,
}
QUERIES = {"/handelingskader/": 11, "/dilemmas/": 6, "/leren/": 11}


@pytest.mark.parametrize("address", ["/handelingskader/", "/dilemmas/", "/leren/", "/meldingen/", "/"])
def test_who_is_not_logged_in_is_asked_to(shipped, db, client, address):
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("address", ["/toegankelijkheid/", "/privacy/", "/sneltoetsen/", "/weergave/", "/gezondheid/"])
def test_the_few_open_pages_need_no_account(db, client, address):
    assert client.get(address).status_code == 200


def test_a_page_taken_offline_is_gone(shipped, client, regisseur):
    client.force_login(regisseur)
    address = url_of("3.4")
    HandelingskaderPagina.objects.get(sleutel="3.4").specific.unpublish()
    assert client.get(address).status_code == 404
