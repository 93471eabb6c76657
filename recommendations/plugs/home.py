"""On the home page: what waits for the person who looks."""

from datetime import date
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse

from pcp_scrutiny.home import Block, Task
from plans.models import PlanVersion

from .. import permissions
from ..models import Outcome, Recommendation


def waiting(user: Any, on: date) -> list[Block]:
    """What waits: for officers, outcomes to confirm and answers overdue; for members, what was
    promised and not delivered."""
    blocks = []
    if permissions.can_decide_outcomes(user):
        blocks.append(Block("Recommendations", 20, _to_do(user, on), "Nothing waits for you here."))
    if permissions.can_view_recommendations(user):
        blocks.append(Block("What to ask about", 30, _to_ask(user, on), "Nothing stands out."))
    return blocks


def counted(number: int) -> str:
    """How many recommendations, in words."""
    return f"{number} recommendation{'' if number == 1 else 's'}"


def _to_do(user: Any, on: date) -> list[Task]:
    proposed = _by_version(Outcome.objects.visible_to(user).proposed())
    unsent = _by_version(Recommendation.objects.visible_to(user).unsent())
    versions = PlanVersion.objects.in_bulk({*proposed, *unsent})
    tasks = []
    for pk, number in unsent.items():
        href = reverse("recommendations:send", args=[pk])
        text = f"Record that recommendations were sent: {versions[pk]}"
        tasks.append(Task(text, href, note=f"{number} not sent", urgent=True))
    if others := Recommendation.objects.visible_to(user).unsent().about(None).count():
        href = reverse("recommendations:send_others")
        text = "Record that recommendations were sent: not about a plan"
        tasks.append(Task(text, href, note=f"{others} not sent", urgent=True))
    for pk, number in proposed.items():
        href = reverse("recommendations:outcomes", args=[pk])
        text = f"Confirm outcomes: {versions[pk]}"
        tasks.append(Task(text, href, note=f"{number} to confirm", urgent=True))
    overdue = Recommendation.objects.visible_to(user).overdue(on).count()
    if overdue:
        href = f"{reverse('recommendations:list')}?answer=overdue"
        tasks.append(Task("Chase overdue responses", href, note=counted(overdue), urgent=True))
    return tasks


def _by_version(found: QuerySet) -> dict[int, int]:
    """How many of them there are for each version of a plan."""
    of_versions = found.filter(version__isnull=False).order_by("version")
    return dict(of_versions.values_list("version").annotate(Count("pk")))


QUESTIONS = {
    "not borne out": "Claimed in the response, but the plan is unchanged",
    "not found": "The response points to a place the plan does not have, or names none",
    "changed without being claimed": "Changed although the response claims no change",
}


def _to_ask(user: Any, on: date) -> list[Task]:
    visible = Recommendation.objects.visible_to(user)
    tasks = []
    for verdict, text in QUESTIONS.items():
        if number := visible.with_verdict(verdict).count():
            href = f"{reverse('recommendations:list')}?verdict={verdict.replace(' ', '+')}"
            tasks.append(Task(text, href, note=counted(number), urgent=True))
    if number := visible.overdue(on).count():
        href = f"{reverse('recommendations:list')}?answer=overdue"
        tasks.append(Task("Response overdue", href, note=counted(number), urgent=True))
    return tasks
