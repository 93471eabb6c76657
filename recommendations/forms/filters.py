"""What the register is narrowed to."""

from typing import Any

from django import forms

from plans.models import PlanVersion

from ..models import Outcome, Recommendation, Response
from .wording import with_plan


class RegisterFilterForm(forms.Form):
    """What the register is narrowed to."""

    mark_optional = False

    ANSWERS = [
        ("", "Any"),
        ("unanswered", "No response yet"),
        ("overdue", "Response overdue"),
        *Response.Decision.choices,
    ]
    words = forms.CharField(required=False, label="Words", strip=True)
    kind = forms.ChoiceField(
        required=False, choices=[("", "Any"), *Recommendation.Kind.choices], label="Kind"
    )
    answer = forms.ChoiceField(required=False, choices=ANSWERS, label="Response")
    verdict = forms.ChoiceField(
        required=False, choices=[("", "Any"), *Outcome.Verdict.choices], label="Verdict"
    )
    version = forms.ModelChoiceField(
        required=False,
        queryset=PlanVersion.objects.select_related("plan"),
        label="About",
        empty_label="Any",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"].label_from_instance = with_plan
