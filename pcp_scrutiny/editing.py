"""Forms on records that matter: two people editing the same thing never lose either's words.

A ``RecordForm`` remembers which state of the record it was made from. When someone else has saved
in between, ``saved`` does not overwrite: the form comes back showing both, and what is sent then
is the decision of someone who has seen both.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils.html import format_html
from django.utils.safestring import SafeString

from . import history

Result = TypeVar("Result")


@dataclass(frozen=True)
class Difference:
    """A field that someone else left otherwise than this form has it."""

    label: str
    theirs: str
    yours: str


class RecordForm(forms.ModelForm):
    """A form on one record with history, existing or new."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    differences: tuple[Difference, ...] = ()
    who: Any = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        is_shown = not self.instance._state.adding and not self.is_bound
        if is_shown and "seen" not in self.initial:  # a page of many asks for all at once
            self.initial["seen"] = history.stamp(self.instance)

    @property
    def stamp(self) -> str | None:
        """The state of the record this form was made from; None for a new record."""
        return None if self.instance._state.adding else self.cleaned_data.get("seen") or "none"

    def show_both(self, stale: history.Stale) -> None:
        """Come back with the other person's words beside these, ready to be sent again."""
        theirs = forms.model_to_dict(stale.theirs, fields=self.fields)
        self.who = stale.who
        self.differences = tuple(
            Difference(str(field.label), _words(self, name, theirs[name]), _words(self, name, mine))
            for name, field in self.fields.items()
            if name in theirs
            and getattr(mine := self.cleaned_data.get(name), "pk", mine) != theirs[name]
        )
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = history.stamp(stale.theirs)
        self.add_error(None, self._conflict())

    def _conflict(self) -> SafeString:
        return format_html(
            "{} changed this after you opened it. Nothing has been overwritten. "
            "Compare the two below, put into the form what should stand, and save again.",
            self.who or "Someone else",
        )


def saved(form: RecordForm, save: Callable[[], Result]) -> Result | None:
    """Do ``save`` if the form is valid; None when the form must be shown again.

    A refusal by the records themselves (ValidationError) or, where two saved at once, by the
    database (IntegrityError) becomes an error of the form. ``save`` must be atomic.
    """
    if not form.is_valid():
        return None
    try:
        return save()
    except history.Stale as stale:
        form.show_both(stale)
    except IntegrityError:
        form.add_error(None, "Someone else saved the same just now. Check, and try again.")
    except ValidationError as refusal:
        _say_refused(form, refusal)
    return None


def _say_refused(form: forms.Form, refusal: ValidationError) -> None:
    """At the field that the refusal names, where the form has it."""
    named = refusal.error_dict if hasattr(refusal, "error_dict") else {None: [refusal]}
    for name, errors in named.items():
        messages = [message for error in errors for message in error.messages]
        form.add_error(name if name in form.fields else None, forms.utils.ErrorList(messages))


def _words(form: forms.Form, name: str, value: Any) -> str:
    """A field's value as people read it: a choice by its label, a list line by line."""
    if isinstance(value, list | tuple):
        return "\n".join(str(part) for part in value)
    choices = getattr(form.fields[name], "choices", None)
    if choices is not None:
        key = getattr(value, "pk", value)
        return next((str(label) for option, label in choices if str(option) == str(key)), "")
    return "" if value is None else str(value)
