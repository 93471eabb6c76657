"""What a new recommendation most likely has."""

from typing import Any

from django.utils import timezone

from meetings.models import AgendaItem
from plans.models import PlanVersion

from ..models import Recommendation


def suggestions(item: AgendaItem) -> dict[str, Any]:
    """What a new recommendation under an item most likely has: the next reference, the newest
    locked version of a plan."""
    year = timezone.localtime(item.meeting.starts_at).year
    taken = Recommendation.objects.filter(reference__startswith=f"{year}/")
    numbers = [r.partition("/")[2] for r in taken.values_list("reference", flat=True)]
    highest = max((int(n) for n in numbers if n.isdigit()), default=0)
    versions = PlanVersion.objects.locked().filter(dated__lte=item.meeting.day)
    return {
        "reference": f"{year}/{highest + 1:02}",
        "version": versions.order_by("-dated", "-pk").first(),
    }


def themes() -> list[str]:
    """The themes in use, in order of the alphabet: one spelling each is better than two."""
    used = Recommendation.objects.exclude(theme="").order_by("theme")
    return list(used.values_list("theme", flat=True).distinct())
