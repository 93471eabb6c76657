"""An officer's view of a version against what the panel said."""

from typing import Any

from django import forms

from pcp_scrutiny.editing import RecordForm

from ..models import Assessment


class AssessmentForm(RecordForm):
    """The officer's view of one recommendation against a version."""

    class Meta:
        model = Assessment
        fields = ["view", "comment", "questions"]
        labels = {"view": "Does this version meet the point?"}
        widgets = {"view": forms.RadioSelect, "comment": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["view"].choices = Assessment.View.choices
        self.fields["view"].error_messages["required"] = "Select your view"
