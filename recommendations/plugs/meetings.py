"""Beside the minutes: recommendations and judgements; under an item, the way to record one."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from meetings import related as meeting_related

from .. import permissions
from ..models import Judgement, Recommendation


def links_of_entries(user: Any, entries: Sequence[Any]) -> dict[int, list[meeting_related.Link]]:
    """From a minute to the recommendations recorded there and the judgements made there."""
    links: dict[int, list[meeting_related.Link]] = defaultdict(list)
    visible = Recommendation.objects.visible_to(user)
    for recommendation in visible.filter(raised_in__in=entries):
        words = f"Recommendation {recommendation}"
        link = meeting_related.Link(words, recommendation.get_absolute_url())
        links[recommendation.raised_in_id].append(link)
    judged = Judgement.objects.visible_to(user).filter(entry__in=entries)
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
