"""Scrutiny reviews in the style of a select committee: a question, the evidence, the report.

A review is open until a meeting adopts its report; then only what was promised to it goes on.
"""

from datetime import date

from django.db import models
from django.db.models import Q
from django.urls import reverse

from meetings.models import AgendaItem, Meeting
from meetings.models.restriction import restricted_under
from pcp_scrutiny.documents.models import ReceivedFile
from pcp_scrutiny.history.models import Recorded

from ..querysets import InvitationQuerySet, ScrutinyReviewQuerySet, TestimonyQuerySet


class ScrutinyReview(Recorded):
    """A question that the panel examines (PRSRA 2011 s.28(6)), and how. ``adopted_under`` is the
    agenda item at which the panel adopted the report: the review stands from then on."""

    title = models.CharField(max_length=200)
    question = models.TextField("the question it sets out to answer")
    scope = models.TextField("what it covers, and what it does not", blank=True)
    method = models.TextField("how it is carried out", blank=True)
    led_by = models.TextField("who carries it out", blank=True)
    summary = models.TextField("summary of the report", blank=True)
    started_on = models.DateField("agreed or begun on", null=True, blank=True)
    adopted_under = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    objects = ScrutinyReviewQuerySet.as_manager()

    class Meta:
        ordering = ["-started_on", "-pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("reviews:detail", args=[self.pk])

    @property
    def is_adopted(self) -> bool:
        """Whether a meeting has adopted its report."""
        return self.adopted_under_id is not None


class OnThePageOfItsReview:
    """A part of a review, read where the review is. It knows its ``review``."""

    @property
    def anchor(self) -> str:
        """The fragment that finds it on the page."""
        return f"{self._meta.model_name}-{self.pk}"

    def get_absolute_url(self) -> str:
        return f"{self.review.get_absolute_url()}#{self.anchor}"


class Invitation(OnThePageOfItsReview, Recorded):
    """Someone asked by letter to give evidence, or an open call to anyone. Who answered is seen
    from what they sent or said; ``answered_on`` is for an answer that brought neither."""

    class Manner(models.TextChoices):
        LETTER = "letter", "By letter"
        OPEN_CALL = "open call", "By open call"

    review = models.ForeignKey(ScrutinyReview, on_delete=models.CASCADE, related_name="invitations")
    manner = models.CharField("how", max_length=10, choices=Manner, default=Manner.LETTER)
    name = models.CharField("who was invited", max_length=200)
    role = models.CharField("organisation or post", max_length=200, blank=True)
    invited_on = models.DateField("invited on", null=True, blank=True)
    answered_on = models.DateField("answered on", null=True, blank=True)
    declined = models.BooleanField("declined to take part", default=False)
    restricted_under = restricted_under()
    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["review", "manner", "name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(invited_on__isnull=True)
                | Q(answered_on__isnull=True)
                | Q(answered_on__gte=models.F("invited_on")),
                name="invitation_answered_after_it_went",
                violation_error_message="The answer cannot have come before the invitation went.",
            ),
            models.CheckConstraint(
                condition=Q(declined=False) | Q(answered_on__isnull=False, manner="letter"),
                name="invitation_declined_in_an_answer",
                violation_error_message="Only someone invited by letter declines, on some day.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Witness(OnThePageOfItsReview, Recorded):
    """Someone heard in person: at a meeting of the panel, or on another day somewhere else."""

    review = models.ForeignKey(ScrutinyReview, on_delete=models.CASCADE, related_name="witnesses")
    name = models.CharField(max_length=150)
    role = models.CharField("organisation or post", max_length=200, blank=True)
    meeting = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="meeting of the panel that heard them",
    )
    heard_on = models.DateField("heard on", null=True, blank=True)
    heard_at = models.CharField("where", max_length=200, blank=True)
    invitation = models.ForeignKey(
        Invitation, on_delete=models.RESTRICT, null=True, blank=True, related_name="witnesses"
    )
    restricted_under = restricted_under()
    objects = TestimonyQuerySet.as_manager()

    class Meta:
        ordering = ["review", "pk"]
        verbose_name_plural = "witnesses"
        constraints = [
            models.CheckConstraint(
                condition=Q(meeting__isnull=True) | Q(heard_on__isnull=True, heard_at=""),
                name="witness_heard_at_one_session",
                violation_error_message="Choose a meeting or enter a day and a place, not both.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def day(self) -> date | None:
        """The day they were heard, where that is known."""
        return self.meeting.day if self.meeting else self.heard_on


class Evidence(OnThePageOfItsReview, Recorded):
    """Something sent in: a document kept as it came, or its words. ``number`` is what it is cited
    by, and no other evidence of the review is ever given it."""

    review = models.ForeignKey(ScrutinyReview, on_delete=models.CASCADE, related_name="evidence")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    source = models.CharField("who it came from", max_length=200)
    received_on = models.DateField("received on")
    invitation = models.ForeignKey(
        Invitation, on_delete=models.RESTRICT, null=True, blank=True, related_name="evidence"
    )
    file = models.ForeignKey(
        ReceivedFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    text = models.TextField("what it says", blank=True)
    restricted_under = restricted_under()
    objects = TestimonyQuerySet.as_manager()

    class Meta:
        ordering = ["review", "number"]
        verbose_name_plural = "evidence"
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="evidence_numbered_once"),
            models.CheckConstraint(
                condition=Q(file__isnull=False) | ~Q(text=""),
                name="evidence_is_a_file_or_a_text",
                violation_error_message="Add the document, or enter what it says.",
            ),
        ]

    def __str__(self) -> str:
        return f"Evidence {self.number}: {self.title}"
