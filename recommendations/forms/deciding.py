"""Deciding: on an outcome, and what the panel decided."""

from typing import Any

from django import forms

from meetings.models import MinuteEntry
from pcp_scrutiny import history
from pcp_scrutiny.components.templatetags.formats import date_gds
from pcp_scrutiny.editing import RecordForm

from ..models import Judgement, Outcome


def changed_meanwhile(stale: history.Stale) -> str:
    """What someone else did to an outcome after it was read, and what it says now."""
    why = stale.theirs.history.latest().history_change_reason
    return (
        f"Nothing has been recorded. {stale.who or 'Someone else'} changed this outcome after you "
        f"opened the page ({why}). It now says: {stale.theirs.in_words}. "
        "Read it again, then decide."
    )


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


class JudgementForm(RecordForm):
    """What the panel decided, and the minute that says so."""

    class Meta:
        model = Judgement
        fields = ["decision", "entry", "comment"]
        labels = {"decision": "What did the panel decide?", "entry": "The minute that records it"}
        widgets = {"decision": forms.RadioSelect}
        error_messages = {
            "decision": {"required": "Select what the panel decided"},
            "entry": {"required": "Select the minute that records the decision"},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decision"].choices = Judgement.Decision.choices
        minutes = MinuteEntry.objects.filter(kind=MinuteEntry.Kind.RESOLUTION)
        raised = self.instance.recommendation.raised_in.item.meeting.starts_at
        since = minutes.filter(item__meeting__starts_at__gte=raised)
        self.fields["entry"].queryset = since.select_related("item__meeting")
        self.fields["entry"].label_from_instance = lambda entry: (
            f"{date_gds(entry.item.meeting.starts_at)}: {entry.text[:80]}"
        )
