"""Agenda packs."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from pcp_scrutiny.history.models import Recorded

from ..querysets import PackQuerySet
from .meeting import Meeting


class Pack(Recorded):
    """An agenda pack: a meeting's papers as one PDF, for the public or in full.

    ``sha256`` (hexadecimal) and ``pages`` are those of the finished file; ``made_from`` is the
    digest of what it prints (packs.py), which tells when the record no longer says the same."""

    class Audience(models.TextChoices):
        PUBLIC = "public", "Public pack"
        FULL = "full", "Full pack"

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting to be made"
        MAKING = "making", "Being made"
        MADE = "made", "Made"
        FAILED = "failed", "Could not be made"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="packs")
    audience = models.CharField(max_length=8, choices=Audience)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    asked_at = models.DateTimeField(auto_now_add=True)
    made_at = models.DateTimeField(null=True, blank=True)
    content = models.FileField(upload_to="packs/%Y/", max_length=255, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    pages = models.PositiveIntegerField(null=True, blank=True)
    made_from = models.CharField(max_length=64, blank=True)
    failure = models.TextField(blank=True)
    objects = PackQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="made") | (~Q(sha256="") & Q(pages__gte=1)),
                name="pack_made_has_its_file",
            ),
            models.CheckConstraint(
                condition=~Q(state="failed") | ~Q(failure=""), name="pack_failed_says_why"
            ),
            # Two people pressing at once make one pack.
            models.UniqueConstraint(
                fields=["meeting", "audience"],
                condition=Q(state__in=["waiting", "making"]),
                name="pack_one_in_the_making",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_audience_display()}, {self.meeting}"

    def get_absolute_url(self) -> str:
        return reverse("meetings:pack", args=[self.pk])
