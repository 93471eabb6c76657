"""Scrutiny reviews: what is asked, who is invited, who is heard, what is said and found."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from meetings.forms.openness import ask_whether_open
from meetings.forms.wording import LIGHT_MARKDOWN
from meetings.models import Meeting
from pcp_scrutiny.components.forms import DateField
from pcp_scrutiny.editing import RecordForm
from pcp_scrutiny.panel.models import Panel
from plans.models import PlanVersion

from ..loop import themes
from ..models import (
    AnswerPoint,
    Finding,
    Invitation,
    Promise,
    ReviewQuestion,
    ReviewSubject,
    ScrutinyReview,
    Witness,
)
from .suggesting import Suggesting
from .wording import NO_PLAN, with_plan

SMALL, MIDDLE = forms.Textarea(attrs={"rows": 3}), forms.Textarea(attrs={"rows": 5})


class ReviewForm(RecordForm):
    """What a review asks, and how it goes about it."""

    class Meta:
        model = ScrutinyReview
        fields = ["title", "question", "started_on", "led_by", "scope", "method", "summary"]
        field_classes = {"started_on": DateField}
        labels = {
            "question": "The question it sets out to answer",
            "started_on": "When did the panel agree to it?",
            "led_by": "Who carries it out",
            "scope": "What it covers, and what it does not",
            "method": "How it is carried out",
            "summary": "Summary of the report",
        }
        help_texts = {
            "led_by": "For example, the members of a task group",
            "scope": LIGHT_MARKDOWN,
            "summary": "What the report begins with. It can be written last",
        }
        widgets = {
            "question": SMALL,
            "led_by": SMALL,
            "scope": MIDDLE,
            "method": MIDDLE,
            "summary": MIDDLE,
        }
        error_messages = {"question": {"required": "Enter the question it sets out to answer"}}


class PartForm(RecordForm):
    """A form on a part of ``review``: it offers what that review has, and nothing of another."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.review = self.instance.review
        offered = {
            "invitation": (self.review.invitations, "Nobody: it came unasked"),
            "put_to": (self.review.witnesses, "Nobody in particular"),
            "said_by": (self.review.witnesses, "Not said by a witness"),
            "evidence": (self.review.evidence, "Not from evidence that was filed"),
            "subject": (self.review.subjects, None),
        }
        for name, (records, nothing) in offered.items():
            if name in self.fields:
                self.fields[name].queryset = records.all()
                self.fields[name].empty_label = nothing
        if "restricted_under" in self.fields:
            ask_whether_open(self, Panel.current())


class InvitationForm(PartForm):
    """Someone invited by letter, or an open call."""

    class Meta:
        model = Invitation
        fields = [
            *("manner", "name", "role", "invited_on"),
            *("answered_on", "declined", "restricted_under"),
        ]
        field_classes = {"invited_on": DateField, "answered_on": DateField}
        labels = {
            "manner": "How were they invited?",
            "name": "Who was invited",
            "invited_on": "When did the invitation go out?",
            "answered_on": "When did they answer?",
            "declined": "They declined to take part",
        }
        help_texts = {
            "name": "For an open call, where it was published: “Call on the panel’s website”",
            "answered_on": "Only for an answer that brought no evidence and no witness: those are "
            "entered by themselves and count as an answer",
        }
        widgets = {"manner": forms.RadioSelect(attrs={"class": "govuk-radios--inline"})}
        error_messages = {"name": {"required": "Enter who was invited"}}

    def clean(self) -> dict[str, Any]:
        """Whoever declined answered, and was asked by letter."""
        given = super().clean()
        invited, answered = given.get("invited_on"), given.get("answered_on")
        if given.get("declined") and not answered and "answered_on" not in self.errors:
            self.add_error("answered_on", "Enter the day on which they declined")
        if given.get("declined") and given.get("manner") == Invitation.Manner.OPEN_CALL:
            self.add_error("declined", "Nobody declines an open call: they just do not answer it")
        if invited and answered and answered < invited:
            self.add_error("answered_on", "The answer must have come after the invitation went")
        return given


