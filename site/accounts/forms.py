"""The forms with which a beheerder makes and changes accounts in Wagtail's admin.

No screen sets another's password (`WAGTAILUSERS_PASSWORD_ENABLED` is off) or makes a superuser: a new account gets no
password, and its owner chooses one through the mail for a forgotten password (promises.md: "The beheerder cannot
become a regisseur").
"""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm, UserEditForm

from .models import User

NOT_OURS = {"first_name", "last_name", "is_superuser"}


class BeheerderUserEditForm(UserEditForm):
    class Meta(UserEditForm.Meta):
        model = User
        fields = (UserEditForm.Meta.fields - NOT_OURS) | {"naam", "functie"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in NOT_OURS:
            self.fields.pop(name, None)
        # With it goes the mail for a forgotten password, and so the account.
        self.fields["email"].disabled = True
        self.fields["email"].help_text = _("Een mailadres wijzigen vraagt een tweede beheerder. Dat kan hier nog niet.")


class BeheerderUserCreationForm(UserCreationForm):
    class Meta(UserCreationForm.Meta):
        model = User
        fields = (UserCreationForm.Meta.fields - NOT_OURS) | {"naam", "functie"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in NOT_OURS:
            self.fields.pop(name, None)

    def save(self, commit: bool = True) -> User:
        self.instance.set_unusable_password()
        user: User = super().save(commit)
        return user
