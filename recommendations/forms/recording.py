"""What the panel said, that it was sent, and by when an answer is due."""

from datetime import date
from typing import Any

from django import forms

from pcp_scrutiny import history
from pcp_scrutiny.components.forms import DateField
from pcp_scrutiny.editing import Difference, RecordForm
from plans.models import PlanVersion

from ..actions import dates_of, due_date_stamp
from ..citing import Paragraphs, as_typed, recognise
from ..loop import themes
from ..models import DueDateRevision, Recommendation
from ..rules import dates
from .suggesting import Suggesting
from .wording import CITES_HINT, NO_PLAN, with_plan


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
            "owner",
            "route",
        ]
        labels = {
            "text": "What the panel said",
            "version": "Version of the plan it is about",
            "owner": "Who is to act on it",
        }
        help_texts = {
            "reference": "How the panel refers to it, for example 2026/07",
            "theme": "One or two words to find it by; those in use are suggested",
            "owner": "Leave empty for the office that the panel scrutinises",
            "suggested_wording": "Words the panel suggests for the plan, if any",
        }
        widgets = {
            "reference": forms.TextInput(attrs={"width": 10}),
            "kind": forms.RadioSelect,
            "text": forms.Textarea(attrs={"rows": 5}),
            "suggested_wording": forms.Textarea(attrs={"rows": 3}),
            "theme": Suggesting(),
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
        self.fields["version"].label_from_instance = with_plan
        self.fields["version"].empty_label = NO_PLAN
        self.fields["theme"].widget.suggestions = themes()
        if self.instance.pk:
            self.initial["cites"] = _cited_by(self.instance)
            self._keep_what_was_built_on()

    def _keep_what_was_built_on(self) -> None:
        """What the response led to, and what officers made of it, rest on the version."""
        if self.instance.responses.exists():
            why = "a response has been recorded, and it is compared with this version"
        elif self.instance.assessments.exists():
            why = "officers have assessed it, and what they found rests on this version"
        else:
            return
        field = self.fields["version"]
        field.disabled = True
        field.required = self.instance.version_id is not None  # not "(optional)" beside it
        field.help_text = f"This cannot be changed: {why}"

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


class DueDateForm(RecordForm):
    """The day the panel gives for the response: another than before, or the first where it was
    sent without one."""

    class Meta:
        model = DueDateRevision
        fields = ["due_on", "decided_on", "reason"]
        field_classes = {"due_on": DateField, "decided_on": DateField}
        labels = {
            "due_on": "When is the response now due?",
            "decided_on": "When did the panel agree that?",
            "reason": "Why was the date revised?",
        }
        widgets = {"reason": forms.Textarea(attrs={"rows": 3})}
        error_messages = {
            "due_on": {"required": "Enter the day the response is due by"},
            "decided_on": {"required": "Enter the day the panel agreed it"},
            "reason": {"required": "Enter why"},
        }

    def __init__(
        self, *args: Any, recommendation: Recommendation, today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.recommendation, self.today = recommendation, today
        self.instance.recommendation = recommendation
        self.dates = dates_of(recommendation)
        self.initial["seen"] = due_date_stamp(recommendation)
        if self.is_first:
            self.fields["due_on"].label = "When does the panel want a response by?"
            self.fields["reason"].label = "Why was no date set before?"

    @property
    def is_first(self) -> bool:
        """Whether no date has been set before."""
        return self.dates.due_on is None

    @property
    def stamp(self) -> str:
        """The date this form was made from."""
        return self.cleaned_data.get("seen") or "none"

    @property
    def obstacle(self) -> str:
        """Why no date can be given at all, whatever is entered; "" where one can."""
        return self._against(date.max, self.today).get("", "")

    def _against(self, due_on: date, decided_on: date) -> dict[str, str]:
        check = dates.against_setting if self.is_first else dates.against_revising
        return dict(check(self.dates, due_on=due_on, decided_on=decided_on, today=self.today))

    def clean(self) -> dict[str, Any]:
        """What the record says against it stands beside the field that it is about."""
        cleaned = super().clean()
        due_on, decided_on = cleaned.get("due_on"), cleaned.get("decided_on")
        if due_on and decided_on and cleaned.get("seen") == due_date_stamp(self.recommendation):
            for field, sentence in self._against(due_on, decided_on).items():
                self.add_error(field or None, sentence)
        return cleaned

    def show_both(self, stale: history.Stale) -> None:
        """Come back with the date that someone else gave beside this one."""
        super().show_both(stale)
        self.data[self.add_prefix("seen")] = due_date_stamp(self.recommendation)
