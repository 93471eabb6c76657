"""What happened when, from the day the demo panel took the software up."""

from contextlib import AbstractContextManager
from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone

from pcp_scrutiny import history

from .. import content
from .. import review as reviewed
from ..assessments import AGAIN, FIRST, SECOND
from . import meetings, people, plans, register, reviews

JUNE, DECEMBER = content.MEETINGS
DRAFT, ISSUED, VARIATION = content.PLAN_VERSIONS

PUBLISHED = date(2026, 6, 4)  # five clear days before 12 June
LATE = date(2026, 6, 9)


def on(day: date, hour: int, minute: int = 0) -> AbstractContextManager[None]:
    """The moment at which what follows happened, by the clock of the panel's office."""
    return history.as_at(timezone.make_aware(datetime.combine(day, time(hour, minute))))


@transaction.atomic
def load() -> people.Cast:
    """Load the whole demo panel, or nothing of it; answer with who takes part."""
    with on(date(2026, 5, 21), 16, 10):
        cast = people.set_up()
    with on(DRAFT.dated, 9, 40):
        draft = plans.bring_in(DRAFT, cast=cast)
    with on(DRAFT.dated, 14, 5):
        draft = plans.lock(draft, cast=cast)

    with on(date(2026, 5, 26), 11):
        june = meetings.call(JUNE, cast=cast)
    with on(date(2026, 6, 3), 15, 20):
        meetings.build_agenda(june, JUNE, cast=cast)
    with on(PUBLISHED, 9, 15):
        meetings.publish_agenda(june, on=PUBLISHED, cast=cast)
    with on(LATE, 12, 30):
        meetings.add_late_papers(june, JUNE, on=LATE, cast=cast)
    with on(JUNE.day, 14):
        meetings.record_attendance(june, JUNE, cast=cast)
        meetings.record_declarations(june, JUNE, cast=cast)
    with on(JUNE.day, 16, 40):  # as it is said
        entries = meetings.take_minutes(june, JUNE, cast=cast)
    with on(JUNE.day, 17, 15):
        points = register.record_points(entries, draft=draft, cast=cast)
    with on(date(2026, 6, 18), 9, 50):
        meetings.finish_minutes(june, cast=cast)
    with on(content.SENT, 11, 10):
        register.send(points, cast=cast)
    for day in meetings.days_of_doing(JUNE):
        with on(day, 16, 30):
            meetings.say_what_was_done(entries, JUNE, on=day, cast=cast)
    with on(reviewed.BEGUN, 10, 30):
        review = reviews.begin(cast=cast)

    with on(date(2026, 7, 21), 10, 15):
        register.add_letter(content.LETTER, draft=draft, cast=cast)
    with on(reviewed.FILED, 14, 20):
        reviews.file_evidence(review, cast=cast)
    with on(date(2026, 9, 2), 9, 30):
        issued = plans.bring_in(ISSUED, cast=cast)
    with on(date(2026, 9, 2), 16):
        issued = plans.lock(issued, cast=cast)
    first_delay, second_delay = register.days_of_revising()
    with on(first_delay, 11, 45):
        register.revise_due_dates(on=first_delay, cast=cast)
    with on(date(2026, 9, 8), 14, 25):
        register.confirm_outcomes(issued, cast=cast)

    with on(reviewed.RECORDED, 9, 20):
        reviews.hear(review, cast=cast)
    with on(reviewed.WRITTEN, 15, 10):
        reviews.write_up(review, cast=cast)
    with on(date(2026, 10, 5), 10, 5):
        december = meetings.call(DECEMBER, cast=cast)
    with on(FIRST, 10, 20):
        register.assess(issued, on=FIRST, cast=cast)
    with on(SECOND, 9, 35):
        register.assess(issued, on=SECOND, cast=cast)
    with on(second_delay, 15, 50):
        register.revise_due_dates(on=second_delay, cast=cast)
    with on(AGAIN, 11, 25):
        register.assess(issued, on=AGAIN, cast=cast)
    with on(VARIATION.dated, 15, 35):
        variation = plans.bring_in(VARIATION, cast=cast)
    with on(date(2026, 11, 16), 9, 45):
        plans.lock(variation, cast=cast)
    with on(date(2026, 11, 16), 11, 40):
        meetings.build_agenda(december, DECEMBER, cast=cast, previous=june)
    with on(date(2026, 11, 18), 9, 5):
        meetings.record_attendance(december, DECEMBER, cast=cast)
    return cast
