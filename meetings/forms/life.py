"""The forms of a meeting's steps."""

from typing import Any

from django import forms

from pcp_scrutiny.components.forms import TimeField
from pcp_scrutiny.editing import RecordForm

from ..models import Meeting


class ClosingForm(RecordForm):
    """When a meeting closed."""

    class Meta:
        model = Meeting
        fields = ["closed_at"]
        field_classes = {"closed_at": TimeField}
        labels = {"closed_at": "When did the meeting close?"}
        help_texts = {"closed_at": "For example, 12:45pm"}

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        closed_at = self.fields["closed_at"]
        closed_at.required = True
        closed_at.error_messages["required"] = "Enter the time the meeting closed"

    def clean(self) -> dict[str, Any]:
        """What is no time is answered in words that go with the question."""
        given = super().clean()
        if self.has_error("closed_at", "invalid"):
            del self.errors["closed_at"]
            self.add_error("closed_at", "Enter the time the meeting closed, like 12:45pm")
        return given


class ReopeningForm(forms.Form):
    """Why a finished draft becomes notes again."""

    why = forms.CharField(
        label="Why are they to be notes again?",
        help_text="It is kept in the history of the meeting",
        max_length=300,
    )
