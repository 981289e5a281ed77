"""When a synonym last changed: what tells each process to read the list again."""

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0001_outbox_synonyms_and_questions")]

    operations = [
        migrations.AddField(
            model_name="synoniem",
            name="gewijzigd_op",
            field=models.DateTimeField(auto_now=True, default=django.utils.timezone.now),
            preserve_default=False,
        ),
    ]
