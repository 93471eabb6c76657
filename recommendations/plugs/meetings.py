"""Beside the minutes: recommendations and judgements; under an item, the way to record one; beside
a meeting, its briefing, its tracker and what it judged."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from django.urls import reverse

from meetings import related as meeting_related
from meetings.models import Meeting
from pcp_scrutiny.components.templatetags.formats import date_gds

from .. import permissions
from ..models import Judgement, Recommendation


def links_of_entries(user: Any, entries: Sequence[Any]) -> dict[int, list[meeting_related.Link]]:
    """From a minute to the recommendations recorded there and the judgements made there."""
    links: dict[int, list[meeting_related.Link]] = defaultdict(list)
    visible, pks = Recommendation.objects.visible_to(user), [entry.pk for entry in entries]
    for recommendation in visible.filter(raised_in__in=pks):
        words = f"Recommendation {recommendation}"
        link = meeting_related.Link(words, recommendation.get_absolute_url())
        links[recommendation.raised_in_id].append(link)
    judged = Judgement.objects.visible_to(user).filter(entry__in=pks)
    for judgement in judged.select_related("recommendation"):
        words = (
            f"Recommendation {judgement.recommendation}: {judgement.get_decision_display().lower()}"
        )
        link = meeting_related.Link(words, judgement.recommendation.get_absolute_url())
        links[judgement.entry_id].append(link)
    return dict(links)


def links_of_items(user: Any, items: Sequence[Any]) -> dict[int, list[meeting_related.Link]]:
    """Under an item, the way to record what the panel said about it."""
    if not permissions.can_record_recommendation(user):
        return {}
    return {
        item.pk: [
            meeting_related.Link(
                "Record a recommendation",
                reverse("recommendations:add", args=[item.pk]),
                about=f"under item {item}",
            )
        ]
        for item in items
        if not item.meeting.minutes_are_approved
    }


PLANNED = (Meeting.State.PLANNED, Meeting.State.AGENDA_PUBLISHED)


def links_of_meetings(
    user: Any, meetings: Sequence[Meeting]
) -> dict[int, list[meeting_related.Link]]:
    """To what there is to read before each meeting, and from its beginning to what it judged."""
    if not permissions.can_view_recommendations(user):
        return {}
    may_judge = permissions.can_record_judgement(user)
    return {meeting.pk: list(_of_meeting(meeting, may_judge=may_judge)) for meeting in meetings}


def _of_meeting(meeting: Meeting, *, may_judge: bool) -> Iterator[meeting_related.Link]:
    about = f"for the meeting of {date_gds(meeting.starts_at)}"
    pages = {
        "briefing": "Briefing: what to ask, what changed, what was promised",
        "tracker": "Tracker: what is new, overdue, open and closed",
    }
    if meeting.state not in PLANNED:
        judging = "Record what the panel judges" if may_judge else "What the panel judged"
        pages["judge_meeting"] = judging
    for name, words in pages.items():
        href = reverse(f"recommendations:{name}", args=[meeting.pk])
        yield meeting_related.Link(words, href, about=about)
