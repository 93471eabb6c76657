"""Which of the recommendations are sent, and when."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import prefetch_related_objects

from pcp_scrutiny import history

from ..actions import WITH_DATES, dates_of
from ..querysets import RecommendationQuerySet
from ..rules import dates
from .bulk import Confirmation
from .recording import SendForm

SHOWN = 80


class ChooseAndSendForm(Confirmation, SendForm):
    """Some or all of what was not sent, with the dates. Every one is chosen to begin with. It
    remembers the state of each, so that none is recorded as sent in words that the letter did not
    hold."""

    chosen = forms.ModelMultipleChoiceField(
        queryset=None,
        label="Which are sent?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Select at least one recommendation to send",
            "invalid_choice": "One of those you selected has been sent meanwhile, or is no longer "
            "there. Select again from those below",
        },
    )
    field_order = ["chosen", "sent_on", "due_on"]

    def __init__(self, *args: Any, unsent: RecommendationQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, stamps=history.stamps(list(unsent)), **kwargs)
        field = self.fields["chosen"]
        field.queryset = unsent.select_related("raised_in__item__meeting")
        field.initial = [recommendation.pk for recommendation in unsent]
        field.label_from_instance = _in_short

    def clean(self) -> dict[str, Any]:
        """The dates keep to what is known of each: none was sent before it was raised."""
        cleaned = super().clean()
        sent_on, due_on = cleaned.get("sent_on"), cleaned.get("due_on")
        if sent_on and not self.has_error("due_on"):
            chosen = list(cleaned.get("chosen") or ())
            prefetch_related_objects(chosen, *WITH_DATES)
            for recommendation in chosen:
                wrong = dates.against_sending(
                    dates_of(recommendation), sent_on=sent_on, due_on=due_on
                )
                for name, sentence in wrong.items():
                    self.add_error(name, ValidationError(sentence))
                if wrong:
                    break
        return cleaned

    def show_both(self, stale: history.Stale) -> None:
        """What someone else changed in one of them, by name; the letter is to be read again."""
        theirs = stale.theirs
        what = _changed(theirs, since=self.was_seen.get(theirs.pk, ""))
        self.see_again()
        self.add_error(
            None,
            f"Nothing has been recorded. {stale.who or 'Someone else'} changed {theirs} after you "
            f"opened this page: {what}. Preview the letter again and check that it is the one you "
            "send, then record that it was sent.",
        )


def _changed(recommendation: Any, *, since: str) -> str:
    """What differs from the state of that stamp. What was cited is kept beside the record, so it
    is what changed where the record itself did not."""
    rows = recommendation.history.all()
    before = rows.filter(history_id=since).first() if since.isdecimal() else None
    if before is None:
        return "it was not on the page"
    fields = rows.latest().diff_against(before).changed_fields
    names = [str(recommendation._meta.get_field(name).verbose_name) for name in fields]
    return ", ".join(names) or "the paragraphs it cites"


def _in_short(recommendation: Any) -> str:
    words = " ".join(recommendation.text.split())
    cut = words if len(words) <= SHOWN else f"{words[:SHOWN].rpartition(' ')[0]} …"
    return f"{recommendation.reference}: {cut}"
