"""The register: what the panel said, the Commissioner's letter, what became of each point."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from itertools import groupby
from typing import Any

from meetings.models import MinuteEntry
from pcp_scrutiny import history
from pcp_scrutiny.documents import holding
from plans.models import PlanVersion
from recommendations import actions
from recommendations.correspondence import reviewing
from recommendations.models import Assessment, Outcome, Recommendation, ResponseLetter

from .. import content, records
from .files import contents
from .people import Cast

# What a newcomer finds still to confirm: one verdict of most kinds, about a third of all.
LEFT_TO_CONFIRM = ("2026/08", "2026/09", "2026/13", "2026/18")


def record_points(
    entries: Mapping[str, MinuteEntry], *, draft: PlanVersion, cast: Cast
) -> list[Recommendation]:
    """Enter what the panel said: each point came with the minute that records it, and is put right
    where the officer knows more of it."""
    return [
        _record(point, entries[point.minute], draft=draft, cast=cast) for point in content.POINTS
    ]


def _record(
    point: records.Point, entry: MinuteEntry, *, draft: PlanVersion, cast: Cast
) -> Recommendation:
    recommendation = Recommendation.objects.get(raised_in=entry)
    for name in ("reference", "kind", "route", "theme", "owner", "text", "suggested_wording"):
        setattr(recommendation, name, getattr(point, name))
    on_the_plan = point.route == Recommendation.Route.PLAN
    recommendation.version = draft if on_the_plan else None
    return actions.correct_recommendation(
        recommendation,
        cites=", ".join(point.cites),
        by=cast.officer,
        seen=history.stamp(recommendation),
    )


def send(recommendations: Sequence[Recommendation], *, cast: Cast) -> None:
    """Send the points to the Commissioner, each with the day by which an answer was asked for."""
    due = {point.reference: point.due for point in content.POINTS}
    for due_on, together in groupby(recommendations, key=lambda r: due[r.reference]):
        actions.send_recommendations(
            list(together), sent_on=content.SENT, due_on=due_on, by=cast.officer
        )


def add_letter(record: records.ResponseLetter, *, draft: PlanVersion, cast: Cast) -> ResponseLetter:
    """Send the letter in, read it, and confirm what the review page proposes."""
    by = cast.officer
    token = holding.hold(
        contents(record.file),
        purpose=reviewing.PURPOSE,
        name=record.file,
        by=by,
        about={"version": draft.pk},
    )
    reading = reviewing.read(token, by=by)
    proposed = reviewing.forms_for(reading, None).answers.initial
    received = actions.ReceivedLetter(
        data=reading.held.data,
        name=reading.held.name,
        document=reading.document,
        dated=reading.letter.dated,
        reference=reading.letter.reference,
    )
    letter = actions.confirm_letter(received, _answers(proposed), version=draft, by=by)
    holding.release(token, purpose=reviewing.PURPOSE, by=by)
    return letter


def _answers(proposed: Iterable[Mapping[str, Any]]) -> list[actions.Answer]:
    """The answers that were read, each with the recommendation it was matched to."""
    names = [field.name for field in fields(actions.Answer)]
    return [
        actions.Answer(**{name: answer[name] for name in names})
        for answer in proposed
        if answer["recommendation"]
    ]


def confirm_outcomes(version: PlanVersion, *, cast: Cast) -> None:
    """Confirm what the system proposes, and leave some for whoever tries the demo."""
    proposed = Outcome.objects.visible_to(cast.officer).proposed().filter(version=version)
    for outcome in proposed.exclude(recommendation__reference__in=LEFT_TO_CONFIRM):
        actions.confirm_outcome(outcome, by=cast.officer)


def days_of_revising() -> list[date]:
    """The days on which the panel gave longer for a response."""
    return [revised.agreed for revised in content.REVISED]


def revise_due_dates(*, on: date, cast: Cast) -> None:
    """Record the later dates that were agreed on that day."""
    for revised in content.REVISED:
        if revised.agreed == on:
            actions.revise_due_date(
                Recommendation.objects.get(reference=revised.point),
                due_on=revised.due,
                decided_on=revised.agreed,
                reason=revised.reason,
                by=cast.officer,
            )


def assess(version: PlanVersion, *, on: date, cast: Cast) -> None:
    """Enter what the officer made of the version on that day."""
    for assessed in content.ASSESSED:
        if assessed.day == on:
            _assess(assessed, version, cast=cast)


def _assess(assessed: records.Assessed, version: PlanVersion, *, cast: Cast) -> None:
    keys = {"recommendation": Recommendation.objects.get(reference=assessed.point)}
    assessment = Assessment.objects.filter(**keys).first() or Assessment(**keys, version=version)
    seen = history.stamp(assessment) if assessment.pk else None
    for name in ("view", "comment", "questions", "suggested_wording", "wording_place"):
        setattr(assessment, name, getattr(assessed, name))
    partners = [actions.Said(said.source, said.text) for said in assessed.partners]
    actions.assess(assessment, partners=partners, by=cast.officer, seen=seen)
