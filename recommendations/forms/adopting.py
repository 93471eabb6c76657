"""Where the panel adopted a report, and which of its recommendations it agreed."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from itertools import groupby
from typing import Any

from django import forms
from django.utils import timezone

from meetings.models import AgendaItem, Meeting
from pcp_scrutiny.components.templatetags.formats import date_gds

from ..actions import adopt_report, seen_for_adopting, why_not_adopted_under
from ..loop import suggestions
from ..models import Finding, Recommendation, ScrutinyReview
from ..reviews import reading, rules

NONE_HELD = (
    "No meeting can have adopted it yet. Put the report on an agenda; when that meeting has been "
    "held, and before its minutes are approved, record here that the panel adopted it."
)


class AdoptionForm(forms.Form):
    """The item under which the report was adopted, and a reference for each recommendation."""

    item = forms.TypedChoiceField(
        label="Under which item of which meeting did the panel adopt it?",
        help_text="Items that are open to the public, of meetings that have been held and whose "
        "minutes are not approved yet",
        coerce=int,
        error_messages={"required": "Choose the item under which the panel adopted it"},
    )
    route = forms.ChoiceField(
        label="What are the recommendations made under?",
        choices=Recommendation.Route,
        initial=Recommendation.Route.DECISIONS,
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    mark_optional = False  # a reference is wanted where the panel agreed

    def __init__(self, *args: Any, review: ScrutinyReview, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.review = review
        held = _items(today)
        self.items = {
            item.pk: item for item in held if not why_not_adopted_under(item, review=review)
        }
        proposals = review.findings.filter(kind=Finding.Kind.RECOMMENDATION)
        self.proposals: Sequence[Finding] = list(proposals.order_by("position", "pk"))
        self.fields["item"].choices = [("", "Choose"), *_by_meeting(self.items)]
        self.initial["item"] = self._likeliest()
        self.initial["seen"] = seen_for_adopting(review)
        if not self.proposals:
            del self.fields["route"]
        self._ask_for_each()

    def _likeliest(self) -> int | None:
        """The item that has the report as a paper, the latest first."""
        papers = reading.papers_of(self.review).order_by("-item__meeting__starts_at")
        found = papers.values_list("item_id", flat=True)
        return next((item for item in found if item in self.items), None)

    def _ask_for_each(self) -> None:
        asked = ["item", "route"] if self.proposals else ["item"]
        self.fieldsets = [("Where it was adopted", asked)]
        item = self.items.get(self.initial["item"]) or next(iter(self.items.values()), None)
        first = suggestions(item)["reference"] if item else ""
        proposed = rules.references_after(first, len(self.proposals))
        for place, (finding, reference) in enumerate(zip(self.proposals, proposed, strict=True), 1):
            agreed, name = f"agreed_{finding.pk}", f"reference_{finding.pk}"
            self.fields[agreed] = forms.BooleanField(
                required=False, initial=True, label=f"The panel agreed: {finding.text}"
            )
            self.fields[name] = forms.CharField(
                required=False,
                initial=reference,
                max_length=30,
                label="Its reference in the register",
                widget=forms.TextInput(attrs={"width": 10}),
            )
            self.fieldsets.append((f"Recommendation R{place}", [agreed, name]))

    @property
    def obstacle(self) -> str:
        """Why it cannot be recorded yet, whatever is entered; "" where it can."""
        return "" if self.items else NONE_HELD

    @property
    def references(self) -> Mapping[int, str]:
        """The reference of each recommendation that was agreed, by the key of its finding."""
        given = self.cleaned_data
        return {
            one.pk: given[f"reference_{one.pk}"].strip()
            for one in self.proposals
            if given[f"agreed_{one.pk}"]
        }

    def clean(self) -> dict[str, Any]:
        """Each recommendation that was agreed has a reference of its own."""
        given = super().clean()
        names = {f"reference_{pk}" for pk in (one.pk for one in self.proposals)}
        if names - given.keys():
            return given
        references = self.references
        repeated = rules.twice(list(references.values()))
        taken = Recommendation.objects.filter(reference__in=references.values())
        taken_ones = set(taken.values_list("reference", flat=True))
        for pk, reference in references.items():
            if not reference:
                self.add_error(f"reference_{pk}", "Enter its reference in the register")
            elif reference in repeated:
                self.add_error(f"reference_{pk}", f"Two recommendations cannot both be {reference}")
            elif reference in taken_ones:
                self.add_error(f"reference_{pk}", f"Another recommendation is {reference} already")
        return given

    def adopt(self, *, by: Any) -> list[Recommendation]:
        """Record the adoption. Where it is refused, the form comes back for the report as it now
        is, to be read before it is sent again. Raises ValidationError as ``adopt_report`` does."""
        seen = self.cleaned_data["seen"] or "none"
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = seen_for_adopting(self.review)
        return adopt_report(
            self.review,
            item=self.items[self.cleaned_data["item"]],
            route=self.cleaned_data.get("route", ""),
            references=self.references,
            by=by,
            seen=seen,
        )


class PlaceForm(forms.Form):
    """Under which item of an agenda the report goes."""

    item = forms.TypedChoiceField(
        label="Under which item of which agenda?",
        help_text="Items of meetings that are still to come. If there is none for it yet, add it "
        "on the page of its meeting first",
        coerce=int,
        error_messages={"required": "Choose the item under which the report goes"},
    )
    label = forms.CharField(
        required=False, max_length=60, label="Label", help_text="For example, Paper B"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        meetings = Meeting.objects.upcoming(timezone.now())
        items = AgendaItem.objects.filter(meeting__in=meetings).select_related("meeting")
        ordered = items.order_by("meeting__starts_at", "position", "pk")
        self.items = {item.pk: item for item in ordered}
        self.fields["item"].choices = [("", "Choose"), *_by_meeting(self.items)]

    @property
    def chosen(self) -> AgendaItem:
        """The item it goes under."""
        return self.items[self.cleaned_data["item"]]


def _items(today: date) -> list[AgendaItem]:
    """Those that a report can have been adopted under, the latest meeting first."""
    tomorrow = timezone.make_aware(datetime.combine(today, time.max))
    held = Meeting.objects.past(tomorrow).exclude(state=Meeting.State.APPROVED_MINUTES)
    items = AgendaItem.objects.public().filter(meeting__in=held).select_related("meeting")
    return list(items.order_by("-meeting__starts_at", "position", "pk"))


def _by_meeting(items: Mapping[int, AgendaItem]) -> list[tuple[str, list[tuple[int, str]]]]:
    grouped = groupby(items.values(), key=lambda item: item.meeting)
    return [
        (f"{meeting.title}, {date_gds(meeting.starts_at)}", [(item.pk, str(item)) for item in some])
        for meeting, some in grouped
    ]
