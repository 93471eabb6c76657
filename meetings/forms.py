"""The forms of meetings, in GOV.UK's wording."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from pcp_scrutiny.components.forms import DateField, DateTimeField
from pcp_scrutiny.editing import RecordForm
from pcp_scrutiny.panel.models import Panel

from . import papers
from .actions import Mark
from .models import AgendaItem, Attendance, Meeting, MinuteEntry, PanelMember, Paper

LIGHT_MARKDOWN = (
    "Leave an empty line between paragraphs. Begin a line with - for a bullet, 1. for a number, "
    "# for a heading. **Two stars** make bold."
)
NOT_RESTRICTED = "Open to the public"


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
        ("", ["kind", "label", "title", "minutes_of", "text", "restricted_under"]),
    ]

    class Meta:
        model = Paper
        fields = ["kind", "label", "title", "minutes_of", "text", "restricted_under"]
        labels = {
            "kind": "What kind of paper is it?",
            "minutes_of": "Meeting whose minutes they are",
            "restricted_under": "Is it open to the public?",
        }
        help_texts = {
            "label": "For example, Paper B",
            "title": "May be left empty for a paper from the record",
            "minutes_of": "Only for minutes",
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
        earlier = Meeting.objects.filter(starts_at__lt=meeting.starts_at)
        self.fields["minutes_of"].queryset = earlier.order_by("-starts_at")
        self.fields["minutes_of"].empty_label = "Choose a meeting"
        _say_open(self)

    def clean(self) -> dict[str, Any]:
        """Only minutes are of a meeting; only a paper that is written here has a text."""
        given = super().clean()
        kind = given.get("kind")
        if kind == "minutes" and not given.get("minutes_of"):
            self.add_error("minutes_of", "Choose the meeting whose minutes they are")
        if kind != "minutes":
            given["minutes_of"] = None
        if kind != Paper.WRITTEN and given.get("text"):
            self.add_error(
                "text", "A paper from the record has no text of its own: take this text out"
            )
        given["title"] = given.get("title") or self._usual_title(given)
        if not given["title"]:
            self.add_error("title", "Enter title")
        return given

    def _usual_title(self, given: dict[str, Any]) -> str:
        if given.get("kind") == "minutes" and (of := given.get("minutes_of")):
            return f"Minutes of the meeting held on {of.day.day} {of.day:%B %Y}"
        if given.get("kind") in (None, Paper.WRITTEN, "minutes"):
            return ""
        return papers.label_of(given["kind"])


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
    owner = forms.CharField(
        label="Who is to do it",
        max_length=200,
        required=False,
        help_text="For an undertaking by the Commissioner, the name of the office",
    )
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


class MembersForm(forms.Form):
    """How each serving member is marked. Only what was changed on the form is written, so that
    two people who mark different members do not undo each other's work."""

    MARKS = [("present", "Present"), ("apologies", "Apologies"), ("", "Neither")]
    mark_optional = False

    def __init__(
        self,
        *args: Any,
        members: Sequence[PanelMember],
        recorded: Mapping[int, Attendance],
        **kw: Any,
    ) -> None:
        super().__init__(*args, **kw)
        self.members = members
        self.recorded = {member.pk: _mark_of(recorded.get(member.pk)) for member in members}
        for member in members:
            mark, note = self.recorded[member.pk]
            self.fields[f"mark_{member.pk}"] = forms.ChoiceField(
                label=f"{member}: attendance",
                choices=self.MARKS,
                widget=forms.RadioSelect(
                    attrs={"class": "govuk-radios--inline govuk-radios--small"}
                ),
                required=False,
                initial=mark,
            )
            self.fields[f"note_{member.pk}"] = forms.CharField(
                label=f"{member}: note", max_length=200, required=False, initial=note
            )
            self.fields[f"was_{member.pk}"] = forms.CharField(
                widget=forms.HiddenInput, required=False, initial=f"{mark}|{note}"
            )

    @property
    def rows(self) -> list[tuple[PanelMember, forms.BoundField, forms.BoundField]]:
        """Each member with the fields that mark them."""
        return [(m, self[f"mark_{m.pk}"], self[f"note_{m.pk}"]) for m in self.members]

    def clean(self) -> dict[str, Any]:
        """Refuse to overwrite a mark that someone else changed since this form was opened."""
        given = super().clean()
        for member in self.members:
            now = "|".join(self.recorded[member.pk])
            mine = f"{given.get(f'mark_{member.pk}', '')}|{given.get(f'note_{member.pk}', '')}"
            was = given.get(f"was_{member.pk}", "")
            if now not in (was, mine) and mine != was:
                self.add_error(
                    f"mark_{member.pk}",
                    f"Someone else marked {member} while this page was open. Open it again to see",
                )
        return given

    def marks(self) -> list[Mark]:
        """What was changed on the form."""
        given = self.cleaned_data
        return [
            Mark(member, mark, note)
            for member in self.members
            for mark, note in [(given[f"mark_{member.pk}"], given[f"note_{member.pk}"])]
            if f"{mark}|{note}" != given[f"was_{member.pk}"]
        ]


def _mark_of(recorded: Attendance | None) -> tuple[str, str]:
    if recorded is None:
        return "", ""
    return ("apologies" if recorded.sent_apologies else "present"), recorded.note


class AttendanceForm(RecordForm):
    """Someone at a meeting who is not a serving member of the panel."""

    class Meta:
        model = Attendance
        fields = ["name", "capacity", "role", "sent_apologies", "note"]
        labels = {"capacity": "In what capacity?", "sent_apologies": "They sent apologies"}
        widgets = {"capacity": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        office = f"{Panel.current().office_title} and staff"
        self.fields["capacity"].choices = [
            (value, office if value == Attendance.Capacity.OFFICE else label)
            for value, label in Attendance.Capacity.choices
            if value != Attendance.Capacity.MEMBER
        ]

    def clean(self) -> dict[str, Any]:
        """One person is there once in each capacity."""
        given = super().clean()
        there = Attendance.objects.filter(
            meeting=self.instance.meeting, name=given.get("name"), capacity=given.get("capacity")
        )
        if there.exclude(pk=self.instance.pk).exists():
            self.add_error("name", f"{given['name']} is recorded already")
        return given


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


def _say_open(form: forms.ModelForm) -> None:
    field = form.fields["restricted_under"]
    field.choices = [("", NOT_RESTRICTED), *field.choices[1:]]
