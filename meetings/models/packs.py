"""Agenda packs."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from pcp_scrutiny.history.models import Recorded

from ..querysets import PackQuerySet
from .meeting import Meeting


class Pack(Recorded):
    """An agenda pack: a meeting's papers as one PDF, for the public or in full; or a supplement to
    one (``supplement`` 1, 2, ...; 0 is the pack itself).

    ``sha256`` (hexadecimal) and ``pages`` are those of the finished file; ``edition`` is the same
    as HTML; ``made_from`` is the digest of what it prints, which tells when the record no longer
    says the same. ``manifest`` says of each part which numbers of the full pack it takes
    (packs/manifest.py). ``is_accessible``: it claims PDF/UA-1.

    While it is made, ``doing`` and ``pages_done`` of ``pages_expected`` say how far it is, and
    ``beat_at`` that someone is at it. ``failures`` are the papers that could not be made, each
    {"paper": key or None, "reason": a sentence}; ``without`` the keys of those that the clerk then
    left out, which the agenda lists as to follow.

    Once it is published, the database refuses every change (SQLite: but not that its row is
    deleted, see history/locks.py). ``version`` counts what was published
    for an audience and supplement; full and public pack of one record share it. ``clear_days`` is
    the notice it gave (Local Government Act 1972 s.100B)."""

    class Audience(models.TextChoices):
        PUBLIC = "public", "Public pack"
        FULL = "full", "Full pack"

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting to be made"
        MAKING = "making", "Being made"
        MADE = "made", "Made"
        FAILED = "failed", "Could not be made"
        CANCELLED = "cancelled", "Cancelled"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="packs")
    audience = models.CharField(max_length=8, choices=Audience)
    supplement = models.PositiveSmallIntegerField(default=0)
    without = models.JSONField(default=list, blank=True)
    state = models.CharField(max_length=9, choices=State, default=State.WAITING)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    asked_at = models.DateTimeField(auto_now_add=True)
    doing = models.CharField(max_length=300, blank=True)
    pages_done = models.PositiveIntegerField(default=0)
    pages_expected = models.PositiveIntegerField(null=True, blank=True)
    beat_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(null=True, blank=True)
    content = models.FileField(upload_to="packs/%Y/", max_length=255, blank=True)
    edition = models.FileField(upload_to="packs/%Y/", max_length=255, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    edition_sha256 = models.CharField(max_length=64, blank=True)
    pages = models.PositiveIntegerField(null=True, blank=True)
    manifest = models.JSONField(default=list, blank=True)
    is_accessible = models.BooleanField(default=False)
    made_from = models.CharField(max_length=64, blank=True)
    failure = models.TextField(blank=True)
    failures = models.JSONField(default=list, blank=True)
    version = models.PositiveSmallIntegerField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    clear_days = models.PositiveSmallIntegerField(null=True, blank=True)
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
            models.CheckConstraint(
                condition=Q(published_at__isnull=True, published_by__isnull=True, version=None)
                | Q(
                    published_at__isnull=False,
                    published_by__isnull=False,
                    version__gte=1,
                    state="made",
                ),
                name="pack_published_by_someone",
            ),
            models.UniqueConstraint(
                fields=["meeting", "audience", "supplement", "version"],
                name="pack_version_once",
            ),
            # Two people pressing at once make one pack.
            models.UniqueConstraint(
                fields=["meeting", "audience", "supplement"],
                condition=Q(state__in=["waiting", "making"]),
                name="pack_one_in_the_making",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.called}, {self.meeting}"

    def get_absolute_url(self) -> str:
        return reverse("meetings:pack", args=[self.pk])

    @property
    def called(self) -> str:
        """What people call it: "Public pack", "Supplement 2, public pack"."""
        kind = self.get_audience_display()
        return f"Supplement {self.supplement}, {kind.lower()}" if self.supplement else kind

    @property
    def is_published(self) -> bool:
        """Whether it was published: then nothing of it changes."""
        return self.published_at is not None
