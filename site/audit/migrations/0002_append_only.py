from audit.triggers import append_only
from django.db import migrations


class Migration(migrations.Migration):
    """Rows of the inzagelog can only be added, whoever asks the database."""

    dependencies = [("audit", "0001_initial")]

    operations = [append_only("audit_inzageregel")]
