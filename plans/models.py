"""Plans, their versions, the paragraphs of each, and what became of them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from pcp_scrutiny import history
from pcp_scrutiny.documents.models import ReceivedFile
from pcp_scrutiny.history.models import Recorded

from .querysets import (
    ComparisonQuerySet,
    ParagraphQuerySet,
    PlanQuerySet,
    PlanVersionQuerySet,
    ReadingQuerySet,
    RevisionQuerySet,
)


class Plan(Recorded):
    """A Police and Crime Plan (PRSRA 2011 s.5), through all its versions."""

    title = models.CharField(max_length=200, unique=True)
    objects = PlanQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("plans:detail", args=[self.pk])


class PlanVersion(Recorded):
    """One version of a plan as it arrived. It is open while it is read in and corrected, then
    locked; a locked version's text never changes (the database refuses it too). ``problems`` are
    sentences about what could not be read."""

    class Kind(models.TextChoices):
        DRAFT = "draft", "Draft"
        REVISED_DRAFT = "revised draft", "Revised draft"
        ISSUED = "issued", "Issued plan"
        DRAFT_VARIATION = "draft variation", "Draft variation"
        VARIATION = "variation", "Variation"
        ADDENDUM = "addendum", "Addendum"

    DRAFTS = (Kind.DRAFT, Kind.REVISED_DRAFT, Kind.DRAFT_VARIATION)
    """The kinds that are not issued yet, so that PRSRA 2011 s.5(6) applies to them."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="versions")
    kind = models.CharField(max_length=20, choices=Kind)
    dated = models.DateField("date of the version")
    revises = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="revised_by"
    )
    source = models.ForeignKey(ReceivedFile, on_delete=models.PROTECT, related_name="+")
    problems = models.JSONField(default=list, blank=True)
    locked_at = models.DateTimeField(null=True, blank=True)
    locked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    objects = PlanVersionQuerySet.as_manager()

    class Meta:
        ordering = ["plan", "dated", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(revises__isnull=True) | ~Q(revises=models.F("pk")),
                name="version_does_not_revise_itself",
            ),
            models.CheckConstraint(
                condition=Q(locked_at__isnull=True) | Q(locked_by__isnull=False),
                name="version_locked_by_someone",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.dated.day} {self.dated:%B %Y}"

    def get_absolute_url(self) -> str:
        return reverse("plans:version", args=[self.pk])

    @property
    def is_locked(self) -> bool:
        """Whether the text can no longer change."""
        return self.locked_at is not None


