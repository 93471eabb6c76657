"""An outcome as an officer enters it, and as an officer corrects it."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from django import forms

from pcp_scrutiny import history
from plans import labels
from plans.compared.changes import Change
from plans.finding import Paragraphs
from plans.models import PlanVersion, Revision

from ..models import Outcome, Recommendation
from .deciding import changed_meanwhile
from .letters import RecommendationChoice

LONGEST = 60
"""Letters of a paragraph that tell it from others in a list."""

VERDICTS = {
    "borne out": "Borne out: the plan was changed to answer the point",
    "not borne out": "Not borne out: the response says so, the plan does not",
    "as stated": "As stated: the plan says it already, as the response states",
    "not found": "Not found: the plan has no such place",
    "changed without being claimed": "Changed without being claimed: no response says so",
}


class PlaceForm(forms.Form):
    """Where in a version something became of a recommendation: one of its changes, or any
    paragraph by its number. When valid, ``cleaned_data`` has ``revision`` and ``place``."""

    mark_optional = False

    change = forms.TypedChoiceField(
        required=False, empty_value=None, label="Which change of the plan is it?"
    )
    paragraph = forms.CharField(
        required=False,
        max_length=100,
        label="Or the number of a paragraph that did not change",
        help_text="A number or a heading, as in 46(e) or Foreword. Leave it empty if you chose a "
        "change.",
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
    )
    verdict = forms.ChoiceField(
        label="What does the plan show?",
        choices=list(VERDICTS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Select what the plan shows"},
    )

    def __init__(
        self, *args: Any, version: PlanVersion, changes: Sequence[Change], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.version = version
        by_key = {str(change.revision.pk): change.revision for change in changes}
        self.fields["change"].choices = [("", "None of these"), *_grouped(changes)]
        self.fields["change"].coerce = by_key.get
        self.fields["change"].error_messages["invalid_choice"] = (
            "That change is not in the comparison any more: choose again"
        )

    def clean(self) -> dict[str, Any]:
        """A change, or a paragraph; a verdict that fits is the action's to say."""
        cleaned = super().clean()
        typed = " ".join((cleaned.get("paragraph") or "").split())
        revision, place = cleaned.get("change"), ""
        if revision is not None and typed:
            self.add_error("paragraph", "Choose a change or enter a paragraph, not both")
        elif typed:
            place = typed if not labels.is_label(typed) else labels.expand(typed)[0]
            revision = self._revision_of(place, cleaned.get("verdict"))
        elif revision is None and "change" not in self.errors:
            self.add_error("change", "Choose a change, or enter a paragraph below")
        return cleaned | {"revision": revision, "place": place}

    def _revision_of(self, place: str, verdict: str | None) -> Revision | None:
        """What became of the paragraph of that number; None where there is none."""
        found = Paragraphs(self.version).find(place)
        if verdict == Outcome.Verdict.NOT_FOUND:
            if found:
                self.add_error("paragraph", f"The plan has {place}: choose another verdict")
            return None
        if not found:
            if verdict != Outcome.Verdict.NOT_BORNE_OUT:
                self.add_error("paragraph", f"There is no {place} in the {self.version}")
            return None
        of_version = Revision.objects.filter(comparison__later=self.version, later__in=found)
        revisions = list(of_version.distinct().order_by("position", "pk"))
        changed = [r for r in revisions if r.kind not in Revision.SAME_WORDS]
        if len(changed) > 1:
            words = f"{len(changed)} paragraphs of {place} changed: choose one of them above"
            self.add_error("paragraph", words)
        return next(iter(changed or revisions), None)


class OutcomeForm(PlaceForm):
    """An outcome of an officer's own: which recommendation it answers, where, and how."""

    recommendation = RecommendationChoice(
        label="Which recommendation does it answer?",
        error_messages={"required": "Select a recommendation"},
    )
    note = forms.CharField(
        required=False,
        label="Note (optional)",
        help_text="What made you link the two, for those who read it later.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    field_order = ["recommendation", "change", "paragraph", "verdict", "note"]

    def __init__(
        self, *args: Any, recommendations: Sequence[Recommendation], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["recommendation"].offer(recommendations, none="Choose")
        self.initial.setdefault("verdict", "borne out")


class CorrectOutcomeForm(PlaceForm):
    """What an outcome should say, and why."""

    note = forms.CharField(
        label="Why is it corrected?",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter why it is corrected"},
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, outcome: Outcome, **kwargs: Any) -> None:
        kwargs["initial"] = {
            "seen": history.stamp(outcome),
            "verdict": outcome.verdict,
            "change": outcome.revision_id,
        }
        super().__init__(*args, version=outcome.version, **kwargs)
        if str(outcome.revision_id) not in self.keys:  # a paragraph that did not change
            self.initial["paragraph"] = "" if outcome.is_placeless else outcome.place

    @property
    def keys(self) -> set[str]:
        """Of the changes that are offered."""
        groups = (options for _, options in self.fields["change"].choices[1:])
        return {str(key) for options in groups for key, _ in options}

    def show_both(self, stale: history.Stale) -> None:
        """What is corrected stands above the form, so what changed there is said in a sentence."""
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = history.stamp(stale.theirs)
        self.add_error(None, changed_meanwhile(stale))

    @property
    def stamp(self) -> str:
        """The state of the outcome that this form was made from."""
        return self.cleaned_data.get("seen") or "none"


def _grouped(changes: Iterable[Change]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Changes under the heading that each stands under, in the plan's order."""
    return [
        (heading or "Without a heading", [(str(c.revision.pk), _in_short(c)) for c in found])
        for heading, found in groupby(changes, lambda change: (*change.shown[0].heading, "")[0])
    ]


def _in_short(change: Change) -> str:
    text = " ".join(change.shown[0].text.split())
    beginning = f"{text[:LONGEST]}…" if len(text) > LONGEST else text
    explained = "" if change.is_explained else ", unexplained"
    return f"{change.title} ({change.kind.lower()}{explained}): {beginning}"
