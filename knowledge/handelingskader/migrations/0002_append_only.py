from audit.triggers import append_only
from django.db import migrations


class Migration(migrations.Migration):
    """What was once in force is never rewritten."""

    dependencies = [("handelingskader", "0001_initial")]

    operations = [append_only("handelingskader_leidraadtekst"), append_only("handelingskader_leidraadstand")]
