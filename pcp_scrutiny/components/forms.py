"""Forms as GOV.UK forms: ``{{ form }}`` prints everything.

``GovukRenderer`` (the FORM_RENDERER setting) chooses the templates in ``templates/forms/`` and puts
GOV.UK's classes on Django's widgets. Beside it, the fields that take dates and times the way GOV.UK
asks for them. A form may have ``fieldsets``, pairs of a legend and field names, and
``mark_optional = False`` where "(optional)" would only be noise (filters).
"""

from typing import Any

from django.forms import BoundField
from django.forms.renderers import TemplatesSetting
from django.forms.widgets import CheckboxInput, CheckboxSelectMultiple, RadioSelect, Widget

from pcp_scrutiny.components import wording
from pcp_scrutiny.components.dates import (
    DateField,
    DateInput,
    DateTimeField,
    DateTimeInput,
    TimeField,
)

__all__ = [
    "DateField",
    "DateInput",
    "DateTimeField",
    "DateTimeInput",
    "GovukBoundField",
    "GovukRenderer",
    "TimeField",
]

# Attributes that make the browser complain in its own words, or cut off what is pasted, before
# the form can say what is wrong.
UNWANTED = ("required", "maxlength", "minlength", "min", "max", "step", "cols")

CLASSES = {
    **dict.fromkeys(
        ("text", "email", "password", "number", "url", "tel", "search", "date", "datetime", "time"),
        "govuk-input",
    ),
    "textarea": "govuk-textarea",
    "select": "govuk-select",
    "file": "govuk-file-upload",
    "clearable_file_input": "govuk-file-upload",
    "checkbox": "govuk-checkboxes__input",
}
OURS = ("checkbox_select", "clearable_file_input", "file", "password", "radio")
DJANGO = "django/forms/widgets/"


class GovukBoundField(BoundField):
    """A field of a form with what the GOV.UK templates ask of it."""

    @property
    def messages(self) -> list[str]:
        """The field's errors in GOV.UK's wording."""
        return wording.messages(self)

    @property
    def error_target(self) -> str:
        """The id of the input that the error summary leads to."""
        widget = self.field.widget
        if isinstance(widget, RadioSelect | CheckboxSelectMultiple):
            return f"{self.auto_id}_0"
        if isinstance(widget, DateInput | DateTimeInput):
            parts = self.error_parts or widget.parts
            return f"{self.auto_id}_{parts[0]}"
        return self.id_for_label or self.auto_id

    @property
    def error_parts(self) -> tuple[str, ...]:
        """Which parts of a date are wrong, as far as its errors say."""
        parts: list[str] = []
        for error in self.errors.as_data():
            parts.extend((error.params or {}).get("parts", ()))
        return tuple(parts)

    @property
    def is_single_checkbox(self) -> bool:
        """Whether the label follows the input."""
        return isinstance(self.field.widget, CheckboxInput)

    @property
    def is_optional(self) -> bool:
        """Whether the label says so. A box left unticked is an answer, so it never does."""
        marked = getattr(self.form, "mark_optional", True)
        said = "optional" in str(self.label).lower()
        return marked and not (self.field.required or self.is_single_checkbox or said)

    def build_widget_attrs(
        self, attrs: dict[str, Any], widget: Widget | None = None
    ) -> dict[str, Any]:
        """Django's attributes, and for a date the parts that are wrong."""
        built = super().build_widget_attrs(attrs, widget)
        if isinstance(widget or self.field.widget, DateInput | DateTimeInput) and self.errors:
            built["error_parts"] = self.error_parts or (widget or self.field.widget).parts
        return built


class GovukRenderer(TemplatesSetting):
    """Renders forms, formsets, fields and widgets as GOV.UK components."""

    form_template_name = "forms/form.html"
    formset_template_name = "forms/formset.html"
    field_template_name = "forms/field.html"
    bound_field_class = GovukBoundField

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        """Render a template; a widget's gets GOV.UK's classes first."""
        if template_name.startswith(DJANGO) and "widget" in context:
            kind = template_name.removeprefix(DJANGO).removesuffix(".html")
            context = {**context, "widget": _dressed(kind, context["widget"])}
            if kind in OURS:
                template_name = f"forms/widgets/{kind}.html"
        return super().render(template_name, context, request)


def _dressed(kind: str, widget: dict[str, Any]) -> dict[str, Any]:
    """The widget's context with GOV.UK's classes added to its own, and the unwanted taken away.

    ``attrs={"width": 10}`` sets the width in characters (2, 3, 4, 5, 10, 20 or 30).
    """
    attrs = {name: value for name, value in widget["attrs"].items() if name not in UNWANTED}
    is_wrong = attrs.get("aria-invalid") == "true"
    width = attrs.pop("width", None)
    classes = []
    if base := CLASSES.get(kind):
        classes.append(base)
        if is_wrong and kind != "checkbox":
            classes.append(f"{base}--error")
        if width:
            classes.append(f"govuk-input--width-{width}")
    if kind == "password":
        attrs.setdefault("autocomplete", "current-password")
        classes.extend(("govuk-password-input__input", "govuk-js-password-input-input"))
    if own := attrs.pop("class", ""):
        classes.append(own)
    if classes:
        attrs["class"] = " ".join(classes)
    if kind == "number":
        # Typed number fields change when scrolled over and hide what cannot be read as a number.
        attrs["inputmode"] = (
            "numeric" if widget["attrs"].get("step", "1") in ("1", 1) else "decimal"
        )
        widget = {**widget, "type": "text"}
    return {**widget, "attrs": attrs}
