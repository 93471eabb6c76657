"""The forms of a paper: its kind first, then what that kind needs."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from pcp_scrutiny.components.forms import DateField
from pcp_scrutiny.editing import RecordForm
from pcp_scrutiny.panel.models import Panel

from .. import papers
from ..actions import labels_follow
from ..agenda import paper_labels, publication
from ..models import Paper
from .openness import ask_whether_open
from .wording import LIGHT_MARKDOWN

OF_WHAT = ("minutes_of", "version", "about")
"""The fields that say what a paper from the record is of."""


BACKGROUND = (
    "One a line. Documents that disclose facts on which the report, or an important part of it, is "
    "based, and that were relied on to a material extent in preparing it. Not works that are "
    "published, and nothing that is exempt. The agenda lists them, and the public may inspect them "
    "for {years} years after the meeting"
)
"""Local Government Act 1972 s.100D."""


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
    """Every kind of paper: written here, sent in as a file, or made from the record."""
    own = [(Paper.WRITTEN, "Written here"), (Paper.UPLOADED, "A PDF or Word document")]
    return [*own, *papers.kinds()]


class PaperForm(RecordForm):
    """A paper of a kind under an item, written here or made from the record. It asks only what
    its kind needs; ``kind_in_words`` is for the page to say."""

    class Meta:
        model = Paper
        fields = [
            "kind",
            "minutes_of",
            "version",
            "label",
            "title",
            "text",
            "background",
            "restricted_under",
            "is_to_follow",
            "received_on",
            "published_on",
            "late_reason",
        ]
        field_classes = {"received_on": DateField, "published_on": DateField}
        labels = {
            "background": "Background papers",
            "is_to_follow": "It is to follow",
            "received_on": "When was it received?",
            "published_on": "When was it published?",
            "late_reason": "Why was it late?",
        }
        help_texts = {
            "text": LIGHT_MARKDOWN,
            "is_to_follow": "The agenda lists it, and says that it is to follow",
            "late_reason": "Only for a paper that members have less time to read than the clear "
            "days of notice. The agenda gives the reason",
        }
        widgets = {
            "text": forms.Textarea(attrs={"rows": 16}),
            "background": forms.Textarea(attrs={"rows": 3}),
            "late_reason": forms.Textarea(attrs={"rows": 2}),
        }

    place = forms.TypedChoiceField(
        label="Where does it come under the item?", coerce=int, empty_value=None, required=False
    )

    fieldsets = [
        ("The paper", [*("upload", *OF_WHAT, "label", "title", "text", "background", "place")]),
        ("Openness", ["restricted_under"]),
        (
            "When members can read it",
            ["is_to_follow", "received_on", "published_on", "late_reason"],
        ),
    ]

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
        panel = Panel.current()
        years = panel.background_papers_kept_years
        self.fields["background"].help_text = BACKGROUND.format(years=years)
        ask_whether_open(self, panel)
        self._ask_when(publication.clock_of(self.instance.item.meeting, panel))
        self._suggest_a_label()
        self._ask_place()

    @property
    def came_with(self) -> dict[str, Any]:
        """What the actions are given beside the paper: its place, where that was changed."""
        return {"after": self.cleaned_data["place"]} if "place" in self.changed_data else {}

    def hold_file(self) -> None:
        """Keep what came with a form that has to be mended: nothing."""

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

    def _ask_when(self, clock: publication.Clock) -> None:
        last = publication.in_words(clock.last_day)
        self.fields["received_on"].help_text = f"In time for the agenda: {last} or earlier"
        if clock.published_on is None and not self.instance.published_on:
            del self.fields["published_on"]
            return
        hint = "Only for a paper that came after the agenda"
        item, is_new = self.instance.item, self.instance._state.adding
        if is_new and item.published_on:
            day = publication.in_words(item.published_on)
            hint += f". Leave it empty if it came with its item, {day}"
        elif is_new or self.instance.is_to_follow:
            hint += ". Leave it empty for today"
        self.fields["published_on"].help_text = hint

    def _suggest_a_label(self) -> None:
        item = self.instance.item
        others = Paper.objects.filter(item__meeting=item.meeting).exclude(pk=self.instance.pk)
        others = others.order_by("item__position", "position", "pk")
        labels = list(others.values_list("item_id", "label"))
        free = paper_labels.next_paper(label for _, label in labels)
        hint = f"Leave it empty for a paper without a label. The next that is free: {free}"
        whole = [(under, label) for under, label in labels if label and " to " not in label]
        here = [label for under, label in whole if under == item.pk]
        for last in (here or [label for _, label in whole])[-1:]:
            hint += f", or {paper_labels.next_appendix([label for _, label in labels], last)}"
        if labels_follow(item.meeting):
            hint += ". Letters follow the order of the agenda until it is published"
        self.fields["label"].help_text = hint
        if self.instance._state.adding:
            self.initial["label"] = free

    def _ask_place(self) -> None:
        """Among the papers of its item, if there are others."""
        there = list(self.instance.item.papers.order_by("position", "pk"))
        others = [paper for paper in there if paper.pk != self.instance.pk]
        if not others:
            del self.fields["place"]
            return
        after = [(paper.pk, f"After {paper}") for paper in others]
        self.fields["place"].choices = [(0, "First"), *after]
        before = [0, *(paper.pk for paper in there)]
        at = there.index(self.instance) if self.instance in there else -1
        self.initial["place"] = before[at]

    def clean_background(self) -> str:
        """One a line, without the bullets of a list that was pasted."""
        typed = self.cleaned_data["background"].splitlines()
        lines = (line.strip().lstrip("•*-–").strip() for line in typed)
        return "\n".join(line for line in lines if line)

    def clean_published_on(self) -> date | None:
        """Publication is recorded once it has happened."""
        return _not_in_the_future(self.cleaned_data["published_on"], "published")

    def clean_received_on(self) -> date | None:
        """So is what was received."""
        return _not_in_the_future(self.cleaned_data["received_on"], "received")

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
                "text", "A paper of this kind has no text of its own: take this text out"
            )
        if not given.get("title"):
            given["title"] = self._usual_title(given)
        return given

    def _usual_title(self, given: dict[str, Any]) -> str:
        if self.of is None:
            return papers.label_of(given.get("kind") or "")
        what = given.get(self.of.field)
        return self.of.called(what) if what else ""


def _not_in_the_future(on: date | None, what: str) -> date | None:
    if on and on > timezone.localdate():
        raise forms.ValidationError(f"The day it was {what} must be today or earlier")
    return on
