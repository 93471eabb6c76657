"""The forms that say who was at a meeting, and in whose place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from pcp_scrutiny.editing import RecordForm
from pcp_scrutiny.panel.models import Panel

from ..actions import Mark
from ..actions.attendance import left_too_early
from ..models import AgendaItem, Attendance, Meeting, PanelMember
from ..people.attended import Seat

NOT_LATE, NOT_EARLY = "From the beginning", "To the end"


@dataclass(frozen=True, slots=True)
class Row:
    """A member on the page: the fields of their seat, and what is recorded of it."""

    member: PanelMember
    seat: Seat
    mark: forms.BoundField
    more: Sequence[forms.BoundField]

    @property
    def is_open(self) -> bool:
        """Whether there is more to see than the mark."""
        return any(field.value() or field.errors for field in self.more)


class MembersForm(forms.Form):
    """How each serving member's seat is marked. Only what was changed on the form is written, so
    that two people who mark different members do not undo each other's work."""

    MARKS = [("present", "Present"), ("apologies", "Apologies"), ("", "Neither")]
    PARTS = ("mark", "note", "substitute", "joined", "left")
    mark_optional = False

    def __init__(
        self,
        *args: Any,
        members: Sequence[PanelMember],
        seats: Mapping[int, Seat],
        items: Sequence[AgendaItem],
        **kw: Any,
    ) -> None:
        super().__init__(*args, **kw)
        self.members = members
        self.seats = {member.pk: seats.get(member.pk, Seat()) for member in members}
        self.items = {str(item.pk): item for item in items}
        for member in members:
            self._add(member, self.seats[member.pk].values)

    def _add(self, member: PanelMember, now: Mapping[str, str]) -> None:
        inline = {"class": "govuk-radios--inline govuk-radios--small"}
        fields = {
            "mark": forms.ChoiceField(
                label=f"{member}: attendance",
                choices=self.MARKS,
                widget=forms.RadioSelect(attrs=inline),
            ),
            "substitute": forms.CharField(label="Substitute who sat there", max_length=150),
            "joined": _of_items("Joined during", NOT_LATE, self.items.values()),
            "left": _of_items("Left during", NOT_EARLY, self.items.values()),
            "note": forms.CharField(label="Note", max_length=200),
            "was": forms.CharField(widget=forms.HiddenInput),
        }
        for name, field in fields.items():
            field.required = False
            field.initial = _as_one(now) if name == "was" else now[name]
            self.fields[f"{name}_{member.pk}"] = field

    @property
    def rows(self) -> list[Row]:
        """Each member with the fields of their seat."""
        return [
            Row(
                member,
                self.seats[member.pk],
                self[f"mark_{member.pk}"],
                [self[f"{part}_{member.pk}"] for part in ("substitute", "joined", "left", "note")],
            )
            for member in self.members
        ]

    def _given(self, member: PanelMember) -> dict[str, str]:
        typed = {part: self.cleaned_data.get(f"{part}_{member.pk}", "") for part in self.PARTS}
        if typed["substitute"] and not typed["mark"]:
            typed["mark"] = "apologies"  # whoever is stood in for is not there
        return typed

    def clean(self) -> dict[str, Any]:
        """Refuse what cannot be, and to overwrite what someone else changed since this form was
        opened."""
        given = super().clean()
        stands_in: dict[str, PanelMember] = {}
        for member in self.members:
            typed, was = self._given(member), given.get(f"was_{member.pk}", "")
            now, mine = _as_one(self.seats[member.pk].values), _as_one(typed)
            if now not in (was, mine) and mine != was:
                self.add_error(
                    f"mark_{member.pk}",
                    f"Someone else marked {member} while this page was open. Open it again to see",
                )
            self._check(member, typed)
            if name := typed["substitute"]:
                if other := stands_in.get(name.casefold()):
                    self.add_error(f"substitute_{member.pk}", f"{name} stands in for {other}")
                stands_in[name.casefold()] = member
        return given

    def _check(self, member: PanelMember, typed: Mapping[str, str]) -> None:
        who = typed["substitute"]
        if who and typed["mark"] == "present":
            self.add_error(
                f"substitute_{member.pk}",
                f"{member} is marked as present, so {who} did not stand in for them",
            )
        joined, left = self.items.get(typed["joined"]), self.items.get(typed["left"])
        if said := left_too_early(who or str(member), joined, left):
            self.add_error(f"left_{member.pk}", said)

    def marks(self, *, rest: bool = False) -> list[Mark]:
        """What was changed on the form; with ``rest``, whoever is not marked is present."""
        found = []
        for member in self.members:
            typed = self._given(member)
            if rest and not typed["mark"]:
                typed["mark"] = "present"
            if _as_one(typed) != self.cleaned_data[f"was_{member.pk}"]:
                joined, left = self.items.get(typed["joined"]), self.items.get(typed["left"])
                mark = Mark(member, typed["mark"], typed["note"], typed["substitute"], joined, left)
                found.append(mark)
        return found


def _of_items(label: str, otherwise: str, items: Iterable[AgendaItem]) -> forms.ChoiceField:
    choices = [("", otherwise), *((str(item.pk), _item(item)) for item in items)]
    return forms.ChoiceField(label=label, choices=choices)


def _item(item: AgendaItem) -> str:
    title = item.title if len(item.title) <= 50 else f"{item.title[:50].rsplit(' ', 1)[0]}…"
    return f"Item {item.number}: {title}"


