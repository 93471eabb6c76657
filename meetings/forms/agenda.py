"""The forms of an agenda: an item, and the standing items."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from pcp_scrutiny.components.forms import DateField, TimeField
from pcp_scrutiny.editing import RecordForm
from pcp_scrutiny.panel.models import Panel

from ..agenda import publication, standing
from ..models import AgendaItem
from .openness import ask_whether_open

FIRST, LAST = "first", ""
TITLE_TOO = (
    ". The public agenda then gives only the number of the item, not its title. To publish the "
    "title, leave the item open and restrict its papers"
)


class ItemForm(RecordForm):
    """An item of the agenda. A new one is given its place; ``after`` is the key of the item that
    it comes after, 0 at the head, None at the end."""

    class Meta:
        model = AgendaItem
        fields = [
            "title",
            "purpose",
            "presenter",
            "starts_at",
            "is_part",
            "standing",
            "restricted_under",
            "is_urgent",
            "special_circumstances",
            "published_on",
        ]
        field_classes = {"starts_at": TimeField, "published_on": DateField}
        labels = {
            "purpose": "What the panel is asked to do",
            "starts_at": "Time",
            "is_part": "It is part of the item before it",
            "standing": "Is it business that every agenda has?",
            "is_urgent": "It is urgent business",
            "special_circumstances": "Special circumstances",
            "published_on": "When was it published?",
        }
        help_texts = {
            "presenter": "For example, the Chief Finance Officer",
            "starts_at": "Only if it is taken at a time of its own. For example, 11:15am",
            "is_part": "It is numbered under that item: 5a, 5b",
            "standing": "So that it can be copied to the next agenda",
            "is_urgent": "It was not on the agenda that was published, and the chair takes it "
            "because of special circumstances, which the minutes specify (Local Government Act "
            "1972 s.100B(4)(b))",
            "special_circumstances": "Why the item cannot wait for the next meeting",
        }
        widgets = {
            "purpose": forms.Textarea(attrs={"rows": 3}),
            "special_circumstances": forms.Textarea(attrs={"rows": 2}),
            "starts_at": forms.TextInput(attrs={"width": 10}),
        }

    fieldsets = [
        ("The business", ["title", "purpose", "presenter", "starts_at"]),
        ("Its place on the agenda", ["place", "is_part", "standing"]),
        ("Openness", ["restricted_under", "opening"]),
        ("If it comes after the agenda", ["is_urgent", "special_circumstances", "published_on"]),
    ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        panel = Panel.current()
        ask_whether_open(self, panel)
        self.fields["restricted_under"].help_text += TITLE_TOO
        self.clock = publication.clock_of(self.instance.meeting, panel)
        self.fields["standing"].choices = [("", "No"), *AgendaItem.Standing.choices]
        if self.clock.published_on is None and not self.instance.published_on:
            del self.fields["published_on"]
        else:
            self._ask_when_it_was_published()
        if self.instance._state.adding:
            self._ask_for_its_place()
        elif self.instance.restricted_under and self.instance.entries.exists():
            self._ask_why_it_may_be_opened()

    def _ask_when_it_was_published(self) -> None:
        self.fields["published_on"].help_text = (
            "Only for an item that came after the agenda. Published by "
            f"{publication.in_words(self.clock.last_day)}, it has the "
            f"{publication.counted(self.clock.days)} of notice that are required"
        )

    def _ask_for_its_place(self) -> None:
        there = list(self.instance.meeting.items.order_by("position", "pk"))
        if not there:
            return
        usual = self._usual_place(there)
        after = [(str(item.pk), f"After {item.number}, {item.title}") for item in there]
        self.initial["place"] = self.initial.get("place") or (
            there[usual - 1].pk if usual else FIRST
        )
        self.fields["place"] = forms.ChoiceField(
            label="Where on the agenda?",
            choices=[(FIRST, "At the beginning"), *after],
            required=False,
        )

    def _usual_place(self, there: list[AgendaItem]) -> int:
        """Where it comes among the items; a part is the last of its item's."""
        asked = str(self.initial.get("place", ""))
        if self.instance.is_part and asked:
            at = [place for place, item in enumerate(there, start=1) if str(item.pk) == asked]
            end = at[0] if at else len(there)
            while end < len(there) and there[end].is_part:
                end += 1
            self.initial["place"] = there[end - 1].pk
            return end
        kinds = [item.standing for item in there]
        if self.clock.published_on:
            exempt = [item.restricted_under is not None for item in there]
            return standing.place_of_late_business(kinds, exempt)
        return standing.place_of_business(kinds)

    def _ask_why_it_may_be_opened(self) -> None:
        self.fields["opening"] = forms.CharField(
            label="Why what was minuted in private may become public",
            help_text="Only if the item is to be open from now on",
            required=False,
            widget=forms.Textarea(attrs={"rows": 2}),
        )

    @property
    def opening(self) -> str:
        """Why what was minuted under it in private may become public."""
        return self.cleaned_data.get("opening", "")

    @property
    def after(self) -> int | None:
        """The key of the item it comes after."""
        place = self.cleaned_data.get("place", LAST)
        if place == LAST:
            return None
        return 0 if place == FIRST else int(place)

    def clean_published_on(self) -> date | None:
        """Publication is recorded once it has happened."""
        return _not_in_the_future(self.cleaned_data["published_on"])

    def clean(self) -> dict[str, Any]:
        """The first item is no part; what is urgent says why."""
        given = super().clean()
        if given.get("is_part") and self._is_first(given):
            self.add_error("is_part", "The first item of an agenda cannot be part of another")
        if given.get("is_urgent") and not given.get("special_circumstances", "").strip():
            self.add_error("special_circumstances", publication.NO_CIRCUMSTANCES)
        return given

    def _is_first(self, given: dict[str, Any]) -> bool:
        if self.instance._state.adding:
            return given.get("place") == FIRST or "place" not in self.fields
        first = self.instance.meeting.items.order_by("position", "pk").first()
        return first == self.instance


def _not_in_the_future(on: date | None) -> date | None:
    if on and on > timezone.localdate():
        raise forms.ValidationError("The day of publication must be today or earlier")
    return on


class StandingForm(forms.Form):
    """Which standing items come onto an agenda, of those that it does not have."""

    kinds = forms.MultipleChoiceField(
        label="Which standing items?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Select at least one standing item"},
    )

    def __init__(self, *args: Any, missing: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = dict(AgendaItem.Standing.choices)
        self.fields["kinds"].choices = [(kind, labels[kind]) for kind in missing]
        self.fields["kinds"].initial = missing
