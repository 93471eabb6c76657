"""Whose calendar it is that is fetched."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q


class CalendarAddressQuerySet(models.QuerySet):
    """Private addresses of calendars."""

    def visible_to(self, user: Any) -> "CalendarAddressQuerySet":
        """One's own."""
        return self.filter(person=user)

    def in_use(self) -> "CalendarAddressQuerySet":
        """Those of people who may still sign in and have a part in the panel's work."""
        has_a_role = (
            Q(person__is_officer=True) | Q(person__is_clerk=True) | Q(person__is_member=True)
        )
        return self.filter(has_a_role, person__is_active=True)


class CalendarAddress(models.Model):
    """A person's private calendar address. ``digest`` is the SHA-256 of its key, in hexadecimal:
    the key itself is kept nowhere. As with a password, no history is kept of it."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_address"
    )
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    objects = CalendarAddressQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "calendar addresses"

    def __str__(self) -> str:
        return f"Calendar of {self.person}"
