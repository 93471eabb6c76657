"""The forms of a meeting and its agenda."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from pcp_scrutiny.components.forms import DateField, DateTimeField
from pcp_scrutiny.editing import RecordForm

from .. import papers
from ..models import AgendaItem, Meeting, Paper
from .wording import LIGHT_MARKDOWN

NOT_RESTRICTED = "Open to the public"

OF_WHAT = ("minutes_of", "version", "about")
"""The fields that say what a paper from the record is of."""


class MeetingForm(RecordForm):
    """When and where a meeting is held."""

    class Meta:
        model = Meeting
        fields = ["title", "starts_at", "venue", "how_to_attend"]
        field_classes = {"starts_at": DateTimeField}
        labels = {"title": "Name of the meeting", "starts_at": "Date and time"}
        help_texts = {
            "starts_at": "For example, 11 December 2026 at 10:30am",
            "how_to_attend": "What the front sheet tells the public: the webcast, the public "
            "gallery, how to put a question",
        }


class PublicationForm(forms.Form):
    """The day on which the agenda was published."""

    published_on = DateField(label="When was the agenda published?")

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["published_on"].initial = today

    def clean_published_on(self) -> date:
        """Publication is recorded once it has happened."""
        on = self.cleaned_data["published_on"]
        if on > self.today:
            raise ValidationError("The date of publication must be today or earlier")
        return on


class ItemForm(RecordForm):
    """An item of the agenda."""

    class Meta:
        model = AgendaItem
        fields = ["title", "purpose", "presenter", "restricted_under", "special_circumstances"]
        labels = {
            "purpose": "What the panel is asked to do",
            "restricted_under": "Is it open to the public?",
            "special_circumstances": "Why the item is urgent",
        }
        help_texts = {
            "restricted_under": "An exempt item is left out of the public pack. The paragraphs "
            "are those of Part 1 of Schedule 12A to the Local Government Act 1972",
            "special_circumstances": "Only for an item that was not on the published agenda: the "
            "special circumstances by which the chair takes it as urgent",
        }
        widgets = {
            "purpose": forms.Textarea(attrs={"rows": 3}),
            "special_circumstances": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say_open(self)


class PaperKindForm(forms.Form):
    """The kind of a paper, which decides what else there is to say of it."""

    kind = forms.ChoiceField(
        label="What kind of paper is it?",
        widget=forms.RadioSelect,
        error_messages={"required": "Select what kind of paper it is"},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = paper_kinds()


def paper_kinds() -> list[tuple[str, str]]:
    """Every kind of paper: those that are written here, and those made from the record."""
    return [(Paper.WRITTEN, "Written here"), *papers.kinds()]


class PaperForm(RecordForm):
    """A paper of a kind under an item, written here or made from the record. It asks only what
    its kind needs; ``kind_in_words`` is for the page to say."""

    class Meta:
        model = Paper
        fields = ["kind", "minutes_of", "version", "label", "title", "text", "restricted_under"]
        labels = {"restricted_under": "Is it open to the public?"}
        help_texts = {"label": "For example, Paper B", "text": LIGHT_MARKDOWN}
        widgets = {"text": forms.Textarea(attrs={"rows": 16})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = self.data.get("kind", self.instance.kind) if self.is_bound else self.instance.kind
        self.fields["kind"] = forms.ChoiceField(choices=paper_kinds(), widget=forms.HiddenInput)
        self.kind_in_words = dict(paper_kinds()).get(kind, kind)
        self.of = papers.of(kind)
        for name in OF_WHAT:
            if self.of is None or self.of.field != name:
                self.fields.pop(name, None)
        if self.of:
            self._ask_what_it_is_of(self.of)
        self.fields["title"].error_messages["required"] = "Enter title"
        if kind != Paper.WRITTEN:
            self.fields["title"].required = False
            self.fields["title"].help_text = "Leave empty to use the usual title"
            if not (self.instance.text or self.data.get("text")):
                del self.fields["text"]
        _say_open(self)

    def _ask_what_it_is_of(self, of: papers.Of) -> None:
        if of.field == "about":  # what an app above keeps: the paper has its key
            self.fields["about"] = forms.ModelChoiceField(None)
            self.initial["about"] = self.instance.about
            self.order_fields(["kind", "about"])
        field = self.fields[of.field]
        field.queryset = of.choices(self.instance.item.meeting)
        field.label, field.help_text, field.required = of.asks, of.hint, True
        field.error_messages["required"] = of.missing
        if of.field == "version":
            field.label_from_instance = lambda found: f"{found.plan}: {found}"
        field.empty_label = "Choose"

    def clean(self) -> dict[str, Any]:
        """What a paper is of depends on its kind; only one that is written here has a text."""
        given = super().clean()
        for name in OF_WHAT:
            if name not in self.fields:
                setattr(self.instance, name, None)  # it may have been of another kind
        if "about" in self.fields:
            self.instance.about = getattr(given.get("about"), "pk", None)
        if given.get("kind") != Paper.WRITTEN and given.get("text"):
            self.add_error(
                "text", "A paper from the record has no text of its own: take this text out"
            )
        if not given.get("title"):
            given["title"] = self._usual_title(given)
        return given

    def _usual_title(self, given: dict[str, Any]) -> str:
        if self.of is None:
            return papers.label_of(given.get("kind") or "")
        what = given.get(self.of.field)
        return self.of.called(what) if what else ""


def _say_open(form: forms.ModelForm) -> None:
    field = form.fields["restricted_under"]
    field.choices = [("", NOT_RESTRICTED), *field.choices[1:]]
