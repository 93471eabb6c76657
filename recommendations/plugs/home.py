"""On the home page: what waits for the person who looks, and before a meeting its briefing.

What is counted is what the register shows behind the link: the recommendations that the panel is
not done with. One book of positions serves all the counts.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, QuerySet
from django.urls import reverse

from pcp_scrutiny.components.templatetags.formats import count
from pcp_scrutiny.home import Block, Task
from plans.models import PlanVersion

from .. import permissions, register
from ..models import Assessment, Outcome, Recommendation
from ..register import Book
from ..register.narrowing import Asked
from ..states import NOT_SATISFIED, OPEN, Effect, Response, Schedule

STILL_OPEN = Asked().choosing("judgement", OPEN, NOT_SATISFIED)


def waiting(user: Any, on: date) -> list[Block]:
    """What waits: for officers, what to send, to assess, to confirm and to chase; for everyone who
    reads the register, what stands out."""
    if not permissions.can_view_recommendations(user):
        return []
    book, blocks = register.book(on=on), []
    stands_out = list(_to_ask(book))
    if permissions.can_record_recommendation(user):
        tasks = [*_to_send(user), *_to_assess(user), *_to_confirm(user), *_to_chase(book)]
        blocks.append(Block("Recommendations", 20, tasks, "Nothing waits for you here."))
    else:  # officers are told to chase them
        stands_out += _asked("Response overdue", book, "response", Response.OVERDUE)
    blocks.append(Block("What to ask about", 30, stands_out, "Nothing stands out."))
    return blocks


# --- For officers ---------------------------------------------------------------------------------


def _to_send(user: Any) -> Iterator[Task]:
    unsent = Recommendation.objects.visible_to(user).unsent()
    for version, number in _by_version(unsent, "version"):
        href = reverse("recommendations:send", args=[version.pk])
        yield Task(f"Send recommendations: {version}", href, f"{number} not sent", urgent=True)
    if others := unsent.about(None).count():
        href = reverse("recommendations:send_others")
        text = "Send recommendations: not about a plan"
        yield Task(text, href, f"{others} not sent", urgent=True)


def _to_assess(user: Any) -> Iterator[Task]:
    """The points made on a version that no officer has held against the one that revises it."""
    assessed = Assessment.objects.filter(
        recommendation=OuterRef("pk"), version=OuterRef("version__revised_by")
    )
    came = Recommendation.objects.visible_to(user).filter(
        ~Exists(assessed), version__revised_by__locked_at__isnull=False
    )
    for version, number in _by_version(came, "version__revised_by"):
        href = reverse("recommendations:assess_all", args=[version.pk])
        yield Task(f"Assess points: {version}", href, f"{number} not assessed", urgent=True)


def _to_confirm(user: Any) -> Iterator[Task]:
    proposed = Outcome.objects.visible_to(user).proposed()
    for version, number in _by_version(proposed, "version"):
        href = reverse("recommendations:outcomes", args=[version.pk])
        yield Task(f"Confirm outcomes: {version}", href, f"{number} to confirm", urgent=True)


def _by_version(found: QuerySet, path: str) -> list[tuple[PlanVersion, int]]:
    """The versions that some of these belong to by ``path``, with how many, the earliest first."""
    rows = found.exclude(**{path: None}).order_by().values_list(F(path)).annotate(Count("pk"))
    numbers = dict(rows)
    versions = PlanVersion.objects.filter(pk__in=numbers).order_by("dated", "pk")
    return [(version, numbers[version.pk]) for version in versions]


def _to_chase(book: Book) -> Iterator[Task]:
    overdue = _asked("Chase overdue responses", book, "response", Response.OVERDUE)
    soon = _asked("Responses due soon", book, "schedule", Schedule.DUE_SOON, urgent=False)
    yield from (*overdue, *soon)


# --- For everyone ---------------------------------------------------------------------------------

QUESTIONS = {
    Effect.NOT_BORNE_OUT: "Claimed in the response, but the plan does not show it",
    Effect.NO_PLACE: "A change is claimed, and no place is named",
    Effect.UNCLAIMED: "Changed although the response claims no change",
}


def _to_ask(book: Book) -> Iterator[Task]:
    for effect, text in QUESTIONS.items():
        yield from _asked(text, book, "effect", effect)


def _asked(text: str, book: Book, fact: str, state: str, *, urgent: bool = True) -> Iterator[Task]:
    """The open recommendations in a state, if there are any, and where the register lists them."""
    number = sum(p.is_open and getattr(p, fact) == state for p in book)
    if number:
        href = f"{reverse('recommendations:list')}{STILL_OPEN.choosing(fact, state).query}"
        yield Task(text, href, count(number, "recommendation"), urgent=urgent)
