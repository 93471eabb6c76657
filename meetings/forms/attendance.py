"""The forms that say who was at a meeting."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from pcp_scrutiny.editing import RecordForm
from pcp_scrutiny.panel.models import Panel

from ..actions import Mark
from ..models import Attendance, Declaration, PanelMember


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
        self.records = recorded
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
    def rows(
        self,
    ) -> list[tuple[PanelMember, forms.BoundField, forms.BoundField, Attendance | None]]:
        """Each member with the fields that mark them, and the record there is already."""
        return [
            (m, self[f"mark_{m.pk}"], self[f"note_{m.pk}"], self.records.get(m.pk))
            for m in self.members
        ]

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
            meeting=self.instance.meeting,
            member=None,
            name=given.get("name"),
            capacity=given.get("capacity"),
        )
        if there.exclude(pk=self.instance.pk).exists():
            self.add_error("name", f"{given['name']} is recorded already")
        return given


class DeclarationForm(RecordForm):
    """An interest declared at a meeting."""

    class Meta:
        model = Declaration
        fields = ["name", "item", "interest", "withdrew"]
        labels = {
            "name": "Who declared it?",
            "item": "In which item?",
            "interest": "What is the interest?",
            "withdrew": "They left the meeting for the item",
        }
        widgets = {"interest": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item"].queryset = self.instance.meeting.items.all()
        self.fields["item"].empty_label = "In the meeting as a whole"

    def clean(self) -> dict[str, Any]:
        """Nobody leaves for an item that is not named."""
        given = super().clean()
        if given.get("withdrew") and not given.get("item"):
            self.add_error("item", "Choose the item that they left the meeting for")
        return given
