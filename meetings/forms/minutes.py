"""The forms of the minutes."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from pcp_scrutiny.components.forms import DateField
from pcp_scrutiny.editing import RecordForm
from pcp_scrutiny.panel.models import Panel

from ..models import Action, MinuteEntry
from .wording import LIGHT_MARKDOWN


class EntryForm(RecordForm):
    """A minute, with the vote on a resolution and who is to do an action."""

    mover = forms.CharField(label="Proposed by", max_length=150, required=False)
    seconder = forms.CharField(label="Seconded by", max_length=150, required=False)
    is_unanimous = forms.BooleanField(label="The vote was unanimous", required=False)
    votes_for = forms.IntegerField(label="For", min_value=0, max_value=200, required=False)
    votes_against = forms.IntegerField(label="Against", min_value=0, max_value=200, required=False)
    abstentions = forms.IntegerField(
        label="Abstentions", min_value=0, max_value=200, required=False
    )
    owner = forms.CharField(label="Who is to do it", max_length=200, required=False)
    due_on = DateField(label="By when", required=False)
    is_sub_point = forms.BooleanField(label="A point under the entry above it", required=False)

    VOTE = ("mover", "seconder", "is_unanimous", "votes_for", "votes_against", "abstentions")
    WITH_AN_OWNER = (MinuteEntry.Kind.ACTION, MinuteEntry.Kind.UNDERTAKING)
    fieldsets = [
        ("What is minuted", ["kind", "text", "is_sub_point"]),
        ("The vote, if it is a resolution", list(VOTE)),
        ("Who does what, if it is an action or an undertaking", ["owner", "due_on"]),
    ]

    class Meta:
        model = MinuteEntry
        fields = ["kind", "text"]
        labels = {"kind": "Kind of entry"}
        help_texts = {"text": LIGHT_MARKDOWN}
        widgets = {
            "kind": forms.RadioSelect(attrs={"class": "govuk-radios--small"}),
            "text": forms.Textarea(attrs={"rows": 6}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        office = Panel.current().office_title
        self.fields["owner"].help_text = f"For an undertaking by the office, {office}"
        for name in ("votes_for", "votes_against", "abstentions"):
            self.fields[name].widget.attrs["width"] = 3
        if self.instance.pk and not self.is_bound:
            self._fill_in()

    def _fill_in(self) -> None:
        self.initial["is_sub_point"] = self.instance.level > 0
        for part, names in (("vote", self.VOTE), ("action", ("owner", "due_on"))):
            if record := getattr(self.instance, part, None):
                self.initial |= {name: getattr(record, name) for name in names}

    def clean(self) -> dict[str, Any]:
        """A vote is on a resolution, and an action or undertaking has an owner."""
        given = super().clean()
        kind = given.get("kind")
        if kind in self.WITH_AN_OWNER and not given.get("owner"):
            self.add_error("owner", "Enter who is to do it")
        if kind not in self.WITH_AN_OWNER and (given.get("owner") or given.get("due_on")):
            self.add_error("kind", "Only an action or an undertaking has someone who is to do it")
        if kind != MinuteEntry.Kind.RESOLUTION and self._voted(given):
            self.add_error("kind", "Only a resolution is voted on")
        if given.get("is_unanimous") and given.get("votes_against"):
            self.add_error("is_unanimous", "A vote with some against it is not unanimous")
        self.instance.level = 1 if given.get("is_sub_point") else 0
        return given

    def _voted(self, given: dict[str, Any]) -> bool:
        return any(given.get(name) not in (None, "", False) for name in self.VOTE)

    @property
    def vote(self) -> dict[str, Any] | None:
        """The vote as typed; None where there was none."""
        given = self.cleaned_data
        return {name: given[name] for name in self.VOTE} if self._voted(given) else None

    @property
    def task(self) -> dict[str, Any] | None:
        """Who is to do it and by when; None where nobody is."""
        given = self.cleaned_data
        if given["kind"] not in self.WITH_AN_OWNER:
            return None
        return {"owner": given["owner"], "due_on": given["due_on"]}


class CompletionForm(RecordForm):
    """What was done about an action, and when."""

    class Meta:
        model = Action
        fields = ["done_on", "outcome"]
        field_classes = {"done_on": DateField}
        labels = {"done_on": "When was it done?", "outcome": "What was done"}

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["done_on"].required = self.fields["outcome"].required = True

    def clean_done_on(self) -> date:
        """It is recorded once it has happened."""
        on = self.cleaned_data["done_on"]
        if on > self.today:
            raise ValidationError("The day it was done must be today or earlier")
        return on


class ApprovalForm(forms.Form):
    """The day on which the panel approved the minutes."""

    approved_on = DateField(
        label="When did the panel approve them?",
        help_text="The date of the meeting that approved them, with any corrections it made",
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_approved_on(self) -> date:
        """They cannot have been approved in the future."""
        on = self.cleaned_data["approved_on"]
        if on > self.today:
            raise ValidationError("The date the minutes were approved must be today or earlier")
        return on
