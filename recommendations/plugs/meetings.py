"""Beside the minutes and in the packs: recommendations, judgements and the tracker."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from meetings import related as meeting_related
from meetings.models import Paper

from .. import permissions, register
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


def build_tracker(paper: Paper, *, is_public: bool) -> SafeString:
    """The recommendation tracker as a paper, as things stand on the meeting's day, however much
    later it is made: what was raised, answered, changed or judged since is left out."""
    on = timezone.localtime(paper.item.meeting.starts_at).date()
    known = register.book(on=on, is_public=is_public)
    positions = [position for position in known if position.raised_on <= on]
    return render_to_string(
        "documents/_tracker.html", {"positions": positions, "on": on, "is_public": is_public}
    )
