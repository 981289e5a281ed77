"""Wagtail's user screens with the fields that this site has."""

from django import forms
from wagtail.users.views.users import UserViewSet

from .forms import BeheerderUserCreationForm, BeheerderUserEditForm


class RegiekaderUserViewSet(UserViewSet):
    template_prefix = "accounts/users/"

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return BeheerderUserEditForm if for_update else BeheerderUserCreationForm
