"""The forms of what someone is to do."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from pcp_scrutiny.components.forms import DateField
from pcp_scrutiny.editing import RecordForm

from ..models import Action


class ActionForm(RecordForm):
    """Who is to do something, and by when."""

    why = forms.CharField(
        label="Why it changes",
        required=False,
        max_length=300,
        help_text="For example, who agreed another date. It is kept in the history",
    )

    class Meta:
        model = Action
        fields = ["owner", "due_on"]
        field_classes = {"due_on": DateField}
        labels = {"owner": "Who is to do it", "due_on": "By when"}
        help_texts = {"owner": "Leave it empty if nobody is named yet"}


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


class ActionFilters(forms.Form):
    """Which actions are listed: how they stand, whose they are, where they were agreed."""

    mark_optional = False

    stand = forms.ChoiceField(
        label="How they stand",
        choices=[
            ("open", "Not done"),
            ("overdue", "Overdue"),
            ("nobody", "Nobody named"),
            ("done", "Done"),
            ("all", "All"),
        ],
        required=False,
    )
    owner = forms.ChoiceField(label="Who is to do it", required=False)
    meeting = forms.TypedChoiceField(
        label="Agreed at", coerce=int, empty_value=None, required=False
    )

    def __init__(self, data: Any, *, found: Any) -> None:
        """``found`` are all the actions that someone may read."""
        super().__init__(data)
        owners = found.exclude(owner="").order_by("owner").values_list("owner", flat=True)
        self.fields["owner"].choices = [("", "Anyone"), *((o, o) for o in owners.distinct())]
        held = {action.entry.item.meeting for action in found}
        meetings = sorted(held, key=lambda meeting: meeting.starts_at, reverse=True)
        self.fields["meeting"].choices = [("", "Any meeting"), *((m.pk, str(m)) for m in meetings)]

    def narrow(self, found: Any, *, on: date) -> Any:
        """Those that are asked for; what was asked in no way that is offered is not asked."""
        asked = self.cleaned_data if self.is_valid() else {}
        stands = {
            "overdue": lambda: found.overdue(on),
            "nobody": lambda: found.open().without_owner(),
            "done": found.done,
            "all": found.all,
        }
        narrowed = stands.get(asked.get("stand", ""), found.open)()
        if asked.get("owner"):
            narrowed = narrowed.filter(owner=asked["owner"])
        if asked.get("meeting"):
            narrowed = narrowed.filter(entry__item__meeting=asked["meeting"])
        return narrowed.by_day()
