"""What is asked for when packs are made and published."""

from typing import Any

from django import forms
from django.db import models

from ..models import Pack

BOTH = "both"
FOR_WHOM = "Say for whom the pack is: public, full or both."
WHICH = "A supplement has a number from 1 to 999; the pack itself has 0 or none."


class NumbersField(forms.Field):
    """Numbers, each sent by itself under the same name."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value: Any) -> list[int]:
        """Each as the number of a record, which has its bounds."""
        number = forms.IntegerField(min_value=1, max_value=models.BigIntegerField.MAX_BIGINT)
        try:
            return [number.clean(each) for each in value or ()]
        except forms.ValidationError as fault:
            raise forms.ValidationError(
                "A paper to be made without is given by its number, which this is not."
            ) from fault


class AskingForm(forms.Form):
    """For whom packs are to be made; of which supplement; without which papers."""

    audience = forms.ChoiceField(
        choices=[*Pack.Audience.choices, (BOTH, "Both")],
        error_messages=dict.fromkeys(("required", "invalid_choice"), FOR_WHOM),
    )
    supplement = forms.IntegerField(
        min_value=0,
        max_value=999,
        required=False,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), WHICH),
    )
    without = NumbersField(required=False)

    def clean_supplement(self) -> int:
        """Without one it is the pack itself."""
        return self.cleaned_data["supplement"] or 0

    @property
    def faults(self) -> str:
        """What is wrong with what was sent, in sentences."""
        return " ".join(said for told in self.errors.values() for said in told)

    @property
    def audiences(self) -> list[str]:
        """For whom, one after the other: the public pack is shown first."""
        asked = self.cleaned_data["audience"]
        return list(Pack.Audience.values) if asked == BOTH else [asked]


class PublishingForm(forms.Form):
    """Whether the pack of the other audience is published at the same time; asked where there is
    one that can be."""

    with_twin = forms.BooleanField(required=False)

    def __init__(self, *args: Any, twin: Pack | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if twin is None:
            del self.fields["with_twin"]
            return
        field = self.fields["with_twin"]
        field.label = f"Publish the {twin.called[0].lower()}{twin.called[1:]} at the same time"
        field.initial = True
