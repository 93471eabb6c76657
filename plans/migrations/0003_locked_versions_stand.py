from django.db import migrations

from pcp_scrutiny.history import locks
from pcp_scrutiny.history.locks import Lock


class Migration(migrations.Migration):
    dependencies = [("plans", "0002_problems")]

    operations = [
        locks.put(
            Lock(
                "plans_paragraph",
                standing="EXISTS (SELECT 1 FROM plans_planversion AS version"
                " WHERE version.id = {row}.version_id AND version.locked_at IS NOT NULL)",
                sentence="The text of a locked version never changes.",
            ),
            Lock(
                "plans_planversion",
                standing="{row}.locked_at IS NOT NULL",
                sentence="A locked version never changes.",
                on_insert=False,
            ),
        )
    ]
