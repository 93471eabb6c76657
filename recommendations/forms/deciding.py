"""Deciding: on an outcome, and what the panel decided."""

from typing import Any

from django import forms
from django.db.models import Case, Q, QuerySet, When

from meetings.models import Meeting, MinuteEntry
from pcp_scrutiny import history
from pcp_scrutiny.components.templatetags.formats import date_gds
from pcp_scrutiny.editing import RecordForm

from ..actions import judging_of
from ..models import Judgement, Outcome
from ..rules.judging import against


def changed_meanwhile(stale: history.Stale) -> str:
    """What someone else did to an outcome after it was read, and what it says now."""
    why = stale.theirs.history.latest().history_change_reason
    return (
        f"Nothing has been recorded. {stale.who or 'Someone else'} changed this outcome after you "
        f"opened the page ({why}). It now says: {stale.theirs.in_words}. "
        "Read it again, then decide."
    )


def stamps_in(data: Any) -> dict[int, str]:
    """Which outcomes a page showed, and the state of each: "12:345", as it sent them."""
    pairs = (sent.partition(":") for sent in data.getlist("seen"))
    return {int(key): stamp for key, _, stamp in pairs if key.isdecimal() and len(key) < 10}


class RejectForm(RecordForm):
    """Why an outcome that the system proposed is not so."""

    class Meta:
        model = Outcome
        fields = ["note"]
        labels = {"note": "Why is this not so?"}
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["note"].required = True
        self.fields["note"].error_messages["required"] = "Enter why this is not so"

    def show_both(self, stale: history.Stale) -> None:
        """What is rejected stands above the form, so what changed there is said in a sentence."""
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = history.stamp(stale.theirs)
        self.add_error(None, changed_meanwhile(stale))


class FirstFocused(forms.RadioSelect):
    """Radios whose first has the focus when the page opens: the keyboard begins there."""

    def create_option(self, name: str, value: Any, label: Any, *args: Any, **kwargs: Any) -> Any:
        """An option; the first is focused."""
        option = super().create_option(name, value, label, *args, **kwargs)
        if str(option["index"]) == "0":
            option["attrs"]["autofocus"] = True
        return option


class MinuteForm(forms.Form):
    """The minute in which a meeting judged, chosen once for many recommendations."""

    mark_optional = False
    minute = forms.ModelChoiceField(
        MinuteEntry.objects.none(), required=False, label="The minute that records the judgements"
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["minute"].queryset = _minutes_of(meeting)
        self.fields["minute"].label_from_instance = _under_its_item


class JudgementForm(RecordForm):
    """What the panel decided, and the minute that says so: a resolution, or any other entry of a
    meeting that was held since. With ``meeting`` only the minutes of that one."""

    class Meta:
        model = Judgement
        fields = ["decision", "entry", "comment"]
        labels = {"decision": "What did the panel decide?", "entry": "The minute that records it"}
        widgets = {"decision": forms.RadioSelect, "comment": forms.Textarea(attrs={"rows": 3})}
        error_messages = {
            "decision": {"required": "Select what the panel decided"},
            "entry": {
                "required": "Select the minute that records the decision. If it is not in the "
                "list, record it in the minutes of the meeting first"
            },
        }

    def __init__(
        self, *args: Any, meeting: Meeting | None = None, is_next: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if is_next:
            self.fields["decision"].widget = FirstFocused()
        self.fields["decision"].choices = Judgement.Decision.choices
        if meeting is not None:
            self.fields["entry"].queryset = _minutes_of(meeting)
            self.fields["entry"].label_from_instance = _under_its_item
        else:
            self.fields["entry"].queryset = self._minutes_since()
            self.fields["entry"].label_from_instance = _in_a_line

    def _minutes_since(self) -> QuerySet:
        """The minutes of the meetings held since it was raised, latest first."""
        raised = self.instance.recommendation.raised_in.item.meeting
        held = {"item__meeting__starts_at__lte": history.now()}
        since = Q(item__meeting__starts_at__gte=raised.starts_at, **held)
        return _ordered(MinuteEntry.objects.filter(since | Q(pk=self.instance.entry_id)))

    def clean(self) -> dict[str, Any]:
        """What the record says against it stands beside the field that it is about."""
        cleaned = super().clean()
        decision, entry = cleaned.get("decision"), cleaned.get("entry")
        if decision and entry:
            self.instance.entry = entry
            for field, sentence in against(judging_of(self.instance), decision).items():
                self.add_error(field, sentence)
        return cleaned


def _minutes_of(meeting: Meeting) -> QuerySet:
    return _ordered(MinuteEntry.objects.filter(item__meeting=meeting))


def _ordered(minutes: QuerySet) -> QuerySet:
    """The latest meeting first, and of each meeting its resolutions first."""
    resolved_first = Case(When(kind=MinuteEntry.Kind.RESOLUTION, then=0), default=1)
    return minutes.select_related("item__meeting").order_by(
        "-item__meeting__starts_at", resolved_first, "item__position", "position", "pk"
    )


def _in_a_line(entry: MinuteEntry) -> str:
    return f"{date_gds(entry.item.meeting.starts_at)}, {_under_its_item(entry)}"


def _under_its_item(entry: MinuteEntry) -> str:
    return f"item {entry.item.number}: {entry.get_kind_display()}: {entry.text[:80]}"
