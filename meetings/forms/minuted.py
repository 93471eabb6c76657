"""Forms on the minutes as they are read."""

from django import forms

from pcp_scrutiny.editing import RecordForm

from ..models import AgendaItem, Meeting


class SummaryForm(RecordForm):
    """What the public is told of what was minuted in private under an item."""

    class Meta:
        model = AgendaItem
        fields = ["public_summary"]
        labels = {"public_summary": "Summary"}
        help_texts = {"public_summary": "Whatever is written here is published"}
        widgets = {"public_summary": forms.Textarea(attrs={"rows": 6})}


class FirstNumberForm(RecordForm):
    """The number that a meeting's minutes begin with."""

    class Meta:
        model = Meeting
        fields = ["first_number"]
        labels = {"first_number": "First number"}
        help_texts = {"first_number": "Leave it empty to go on from the meeting before"}
        widgets = {"first_number": forms.NumberInput(attrs={"width": 5, "min": 1})}
        error_messages = {"first_number": {"min_value": "The first number must be 1 or more"}}

    def clean_first_number(self) -> int | None:
        """Minutes are numbered from 1."""
        number = self.cleaned_data["first_number"]
        if number == 0:
            raise forms.ValidationError("The first number must be 1 or more")
        return number
