"""The forms by which minutes are approved, and put right."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict

from pcp_scrutiny.components.forms import DateField
from pcp_scrutiny.components.templatetags.formats import time_gds

from ..actions import Agreed
from ..approving import Known
from ..minuting import corrections
from ..models import AgendaItem, Meeting

ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Correcting:
    """A minute that is being corrected: what there is of it, and the field of how it should
    read."""

    known: Known
    field: forms.BoundField
    seen: forms.BoundField

    @property
    def drop(self) -> str:
        """What the button says that takes it away."""
        return f"drop-{self.known.entry.pk}"


class CorrectingForm(forms.Form):
    """Where it was agreed, and which minutes were corrected. ``is_asking`` is a form that grows or
    shrinks by a correction: nothing typed in it is judged yet."""

    item = forms.ChoiceField(label="Where did the panel agree it?")
    pick = forms.ChoiceField(label="Minute to correct", required=False)
    mark_optional = False
    needs_one = True

    def __init__(
        self,
        data: Any = None,
        *,
        places: Iterable[Meeting],
        minutes: Sequence[Known],
        chosen: Sequence[str] = (),
        is_asking: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        self.is_asking = is_asking
        self.items = {str(item.pk): item for meeting in places for item in meeting.items.all()}
        self.fields["item"].choices = [("", "Choose"), *_by_meeting(places), *self.beside()]
        self.minutes = {str(known.entry.pk): known for known in minutes}
        self.fields["pick"].choices = [("", "Choose"), *_by_item(minutes)]
        self.chosen = [pk for pk in dict.fromkeys(chosen) if pk in self.minutes]
        for pk in self.chosen:
            known = self.minutes[pk]
            self.fields[f"reads_{pk}"] = forms.CharField(
                label=f"Minute {known.number} should read",
                initial=known.reads,
                widget=forms.Textarea(attrs={"rows": 4}),
                error_messages={"required": f"Enter what minute {known.number} should read"},
            )
            self.fields[f"seen_{pk}"] = forms.CharField(
                widget=forms.HiddenInput, initial=known.stamp, required=False
            )
        if is_asking:
            self._fill_in()

    def _fill_in(self) -> None:
        """Whatever is shown for the first time has its text, though the form was sent before."""
        self.data = self.data.copy()
        for pk in self.chosen:
            for name in (f"reads_{pk}", f"seen_{pk}"):
                self.data.setdefault(name, self.fields[name].initial)

    def beside(self) -> list[tuple[str, str]]:
        """What can be chosen besides the meetings in the record."""
        return []

    def full_clean(self) -> None:
        """Nothing is judged before the person says that they are done."""
        if self.is_asking:
            self._errors, self.cleaned_data = ErrorDict(), {}
        else:
            super().full_clean()

    @property
    def correcting(self) -> list[Correcting]:
        """The minutes being corrected, in the order in which they were chosen."""
        return [
            Correcting(self.minutes[pk], self[f"reads_{pk}"], self[f"seen_{pk}"])
            for pk in self.chosen
        ]

    @property
    def readings(self) -> list[tuple[Known, str]]:
        """The minutes being corrected, with how they should read."""
        return [(one.known, one.field.value()) for one in self.correcting]

    def clean(self) -> dict[str, Any]:
        """A correction corrects something."""
        given = super().clean()
        if self.needs_one and not self.chosen:
            self.add_error("pick", "Choose a minute that is to be corrected")
        for pk in self.chosen:
            known, reads = self.minutes[pk], given.get(f"reads_{pk}")
            is_same = reads is not None and _bare(reads) == _bare(known.reads)
            if is_same and given.get(f"seen_{pk}") == known.stamp:
                said = f"Minute {known.number} reads so already. Change it, or take it away"
                self.add_error(f"reads_{pk}", said)
        return given

    @property
    def place(self) -> AgendaItem | None:
        """The item under which it was agreed."""
        return self.items.get(self.cleaned_data["item"])

    def agreed(self) -> list[Agreed]:
        """The corrections as typed."""
        given = self.cleaned_data
        return [
            Agreed(
                self.minutes[pk].entry,
                given[f"reads_{pk}"].replace("\r\n", "\n"),
                given[f"seen_{pk}"] or "none",
            )
            for pk in self.chosen
        ]

    def show_again(self) -> None:
        """Come back with what the minutes read now, after someone else changed them."""
        self.data = self.data.copy()
        for pk in self.chosen:
            self.data[f"seen_{pk}"] = self.minutes[pk].stamp


class ApprovalForm(CorrectingForm):
    """Which meeting approved the minutes, with which corrections; or when they were approved where
    that meeting is not in the record."""

    needs_one = False
    approved_on = DateField(label="When did the panel approve them?", required=False)
    why = forms.CharField(
        label="How is that known?",
        help_text="For example, the signed copy in the archive",
        max_length=300,
        required=False,
    )
    others = forms.CharField(
        label="Other corrections, one on each line (optional)",
        help_text="Of what is no minute: who was there, a title. Change it in the draft first",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["item"].label = "Which meeting approved them, under which item?"

    def beside(self) -> list[tuple[str, str]]:
        """A meeting from before the record began."""
        return [(ELSEWHERE, "A meeting that is not recorded here")]

    @property
    def is_elsewhere_open(self) -> bool:
        """Whether the fields for a meeting that is not in the record are shown at once: where they
        are wanted, and where there is no meeting to choose."""
        is_wanted = self["item"].value() == ELSEWHERE or self["why"].value()
        return bool(is_wanted or not self.items or self["approved_on"].errors)

    @property
    def is_elsewhere(self) -> bool:
        """Whether the meeting that approved them is not in the record."""
        return self.cleaned_data["item"] == ELSEWHERE

    def clean_approved_on(self) -> date | None:
        """They cannot have been approved in the future."""
        on = self.cleaned_data["approved_on"]
        if on and on > self.today:
            raise ValidationError("The date the minutes were approved must be today or earlier")
        return on

    def clean(self) -> dict[str, Any]:
        """A day and where it is from for a meeting that is not in the record; neither for one
        that is."""
        given = super().clean()
        if given.get("item") == ELSEWHERE:
            if not given.get("approved_on") and "approved_on" not in self.errors:
                self.add_error("approved_on", "Enter when the panel approved them")
            if not given.get("why"):
                self.add_error("why", "Enter how it is known that they were approved")
            if self.chosen or given.get("others"):
                self.add_error(
                    "item",
                    "Corrections are recorded in the minutes of the meeting that agreed them. "
                    "Choose it, or make the corrections in the draft before you go on",
                )
        elif given.get("approved_on") or given.get("why"):
            self.add_error("approved_on", "Leave this empty: the meeting that you chose has a date")
        return given

    def other_corrections(self) -> list[str]:
        """Those in words, line by line."""
        return [line.strip() for line in self.cleaned_data["others"].splitlines() if line.strip()]


def _by_meeting(places: Iterable[Meeting]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The item that is for it first; meetings of one day are told apart."""
    meetings = list(places)
    days = Counter(meeting.day for meeting in meetings)
    return [
        (
            _called(meeting, is_alone=days[meeting.day] == 1),
            [
                (str(item.pk), f"{_when(meeting, is_alone=days[meeting.day] == 1)}, item {item}")
                for item in sorted(meeting.items.all(), key=lambda item: not _is_for_it(item))
            ],
        )
        for meeting in meetings
    ]


