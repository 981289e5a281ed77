from audit.triggers import append_only
from django.db import migrations


class Migration(migrations.Migration):
    """Dossierversies, and what django-reversion keeps of them, can only be added."""

    dependencies = [("casefiles", "0002_initial"), ("reversion", "0002_add_index_on_version_for_content_type_and_db")]

    operations = [
        append_only("casefiles_dossierversie"),
        append_only("casefiles_stukversie"),
        append_only("casefiles_teamstand"),
        append_only("reversion_version"),
        append_only("reversion_revision"),
    ]
