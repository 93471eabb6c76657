from django.db import migrations

from pcp_scrutiny.history import locks
from pcp_scrutiny.history.locks import Lock

SENTENCE = "Approved minutes never change."


def of_meeting(table: str) -> Lock:
    return Lock(
        table,
        standing="EXISTS (SELECT 1 FROM meetings_meeting AS meeting"
        " WHERE meeting.id = {row}.meeting_id AND meeting.state = 'approved minutes')",
        sentence=SENTENCE,
    )


def of_entry(table: str) -> Lock:
    return Lock(
        table,
        standing="EXISTS (SELECT 1 FROM meetings_minuteentry AS entry"
        " JOIN meetings_agendaitem AS item ON item.id = entry.item_id"
        " JOIN meetings_meeting AS meeting ON meeting.id = item.meeting_id"
        " WHERE entry.id = {row}.entry_id AND meeting.state = 'approved minutes')",
        sentence=SENTENCE,
    )


class Migration(migrations.Migration):
    dependencies = [("meetings", "0002_published_on")]

    operations = [
        locks.put(
            Lock(
                "meetings_minuteentry",
                standing="EXISTS (SELECT 1 FROM meetings_agendaitem AS item"
                " JOIN meetings_meeting AS meeting ON meeting.id = item.meeting_id"
                " WHERE item.id = {row}.item_id AND meeting.state = 'approved minutes')",
                sentence=SENTENCE,
            ),
            of_entry("meetings_vote"),
            of_meeting("meetings_agendaitem"),
            of_meeting("meetings_attendance"),
            of_meeting("meetings_declaration"),
            # A meeting becomes approved once; after that it stands.
            Lock(
                "meetings_meeting",
                standing="{row}.state = 'approved minutes'",
                sentence=SENTENCE,
                on_insert=False,
            ),
        )
    ]
