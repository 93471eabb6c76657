"""The Commissioner's letter: taken in, checked point by point, and corrected later."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms

from pcp_scrutiny import history
from pcp_scrutiny.components.forms import DateField
from pcp_scrutiny.components.wording import lower_first
from pcp_scrutiny.documents.forms import SendInForm
from pcp_scrutiny.editing import Difference, RecordForm
from plans.models import PlanVersion

from ..citing import as_typed
from ..correspondence.receiving import added_before
from ..models import Recommendation, Response, ResponseLetter
from .wording import CITES_HINT, NO_PLAN, with_plan


class LetterForm(SendInForm):
    """The Commissioner's letter, and the version of the plan it answers on: none, where the
    panel has said something that is not about a plan. ``can_be_answered`` says whether there is
    anything at all for a letter to answer."""

    mark_optional = False

    version = forms.ModelChoiceField(
        queryset=PlanVersion.objects.none(),
        label="Which version of the plan did the panel comment on?",
        empty_label=None,
        error_messages={"required": "Select the version of the plan"},
    )
    field_order = ["version", "upload", "pasted"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["version"]
        versions = PlanVersion.objects.filter(recommendations__isnull=False).distinct()
        field.queryset = versions.select_related("plan").order_by("-dated")
        field.label_from_instance = with_plan
        newest = field.queryset.first()
        self.initial.setdefault("version", newest)
        field.required = not Recommendation.objects.about(None).exists()
        if not field.required:
            field.empty_label = NO_PLAN
        self.can_be_answered = newest is not None or not field.required
        self.earlier: ResponseLetter | None = None

    def clean(self) -> dict[str, Any]:
        """A letter is read once: ``earlier`` is where it was kept already."""
        cleaned = super().clean()
        if not self.errors:
            text, version = self.document.text, cleaned.get("version")
            self.earlier = added_before(self.data_received, text, version)
        if self.earlier is not None:
            words = f"This letter was added before, as the {lower_first(str(self.earlier))}"
            self.add_error("pasted" if self.is_pasted else "upload", words)
        return cleaned


class LetterCorrectionForm(RecordForm):
    """What the head of a letter says, after it was confirmed."""

    class Meta:
        model = ResponseLetter
        fields = ["dated", "reference"]
        field_classes = {"dated": DateField}
        labels = {"dated": "Date of the letter", "reference": "Its reference"}
        error_messages = {"dated": {"required": "Enter the date of the letter"}}


class LetterHeadForm(forms.Form):
    """What the head of the letter says."""

    dated = DateField(
        label="Date of the letter", error_messages={"required": "Enter the date of the letter"}
    )
    reference = forms.CharField(
        required=False, max_length=100, label="Its reference", widget=forms.TextInput
    )


class RecommendationChoice(forms.TypedChoiceField):
    """A choice among recommendations that were fetched once for all the forms of a page."""

    def offer(
        self, recommendations: Sequence[Recommendation], *, none: str = "None: leave this point out"
    ) -> None:
        """Offer these, and none."""
        by_key = {str(recommendation.pk): recommendation for recommendation in recommendations}
        in_short = [(key, _in_short(recommendation)) for key, recommendation in by_key.items()]
        self.choices = [("", none), *in_short]
        self.coerce = by_key.get

    def prepare_value(self, value: Any) -> Any:
        """A recommendation as its key."""
        return getattr(value, "pk", value)


class AnswerForm(forms.Form):
    """One point of the letter, as read and as corrected. Without a recommendation it is left
    out. What the reading adds: ``unsure`` why to look, ``elsewhere`` what the response cites in
    other documents, ``claims`` what it says was done, ``remarks`` what to know before it is
    confirmed; ``is_unanswered`` where the letter has no answer to a recommendation."""

    mark_optional = False

    recommendation = RecommendationChoice(
        required=False, label="Answers recommendation", empty_value=None
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

    def __init__(
        self, *args: Any, recommendations: Sequence[Recommendation], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["recommendation"].offer(recommendations)
        self.unsure = self.initial.get("unsure", "")
        self.is_unanswered = self.initial.get("is_unanswered", False)
        self.claims = self.initial.get("claims", ())
        self.remarks = self.initial.get("remarks", ())
        self.elsewhere = self.initial.get("elsewhere", ())

    def clean(self) -> dict[str, Any]:
        """An answer that counts has its words and a decision; a refusal says why."""
        cleaned = super().clean()
        said = cleaned.get("text") or cleaned.get("decision")
        if self.is_unanswered and not said:  # as the letter leaves it
            cleaned["recommendation"] = None
        if cleaned.get("recommendation") is None:
            return cleaned
        if not cleaned.get("text"):
            self.add_error("text", "Enter the response, or leave this point out")
        if not cleaned.get("decision"):
            self.add_error("decision", "Select what the response amounts to")
        _refusal_says_why(self)
        return cleaned


def _refusal_says_why(form: forms.Form) -> None:
    refused = form.cleaned_data.get("decision") == Response.Decision.NOT_ACCEPTED
    if refused and not form.cleaned_data.get("reason"):
        form.add_error("reason", "Enter the words of the response that say why not")


AnswerFormSet = forms.formset_factory(AnswerForm, extra=0, max_num=200, absolute_max=200)


def _in_short(recommendation: Recommendation) -> str:
    words = re.sub(r"\s+", " ", recommendation.text)
    return f"{recommendation.reference}: {words[:70]}{'…' if len(words) > 70 else ''}"


class ResponseForm(RecordForm):
    """An answer that was confirmed, to correct: what was read from the letter, not the letter."""

    mark_optional = False

    cites = forms.CharField(
        required=False, label="Places in the plan it cites", help_text=CITES_HINT
    )

    class Meta:
        model = Response
        fields = ["text", "decision", "reason"]
        labels = {"text": "The response", "reason": "Words that decide it"}
        widgets = {
            "text": forms.Textarea(attrs={"rows": 8}),
            "reason": forms.Textarea(attrs={"rows": 2}),
        }
        error_messages = {
            "text": {"required": "Enter the response"},
            "decision": {"required": "Select what the response amounts to"},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decision"].choices = Response.Decision.choices
        self.initial["cites"] = _cited_by(self.instance)

    def clean(self) -> dict[str, Any]:
        """A refusal says why."""
        cleaned = super().clean()
        _refusal_says_why(self)
        return cleaned

    def show_both(self, stale: history.Stale) -> None:
        """The citations are records of their own, so they are compared here."""
        super().show_both(stale)
        theirs, yours = _cited_by(stale.theirs), self.cleaned_data.get("cites", "")
        if theirs != yours:
            label = str(self.fields["cites"].label)
            self.differences += (Difference(label, theirs, yours),)


def _cited_by(response: Response) -> str:
    return as_typed(response.citations.all())
