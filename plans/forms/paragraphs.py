"""Forms on the paragraphs of a version: looking through them, and correcting what was read."""

import json
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString

from pcp_scrutiny import history
from pcp_scrutiny.documents.characters import even
from pcp_scrutiny.editing import Difference, RecordForm

from .. import labels, splitting
from ..document.outline import Section
from ..models import Paragraph


class FindForm(forms.Form):
    """What to look for in a version."""

    find = forms.CharField(
        label="Find in this version", required=False, widget=forms.TextInput({"type": "search"})
    )
    mark_optional = False


class HeadingsField(forms.CharField):
    """The headings above a paragraph, one a line, outermost first."""

    def prepare_value(self, value: Any) -> Any:
        """The lines in the box."""
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:
        """The headings, without blank lines."""
        lines = (" ".join(line.split()) for line in (super().to_python(value) or "").splitlines())
        return [line for line in lines if line]


class ParagraphForm(RecordForm):
    """A paragraph to correct, or one that the reading missed."""

    heading = HeadingsField(
        label="Headings above it",
        help_text="One on each line, the widest first",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    class Meta:
        model = Paragraph
        fields = ["label", "text", "heading"]
        labels = {"label": "Number", "text": "Text"}
        help_texts = {
            "label": "As it is cited, for example 46, 46(e) or 4.3.4. Leave it empty for text"
            " without a number, such as a foreword"
        }
        widgets = {
            "label": forms.TextInput(attrs={"width": 10}),
            "text": forms.Textarea(attrs={"rows": 12}),
        }

    mark_optional = False

    def clean_label(self) -> str:
        """The one form of a label: 46.e is 46(e)."""
        return labels.normalise(self.cleaned_data["label"])

    def clean_text(self) -> str:
        """The text as the reading would have it: browsers send other line ends."""
        return even(self.cleaned_data["text"]).strip()


class SplitForm(RecordForm):
    """Where to cut a paragraph. When valid, ``parts`` are its parts, each with its label."""

    class Meta:
        model = Paragraph
        fields = ["text"]
        labels = {"text": "Text"}
        help_texts = {
            "text": "Put a line with only --- wherever a new paragraph begins. If the new"
            " paragraph has a number, begin it with the number"
        }
        widgets = {"text": forms.Textarea(attrs={"rows": 16})}

    parts: list[tuple[str, str]]

    def clean_text(self) -> str:
        """The text with its cuts, at least one."""
        text = self.cleaned_data["text"]
        self.parts = splitting.parts(text, self.instance.label)
        if len(self.parts) < 2:
            raise forms.ValidationError(
                "Put a line with only --- where the paragraph is to be split, with text on both"
                " sides of it"
            )
        return text


class ConfirmForm(RecordForm):
    """Nothing to fill in: the person has seen a paragraph and says yes to what is asked."""

    class Meta:
        model = Paragraph
        fields = []

    def _conflict(self) -> SafeString:
        return format_html(
            "{} changed this paragraph after you opened it. Nothing was done. It is shown as it"
            " now is: check it and press the button again",
            self.who or "Someone else",
        )


class CorrectFilterForm(forms.Form):
    """Which paragraphs of a version to show on the page of corrections."""

    ALL, CHECK = "", "check"

    show = forms.ChoiceField(
        label="Show", choices=[(ALL, "All"), (CHECK, "To check")], required=False
    )
    section = forms.TypedChoiceField(label="Section", coerce=int, empty_value=0, required=False)
    find = forms.CharField(
        label="Find", required=False, widget=forms.TextInput({"type": "search", "width": 20})
    )
    mark_optional = False

    def __init__(self, sections: Sequence[Section], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        titles = [
            (number, "\u2003" * (section.level - 2) + (section.title or "Without a heading"))
            for number, section in enumerate(sections, start=1)
        ]
        self.fields["section"].choices = [("", "All sections"), *titles]


class MoveForm(RecordForm):
    """Where to put a paragraph: after which other."""

    after = forms.ModelChoiceField(
        Paragraph.objects.none(),
        label="Put it after",
        required=False,
        empty_label="The very beginning, before the first paragraph",
    )

    class Meta:
        model = Paragraph
        fields = []

    mark_optional = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = list(self.instance.version.paragraphs.order_by("position", "pk"))
        at = others.index(self.instance)
        self.fields["after"].queryset = self.instance.version.paragraphs.exclude(
            pk=self.instance.pk
        )
        self.fields["after"].label_from_instance = _beginning
        choices = [(other.pk, _beginning(other)) for other in others if other != self.instance]
        self.fields["after"].choices = [("", self.fields["after"].empty_label), *choices]
        self.initial["after"] = others[at - 1].pk if at else ""


def _beginning(paragraph: Paragraph) -> str:
    """Its number and its first words."""
    words = " ".join(paragraph.text.split())
    words = words if len(words) <= 60 else f"{words[:60].rsplit(' ', 1)[0]}…"
    return f"{paragraph.label}: {words}" if paragraph.label else words


class HeadingsForm(forms.Form):
    """The headings above a paragraph, for all that stands under them. When valid, ``changed`` are
    the new words of those that changed, by their level from the outermost, 0.

    ``sent`` are the headings that the form was made from, None where it does not say. Where others
    stand there by now, ``show_both`` brings back what changed on either side, as RecordForm does.
    """

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    mark_optional = False
    differences: tuple[Difference, ...] = ()
    who: Any = None

    def __init__(self, heading: Sequence[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sent = _path(self.data.get("seen", "")) if self.is_bound else None
        self._set_out(heading if self.sent is None else self.sent)

    def _set_out(self, heading: Sequence[str]) -> None:
        self.heading = list(heading)
        self.initial["seen"] = json.dumps(self.heading)
        for name in [name for name in self.fields if name.startswith("title_")]:
            del self.fields[name]
        for level, title in enumerate(heading):
            self.fields[f"title_{level}"] = forms.CharField(
                label=f"Heading {level + 1}", required=False, max_length=200, initial=title
            )

    @property
    def changed(self) -> dict[int, str]:
        """Only those that say something else; an empty one is to be taken away."""
        pairs = enumerate(zip(self.heading, self._said, strict=True))
        return {level: new for level, (old, new) in pairs if new != old}

    @property
    def _said(self) -> list[str]:
        levels = range(len(self.heading))
        return [" ".join(self.cleaned_data[f"title_{level}"].split()) for level in levels]

    def show_both(self, stale: history.Stale) -> None:
        """Come back with the headings as they now are, and among them what was typed here where it
        is clear for which of them it was meant."""
        theirs, mine, changed = list(stale.theirs.heading), self._said, self.changed
        self.who = stale.who
        if is_alike := len(theirs) == len(self.heading):
            pairs = enumerate(zip(theirs, mine, strict=True), start=1)
            self.differences = tuple(
                Difference(f"Heading {n}", old, new) for n, (old, new) in pairs if old != new
            )
        else:
            self.differences = (Difference("Headings", "\n".join(theirs), "\n".join(mine)),)
        self._set_out(theirs)
        self.data = self.data.copy()
        self.data["seen"] = self.initial["seen"]
        for level, title in enumerate(theirs):
            self.data[f"title_{level}"] = changed.get(level, title) if is_alike else title
        self.add_error(
            None,
            format_html(
                "{} changed these headings after you opened them. Nothing has been overwritten. "
                "Compare the two below, put into the form what should stand, and save again.",
                self.who or "Someone else",
            ),
        )


def _path(sent: str) -> list[str] | None:
    """Headings as a form sent them; None where it did not, or nothing that it makes."""
    try:
        path = json.loads(sent)
    except (ValueError, RecursionError):
        return None
    is_path = isinstance(path, list) and len(path) < 50 and all(isinstance(t, str) for t in path)
    return path if is_path else None


class MakeHeadingForm(RecordForm):
    """Where a heading stands that was read as a paragraph."""

    level = forms.TypedChoiceField(
        label="Where does the heading stand?",
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Select where the heading stands"},
    )

    class Meta:
        model = Paragraph
        fields = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        above = self.instance.heading
        places = [
            (level, f"Under “{' › '.join(above[:level])}”" + _in_place_of(above[level:]))
            for level in range(len(above), 0, -1)
        ]
        self.fields["level"].choices = [
            *places,
            (0, "At the top of the plan" + _in_place_of(above)),
        ]


def _in_place_of(headings: Sequence[str]) -> str:
    return f", beside “{headings[0]}”" if headings else ""
