from django.db import migrations, models

from pcp_scrutiny.history import locks
from pcp_scrutiny.history.locks import Lock

SENTENCE = "Approved minutes never change."
CAPACITIES = [
    ("member", "Panel member"),
    ("substitute", "Substitute member"),
    ("office", "The scrutinised office"),
    ("officer", "Officer supporting the panel"),
    ("other", "Also present"),
]

# As 0003 put it: SQLite forgets it when the table is rebuilt below.
ATTENDANCE = Lock(
    "meetings_attendance",
    standing="EXISTS (SELECT 1 FROM meetings_meeting AS meeting"
    " WHERE meeting.id = {row}.meeting_id AND meeting.state = 'approved minutes')",
    sentence=SENTENCE,
)
PAPER = Lock(
    "meetings_paper",
    standing="EXISTS (SELECT 1 FROM meetings_agendaitem AS item"
    " JOIN meetings_meeting AS meeting ON meeting.id = item.meeting_id"
    " WHERE item.id = {row}.item_id AND meeting.state = 'approved minutes')",
    sentence=SENTENCE,
)


class Migration(migrations.Migration):
    dependencies = [("meetings", "0003_approved_minutes_stand")]

    operations = [
        locks.lift(ATTENDANCE),
        migrations.RemoveConstraint("attendance", "attendance_once_per_meeting"),
        migrations.AddField(
            "historicalpack", "made_from", models.CharField(blank=True, max_length=64)
        ),
        migrations.AddField("pack", "made_from", models.CharField(blank=True, max_length=64)),
        migrations.AlterField(
            "attendance", "capacity", models.CharField(choices=CAPACITIES, max_length=12)
        ),
        migrations.AlterField(
            "historicalattendance", "capacity", models.CharField(choices=CAPACITIES, max_length=12)
        ),
        migrations.AddConstraint(
            "attendance",
            models.UniqueConstraint(
                condition=models.Q(("member__isnull", False)),
                fields=("meeting", "member"),
                name="attendance_of_a_member_once",
                violation_error_message="This member is recorded already.",
            ),
        ),
        migrations.AddConstraint(
            "attendance",
            models.UniqueConstraint(
                condition=models.Q(("member__isnull", True)),
                fields=("meeting", "name", "capacity"),
                name="attendance_of_others_once",
                violation_error_message="This person is recorded already.",
            ),
        ),
        locks.put(ATTENDANCE, PAPER),
    ]
