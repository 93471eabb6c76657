"""A meeting of the panel."""

from datetime import date, datetime

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from pcp_scrutiny.history.models import Recorded
from pcp_scrutiny.panel.models import MinuteNumbers

from ..querysets import MeetingQuerySet


class Meeting(Recorded):
    """A meeting of the panel, from its planning to its approved minutes.

    ``numbered``, ``first_number`` and ``office_title`` are fixed when its draft minutes are
    finished, so that what people quote stays what it was; until then they follow the panel's
    settings. ``approved_in`` is
    the minute of a later meeting by which the panel approved them."""

    class State(models.TextChoices):
        PLANNED = "planned", "Planned"
        AGENDA_PUBLISHED = "agenda published", "Agenda published"
        IN_PROGRESS = "in progress", "In progress"
        DRAFT_MINUTES = "draft minutes", "Draft minutes"
        APPROVED_MINUTES = "approved minutes", "Approved minutes"

    title = models.CharField(max_length=200, default="Police and Crime Panel")
    starts_at = models.DateTimeField("date and time")
    venue = models.CharField(max_length=300)
    how_to_attend = models.TextField("how to attend or watch", blank=True)
    state = models.CharField(max_length=20, choices=State, default=State.PLANNED)
    published_on = models.DateField("agenda published on", null=True, blank=True)
    closed_at = models.TimeField("closed at", null=True, blank=True)
    numbered = models.CharField(
        "how its minutes are numbered", max_length=10, choices=MinuteNumbers, blank=True
    )
    first_number = models.PositiveIntegerField("number of its first minute", null=True, blank=True)
    office_title = models.CharField("office, as they name it", max_length=200, blank=True)
    approved_at = models.DateTimeField("minutes approved", null=True, blank=True)
    approved_in = models.ForeignKey(
        "MinuteEntry",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="approves",
        verbose_name="minute that approved its minutes",
    )
    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_at"]
        constraints = [
            models.UniqueConstraint(fields=["title", "starts_at"], name="meeting_once_at_a_time"),
            models.CheckConstraint(
                condition=~Q(state="approved minutes") | Q(approved_at__isnull=False),
                name="meeting_minutes_approved_when",
            ),
        ]

    def __str__(self) -> str:
        day = timezone.localtime(self.starts_at)
        return f"{self.title}, {day.day} {day:%B %Y}"

    def get_absolute_url(self) -> str:
        return reverse("meetings:detail", args=[self.pk])

    @property
    def day(self) -> date:
        """The day it is held, where the panel is."""
        return timezone.localdate(self.starts_at)

    def is_to_come(self, now: datetime) -> bool:
        """Whether it has not begun: one that is in progress has, whatever the clock says."""
        is_waiting = self.state in (self.State.PLANNED, self.State.AGENDA_PUBLISHED)
        return is_waiting and self.starts_at > now

    @property
    def minutes_are_approved(self) -> bool:
        """Whether the minutes can no longer change."""
        return self.state == self.State.APPROVED_MINUTES

    @property
    def is_being_minuted(self) -> bool:
        """Whether it has begun, and its minutes are not approved yet."""
        return self.state in (self.State.IN_PROGRESS, self.State.DRAFT_MINUTES)

    @property
    def minutes_are_finished(self) -> bool:
        """Whether its minutes are more than notes: a complete draft, or approved."""
        return self.state in (self.State.DRAFT_MINUTES, self.State.APPROVED_MINUTES)
