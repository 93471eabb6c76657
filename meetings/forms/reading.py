"""Minutes that were written elsewhere: sent in, checked against what was read, and confirmed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from pcp_scrutiny.components.forms import DateField, TimeField
from pcp_scrutiny.documents.forms import SendInForm
from pcp_scrutiny.panel.models import Panel

from .. import exempt
from ..models import Meeting, MinuteEntry
from .openness import NOT_RESTRICTED

NEW = "new"
MOST_ENTRIES = 900
"""What a form of one page can send; a meeting that was minuted word for word has 200."""
EXCLUDES_NOBODY = "No, the public stayed"
WIDTH = 60
LEVELS = (("0", "Entry"), ("1", "Point"), ("2", "Sub-point"))


class _Words(forms.Textarea):
    """A box as high as its words need, so that a page of a hundred entries is no longer than it
    must be."""

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """The rows that the words fill, at about 60 characters each."""
        words = str(value or "")
        rows = sum(1 + len(line) // WIDTH for line in words.split("\n") or [""])
        return super().get_context(name, value, {**(attrs or {}), "rows": min(12, rows)})


class BringInForm(SendInForm):
    """The minutes, as a file or as pasted text."""

    mark_optional = False


class MeetingOfMinutesForm(forms.Form):
    """Which meeting the minutes are of: one of the calendar that has none, or one to add to it.
    ``meeting`` is it, not saved, once the form is valid."""

    choice = forms.ChoiceField(
        label="Which meeting are these the minutes of?",
        error_messages={
            "required": "Select the meeting",
            "invalid_choice": "Select a meeting that has no minutes on record yet",
        },
    )
    title = forms.CharField(required=False, max_length=200, label="Name of the meeting")
    held_on = DateField(required=False, label="Date of the meeting")
    starts_at = TimeField(
        required=False,
        label="Time it began",
        help_text="For example, 10:30am",
        widget=forms.TextInput(attrs={"width": 10}),
    )
    venue = forms.CharField(required=False, max_length=300, label="Venue")

    fieldsets = [
        ("The meeting", ["choice"]),
        ("If it is not in the calendar yet", ["title", "held_on", "starts_at", "venue"]),
    ]
    mark_optional = False
    meeting: Meeting

    def __init__(self, *args: Any, meetings: Sequence[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meetings = {str(meeting.pk): meeting for meeting in meetings}
        there = [(key, str(meeting)) for key, meeting in self.meetings.items()]
        self.fields["choice"].choices = [(NEW, "One that is not in the calendar yet"), *there]

    def clean(self) -> dict[str, Any]:
        """A meeting of the calendar is what it is; one to add has its day, time and place."""
        given = super().clean()
        if given.get("choice") in self.meetings:
            self.meeting = self.meetings[given["choice"]]
            for name in ("title", "held_on", "starts_at", "venue"):
                self.errors.pop(name, None)
        elif given.get("choice") == NEW:
            self._describe(given)
        return given

    def _describe(self, given: dict[str, Any]) -> None:
        for name, words in (
            ("title", "Enter the name of the meeting"),
            ("held_on", "Enter the date of the meeting"),
            ("starts_at", "Enter the time at which the meeting began"),
            ("venue", "Enter where the meeting was held"),
        ):
            if not given.get(name) and name not in self.errors:
                self.add_error(name, words)
        if self.errors:
            return
        starts_at = timezone.make_aware(datetime.combine(given["held_on"], given["starts_at"]))
        if starts_at > timezone.now():
            self.add_error("held_on", "The meeting must have been held: its date is to come")
            return
        self.meeting = Meeting(title=given["title"], starts_at=starts_at, venue=given["venue"])


class ReadItemForm(forms.Form):
    """An item as it was read. ``unsure`` says what to look at; ``number`` is what was printed."""

    mark_optional = False

    title = forms.CharField(required=False, max_length=300, label="Title", widget=forms.TextInput)
    purpose = forms.CharField(required=False, widget=forms.HiddenInput)
    restricted_under = forms.TypedChoiceField(
        required=False, coerce=int, empty_value=None, label="Is it open to the public?"
    )
    leave_out = forms.BooleanField(required=False, label="Leave this item out")

    def __init__(self, *args: Any, panel: Panel, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = exempt.choices(panel.nation)
        self.fields["restricted_under"].choices = [("", NOT_RESTRICTED), *offered]
        self.unsure = self.initial.get("unsure", ())
        self.number = self.initial.get("number", "")
        self.entries: list[ReadEntryForm] = []

    def clean(self) -> dict[str, Any]:
        """An item that is kept has a title."""
        given = super().clean()
        if not given.get("leave_out") and not given.get("title") and "title" not in self.errors:
            self.add_error("title", "Enter the title of the item, or leave it out")
        return given


class ReadEntryForm(forms.Form):
    """An entry as it was read. ``number`` is what was printed before it. Where it seems to exclude
    the public, or to let them in again, it asks whether it does."""

    mark_optional = False

    kind = forms.ChoiceField(label="Kind", choices=MinuteEntry.Kind.choices)
    level = forms.TypedChoiceField(label="Level", choices=LEVELS, coerce=int)
    text = forms.CharField(required=False, widget=_Words)
    excludes = forms.TypedChoiceField(
        required=False,
        coerce=int,
        empty_value=None,
        label="Does it exclude the public from what follows?",
        help_text="What is minuted after it is withheld until they are let in again",
    )
    readmits = forms.BooleanField(
        required=False, label="The public was let in again: what follows is public"
    )
    leave_out = forms.BooleanField(required=False, label="Leave it out")
    field_order = ["text", "kind", "level", "excludes", "readmits", "leave_out"]

    def __init__(self, *args: Any, panel: Panel, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.number = self.initial.get("number", "")
        for name, asked in (("excludes", "may_exclude"), ("readmits", "may_readmit")):
            if not self.initial.get(asked):
                del self.fields[name]
        if "excludes" in self.fields:
            offered = [(number, f"Yes: {words}") for number, words in exempt.choices(panel.nation)]
            self.fields["excludes"].choices = [("", "Select"), (0, EXCLUDES_NOBODY), *offered]
            if self.initial["excludes"] not in dict(offered):
                self.initial["excludes"] = None

    def call(self, place: int) -> None:
        """Name it by its place under its item and by the number that was printed."""
        self.fields["text"].label = f"Entry {place}" + (f": {self.number}" if self.number else "")

    def clean(self) -> dict[str, Any]:
        """An entry that is kept has words."""
        given = super().clean()
        if not given.get("leave_out") and not given.get("text"):
            self.add_error("text", "Enter the words of the entry, or leave it out")
        if "excludes" in self.fields and not given.get("leave_out") and not self.errors:
            self._exclude(given)
        return given

    def _exclude(self, given: dict[str, Any]) -> None:
        if given.get("excludes") is None:
            self.add_error(
                "excludes",
                "Select the paragraph under which the public was excluded, or that they were not",
            )
        elif given["excludes"] and given["kind"] != MinuteEntry.Kind.RESOLUTION:
            self.add_error("kind", "Only a resolution excludes the public: select Resolution")


ReadItemFormSet = forms.formset_factory(ReadItemForm, extra=0, max_num=300, absolute_max=300)
ReadEntryFormSet = forms.formset_factory(
    ReadEntryForm, extra=0, max_num=MOST_ENTRIES, absolute_max=MOST_ENTRIES
)
