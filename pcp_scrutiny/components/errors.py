"""What is wrong in a page's forms, in the order of the page, each with the place to mend it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypedDict

from django.forms import BaseForm, BaseFormSet, BoundField


@dataclass(frozen=True, slots=True)
class Problem:
    """One message, and the id of the input to go to (empty where there is none)."""

    text: str
    target: str = ""


class Summary(TypedDict):
    """What the error summary's template is given."""

    problems: list[Problem]


def summarise(*forms: Any) -> Summary:
    """The problems of these forms and formsets that no summary has shown yet.

    Anything that is not a form is passed over: pages have no form as often as one.
    """
    problems: list[Problem] = []
    for form in forms:
        if isinstance(form, BaseForm | BaseFormSet) and not getattr(form, "is_summarised", False):
            found = list(_problems(form))
            problems.extend(found)
            if found:
                form.is_summarised = True
    return {"problems": problems}


def _problems(form: BaseForm | BaseFormSet) -> Iterator[Problem]:
    if not form.is_bound:
        return
    if isinstance(form, BaseFormSet):
        yield from (Problem(str(error)) for error in form.non_form_errors())
        for member in form.forms:
            if not getattr(member, "cleaned_data", {}).get("DELETE"):
                yield from _problems(member)
        return
    yield from (Problem(str(error)) for error in form.non_field_errors())
    for field in form.hidden_fields():
        yield from (Problem(message) for message in field.messages)
    for _, members in groups(form):
        for field in members:
            yield from (Problem(message, field.error_target) for message in field.messages)


def groups(form: BaseForm) -> list[tuple[str, list[BoundField]]]:
    """The visible fields in the order of the page, under their legends.

    A form may have ``fieldsets``, pairs of a legend and field names; fields that none of them
    names come last, without a legend.
    """
    rest = {field.name: field for field in form.visible_fields()}
    grouped = [
        (legend, [rest.pop(name) for name in names if name in rest])
        for legend, names in getattr(form, "fieldsets", ())
    ]
    return [*grouped, ("", list(rest.values()))]
