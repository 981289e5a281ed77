"""Fills the synonym list with what ships; what people changed since stays as it is."""

from django.db import migrations

from search.analysis.synonyms import seeds


def add_seeds(apps, schema_editor):
    Synoniem = apps.get_model("search", "Synoniem")
    if not Synoniem.objects.exists():
        for seed in seeds():
            Synoniem.objects.create(woorden="\n".join(seed.woorden), bron=seed.bron)


class Migration(migrations.Migration):
    dependencies = [("search", "0002_synoniem_gewijzigd_op")]

    operations = [migrations.RunPython(add_seeds, migrations.RunPython.noop)]
