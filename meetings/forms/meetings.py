"""The forms of a meeting: when and where, and when its agenda was published."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from pcp_scrutiny.components.forms import DateField, DateTimeField
from pcp_scrutiny.editing import RecordForm

from ..models import Meeting


class MeetingForm(RecordForm):
    """When and where a meeting is held."""

    class Meta:
        model = Meeting
        fields = ["title", "starts_at", "venue", "how_to_attend"]
        field_classes = {"starts_at": DateTimeField}
        labels = {"title": "Name of the meeting", "starts_at": "Date and time"}
        help_texts = {
            "starts_at": "For example, 11 December 2026 at 10:30am",
            "how_to_attend": "What the front sheet tells the public: the webcast, the public "
            "gallery, how to put a question",
        }


class PublicationForm(forms.Form):
    """The day on which the agenda was published."""

    published_on = DateField(label="When was the agenda published?")

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["published_on"].initial = today

    def clean_published_on(self) -> date:
        """Publication is recorded once it has happened."""
        on = self.cleaned_data["published_on"]
        if on > self.today:
            raise ValidationError("The date of publication must be today or earlier")
        return on
