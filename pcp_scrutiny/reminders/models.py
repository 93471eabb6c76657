"""What was sent to whom."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models


class SentQuerySet(models.QuerySet):
    """What was sent, or is being sent."""

    def visible_to(self, user: Any) -> "SentQuerySet":  # noqa: ARG002
        """No page shows it."""
        return self.none()

    def interrupted(self, before: datetime) -> "SentQuerySet":
        """Those whose sending began before that moment and was never heard of again."""
        return self.filter(sent_at=None, claimed_at__lt=before)


class Sent(models.Model):
    """One person was told one thing. The row is the claim to tell them: who makes it sends, and
    nobody else. ``run`` is the run that made it; ``sent_at`` is empty until the mail server took
    the letter. It is no record of the panel, and keeps no history."""

    key = models.CharField(max_length=150)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reminders_sent"
    )
    run = models.UUIDField()
    claimed_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    objects = SentQuerySet.as_manager()

    class Meta:
        ordering = ["-claimed_at", "-pk"]
        verbose_name_plural = "sent"
        constraints = [
            models.UniqueConstraint(fields=["key", "person"], name="sent_once_to_a_person"),
        ]

    def __str__(self) -> str:
        return f"{self.key} to {self.person}"
