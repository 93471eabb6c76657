from importlib import import_module

from django.db import migrations, models

from pcp_scrutiny.history import locks

# SQLite forgets it when the table is rebuilt below.
PACK = import_module("meetings.migrations.0012_packs_that_are_published").PACK


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0012_packs_that_are_published'),
    ]

    operations = [
        locks.lift(PACK),
        migrations.AddField(
            model_name='historicalpack',
            name='edition_sha256',
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name='pack',
            name='edition_sha256',
            field=models.CharField(blank=True, max_length=64),
        ),
        locks.put(PACK),
    ]
