"""All points of a plan before one officer: what was said, answered and claimed, and the form."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet, prefetch_related_objects
from django.http import QueryDict

from pcp_scrutiny import history
from pcp_scrutiny.editing import saved
from plans.models import PlanVersion

from . import actions
from .forms import AssessmentForm
from .loop import OutcomeShown, show
from .models import Assessment, Outcome, Recommendation, Response
from .register import natural


@dataclass
class Point:
    """One recommendation with the latest answer to it, what the version shows, and the form."""

    recommendation: Recommendation
    response: Response | None
    outcomes: Sequence[OutcomeShown]
    form: AssessmentForm

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return anchor(self.recommendation)

    @property
    def view(self) -> str:
        """The view that is held, "" while there is none."""
        held = self.form.instance
        return held.get_view_display() if held.pk else ""


@dataclass
class Sheet:
    """The points of one version in the register's order."""

    version: PlanVersion
    points: Sequence[Point]

    @property
    def assessed(self) -> int:
        """How many have been assessed."""
        return sum(bool(point.view) for point in self.points)

    @property
    def next(self) -> Point | None:
        """The first that has not."""
        return next((point for point in self.points if not point.view), None)

    def after(self, saved: str) -> str:
        """Where to go on, once the point of that anchor was saved: the one that follows it."""
        anchors = ["", *(point.anchor for point in self.points), ""]
        following = anchors[anchors.index(saved) + 1] if saved in anchors[1:-1] else ""
        return f"#{following}" if following else ""

    @property
    def problems(self) -> list[dict[str, str]]:
        """What could not be saved, by point, each with the place to mend it."""
        return [
            {"text": f"{point.recommendation}: {message}", "target": target or point.anchor}
            for point in self.points
            if point.form.is_bound
            for message, target in point.form.messages
        ]


def anchor(recommendation: Recommendation) -> str:
    """Where a point stands on the page of all, and what the names in its form begin with."""
    return f"r{recommendation.pk}"


def sheet(version: PlanVersion, *, user: Any) -> Sheet:
    """Every point that was made on what ``version`` revises. A fixed number of queries."""
    recommendations = sorted(_recommendations(version, user), key=lambda r: natural(r.reference))
    assessments = {
        assessment.recommendation_id: assessment
        for assessment in Assessment.objects.filter(version=version).prefetch_related(
            "partner_comments"
        )
    }
    stamps = history.stamps(list(assessments.values()))
    points = []
    for recommendation in recommendations:
        assessment = assessments.get(recommendation.pk) or Assessment()
        assessment.recommendation, assessment.version = recommendation, version
        points.append(_point(recommendation, form_of(assessment, seen=stamps.get(assessment.pk))))
    return Sheet(version, points)


def _recommendations(version: PlanVersion, user: Any) -> QuerySet[Recommendation]:
    found = Recommendation.objects.visible_to(user).about(version.revises)
    return found.select_related("version").prefetch_related(*_what_it_led_to(version))


def _what_it_led_to(version: PlanVersion) -> tuple[Prefetch, Prefetch]:
    outcomes = Outcome.objects.standing().filter(version=version).with_evidence()
    answers = Response.objects.select_related("letter").order_by("letter__dated", "pk")
    return Prefetch("responses", answers), Prefetch("outcomes", outcomes)


def _point(recommendation: Recommendation, form: AssessmentForm) -> Point:
    answers = list(recommendation.responses.all())
    outcomes = [show(outcome) for outcome in recommendation.outcomes.all()]
    return Point(recommendation, answers[-1] if answers else None, outcomes, form)


def point_of(form: AssessmentForm) -> Point:
    """The point that a form is about, by itself."""
    recommendation, version = form.instance.recommendation, form.instance.version
    prefetch_related_objects([recommendation], *_what_it_led_to(version))
    return _point(recommendation, form)


def form_of(
    assessment: Assessment, data: QueryDict | None = None, *, seen: str | None = None
) -> AssessmentForm:
    """The form of one point. ``seen`` is its stamp, where it was asked for already."""
    options: dict[str, Any] = {"prefix": anchor(assessment.recommendation)}
    if seen is not None:
        options["initial"] = {"seen": seen}
    return AssessmentForm(data, instance=assessment, **options)


def save(form: AssessmentForm, *, by: Any) -> Assessment | None:
    """Save what a valid form says; None when it must be shown again."""
    return saved(
        form,
        lambda: actions.assess(form.instance, partners=form.said, by=by, seen=form.stamp),
    )


def save_all(of: Sheet, data: QueryDict, *, by: Any) -> int:
    """Save every point that was touched, each by itself: what is wrong with one keeps none of
    the others. Answers with how many were saved; the forms of the rest are as they were sent."""
    number = 0
    for point in of.points:
        sent = form_of(point.form.instance, data)
        if not sent.is_touched:
            continue
        kept = save(sent, by=by)
        if kept is not None:
            number += 1
            sent = form_of(kept)
        point.form = sent
    return number
