"""Forms of the register and of the letter, in the words of the page."""

import re
from typing import Any

from django import forms

from meetings.models import MinuteEntry
from pcp_scrutiny import history
from pcp_scrutiny.components.forms import DateField
from pcp_scrutiny.documents.forms import SendInForm
from pcp_scrutiny.editing import Difference, RecordForm
from plans.models import PlanVersion

from .citing import Paragraphs, as_typed, recognise
from .models import Assessment, Judgement, Outcome, Recommendation, Response

CITES_HINT = "Numbers as the plan prints them, with commas between: 46(e), 52, Foreword"


class RecommendationForm(RecordForm):
    """What the panel said, and the paragraphs it is about."""

    cites = forms.CharField(
        required=False,
        label="Paragraphs of the plan it cites",
        help_text=f"{CITES_HINT}. Leave empty to take those named in the text",
    )

    class Meta:
        model = Recommendation
        fields = [
            "reference",
            "kind",
            "text",
            "suggested_wording",
            "version",
            "theme",
            "route",
        ]
        labels = {"text": "What the panel said", "version": "Version of the plan it is about"}
        help_texts = {
            "reference": "How the panel refers to it, for example 2026/07",
            "suggested_wording": "Words the panel suggests for the plan, if any",
        }
        widgets = {
            "reference": forms.TextInput(attrs={"width": 10}),
            "kind": forms.RadioSelect,
            "text": forms.Textarea(attrs={"rows": 5}),
            "suggested_wording": forms.Textarea(attrs={"rows": 3}),
        }
        error_messages = {
            "reference": {
                "required": "Enter a reference",
                "unique": "Another recommendation has this reference",
            },
            "text": {"required": "Enter what the panel said"},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"].queryset = PlanVersion.objects.select_related("plan")
        self.fields["version"].empty_label = "None: it is not about a plan"
        if self.instance.pk:
            self.initial["cites"] = _cited_by(self.instance)

    def clean(self) -> dict[str, Any]:
        """An empty list of citations means those that the text names."""
        cleaned = super().clean()
        if not cleaned.get("cites") and cleaned.get("text"):
            headings = Paragraphs(cleaned.get("version")).headings
            cleaned["cites"] = as_typed(recognise(cleaned["text"], headings=headings))
        return cleaned

    def show_both(self, stale: history.Stale) -> None:
        """The citations are records of their own, so they are compared here."""
        super().show_both(stale)
        theirs, yours = _cited_by(stale.theirs), self.cleaned_data.get("cites", "")
        if theirs != yours:
            label = str(self.fields["cites"].label)
            self.differences += (Difference(label, theirs, yours),)


def _cited_by(recommendation: Recommendation) -> str:
    return as_typed(recommendation.citations.all())


class SendForm(forms.Form):
    """When the recommendations went to the Commissioner, and when the panel wants the answer."""

    sent_on = DateField(
        label="When were they sent?", error_messages={"required": "Enter the day they were sent"}
    )
    due_on = DateField(
        required=False,
        label="When does the panel want a response by?",
        help_text="The law sets no date: the panel decides what is reasonable",
    )

    def clean(self) -> dict[str, Any]:
        """A response cannot be due before the recommendations went."""
        cleaned = super().clean()
        sent_on, due_on = cleaned.get("sent_on"), cleaned.get("due_on")
        if sent_on and due_on and due_on < sent_on:
            self.add_error("due_on", "The response must be due on or after the day they were sent")
        return cleaned


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


class RejectForm(forms.ModelForm):
    """Why an outcome that the system proposed is not so."""

    class Meta:
        model = Outcome
        fields = ["note"]
        labels = {"note": "Why is this not so?"}
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["note"].required = True
        self.fields["note"].error_messages["required"] = "Enter why this is not so"


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


class JudgementForm(RecordForm):
    """What the panel decided, and the minute that says so."""

    class Meta:
        model = Judgement
        fields = ["decision", "entry", "comment"]
        labels = {"decision": "What did the panel decide?", "entry": "The minute that records it"}
        widgets = {"decision": forms.RadioSelect}
        error_messages = {
            "decision": {"required": "Select what the panel decided"},
            "entry": {"required": "Select the minute that records the decision"},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decision"].choices = Judgement.Decision.choices
        minutes = MinuteEntry.objects.filter(kind=MinuteEntry.Kind.RESOLUTION)
        raised = self.instance.recommendation.raised_in.item.meeting.starts_at
        since = minutes.filter(item__meeting__starts_at__gte=raised)
        self.fields["entry"].queryset = since.select_related("item__meeting")
        self.fields["entry"].label_from_instance = lambda entry: (
            f"{entry.item.meeting.starts_at:%d %B %Y}: {entry.text[:80]}"
        )


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
