"""The Commissioner's letter: taken in, checked point by point, and corrected later."""

import re
from typing import Any

from django import forms

from pcp_scrutiny.components.forms import DateField
from pcp_scrutiny.documents.forms import SendInForm
from plans.models import PlanVersion

from ..models import Recommendation, Response
from .wording import CITES_HINT


class LetterForm(SendInForm):
    """The Commissioner's letter, and the version of the plan it answers on."""

    version = forms.ModelChoiceField(
        queryset=PlanVersion.objects.none(),
        label="Which version of the plan did the panel comment on?",
        empty_label=None,
        error_messages={"required": "Select the version of the plan"},
    )
    field_order = ["version", "upload", "pasted"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        versions = PlanVersion.objects.filter(recommendations__isnull=False).distinct()
        self.fields["version"].queryset = versions.select_related("plan").order_by("-dated")


class LetterHeadForm(forms.Form):
    """What the head of the letter says."""

    dated = DateField(
        label="Date of the letter", error_messages={"required": "Enter the date of the letter"}
    )
    reference = forms.CharField(
        required=False, max_length=100, label="Its reference", widget=forms.TextInput
    )


class AnswerForm(forms.Form):
    """One point of the letter, as read and as corrected. Without a recommendation it is left
    out. ``unsure`` and ``elsewhere`` are what the reading adds: why to look, and what the
    response cites in other documents."""

    mark_optional = False

    recommendation = forms.ModelChoiceField(
        queryset=Recommendation.objects.none(),
        required=False,
        label="Answers recommendation",
        empty_label="None: leave this point out",
    )
    point = forms.CharField(
        required=False, label="The panel’s point", widget=forms.Textarea(attrs={"rows": 3})
    )
    text = forms.CharField(
        required=False, label="The response", widget=forms.Textarea(attrs={"rows": 5})
    )
    decision = forms.ChoiceField(
        choices=[("", "Choose"), *Response.Decision.choices], required=False, label="Decision"
    )
    reason = forms.CharField(
        required=False,
        label="Words that decide it",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    cites = forms.CharField(
        required=False, label="Places in the plan it cites", help_text=CITES_HINT
    )

    def __init__(self, *args: Any, recommendations: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["recommendation"].queryset = recommendations
        self.fields["recommendation"].label_from_instance = _in_short
        self.unsure = self.initial.get("unsure", "")
        self.elsewhere = self.initial.get("elsewhere", ())

    def clean(self) -> dict[str, Any]:
        """An answer that counts has its words and a decision; a refusal says why."""
        cleaned = super().clean()
        if cleaned.get("recommendation") is None:
            return cleaned
        if not cleaned.get("text"):
            self.add_error("text", "Enter the response, or leave this point out")
        if not cleaned.get("decision"):
            self.add_error("decision", "Select what the response amounts to")
        refused = cleaned.get("decision") == Response.Decision.NOT_ACCEPTED
        if refused and not cleaned.get("reason"):
            self.add_error("reason", "Enter the words of the response that say why not")
        return cleaned


AnswerFormSet = forms.formset_factory(AnswerForm, extra=0, max_num=200, absolute_max=200)


def _in_short(recommendation: Recommendation) -> str:
    words = re.sub(r"\s+", " ", recommendation.text)
    return f"{recommendation.reference}: {words[:70]}{'…' if len(words) > 70 else ''}"
