"""The form of an interest that someone declared."""

from typing import Any

from django import forms

from pcp_scrutiny.editing import RecordForm

from ..models import Declaration, Meeting, PanelMember


class DeclarationForm(RecordForm):
    """An interest declared at a meeting, by one of those who were there."""

    name = forms.ChoiceField(label="Who declared it?")

    class Meta:
        model = Declaration
        fields = ["name", "item", "interest", "withdrew"]
        labels = {
            "item": "In which item?",
            "interest": "What is the interest?",
            "withdrew": "They left the meeting for the item",
        }
        help_texts = {
            "interest": "The kind of interest and what it is in. For example, Other registrable "
            "interest, as a trustee of a charity that applies for the grant",
            "withdrew": "Whoever left does not count towards the quorum for the item",
        }
        widgets = {"interest": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        meeting = self.instance.meeting
        self.fields["name"].choices = _people(meeting, also=self.instance.name)
        self.fields["item"].queryset = meeting.items.order_by("position", "pk")
        self.fields["item"].empty_label = "In the meeting as a whole"

    def clean(self) -> dict[str, Any]:
        """Nobody leaves for an item that is not named."""
        given = super().clean()
        if given.get("withdrew") and not given.get("item"):
            self.add_error("item", "Choose the item that they left the meeting for")
        return given


def _people(meeting: Meeting, *, also: str) -> list[tuple[str, Any]]:
    """Those recorded as there; the members who serve and are not; and whoever is named already."""
    rows = meeting.attendances.all()
    there = [row.name for row in rows if not row.sent_apologies]
    serving = PanelMember.objects.serving(meeting.day).in_order_of_office()
    others = [member.name for member in serving if member.name not in there]
    if also and also not in (*there, *others):
        others.append(also)
    groups = [("Recorded as there", there), ("Not recorded as there", others)]
    named = [(heading, [(name, name) for name in names]) for heading, names in groups if names]
    return [("", "Choose"), *named]
