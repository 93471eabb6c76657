"""A record that matters: every change to it is kept, with who, when and why."""

from django.db import models
from simple_history.models import HistoricalRecords


class Recorded(models.Model):
    """A record with history. Write it through ``pcp_scrutiny.history``, which asks why."""

    history = HistoricalRecords(
        inherit=True, history_change_reason_field=models.TextField(blank=True, default="")
    )

    class Meta:
        abstract = True
