"""A record that matters: every change to it is kept, with who, when and why."""

from typing import Any

from django.db import models
from simple_history.models import HistoricalRecords


class RecordQuerySet(models.QuerySet):
    """Records of the panel."""

    def visible_to(self, user: Any) -> "RecordQuerySet":
        """What someone may know of: everything, for those with a role in the panel's work."""
        return self if user.has_a_role else self.none()


class ReasonedRecords(HistoricalRecords):
    """History that refuses a change nobody gave a reason for."""

    def get_change_reason_for_object(self, instance: Any, history_type: str, using: Any) -> str:
        """The reason given; raises ValueError where there is none.

        What goes with the record it belongs to (a cascade) is given that as its reason.
        """
        why = super().get_change_reason_for_object(instance, history_type, using)
        if why is None and history_type == "-":
            return "Deleted with the record it belonged to"
        if not why:
            raise ValueError(
                f"Say why this {instance._meta.verbose_name} changes: write records through "
                "pcp_scrutiny.history (in tests: tests.factories.records.RecordFactory)."
            )
        return why


class Recorded(models.Model):
    """A record with history. Write it through ``pcp_scrutiny.history``, which asks why."""

    history = ReasonedRecords(inherit=True, history_change_reason_field=models.TextField())
    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True
