"""A review read from the record, for those who work with it or for the public.

The public's is made from ``.public()`` querysets: of what is exempt it holds the number and the
paragraph of Schedule 12A, and of people not even a number.
"""

from collections.abc import Iterable, Sequence

from django.db.models import QuerySet
from django.urls import reverse

from meetings.models import Paper
from plans.models import PlanVersion

from ..models import Evidence, Finding, Invitation, Recommendation, ScrutinyReview
from .answers import subjects
from .numbering import numbers
from .report import Adopted, Found, Promised, Report
from .stages import Stage, stage
from .testimony import filed, heard, invited, testimony, visible

PAPER_KIND = "review"
"""What ``Paper.kind`` stores for the report of a review; ``Paper.about`` is the review's key."""


def papers_of(review: ScrutinyReview) -> QuerySet[Paper]:
    """The papers of agendas that are its report."""
    return Paper.objects.filter(kind=PAPER_KIND, about=review.pk)


def stage_of(review: ScrutinyReview) -> Stage:
    """How far the review is. Up to four queries."""
    begun = (review.invitations, review.evidence, review.witnesses)
    return stage(
        has_begun=any(records.exists() for records in begun),
        is_on_an_agenda=papers_of(review).exists(),
        is_adopted=review.is_adopted,
    )


def read(review: ScrutinyReview, *, is_public: bool) -> Report:
    """All that the report says, and where the review stands."""
    told = testimony(review, is_public=is_public)
    findings = list(review.findings.select_related("recommendation", "version__plan"))
    agreed = _agreed(findings, is_public=is_public)
    proposals = [one for one in findings if one.kind == Finding.Kind.RECOMMENDATION]
    conclusions = [one for one in findings if one.kind == Finding.Kind.CONCLUSION]
    shown = [one for one in proposals if one.pk in agreed or not review.is_adopted]
    left = [one for one in proposals if review.is_adopted and not one.recommendation_id]
    return Report(
        title=review.title,
        question=review.question,
        scope=review.scope,
        method=review.method,
        led_by=review.led_by,
        summary=review.summary,
        started_on=review.started_on,
        stage=stage_of(review),
        adopted=_adopted(review, is_public=is_public),
        invited=invited(review, told),
        heard=heard(told),
        filed=filed(told),
        subjects=subjects(review, is_public=is_public),
        promised=_promised(review, is_public=is_public),
        conclusions=_found(conclusions, "C"),
        recommended=_found(shown, "R"),
        not_agreed=[] if is_public else _found(left, "Not agreed "),
        withheld=_without_a_trace(review) if is_public else (),
        is_public=is_public,
    )


def _adopted(review: ScrutinyReview, *, is_public: bool) -> Adopted | None:
    item = review.adopted_under
    if item is None or (is_public and item.restricted_under):
        return None
    minutes = reverse("meetings:minutes", args=[item.meeting_id])
    return Adopted(item.meeting.day, str(item), f"{minutes}#{item.anchor}")


def _promised(review: ScrutinyReview, *, is_public: bool) -> list[Promised]:
    return [
        Promised(
            pk=one.pk,
            text=one.text,
            by=one.promised_by,
            due_on=one.due_on,
            done_on=one.done_on,
            outcome=one.outcome,
            restricted_under=one.restricted_under,
        )
        for one in visible(review.promises, is_public=is_public)
    ]


def _agreed(findings: Iterable[Finding], *, is_public: bool) -> set[int]:
    """The recommendations that were adopted; for the public, those it may read in the register."""
    adopted = {one.pk: one.recommendation_id for one in findings if one.recommendation_id}
    if not is_public:
        return set(adopted)
    found = Recommendation.objects.public().filter(pk__in=adopted.values())
    open_ones = set(found.values_list("pk", flat=True))
    return {pk for pk, recommendation in adopted.items() if recommendation in open_ones}


def _found(findings: Sequence[Finding], letter: str) -> list[Found]:
    places = numbers([one.pk for one in findings])
    return [_finding(one, f"{letter}{places[one.pk]}") for one in findings]


def _finding(one: Finding, number: str) -> Found:
    adopted = one.recommendation
    says_otherwise = adopted is not None and adopted.text != one.text
    return Found(
        number=number,
        pk=one.pk,
        text=one.text,
        suggested_wording=one.suggested_wording,
        theme=one.theme,
        owner=one.owner,
        about=_called(one.version),
        recommendation=adopted.pk if adopted else None,
        reference=adopted.reference if adopted else "",
        url=adopted.get_absolute_url() if adopted else "",
        register_says=adopted.text if says_otherwise else "",
    )


def _called(version: PlanVersion | None) -> str:
    return f"{version.plan}, {version}" if version else ""


def _without_a_trace(review: ScrutinyReview) -> list[int]:
    """The paragraphs under which people and promises are left out of what the public reads."""
    left_out = [review.witnesses, review.promises, review.invitations]
    why = {each for records in left_out for _, each in records.all().withheld()}
    letters = review.invitations.filter(manner=Invitation.Manner.LETTER)
    rest = letters.exclude(pk__in=review.invitations.all().public().values("pk"))
    theirs = Evidence.objects.filter(invitation__in=rest).withheld()
    return sorted(why | {each for _, each in theirs})
