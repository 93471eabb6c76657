"""Which evening the register is of."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from pcp_scrutiny.components.forms import DateField

FIRST = 2011
"""Panels are of the Police Reform and Social Responsibility Act 2011, s.28."""


class AsAtForm(forms.Form):
    """The day on whose evening the register is to be shown."""

    mark_optional = False
    as_at = DateField(
        label="Date to go back to",
        help_text="For example, 27 3 2026",
        error_messages={"required": "Enter the day to go back to"},
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_as_at(self) -> date:
        """A day that has come, and on which there was a panel."""
        day = self.cleaned_data["as_at"]
        if day > self.today:
            raise ValidationError(
                "The register can be shown as it was known on a day in the past. "
                "Enter today or an earlier day"
            )
        if day.year < FIRST:
            raise ValidationError(f"Panels began in {FIRST}. Enter a day in that year or later")
        return day


def as_at_asked(query: Mapping[str, Sequence[str]], written: str) -> dict[str, str] | None:
    """What the form would be sent with: the boxes of the date, or the day as ``written`` in the
    address (2026-12-04); None where no day is asked for."""
    boxes = {name: query[name][-1] for name in BOXES if query.get(name)}
    if boxes:
        return boxes
    if not written:
        return None
    found = re.fullmatch(r"([0-9]{1,4})-([0-9]{1,2})-([0-9]{1,2})", written)
    year, month, day = found.groups() if found else ("", "", written)
    return dict(zip(BOXES, (day, month, year), strict=True))


BOXES = ("as_at_day", "as_at_month", "as_at_year")
