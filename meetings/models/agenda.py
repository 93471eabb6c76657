"""A meeting's agenda: its items and their papers."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from pcp_scrutiny.documents.models import ReceivedFile
from pcp_scrutiny.history.models import Recorded
from plans.models import PlanVersion

from ..querysets import AgendaItemQuerySet, PaperQuerySet
from .meeting import Meeting
from .restriction import restricted_under


class AgendaItem(Recorded):
    """An item of a meeting's agenda, or a part of the item before it.

    ``position`` is its place among all items and parts of the meeting, from 1; ``number`` is what
    people see ("5", "5a"), kept by the actions that move items. ``published_on`` is the day it was
    published where that was after the agenda. ``public_summary`` is what the public may know of
    what was done in private (Local Government Act 1972 s.100C(2))."""

    class Standing(models.TextChoices):
        """Business that every agenda has."""

        APOLOGIES = "apologies", "Apologies for absence"
        DECLARATIONS = "declarations", "Declarations of interest"
        MINUTES = "minutes", "Minutes of the previous meeting"
        MATTERS_ARISING = "matters arising", "Matters arising"
        URGENT = "urgent", "Urgent business"
        NEXT_MEETING = "next meeting", "Date of the next meeting"

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveIntegerField()
    number = models.CharField(max_length=8, blank=True)
    is_part = models.BooleanField("part of the item before it", default=False)
    standing = models.CharField("standing item", max_length=16, choices=Standing, blank=True)
    title = models.CharField(max_length=300)
    purpose = models.TextField(blank=True)
    presenter = models.CharField(max_length=200, blank=True)
    starts_at = models.TimeField("time", null=True, blank=True)
    restricted_under = restricted_under()
    is_urgent = models.BooleanField("urgent business", default=False)
    special_circumstances = models.TextField("why the item is urgent", blank=True)
    published_on = models.DateField("published on, if after the agenda", null=True, blank=True)
    public_summary = models.TextField("summary for the public", blank=True)
    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "position", "pk"]
        constraints = [
            # Local Government Act 1972 s.100B(4)(b).
            models.CheckConstraint(
                condition=Q(is_urgent=False) | ~Q(special_circumstances=""),
                name="urgent_item_says_why",
                violation_error_message="Say what the special circumstances are.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"

    def get_absolute_url(self) -> str:
        return f"{self.meeting.get_absolute_url()}#{self.anchor}"

    @property
    def anchor(self) -> str:
        """The fragment that finds it on the meeting's page and in the minutes."""
        return f"item-{self.pk}"


class Paper(Recorded):
    """A paper under an item: written here, uploaded, or made from the record when the pack is made.

    ``kind`` is "written", "uploaded" or one of the papers that apps offer (papers.py). Some of
    those are of something: of the meeting in ``minutes_of``, of the version of a plan in
    ``version``. Of an uploaded one, ``file`` is what was received and ``printed`` the PDF that
    goes into packs: the same, or what was made of a Word document; it has ``pages``, and ``lacks``
    (codes) what keeps it from being accessible. ``background`` lists background papers, one a line
    (Local Government Act 1972 s.100D)."""

    WRITTEN = "written"
    UPLOADED = "uploaded"

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="papers")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=30, default=WRITTEN)
    label = models.CharField(max_length=60, blank=True, help_text="For example, Paper B")
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    minutes_of = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    version = models.ForeignKey(
        PlanVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    about = models.PositiveBigIntegerField(null=True, blank=True)
    file = models.ForeignKey(
        ReceivedFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    printed = models.ForeignKey(
        ReceivedFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    pages = models.PositiveIntegerField(null=True, blank=True)
    lacks = models.JSONField(default=list, blank=True)
    background = models.TextField("background papers", blank=True)
    restricted_under = restricted_under()
    is_to_follow = models.BooleanField("to follow", default=False)
    received_on = models.DateField("received on", null=True, blank=True)
    published_on = models.DateField("published on, if after the agenda", null=True, blank=True)
    late_reason = models.TextField("why it was late", blank=True)
    objects = PaperQuerySet.as_manager()

    class Meta:
        ordering = ["item", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="uploaded")
                & Q(file__isnull=False, printed__isnull=False, pages__gte=1)
                | ~Q(kind="uploaded") & Q(file__isnull=True, printed__isnull=True)
                | Q(kind="uploaded", is_to_follow=True, file__isnull=True, printed__isnull=True),
                name="paper_uploaded_has_its_file",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.title}" if self.label else self.title

    def get_absolute_url(self) -> str:
        return reverse("meetings:paper", args=[self.pk])
