"""Recommendations, the Commissioner's responses, and what became of each."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse

from meetings.models import MinuteEntry
from pcp_scrutiny.components.wording import lower_first
from pcp_scrutiny.documents.models import ReceivedFile
from pcp_scrutiny.history.models import Recorded
from plans import labels
from plans.models import Paragraph, PlanVersion, Revision

from .querysets import OutcomeQuerySet, RecommendationQuerySet, ResponseLetterQuerySet


class Recommendation(Recorded):
    """What the panel said. ``route`` is the section of the Police Reform and Social
    Responsibility Act 2011 under which it said it. ``due_on`` is the day the panel asked for a
    response by (s.29 sets no default), kept as first set."""

    class Kind(models.TextChoices):
        RECOMMENDATION = "recommendation", "Recommendation"
        CONCERN = "concern", "Concern"
        INFORMATION = "request for information", "Request for information"
        COMMENT = "comment", "Comment"

    class Route(models.TextChoices):
        PLAN = "s.28(3)", "Plan or variation: section 28(3)"
        ANNUAL_REPORT = "s.28(4)", "Annual report: section 28(4)"
        DECISIONS = "s.28(6)", "Decisions and general functions: section 28(6)"
        PRECEPT = "Sch 5", "Precept: Schedule 5"
        SENIOR_APPOINTMENT = "Sch 1", "Senior appointment: Schedule 1"
        CHIEF_CONSTABLE = "Sch 8", "Chief constable: Schedule 8"

    reference = models.CharField(max_length=30, unique=True)
    kind = models.CharField(max_length=24, choices=Kind, default=Kind.RECOMMENDATION)
    route = models.CharField("made under", max_length=10, choices=Route, default=Route.PLAN)
    text = models.TextField()
    suggested_wording = models.TextField(blank=True)
    theme = models.CharField(max_length=100, blank=True)
    raised_in = models.ForeignKey(
        MinuteEntry, on_delete=models.PROTECT, related_name="recommendations"
    )
    version = models.ForeignKey(
        PlanVersion,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="recommendations",
        verbose_name="version of the plan it is about",
    )
    sent_on = models.DateField("sent on", null=True, blank=True)
    due_on = models.DateField("response due by", null=True, blank=True)
    objects = RecommendationQuerySet.as_manager()

    class Meta:
        ordering = ["reference"]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__isnull=True)
                | Q(sent_on__isnull=True)
                | Q(due_on__gte=models.F("sent_on")),
                name="recommendation_due_after_sent",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        return reverse("recommendations:detail", args=[self.pk])


class ResponseLetter(Recorded):
    """The Commissioner's letter as received (PRSRA 2011 s.5(6)(c), s.28): what it answers, and
    the text it was read from. Without a version it answers on matters that are not of a plan."""

    version = models.ForeignKey(
        PlanVersion,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="response_letters",
        verbose_name="version of the plan it answers on",
    )
    dated = models.DateField()
    reference = models.CharField(max_length=100, blank=True)
    source = models.ForeignKey(ReceivedFile, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    objects = ResponseLetterQuerySet.as_manager()

    class Meta:
        ordering = ["-dated", "-pk"]

    def __str__(self) -> str:
        return f"Letter of {self.dated.day} {self.dated:%B %Y}"

    def get_absolute_url(self) -> str:
        return reverse("recommendations:letter", args=[self.pk])


class OnThePageOfItsRecommendation:
    """A record that is read where its recommendation is."""

    def get_absolute_url(self) -> str:
        return reverse("recommendations:detail", args=[self.recommendation_id])


class Response(OnThePageOfItsRecommendation, Recorded):
    """The answer to one recommendation. ``point`` is the panel's point as the letter repeats it;
    ``reason`` the words that decide it, which a refusal must have."""

    class Decision(models.TextChoices):
        ACCEPTED = "accepted", "Accepted"
        IN_PART = "accepted in part", "Accepted in part"
        NOT_ACCEPTED = "not accepted", "Not accepted"
        ALREADY_COVERED = "already covered", "Already covered"
        DEFERRED = "deferred", "Deferred to a later refresh"
        NOTED = "noted", "Noted"

    letter = models.ForeignKey(ResponseLetter, on_delete=models.PROTECT, related_name="responses")
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="responses"
    )
    position = models.PositiveIntegerField()
    point = models.TextField(blank=True)
    text = models.TextField()
    decision = models.CharField(max_length=20, choices=Decision)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["letter", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["letter", "recommendation"], name="response_once_per_letter"
            ),
            models.CheckConstraint(
                condition=~Q(decision="not accepted") | ~Q(reason=""),
                name="response_refusal_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_decision_display()}: {self.recommendation}"


class Citation(Recorded):
    """A place named in a recommendation or a response: the words as written, the document they
    point to, the labels in the form ``46(e)``, and the paragraphs those are in the version that
    the recommendation is about."""

    class Document(models.TextChoices):
        PLAN = "plan", "The plan"
        MINUTES = "minutes", "Minutes"
        REPORT = "report", "A report"
        STATUTE = "statute", "An Act or regulations"
        OTHER = "other", "Another document"

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, null=True, blank=True, related_name="citations"
    )
    response = models.ForeignKey(
        Response, on_delete=models.CASCADE, null=True, blank=True, related_name="citations"
    )
    position = models.PositiveIntegerField(default=0)
    words = models.CharField(max_length=300)
    document = models.CharField(max_length=8, choices=Document, default=Document.PLAN)
    labels = models.JSONField(default=list, blank=True)
    paragraphs = models.ManyToManyField(Paragraph, blank=True, related_name="citations")

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(recommendation__isnull=False, response__isnull=True)
                | Q(recommendation__isnull=True, response__isnull=False),
                name="citation_is_of_one_text",
            ),
        ]

    def __str__(self) -> str:
        return self.words


class Outcome(OnThePageOfItsRecommendation, Recorded):
    """What a recommendation led to in a later version: the link this system exists for.

    ``place`` is the label or named part it concerns, ``claim`` what the response says was done
    there, ``verdict`` what the comparison shows, ``evidence`` the sentence that says why."""

    class Basis(models.TextChoices):
        CITED = "cited", "Cited in the response"
        COMPARISON = "comparison", "Found by comparison"
        OFFICER = "officer", "Entered by an officer"

    class Verdict(models.TextChoices):
        BORNE_OUT = "borne out", "Borne out"
        NOT_BORNE_OUT = "not borne out", "Not borne out"
        AS_STATED = "as stated", "As stated"
        NOT_FOUND = "not found", "Not found"
        UNCLAIMED = "changed without being claimed", "Changed without being claimed"

    class State(models.TextChoices):
        PROPOSED = "proposed", "To confirm"
        CONFIRMED = "confirmed", "Confirmed"
        REJECTED = "rejected", "Rejected"

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="outcomes"
    )
    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="outcomes")
    response = models.ForeignKey(
        Response, on_delete=models.PROTECT, null=True, blank=True, related_name="outcomes"
    )
    revision = models.ForeignKey(
        Revision, on_delete=models.PROTECT, null=True, blank=True, related_name="outcomes"
    )
    place = models.CharField(max_length=100)
    claim = models.CharField(max_length=20, blank=True)
    basis = models.CharField(max_length=10, choices=Basis)
    verdict = models.CharField(max_length=32, choices=Verdict)
    evidence = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    note = models.TextField(blank=True)
    objects = OutcomeQuerySet.as_manager()

    class Meta:
        ordering = ["recommendation", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "version", "place"], name="outcome_once_per_place"
            ),
            models.CheckConstraint(
                condition=Q(revision__isnull=False) | Q(verdict__in=["not found", "not borne out"]),
                name="outcome_verdict_points_to_a_revision",
            ),
            models.CheckConstraint(
                condition=Q(state="proposed")
                | Q(decided_by__isnull=False, decided_at__isnull=False),
                name="outcome_decided_by_someone",
            ),
            models.CheckConstraint(
                condition=~Q(state="rejected") | ~Q(note=""), name="outcome_rejection_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recommendation}, {self.place}: {self.get_verdict_display()}"

    def clean(self) -> None:
        """What is borne out rests on a change (the kind is in another table than the verdict, so
        no constraint of the database can say so)."""
        claims_a_change = self.verdict == self.Verdict.BORNE_OUT and self.revision is not None
        if claims_a_change and self.revision.kind in Revision.SAME_WORDS:
            raise ValidationError(
                f"{self.place_in_words} is word for word the same, so it bears nothing out."
            )

    @property
    def place_in_words(self) -> str:
        """The place as people say it: "paragraph 46(e)", "Foreword"."""
        return f"paragraph {self.place}" if labels.is_label(self.place) else self.place

    @property
    def basis_in_words(self) -> str:
        """How the link was found, as a clause: "cited by the Commissioner"."""
        return lower_first(self.get_basis_display())

    @property
    def in_words(self) -> str:
        """The outcome in one breath, for those who hear a button and not what stands above it."""
        verdict = self.get_verdict_display().lower()
        return f"{self.recommendation.reference}, {self.place_in_words}: {verdict}"


class Assessment(OnThePageOfItsRecommendation, Recorded):
    """The officer's view of a recommendation against a version."""

    class View(models.TextChoices):
        MET = "met", "Met"
        PARTLY_MET = "partly met", "Partly met"
        NOT_MET = "not met", "Not met"
        CANNOT_TELL = "cannot tell", "Cannot tell"

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="assessments"
    )
    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="assessments")
    view = models.CharField(max_length=12, choices=View)
    comment = models.TextField(blank=True)
    questions = models.TextField("questions the panel may wish to ask", blank=True)

    class Meta:
        ordering = ["recommendation", "version"]
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "version"], name="assessment_once_per_version"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recommendation}: {self.get_view_display()}"


class Judgement(OnThePageOfItsRecommendation, Recorded):
    """What the panel decided about a recommendation, at a meeting: the minute is named."""

    class Decision(models.TextChoices):
        OPEN = "open", "Still open"
        SATISFIED = "satisfied", "Satisfied"
        NOT_SATISFIED = "not satisfied", "Not satisfied"
        SUPERSEDED = "superseded", "Superseded"
        WITHDRAWN = "withdrawn", "Withdrawn"

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="judgements"
    )
    entry = models.ForeignKey(MinuteEntry, on_delete=models.PROTECT, related_name="judgements")
    decision = models.CharField(max_length=16, choices=Decision)
    comment = models.TextField(blank=True)

    class Meta:
        ordering = ["recommendation", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "entry"], name="judgement_once_per_minute"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recommendation}: {self.get_decision_display()}"
