"""What was minuted: the entries, and what was done to approved minutes since."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.urls import reverse

from pcp_scrutiny.history.models import Recorded

from ..querysets import EntryPartQuerySet, MinuteEntryQuerySet
from .agenda import AgendaItem
from .restriction import ExemptUnder, restricted_under


class MinuteEntry(Recorded):
    """Something minuted under an item. ``level`` 0 is the entry itself, 1 a point under it, 2 a
    point under that.

    ``uid`` is given by whoever types it, so that what is sent twice is minuted once. Positions
    leave gaps: only their order counts. ``restricted_under`` is the paragraph that keeps it from
    the public, its item's or that of the resolution that excluded the public; the actions keep
    it (actions/withholding.py)."""

    DEEPEST = 2

    class Kind(models.TextChoices):
        DISCUSSION = "discussion", "Discussion"
        KEY_POINT = "key point", "Key point"
        ADVICE = "advice", "Advice"
        RESOLUTION = "resolution", "Resolution"
        RECOMMENDATION = "recommendation", "Recommendation or concern"
        ACTION = "action", "Action"
        UNDERTAKING = "undertaking", "Undertaking"

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="entries")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=16, choices=Kind, default=Kind.DISCUSSION)
    level = models.PositiveSmallIntegerField(default=0)
    text = models.TextField()
    restricted_under = restricted_under()
    objects = MinuteEntryQuerySet.as_manager()

    class Meta:
        ordering = ["item", "position", "pk"]
        verbose_name_plural = "minute entries"
        constraints = [
            models.CheckConstraint(condition=Q(level__lte=2), name="minute_entry_level_to_2"),
        ]

    def __str__(self) -> str:
        return self.text[:80]

    def get_absolute_url(self) -> str:
        return f"{reverse('meetings:minutes', args=[self.item.meeting_id])}#{self.anchor}"

    @property
    def anchor(self) -> str:
        """The fragment that finds it in the minutes."""
        return f"m{self.pk}"


class Exclusion(Recorded):
    """A resolution that excluded the public (Local Government Act 1972 s.100A(4)). It keeps what
    is minuted after it from the public, up to the minute in which they were let in again, or to
    the end of the meeting."""

    entry = models.OneToOneField(MinuteEntry, on_delete=models.PROTECT, related_name="exclusion")
    paragraph = models.PositiveSmallIntegerField("paragraph of Schedule 12A", choices=ExemptUnder)
    until = models.OneToOneField(
        MinuteEntry, on_delete=models.PROTECT, null=True, blank=True, related_name="readmission"
    )
    objects = EntryPartQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"The public excluded under paragraph {self.paragraph}"


class Correction(Recorded):
    """A minute put right by a later meeting, before its minutes were approved or after: approved
    minutes do not change, a correction stands beside them. ``agreed_in`` is the minute of the
    meeting that agreed it."""

    entry = models.ForeignKey(MinuteEntry, on_delete=models.PROTECT, related_name="corrections")
    said = models.TextField("as drafted")
    reads = models.TextField("as corrected")
    agreed_in = models.ForeignKey(MinuteEntry, on_delete=models.PROTECT, related_name="corrects")
    objects = EntryPartQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Correction: {self.reads[:80]}"
