"""A review read from the record, for those who work with it or for the public.

The public's is made from ``.public()`` querysets: of what is exempt it holds the number and the
paragraph of Schedule 12A, and of people not even a number.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from meetings.models import Meeting, Paper
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


def meetings_of_reviews(meetings: Iterable[Meeting]) -> dict[int, list[int]]:
    """The keys of the reviews that each meeting has to do with, by the key of the meeting: its
    report is a paper there, or was adopted there. Two queries."""
    keys = [meeting.pk for meeting in meetings]
    papers = Paper.objects.filter(kind=PAPER_KIND, about__isnull=False, item__meeting__in=keys)
    pairs = list(papers.order_by("pk").values_list("item__meeting_id", "about"))
    adopted = ScrutinyReview.objects.filter(adopted_under__meeting__in=keys)
    pairs += adopted.order_by("pk").values_list("adopted_under__meeting_id", "pk")
    found: dict[int, list[int]] = defaultdict(list)
    for meeting, review in dict.fromkeys(pairs):
        found[meeting].append(review)
    return dict(found)


def stage_of(review: ScrutinyReview) -> Stage:
    """How far the review is. Up to four queries."""
    begun = (review.invitations, review.evidence, review.witnesses)
    return stage(
        has_begun=any(records.exists() for records in begun),
        is_on_an_agenda=papers_of(review).exists(),
        is_adopted=review.is_adopted,
    )


def read(review: ScrutinyReview, *, is_public: bool, before: Meeting | None = None) -> Report:
    """All that the report says, and where the review stands.

    ``before`` is the meeting that the report went to as a paper: it is told as the draft that it
    was then, where the panel adopted it at that meeting or later.
    """
    told = testimony(review, is_public=is_public)
    is_draft = _was_draft(review, before)
    findings = list(review.findings.select_related("recommendation", "version__plan"))
    proposals = [one for one in findings if one.kind == Finding.Kind.RECOMMENDATION]
    conclusions = [one for one in findings if one.kind == Finding.Kind.CONCLUSION]
    agreed = _agreed(proposals, is_public=is_public)
    shown = [one for one in proposals if is_draft or one.pk in agreed]
    left = [one for one in proposals if not (is_draft or one.recommendation_id)]
    return Report(
        title=review.title,
        question=review.question,
        scope=review.scope,
        method=review.method,
        led_by=review.led_by,
        summary=review.summary,
        started_on=review.started_on,
        stage=stage_of(review),
        adopted=None if is_draft else _adopted(review, is_public=is_public),
        invited=invited(review, told),
        heard=heard(told),
        filed=filed(told),
        subjects=subjects(review, is_public=is_public),
        promised=_promised(review, is_public=is_public, by=before.day if before else date.max),
        conclusions=_found(conclusions, "C"),
        recommended=_found(shown, "R", is_draft=is_draft),
        not_agreed=[] if is_public else _found(left, "P"),
        withheld=_without_a_trace(review) if is_public else (),
        is_public=is_public,
        is_draft=is_draft,
    )


def _was_draft(review: ScrutinyReview, before: Meeting | None) -> bool:
    item = review.adopted_under
    later = item and before and item.meeting.starts_at >= before.starts_at
    return item is None or bool(later)


def _adopted(review: ScrutinyReview, *, is_public: bool) -> Adopted | None:
    item = review.adopted_under
    if item is None or (is_public and item.restricted_under):
        return None
    minutes = reverse("meetings:minutes", args=[item.meeting_id])
    return Adopted(item.meeting.day, str(item), f"{minutes}#{item.anchor}")


def _promised(review: ScrutinyReview, *, is_public: bool, by: date) -> list[Promised]:
    """What was promised, and what had been done about it by that day."""
    return [
        Promised(
            pk=one.pk,
            text=one.text,
            by=one.promised_by,
            due_on=one.due_on,
            done_on=one.done_on if one.done_on and one.done_on <= by else None,
            outcome=one.outcome if one.done_on and one.done_on <= by else "",
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


def _found(findings: Sequence[Finding], letter: str, *, is_draft: bool = False) -> list[Found]:
    places = numbers([one.pk for one in findings])
    return [
        _finding(one, f"{letter}{places[one.pk]}", None if is_draft else one.recommendation)
        for one in findings
    ]


def _finding(one: Finding, number: str, adopted: Recommendation | None) -> Found:
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
