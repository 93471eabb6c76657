"""GOV.UK's wording for the errors that Django words itself.

Django's messages ("This field is required.") do not name the field, so that an error summary made
of them helps nobody. A message that a form or a field gives in its own words is left alone.
Source: GOV.UK Design System, "Error message" and each component's section on errors.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import BoundField, FileField
from django.forms.widgets import CheckboxInput, ChoiceWidget
from django.utils.functional import Promise

# Labels that begin with one of these keep their capital inside a sentence.
PROPER = ("Police", "Commissioner", "Mayor", "Deputy Mayor", "RESOLVED")


def lower_first(label: str) -> str:
    """The label as it stands inside a sentence: "Date of letter" -> "date of letter"."""
    second_is_small = label[1:2].islower() or not label[1:2].isalpha()
    return (
        label if label.startswith(PROPER) or not second_is_small else label[:1].lower() + label[1:]
    )


def messages(field: BoundField) -> list[str]:
    """The errors of one field, as a person should read them."""
    return [_message(field, error) for error in field.errors.as_data()]


def _message(field: BoundField, error: ValidationError) -> str:
    # Django's own messages are lazy translations; ours are plain strings.
    ours = WORDING.get(error.code or "") if isinstance(error.message, Promise) else None
    if ours is not None and isinstance(params := error.params or {}, Mapping):
        return ours(field, params)
    return " ".join(str(message) for message in error.messages)


def _required(field: BoundField, params: Mapping[str, Any]) -> str:  # noqa: ARG001
    label = str(field.label).rstrip(":")
    widget = field.field.widget
    if label.endswith("?"):
        return f"Answer the question ‘{label}’"
    if isinstance(field.field, FileField):
        return f"Choose a file for {lower_first(label)}"
    if isinstance(widget, CheckboxInput):
        return f"Tick ‘{label}’"
    return f"{'Select' if isinstance(widget, ChoiceWidget) else 'Enter'} {lower_first(label)}"


def _choice(field: BoundField, params: Mapping[str, Any]) -> str:  # noqa: ARG001
    return f"Choose {lower_first(str(field.label))} from the list"


def _says(sentence: str) -> Callable[[BoundField, Mapping[str, Any]], str]:
    """A sentence about the field: {label} and the error's own parameters are filled in."""

    def say(field: BoundField, params: Mapping[str, Any]) -> str:
        return sentence.format(label=field.label, **params)

    return say


def _invalid(field: BoundField, params: Mapping[str, Any]) -> str:  # noqa: ARG001
    kind = getattr(field.field.widget, "input_type", "text")
    if kind == "email":
        return "Enter an email address in the correct format, like name@example.com"
    if kind == "number":
        return f"{field.label} must be a number, like 12"
    if kind == "file":
        return "The file could not be received. Choose it again"
    if kind == "url":
        return "Enter a web address in the correct format, like https://www.example.com"
    return f"Enter {lower_first(str(field.label))} in the correct format"


def _too_long_name(field: BoundField, params: Mapping[str, Any]) -> str:  # noqa: ARG001
    return (
        f"The name of the file must be {params['max']} characters or less. Rename it and try again"
    )


WORDING: Mapping[str, Callable[[BoundField, Mapping[str, Any]], str]] = {
    "required": _required,
    "missing": _required,
    "invalid": _invalid,
    "invalid_choice": _choice,
    "invalid_pk_value": _choice,
    "max_length": lambda field, params: (
        _too_long_name(field, params)
        if isinstance(field.field, FileField)
        else f"{field.label} must be {params['limit_value']:,} characters or less"
    ),
    "min_length": _says("{label} must be {limit_value} characters or more"),
    "max_value": _says("{label} must be {limit_value} or less"),
    "min_value": _says("{label} must be {limit_value} or more"),
    "max_decimal_places": _says("{label} must have {max} decimal places or fewer"),
    "empty": _says("The selected file is empty"),
}
