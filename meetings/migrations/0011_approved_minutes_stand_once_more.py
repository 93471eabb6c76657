from importlib import import_module

from django.db import migrations

from pcp_scrutiny.history import locks

before = import_module("meetings.migrations.0010_as_it_was_on_the_day")


class Migration(migrations.Migration):
    dependencies = [("meetings", "0010_as_it_was_on_the_day")]

    operations = [locks.put(*before.LOCKS, *before.OF_LATER)]
