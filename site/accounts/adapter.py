"""How allauth behaves here: nobody signs up by themselves."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by the beheerder; an address after login stays on this site (allauth checks `next`)."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