def _is_for_it(item: AgendaItem) -> bool:
    return item.standing == AgendaItem.Standing.MINUTES


def _called(meeting: Meeting, *, is_alone: bool) -> str:
    return str(meeting) if is_alone else f"{meeting}, {time_gds(meeting.starts_at)}"


def _when(meeting: Meeting, *, is_alone: bool) -> str:
    """The day, which a closed list would not show otherwise; with the hour and the title where
    another meeting has the same."""
    day = corrections.in_full(meeting.day)
    return day if is_alone else f"{day}, {time_gds(meeting.starts_at)}, {meeting.title}"


def _by_item(minutes: Iterable[Known]) -> list[tuple[str, list[tuple[str, str]]]]:
    groups: dict[str, list[tuple[str, str]]] = {}
    for known in minutes:
        words = known.reads if len(known.reads) <= 70 else f"{known.reads[:70]}…"
        option = (str(known.entry.pk), f"{known.number}: {words}")
        groups.setdefault(str(known.entry.item), []).append(option)
    return list(groups.items())


def _bare(text: str) -> str:
    return " ".join(text.split())


def usual_place(places: Iterable[Meeting]) -> str:
    """Where minutes are usually approved: under the item of the next meeting that is for it."""
    for meeting in places:
        for item in meeting.items.all():
            if _is_for_it(item):
                return str(item.pk)
    return ""
