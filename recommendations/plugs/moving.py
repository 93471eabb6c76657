"""What keeps a meeting where it is: the dates of what it raised, and of what it judged."""

from collections.abc import Iterator
from datetime import date

from django.utils import timezone

from meetings.models import Meeting
from pcp_scrutiny import history

from ..models import Judgement, Recommendation
from ..rules import moving


def dates_that_keep(meeting: Meeting, day: date) -> list[str]:
    """Why a meeting cannot be moved to that day, as sentences."""
    return moving.against(
        day,
        afterwards=list(_afterwards(meeting)),
        judged=list(_judged(meeting, day)),
        today=timezone.localdate(history.now()),
    )


def _afterwards(meeting: Meeting) -> Iterator[moving.Happened]:
    raised = Recommendation.objects.filter(raised_in__item__meeting=meeting)
    for made in raised.prefetch_related("due_date_revisions", "judgements__entry__item__meeting"):
        days = [(made.sent_on, "sent on"), (made.due_on, "due for a response by")]
        for revision in made.due_date_revisions.all():
            days.append((revision.decided_on, "given another day on"))
            days.append((revision.due_on, "due for a response by"))
        for judgement in made.judgements.all():
            held = judgement.entry.item.meeting
            if held.pk != meeting.pk:
                days.append((held.day, "judged on"))
        yield from (moving.Happened(on, made.reference, what) for on, what in days if on)


def _judged(meeting: Meeting, day: date) -> Iterator[moving.Happened]:
    judgements = Judgement.objects.filter(entry__item__meeting=meeting)
    for judgement in judgements.select_related("recommendation__raised_in__item__meeting"):
        made = judgement.recommendation
        raised_at = made.raised_in.item.meeting
        on = day if raised_at.pk == meeting.pk else raised_at.day
        yield moving.Happened(on, made.reference, "raised on")