class WitnessForm(PartForm):
    """Someone heard in person, and where."""

    fieldsets = [
        ("Who was heard", ["name", "role", "invitation"]),
        ("When were they heard?", ["meeting", "heard_on", "heard_at"]),
        ("Who may read of it?", ["restricted_under"]),
    ]

    class Meta:
        model = Witness
        fields = [
            *("name", "role", "invitation"),
            *("meeting", "heard_on", "heard_at", "restricted_under"),
        ]
        field_classes = {"heard_on": DateField}
        labels = {
            "invitation": "Which invitation did they answer?",
            "meeting": "At a meeting of the panel",
            "heard_on": "Or on another day",
            "heard_at": "Where that was",
        }
        help_texts = {"heard_at": "For example, at the task group’s session in the Town Hall"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = Meeting.objects.order_by("-starts_at")
        self.fields["meeting"].empty_label = "Not at a meeting of the panel"

    def clean(self) -> dict[str, Any]:
        """One session: a meeting, or a day and a place."""
        given = super().clean()
        if given.get("meeting") and (given.get("heard_on") or given.get("heard_at")):
            self.add_error("meeting", "Choose a meeting, or enter a day and a place, but not both")
        return given


class SubjectForm(PartForm):
    """A heading for questions."""

    class Meta:
        model = ReviewSubject
        fields = ["title"]
        labels = {"title": "Subject"}
        error_messages = {"title": {"required": "Enter the subject"}}


class QuestionForm(PartForm):
    """A question that was put, and to whom."""

    class Meta:
        model = ReviewQuestion
        fields = ["subject", "text", "put_to", "restricted_under"]
        labels = {"text": "The question", "put_to": "Who it was put to"}
        widgets = {"text": SMALL}
        error_messages = {"text": {"required": "Enter the question"}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            del self.fields["subject"]


class PointForm(PartForm):
    """A point of an answer, and where it comes from."""

    class Meta:
        model = AnswerPoint
        fields = ["text", "said_by", "evidence"]
        labels = {
            "text": "The point, summarised",
            "said_by": "Who said it",
            "evidence": "Which evidence says it",
        }
        help_texts = {"evidence": "What comes from exempt evidence is not printed for the public"}
        widgets = {"text": SMALL}
        error_messages = {"text": {"required": "Enter the point"}}


class PromiseForm(PartForm):
    """What someone promised, and by when."""

    class Meta:
        model = Promise
        fields = ["text", "promised_by", "due_on", "restricted_under"]
        field_classes = {"due_on": DateField}
        labels = {
            "text": "What was promised",
            "promised_by": "Who promised it",
            "due_on": "By when?",
        }
        widgets = {"text": SMALL}
        error_messages = {
            "text": {"required": "Enter what was promised"},
            "promised_by": {"required": "Enter who promised it"},
        }


class PromiseKeptForm(RecordForm):
    """What was done about a promise, and when."""

    class Meta:
        model = Promise
        fields = ["done_on", "outcome"]
        field_classes = {"done_on": DateField}
        labels = {"done_on": "When was it done?", "outcome": "What was done"}
        widgets = {"outcome": SMALL}

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["done_on"].required = self.fields["outcome"].required = True
        self.fields["outcome"].error_messages["required"] = "Enter what was done"

    def clean_done_on(self) -> date:
        """It is recorded once it has happened."""
        on = self.cleaned_data["done_on"]
        if on > self.today:
            raise ValidationError("The day it was done must be today or earlier")
        return on


class ConclusionForm(PartForm):
    """What the review concludes."""

    class Meta:
        model = Finding
        fields = ["text"]
        labels = {"text": "Conclusion"}
        widgets = {"text": MIDDLE}
        error_messages = {"text": {"required": "Enter the conclusion"}}


class ProposalForm(PartForm):
    """What the review recommends, as it is to stand in the register."""

    class Meta:
        model = Finding
        fields = ["text", "suggested_wording", "theme", "owner", "version"]
        labels = {
            "text": "Recommendation",
            "owner": "Who is to act on it",
            "version": "Version of the plan it is about",
        }
        help_texts = {
            "theme": "One or two words to find it by; those in use are suggested",
            "owner": "Leave empty for the office that the panel scrutinises",
            "suggested_wording": "Words the panel suggests for the plan, if any",
        }
        widgets = {"text": MIDDLE, "suggested_wording": SMALL, "theme": Suggesting()}
        error_messages = {"text": {"required": "Enter the recommendation"}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"].queryset = PlanVersion.objects.select_related("plan")
        self.fields["version"].label_from_instance = with_plan
        self.fields["version"].empty_label = NO_PLAN
        self.fields["theme"].widget.suggestions = themes()
