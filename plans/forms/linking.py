"""What became of some paragraphs, as an officer types it."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django import forms

from .. import labels
from ..models import Comparison, Paragraph, PlanVersion

Side = tuple[str, PlanVersion]

LONGEST = 60
"""Letters of a paragraph's text that tell it from others."""


class Named:
    """The paragraphs of a version, found as people call them."""

    def __init__(self, version: PlanVersion) -> None:
        self.version = version
        self._found: dict[tuple[str, ...], list[Paragraph]] = defaultdict(list)
        self._headings: set[str] = set()
        for paragraph in version.paragraphs.order_by("position", "pk"):
            self._found[_key(paragraph.label or paragraph.name)].append(paragraph)
            if not paragraph.label:
                self._headings.add(paragraph.name)

    def names_in(self, typed: str) -> list[str]:
        """The names in a list: "40, 41", "46(a)-(c)", "Foreword". A heading with commas of its
        own stays whole."""
        whole = "".join(
            rf"{re.escape(heading)}\s*(?=[,;\n]|$)|"
            for heading in sorted(self._headings, key=len, reverse=True)
        )
        parts = re.findall(rf"\s*({whole}[^,;\n]+)", typed, re.IGNORECASE)
        found = [name for part in parts for name in self._apart(part.strip())]
        return list(dict.fromkeys(name for name in found if name))

    def called(self, name: str) -> list[Paragraph]:
        """The paragraphs of that name; several where a number or a heading comes twice."""
        return self._found.get(_key(name), [])

    def _apart(self, part: str) -> Sequence[str]:
        if self.called(part):
            return [part]
        pieces = re.split(r"\s+and\s+|\s*&\s*", part)
        if all(labels.is_label(piece) for piece in pieces):
            return [name for piece in pieces for name in labels.expand(piece)]
        return labels.expand(part)


class LinkForm(forms.Form):
    """The paragraphs on either side. When valid, ``sides`` has them: (earlier, later).

    Where a name is that of several paragraphs, the form asks which are meant.
    """

    mark_optional = False

    earlier = forms.CharField(required=False)
    earlier_which = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    later = forms.CharField(required=False)
    later_which = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)

    sides: tuple[list[Paragraph], list[Paragraph]]

    def __init__(
        self,
        comparison: Comparison,
        *args: Any,
        shown: tuple[Sequence[Paragraph], Sequence[Paragraph]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.named = {"earlier": Named(comparison.earlier), "later": Named(comparison.later)}
        hints = {
            "earlier": "Leave it empty if what the later version says is new",
            "later": "Leave it empty if it is gone",
        }
        for name, paragraphs in zip(self.named, shown, strict=True):
            version, field = self.named[name].version, self.fields[name]
            field.label = f"Paragraphs of {version}"
            field.help_text = f"As they are cited, for example 40, 41 or Foreword. {hints[name]}"
            self.initial.setdefault(name, ", ".join(p.label or p.name for p in paragraphs))
            self.initial.setdefault(f"{name}_which", [str(p.pk) for p in paragraphs])
            self._ask_which(name)

    def _ask_which(self, name: str) -> None:
        typed = self.data.get(name, "") if self.is_bound else self.initial[name]
        named = self.named[name]
        unclear = [
            p
            for word in named.names_in(typed)
            if len(found := named.called(word)) > 1
            for p in found
        ]
        if not unclear:
            del self.fields[f"{name}_which"]
            return
        field = self.fields[f"{name}_which"]
        field.label = f"Which paragraphs of {named.version}?"
        field.help_text = "More than one has the name that you entered"
        field.choices = [(str(p.pk), _described(p)) for p in unclear]

    def clean(self) -> dict[str, Any]:
        """What was typed, as paragraphs."""
        cleaned = super().clean()
        self.sides = (self._meant("earlier"), self._meant("later"))
        if not self.errors and not any(self.sides):
            self.add_error("earlier", "Enter at least one paragraph, of either version")
        return cleaned

    def _meant(self, name: str) -> list[Paragraph]:
        named, chosen = self.named[name], set(self.cleaned_data.get(f"{name}_which") or ())
        meant: list[Paragraph] = []
        for word in named.names_in(self.cleaned_data.get(name) or ""):
            found = named.called(word)
            if not found:
                self.add_error(name, f"{named.version} has no paragraph {word}")
            elif len(found) > 1:
                found = [p for p in found if str(p.pk) in chosen]
                if not found:
                    self.add_error(f"{name}_which", f"Choose which {word} you mean")
            meant += [p for p in found if p not in meant]
        return sorted(meant, key=lambda p: (p.position, p.pk))


def _key(name: str) -> tuple[str, ...]:
    return labels.key(name)


def _described(paragraph: Paragraph) -> str:
    words = paragraph.text if len(paragraph.text) <= LONGEST else f"{paragraph.text[:LONGEST]}…"
    under = f", under {paragraph.heading[-1]}" if paragraph.label and paragraph.heading else ""
    return f"{paragraph.name[:1].upper()}{paragraph.name[1:]}{under}: “{words}”"
