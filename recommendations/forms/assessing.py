"""An officer's view of a version against what the panel said, with what partners said."""

from collections.abc import Iterable
from typing import Any

from django import forms

from pcp_scrutiny import history
from pcp_scrutiny.editing import Difference, RecordForm

from ..actions import Said
from ..models import Assessment, PartnerComment

MOST_PARTNERS = 50


class Lines(forms.CharField):
    """Text of several lines. A form sends line breaks otherwise than a script does, and what is
    the same must be known to be the same."""

    def to_python(self, value: Any) -> str:
        """The text with line breaks as they are kept."""
        return super().to_python(value).replace("\r\n", "\n")


class PartnerForm(forms.Form):
    """What one partner said. Left empty, or emptied, it is no comment."""

    mark_optional = False

    source = forms.CharField(
        required=False,
        label="Who commented",
        max_length=PartnerComment._meta.get_field("source").max_length,
    )
    text = Lines(required=False, label="What they said", widget=forms.Textarea(attrs={"rows": 3}))

    def clean(self) -> dict[str, Any]:
        """A comment has words and names its source."""
        cleaned = super().clean()
        source, text = cleaned.get("source"), cleaned.get("text")
        if text and not source and "source" not in self.errors:
            self.add_error("source", "Enter who said this")
        elif source and not text:
            self.add_error("text", f"Enter what {source} said")
        return cleaned


class _PartnerFormSet(forms.BaseFormSet):
    item_name = "Partner’s comment"

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        """The box that takes a comment out says so."""
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = "Take this comment out"


PartnerFormSet = forms.formset_factory(
    PartnerForm,
    formset=_PartnerFormSet,
    extra=1,
    can_delete=True,
    can_delete_extra=False,
    max_num=MOST_PARTNERS,
    absolute_max=MOST_PARTNERS,
    validate_max=True,
)


class AssessmentForm(RecordForm):
    """The officer's view of one recommendation against a version, and in ``partners`` what
    partners said: they are sent, found wrong, and out of date together."""

    class Meta:
        model = Assessment
        fields = ["view", "comment", "questions", "suggested_wording", "wording_place"]
        field_classes = dict.fromkeys(("comment", "questions", "suggested_wording"), Lines)
        labels = {
            "view": "Does this version meet the point?",
            "questions": "Questions the panel may wish to ask",
            "suggested_wording": "Wording suggested for the plan",
            "wording_place": "Where it would go",
        }
        help_texts = {
            "questions": "One on each line",
            "wording_place": "For example: paragraph 20, at the end",
        }
        widgets = {
            "view": forms.RadioSelect(attrs={"class": "govuk-radios--small app-views"}),
            "comment": forms.Textarea(attrs={"rows": 4}),
            "questions": forms.Textarea(attrs={"rows": 3}),
            "suggested_wording": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_stale = False
        self.fields["view"].choices = Assessment.View.choices
        self.fields["view"].error_messages["required"] = "Select your view"
        written = self.instance.partner_comments.all() if self.instance.pk else ()
        self.partners = PartnerFormSet(
            self.data if self.is_bound else None,
            initial=[{"source": one.source, "text": one.text} for one in written],
            prefix=self.add_prefix("partners"),
            # A row that was saved while the page was open counts as one of its extra rows, and
            # Django would take it for empty where nothing in it was changed since.
            form_kwargs={"empty_permitted": False},
        )

    def is_valid(self) -> bool:
        """Whether both are, so that all that is wrong is said at once."""
        return all([super().is_valid(), self.partners.is_valid()])

    def clean(self) -> dict[str, Any]:
        """A place is the place of words."""
        cleaned = super().clean()
        if cleaned.get("wording_place") and not cleaned.get("suggested_wording"):
            self.add_error("suggested_wording", "Enter the wording that would go there")
        return cleaned

    @property
    def said(self) -> list[Said]:
        """What partners said, as it should stand."""
        rows = (form.cleaned_data for form in self.partners)
        kept = (row for row in rows if row.get("source") and not row.get("DELETE"))
        return [Said(row["source"], row["text"]) for row in kept]

    @property
    def is_touched(self) -> bool:
        """Whether anything was entered or changed."""
        changed = any(name != "seen" for name in self.changed_data)
        return changed or self.partners.has_changed()

    @property
    def messages(self) -> list[tuple[str, str]]:
        """What is wrong, each with the id of the input to go to ("" for none)."""
        general = [*self.non_field_errors(), *self.partners.non_form_errors()]
        found = [(str(error), "") for error in general]
        for form in (self, *self.partners):
            for field in form.visible_fields():
                found += [(message, field.error_target) for message in field.messages]
        return found

    def show_both(self, stale: history.Stale) -> None:
        """The partners' comments are records of their own, so they are compared here."""
        super().show_both(stale)
        self.is_stale = True
        there = [Said(c.source, c.text) for c in stale.theirs.partner_comments.all()]
        if there != self.said:
            label = "Partners’ comments"
            self.differences += (Difference(label, _in_words(there), _in_words(self.said)),)


def _in_words(said: Iterable[Said]) -> str:
    return "\n".join(f"{one.source}: {one.text}" for one in said)