class Reading(Recorded):
    """A long file that is being read in the background; it ends as a version of the plan, or with
    the sentence in ``failure`` that says why not. ``pages`` is 0 until it is known."""

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting to be read"
        READING = "reading", "Being read"
        DONE = "done", "Read"
        FAILED = "failed", "Could not be read"

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="readings")
    kind = models.CharField(max_length=20, choices=PlanVersion.Kind)
    dated = models.DateField("date of the version")
    revises = models.ForeignKey(
        PlanVersion, on_delete=models.SET_NULL, null=True, blank=True, related_name="readings"
    )
    source = models.ForeignKey(ReceivedFile, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    pages = models.PositiveIntegerField(default=0)
    pages_read = models.PositiveIntegerField(default=0)
    failure = models.TextField(blank=True)
    version = models.OneToOneField(
        PlanVersion, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(default=history.now, editable=False)
    objects = ReadingQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="failed") | ~Q(failure=""), name="reading_failed_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source.name}"

    def get_absolute_url(self) -> str:
        return reverse("plans:reading", args=[self.pk])


class Paragraph(Recorded):
    """A paragraph of one version, in its place. ``position`` orders and has gaps, so that putting
    one in need not move the others. ``label`` is as cited, ``46(e)``, empty for unnumbered parts;
    ``heading`` the headings above it, outermost first; ``page`` counts from 1.
    ``unsure`` says what the reading was not sure of, empty when nothing."""

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="paragraphs")
    position = models.PositiveIntegerField()
    label = models.CharField(max_length=40, blank=True)
    heading = models.JSONField(default=list, blank=True)
    page = models.PositiveIntegerField(null=True, blank=True)
    text = models.TextField()
    unsure = models.CharField(max_length=300, blank=True)
    objects = ParagraphQuerySet.as_manager()

    class Meta:
        ordering = ["version", "position", "pk"]
        indexes = [models.Index(fields=["version", "label"], name="paragraph_by_label")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """How people call it: "paragraph 46(e)", or the heading of an unnumbered part."""
        if self.label:
            return f"paragraph {self.label}"
        return self.heading[-1] if self.heading else "unnumbered text"

    @property
    def anchor(self) -> str:
        """The fragment that finds it on the page of its version."""
        return f"p{self.pk}"

    def get_absolute_url(self) -> str:
        return f"{reverse('plans:version', args=[self.version_id])}#{self.anchor}"


class Comparison(Recorded):
    """What became of each paragraph between a version and the one it revises.

    ``awaited_since`` is set while the background brings it up to date, after a correction or for
    the first time; ``percent`` says how far that is, ``failure`` why it is not done."""

    earlier = models.ForeignKey(
        PlanVersion, on_delete=models.CASCADE, related_name="comparisons_with_later"
    )
    later = models.OneToOneField(PlanVersion, on_delete=models.CASCADE, related_name="comparison")
    made_at = models.DateTimeField(auto_now=True)
    awaited_since = models.DateTimeField(null=True, blank=True)
    percent = models.PositiveSmallIntegerField(default=0)
    failure = models.TextField(blank=True)
    objects = ComparisonQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.earlier} compared with {self.later}"

    def get_absolute_url(self) -> str:
        return reverse("plans:compare", args=[self.later_id])


class Revision(Recorded):
    """What happened to some paragraphs from one version to the next. Kinds after Akoma Ntoso's
    textual modifications (substitution, renumbering, split, join, insertion, repeal).
    ``confidence`` runs from 0 to 1; ``review`` asks an officer to look."""

    class Kind(models.TextChoices):
        UNCHANGED = "unchanged", "Unchanged"
        RENUMBERED = "renumbered", "Renumbered"
        REWORDED = "reworded", "Reworded"
        MOVED = "moved", "Moved"
        SPLIT = "split", "Split"
        MERGED = "merged", "Merged"
        ADDED = "added", "Added"
        REMOVED = "removed", "Removed"

    # The kinds that leave the words as they were.
    SAME_WORDS = (Kind.UNCHANGED, Kind.RENUMBERED)

    comparison = models.ForeignKey(Comparison, on_delete=models.CASCADE, related_name="revisions")
    # The place of its first later paragraph; just after what it used to follow where it has none.
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=Kind)
    earlier = models.ManyToManyField(Paragraph, related_name="revisions_after", blank=True)
    later = models.ManyToManyField(Paragraph, related_name="revisions_before", blank=True)
    words_changed = models.BooleanField(default=False)
    confidence = models.FloatField()
    review = models.BooleanField(default=False)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    objects = RevisionQuerySet.as_manager()

    class Meta:
        ordering = ["comparison", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(confidence__gte=0) & Q(confidence__lte=1),
                name="revision_confidence_from_0_to_1",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True) | Q(confirmed_by__isnull=False),
                name="revision_confirmed_by_someone",
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


class BrokenLink(Recorded):
    """An officer's word that a later paragraph is not what an earlier one became."""

    comparison = models.ForeignKey(
        Comparison, on_delete=models.CASCADE, related_name="broken_links"
    )
    earlier = models.ForeignKey(Paragraph, on_delete=models.CASCADE, related_name="+")
    later = models.ForeignKey(Paragraph, on_delete=models.CASCADE, related_name="+")
    broken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    broken_at = models.DateTimeField(default=history.now, editable=False)

    class Meta:
        ordering = ["comparison", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["comparison", "earlier", "later"], name="link_broken_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.earlier} is not {self.later}"