def _as_one(values: Mapping[str, str]) -> str:
    """A seat's values as one text, to tell whether they changed."""
    return "|".join(values[part] for part in MembersForm.PARTS)


class AgainForm(forms.Form):
    """People who were at the last meeting and may be at this one: officers and the office's staff
    are, from meeting to meeting."""

    mark_optional = False
    again = forms.ModelMultipleChoiceField(
        label="Who was there last time, and is again",
        queryset=Attendance.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "govuk-checkboxes--small"}),
        error_messages={"invalid_choice": "Someone else changed the last meeting meanwhile"},
    )

    def __init__(self, *args: Any, earlier: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meeting = meeting
        self.fields["again"].queryset = earlier
        self.fields["again"].label_from_instance = _with_post

    def people(self) -> list[Attendance]:
        """Those who are ticked, as they would be recorded at this meeting."""
        return [
            Attendance(meeting=self.meeting, name=row.name, capacity=row.capacity, role=row.role)
            for row in self.cleaned_data["again"]
        ]


def _with_post(row: Attendance) -> str:
    return f"{row.name}, {row.role}" if row.role else row.name


class NewcomerForm(forms.Form):
    """One line for someone else who was there."""

    mark_optional = False
    name = forms.CharField(max_length=150, required=False)
    capacity = forms.ChoiceField(label="In what capacity", required=False)
    role = forms.CharField(label="Post or council", max_length=200, required=False)

    def __init__(self, *args: Any, choices: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["capacity"].choices = [("", "Choose"), *choices]

    def clean(self) -> dict[str, Any]:
        """Whoever is named has a capacity."""
        given = super().clean()
        if given.get("name") and not given.get("capacity"):
            self.add_error("capacity", f"Choose in what capacity {given['name']} was there")
        if not given.get("name") and (given.get("capacity") or given.get("role")):
            self.add_error("name", "Enter the name, or empty the line")
        return given


class NewcomersFormSet(forms.BaseFormSet):
    """Some empty lines for others who were there."""

    item_name = "Person"

    def people(self, meeting: Meeting) -> list[Attendance]:
        """Those who were typed."""
        lines = [form.cleaned_data for form in self.forms if form.cleaned_data.get("name")]
        return [
            Attendance(
                meeting=meeting, name=line["name"], capacity=line["capacity"], role=line["role"]
            )
            for line in lines
        ]


Newcomers = forms.formset_factory(NewcomerForm, formset=NewcomersFormSet, extra=3, max_num=20)


def capacities(*, with_substitutes: bool = False) -> list[tuple[str, str]]:
    """In what capacity someone who is no member may be there; the office by its title."""
    capacity = Attendance.Capacity
    left_out = {capacity.MEMBER} if with_substitutes else {capacity.MEMBER, capacity.SUBSTITUTE}
    office = f"{Panel.current().office_title} and staff"
    return [
        (value, office if value == capacity.OFFICE else label)
        for value, label in capacity.choices
        if value not in left_out
    ]


class AttendanceForm(RecordForm):
    """What is recorded of one person at a meeting who is not marked as a member."""

    class Meta:
        model = Attendance
        fields = [
            "name",
            "capacity",
            "role",
            "substitute_for",
            "sent_apologies",
            "joined_at",
            "left_at",
            "note",
        ]
        labels = {
            "capacity": "In what capacity?",
            "role": "Post or council",
            "substitute_for": "In whose place, if a substitute",
            "sent_apologies": "They sent apologies",
            "joined_at": "Joined during",
            "left_at": "Left during",
        }
        help_texts = {"role": "Leave it empty for a substitute: it is the member’s council"}
        widgets = {"capacity": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        meeting = self.instance.meeting
        self.fields["capacity"].choices = capacities(with_substitutes=True)
        serving = PanelMember.objects.serving(meeting.day).in_order_of_office()
        self.fields["substitute_for"].queryset = serving
        self.fields["substitute_for"].empty_label = "Nobody’s"
        self.fields["note"].help_text = "Anything else the minutes should say"
        for name, otherwise in (("joined_at", NOT_LATE), ("left_at", NOT_EARLY)):
            self.fields[name].queryset = meeting.items.order_by("position", "pk")
            self.fields[name].empty_label = otherwise
            self.fields[name].label_from_instance = _item

    def clean(self) -> dict[str, Any]:
        """One person is there once in each capacity; a substitute is for someone."""
        given = super().clean()
        self._once(given)
        self._in_place(given)
        name, joined, left = (given.get(key) for key in ("name", "joined_at", "left_at"))
        if said := left_too_early(name or "They", joined, left):
            self.add_error("left_at", said)
        return given

    def _once(self, given: dict[str, Any]) -> None:
        there = Attendance.objects.filter(
            meeting=self.instance.meeting,
            member=None,
            name=given.get("name"),
            capacity=given.get("capacity"),
        )
        if there.exclude(pk=self.instance.pk).exists():
            self.add_error("name", f"{given['name']} is recorded already")

    def _in_place(self, given: dict[str, Any]) -> None:
        """A substitute's council is that of the member in whose place they sit."""
        member = given.get("substitute_for")
        if given.get("capacity") != Attendance.Capacity.SUBSTITUTE:
            if member:
                self.add_error("substitute_for", "Only a substitute sits in a member’s place")
        elif member is None:
            self.add_error("substitute_for", "Choose the member in whose place they sat")
        elif not given.get("role"):
            given["role"] = member.authority
