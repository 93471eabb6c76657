"""The forms of a meeting and its agenda."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from pcp_scrutiny.components.forms import DateField, DateTimeField
from pcp_scrutiny.editing import RecordForm
from plans.models import PlanVersion

from .. import papers
from ..models import AgendaItem, Meeting, Paper
from .wording import LIGHT_MARKDOWN

NOT_RESTRICTED = "Open to the public"

MISSING = {
    "minutes_of": "Choose the meeting whose minutes they are",
    "version": "Choose the version of the plan",
}
"""What a paper from the record can be of, and what is said where that is not chosen."""


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


class ItemForm(RecordForm):
    """An item of the agenda."""

    class Meta:
        model = AgendaItem
        fields = ["title", "purpose", "presenter", "restricted_under", "special_circumstances"]
        labels = {
            "purpose": "What the panel is asked to do",
            "restricted_under": "Is it open to the public?",
            "special_circumstances": "Why the item is urgent",
        }
        help_texts = {
            "restricted_under": "An exempt item is left out of the public pack. The paragraphs "
            "are those of Part 1 of Schedule 12A to the Local Government Act 1972",
            "special_circumstances": "Only for an item that was not on the published agenda: the "
            "special circumstances by which the chair takes it as urgent",
        }
        widgets = {
            "purpose": forms.Textarea(attrs={"rows": 3}),
            "special_circumstances": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say_open(self)


class PaperForm(RecordForm):
    """A paper under an item, written here or made from the record."""

    fieldsets = [
        ("", ["kind", "label", "title", "minutes_of", "version", "text", "restricted_under"]),
    ]

    class Meta:
        model = Paper
        fields = ["kind", "label", "title", "minutes_of", "version", "text", "restricted_under"]
        labels = {
            "kind": "What kind of paper is it?",
            "minutes_of": "Meeting whose minutes they are",
            "version": "Version of the plan whose changes it shows",
            "restricted_under": "Is it open to the public?",
        }
        help_texts = {
            "label": "For example, Paper B",
            "title": "May be left empty for a paper from the record",
            "minutes_of": "Only for minutes. Those offered are approved or a finished draft",
            "version": "Only for what changed in a plan. It is compared with the one it revises",
            "text": f"Only for a paper that is written here. {LIGHT_MARKDOWN}",
        }
        widgets = {"text": forms.Textarea(attrs={"rows": 16})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"] = forms.ChoiceField(
            label=self.fields["kind"].label,
            choices=[(Paper.WRITTEN, "Written here"), *papers.kinds()],
            widget=forms.RadioSelect,
            initial=Paper.WRITTEN,
        )
        self.fields["title"].required = False
        meeting = self.instance.item.meeting
        self.fields["minutes_of"].queryset = Meeting.objects.with_finished_minutes(
            before=meeting.starts_at
        )
        self.fields["minutes_of"].empty_label = "Choose a meeting"
        self.fields["version"].queryset = PlanVersion.objects.locked().filter(
            comparison__isnull=False
        )
        self.fields["version"].label_from_instance = lambda found: f"{found.plan}: {found}"
        self.fields["version"].empty_label = "Choose a version"
        _say_open(self)

    def clean(self) -> dict[str, Any]:
        """What a paper is of depends on its kind; only one that is written here has a text."""
        given = super().clean()
        kind = given.get("kind")
        for field, missing in MISSING.items():
            if papers.of(kind or "") != field:
                given[field] = None
            elif not given.get(field):
                self.add_error(field, missing)
        if kind != Paper.WRITTEN and given.get("text"):
            self.add_error(
                "text", "A paper from the record has no text of its own: take this text out"
            )
        given["title"] = given.get("title") or self._usual_title(given)
        if not given["title"]:
            self.add_error("title", "Enter title")
        return given

    def _usual_title(self, given: dict[str, Any]) -> str:
        if meeting := given.get("minutes_of"):
            return f"Minutes of the meeting held on {meeting.day.day} {meeting.day:%B %Y}"
        if version := given.get("version"):
            return f"{version.plan}: what changed in the {version.get_kind_display().lower()}"
        kind = given.get("kind")
        if kind in (None, Paper.WRITTEN) or papers.of(kind):
            return ""
        return papers.label_of(given["kind"])


def _say_open(form: forms.ModelForm) -> None:
    field = form.fields["restricted_under"]
    field.choices = [("", NOT_RESTRICTED), *field.choices[1:]]
