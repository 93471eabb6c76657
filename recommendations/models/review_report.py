"""What a scrutiny review's report says: questions and answers by subject, what was promised, what
was concluded and recommended."""

from django.db import models
from django.db.models import Q

from meetings.models.restriction import restricted_under
from pcp_scrutiny.history.models import Recorded
from plans.models import PlanVersion

from ..querysets import (
    AnswerPointQuerySet,
    OpenReviewPartQuerySet,
    ReviewPartQuerySet,
    ReviewQuestionQuerySet,
)
from .recommendation import Recommendation
from .review import Evidence, OnThePageOfItsReview, ScrutinyReview, Witness


class ReviewSubject(OnThePageOfItsReview, Recorded):
    """A heading under which questions are grouped; its number is its place."""

    review = models.ForeignKey(ScrutinyReview, on_delete=models.CASCADE, related_name="subjects")
    position = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    objects = OpenReviewPartQuerySet.as_manager()

    class Meta:
        ordering = ["review", "position", "pk"]
        verbose_name = "subject"

    def __str__(self) -> str:
        return self.title


class ReviewQuestion(OnThePageOfItsReview, Recorded):
    """A question that was put; the points of its answer are its ``points``."""

    subject = models.ForeignKey(ReviewSubject, on_delete=models.CASCADE, related_name="questions")
    position = models.PositiveIntegerField()
    text = models.TextField("question")
    put_to = models.ForeignKey(
        Witness, on_delete=models.RESTRICT, null=True, blank=True, related_name="questions"
    )
    restricted_under = restricted_under()
    objects = ReviewQuestionQuerySet.as_manager()

    class Meta:
        ordering = ["subject", "position", "pk"]
        verbose_name = "question"

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def review(self) -> ScrutinyReview:
        """The review it belongs to."""
        return self.subject.review


class AnswerPoint(OnThePageOfItsReview, Recorded):
    """A point of an answer, summarised: who said it, or which evidence says it."""

    question = models.ForeignKey(ReviewQuestion, on_delete=models.CASCADE, related_name="points")
    position = models.PositiveIntegerField()
    text = models.TextField("point")
    said_by = models.ForeignKey(
        Witness, on_delete=models.RESTRICT, null=True, blank=True, related_name="points"
    )
    evidence = models.ForeignKey(
        Evidence, on_delete=models.RESTRICT, null=True, blank=True, related_name="points"
    )
    objects = AnswerPointQuerySet.as_manager()

    class Meta:
        ordering = ["question", "position", "pk"]
        verbose_name = "point of an answer"
        verbose_name_plural = "points of answers"

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def review(self) -> ScrutinyReview:
        """The review it belongs to."""
        return self.question.review


class Promise(OnThePageOfItsReview, Recorded):
    """What someone promised the review, by when, and what came of it."""

    review = models.ForeignKey(ScrutinyReview, on_delete=models.CASCADE, related_name="promises")
    text = models.TextField("what was promised")
    promised_by = models.CharField(max_length=200)
    due_on = models.DateField("promised by the day", null=True, blank=True)
    done_on = models.DateField("done on", null=True, blank=True)
    outcome = models.TextField("what was done", blank=True)
    restricted_under = restricted_under()
    objects = ReviewPartQuerySet.as_manager()

    class Meta:
        ordering = ["review", "due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(done_on__isnull=True) | ~Q(outcome=""),
                name="promise_done_says_what_was_done",
                violation_error_message="Enter what was done.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.promised_by}: {self.text[:80]}"


class Finding(OnThePageOfItsReview, Recorded):
    """A conclusion, or a recommendation, of the report. One that a meeting agreed is in the
    register (``recommendation``), and its words stand. Both are published (PRSRA 2011 s.28(7)),
    so neither is marked as exempt."""

    class Kind(models.TextChoices):
        CONCLUSION = "conclusion", "Conclusion"
        RECOMMENDATION = "recommendation", "Recommendation"

    review = models.ForeignKey(ScrutinyReview, on_delete=models.CASCADE, related_name="findings")
    kind = models.CharField(max_length=14, choices=Kind)
    position = models.PositiveIntegerField()
    text = models.TextField()
    suggested_wording = models.TextField(blank=True)
    theme = models.CharField(max_length=100, blank=True)
    owner = models.CharField("who is to act on it", max_length=150, blank=True)
    version = models.ForeignKey(
        PlanVersion,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="version of the plan it is about",
    )
    recommendation = models.OneToOneField(
        Recommendation, on_delete=models.PROTECT, null=True, blank=True, related_name="finding"
    )
    objects = OpenReviewPartQuerySet.as_manager()

    class Meta:
        ordering = ["review", "kind", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="recommendation") | Q(recommendation__isnull=True),
                name="finding_adopted_is_a_recommendation",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]
