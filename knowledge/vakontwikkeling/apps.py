from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VakontwikkelingConfig(AppConfig):
    name = "knowledge.vakontwikkeling"
    label = "vakontwikkeling"
    verbose_name = _("Vakontwikkeling")
