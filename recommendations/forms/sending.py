"""Which of the recommendations are sent, and when."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from ..actions import dates_of
from ..querysets import RecommendationQuerySet
from ..rules import dates
from .recording import SendForm

SHOWN = 80


class ChooseAndSendForm(SendForm):
    """Some or all of what was not sent, with the dates. Every one is chosen to begin with."""

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
        super().__init__(*args, **kwargs)
        field = self.fields["chosen"]
        field.queryset = unsent.select_related("raised_in__item__meeting")
        field.initial = [recommendation.pk for recommendation in unsent]
        field.label_from_instance = _in_short

    def clean(self) -> dict[str, Any]:
        """The dates keep to what is known of each: none was sent before it was raised."""
        cleaned = super().clean()
        sent_on, due_on = cleaned.get("sent_on"), cleaned.get("due_on")
        if sent_on and not self.has_error("due_on"):
            for recommendation in cleaned.get("chosen") or ():
                wrong = dates.against_sending(
                    dates_of(recommendation), sent_on=sent_on, due_on=due_on
                )
                for name, sentence in wrong.items():
                    self.add_error(name, ValidationError(sentence))
                if wrong:
                    break
        return cleaned


def _in_short(recommendation: Any) -> str:
    words = " ".join(recommendation.text.split())
    cut = words if len(words) <= SHOWN else f"{words[:SHOWN].rpartition(' ')[0]} …"
    return f"{recommendation.reference}: {cut}"
