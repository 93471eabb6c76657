from importlib import import_module

from django.db import migrations, models

from pcp_scrutiny.history import locks

LOCKS = import_module("meetings.migrations.0007_from_agenda_to_approved_minutes").LOCKS
OF_LATER = import_module("meetings.migrations.0008_approved_minutes_stand_again").OF_LATER

OFFICE = models.CharField(blank=True, max_length=200, verbose_name="office, as they name it")
IN_PLACE_OF = models.CharField(blank=True, max_length=150, verbose_name="in the place of")
CO_OPTED = models.BooleanField(default=False, verbose_name="co-opted member")


def say_what_was_so(apps, schema_editor):
    """What minutes that exist have been saying until now."""
    finished = ("draft minutes", "approved minutes")
    panel = apps.get_model("panel", "Panel").objects.first()
    title = panel.office_title if panel else "Police and Crime Commissioner"
    for meeting in apps.get_model("meetings", "Meeting").objects.filter(state__in=finished):
        meeting.office_title = title
        meeting.save(update_fields=["office_title"])
    attendances = apps.get_model("meetings", "Attendance").objects
    for row in attendances.select_related("member", "substitute_for"):
        row.is_co_opted = bool(row.member and row.member.is_co_opted)
        row.stands_in_for = row.substitute_for.name if row.substitute_for else ""
        row.save(update_fields=["is_co_opted", "stands_in_for"])


class Migration(migrations.Migration):
    """The locks are put back by the next one: a table that was just written has no trigger."""

    dependencies = [
        ("meetings", "0009_paragraphs_of_wales"),
        ("panel", "0002_numbers_and_quorum"),
    ]

    operations = [
        locks.lift(*LOCKS, *OF_LATER),
        *(
            migrations.AddField(f"{of}{model}", name, field)
            for model, name, field in (
                ("meeting", "office_title", OFFICE),
                ("attendance", "stands_in_for", IN_PLACE_OF),
                ("attendance", "is_co_opted", CO_OPTED),
            )
            for of in ("", "historical")
        ),
        migrations.RunPython(say_what_was_so, migrations.RunPython.noop),
    ]
