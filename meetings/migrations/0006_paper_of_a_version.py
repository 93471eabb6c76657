from importlib import import_module

from django.db import migrations

from pcp_scrutiny.history import locks

PAPER = import_module("meetings.migrations.0004_packs_and_papers").PAPER


class Migration(migrations.Migration):
    dependencies = [("meetings", "0005_paper_of_changes")]

    operations = [
        locks.lift(PAPER),
        migrations.RenameField("historicalpaper", "changes_of", "version"),
        migrations.RenameField("paper", "changes_of", "version"),
        locks.put(PAPER),
    ]
