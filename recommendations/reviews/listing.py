"""All reviews in brief, in a fixed number of queries."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from meetings.models import Paper

from ..models import Evidence, Finding, Invitation, ScrutinyReview, Witness
from .answering import Asked, Rate, rate
from .reading import PAPER_KIND
from .stages import Stage, stage


@dataclass(frozen=True, slots=True)
class Row:
    """A review in brief."""

    review: ScrutinyReview
    stage: Stage
    rate: Rate
    witnesses: int
    evidence: int
    recommendations: int


def rows(user: Any) -> list[Row]:
    """Those that someone may know of, the newest first."""
    reviews = list(ScrutinyReview.objects.visible_to(user))
    asked = _asked()
    witnesses, evidence = _counted(Witness.objects.all()), _counted(Evidence.objects.all())
    proposals = _counted(Finding.objects.filter(kind=Finding.Kind.RECOMMENDATION))
    on_agendas = set(Paper.objects.filter(kind=PAPER_KIND).values_list("about", flat=True))
    return [
        Row(
            review=one,
            stage=stage(
                has_begun=bool(asked[one.pk] or witnesses[one.pk] or evidence[one.pk]),
                is_on_an_agenda=one.pk in on_agendas,
                is_adopted=one.is_adopted,
            ),
            rate=rate(asked[one.pk]),
            witnesses=witnesses[one.pk],
            evidence=evidence[one.pk],
            recommendations=proposals[one.pk],
        )
        for one in reviews
    ]


def _asked() -> dict[int, list[Asked]]:
    sent = Exists(Evidence.objects.filter(invitation=OuterRef("pk")))
    came = Exists(Witness.objects.filter(invitation=OuterRef("pk")))
    found: dict[int, list[Asked]] = defaultdict(list)
    for one in Invitation.objects.annotate(sent=sent, came=came):
        answered = bool(one.answered_on or one.sent or one.came)
        by_letter = one.manner == Invitation.Manner.LETTER
        found[one.review_id].append(Asked(by_letter, answered, one.declined))
    return found


def _counted(records: QuerySet) -> Counter[int]:
    return Counter(records.order_by().values_list("review_id", flat=True))
