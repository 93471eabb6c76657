"""What a new recommendation most likely has."""

from typing import Any

from meetings.models import AgendaItem
from plans.models import PlanVersion

from ..models import Recommendation
from ..references import next_reference


def suggestions(item: AgendaItem) -> dict[str, Any]:
    """What a new recommendation under an item most likely has: the next reference, the newest
    locked version of a plan."""
    versions = PlanVersion.objects.locked().filter(dated__lte=item.meeting.day)
    return {
        "reference": next_reference(item.meeting.day.year),
        "version": versions.order_by("-dated", "-pk").first(),
    }


def themes() -> list[str]:
    """The themes in use, in order of the alphabet: one spelling each is better than two."""
    used = Recommendation.objects.exclude(theme="").order_by("theme")
    return list(used.values_list("theme", flat=True).distinct())
