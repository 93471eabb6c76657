from importlib import import_module
from uuid import uuid4

from django.db import migrations, models

from pcp_scrutiny.history import locks

before = import_module("meetings.migrations.0007_from_agenda_to_approved_minutes")

OF_LATER = (
    before.of_entry("meetings_exclusion"),
    before.of_entry("meetings_correction", "agreed_in_id"),
)


class Migration(migrations.Migration):
    dependencies = [("meetings", "0007_from_agenda_to_approved_minutes")]

    operations = [
        migrations.AlterField(
            "minuteentry", "uid", models.UUIDField(default=uuid4, editable=False, unique=True)
        ),
        migrations.AlterField(
            "historicalminuteentry",
            "uid",
            models.UUIDField(db_index=True, default=uuid4, editable=False),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.CheckConstraint(condition=models.Q(('is_urgent', False), models.Q(('special_circumstances', ''), _negated=True), _connector='OR'), name='urgent_item_says_why', violation_error_message='Say what the special circumstances are.'),
        ),
        migrations.AddConstraint(
            model_name='attendance',
            constraint=models.CheckConstraint(condition=models.Q(('substitute_for__isnull', True), ('capacity', 'substitute'), _connector='OR'), name='attendance_only_substitutes_stand_in'),
        ),
        migrations.AddConstraint(
            model_name='minuteentry',
            constraint=models.CheckConstraint(condition=models.Q(('level__lte', 2)), name='minute_entry_level_to_2'),
        ),
        migrations.AddConstraint(
            model_name='vote',
            constraint=models.CheckConstraint(condition=models.Q(('veto_of', ''), ('membership__gte', 1), _connector='OR'), name='vote_of_veto_counts_the_members'),
        ),
        locks.put(*before.LOCKS, *OF_LATER),
    ]
