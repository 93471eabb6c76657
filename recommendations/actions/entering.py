"""Officers enter outcomes of their own, and correct those that were proposed (domain.md, rules 3
and 7): what they enter is confirmed, and no machine changes it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from pcp_scrutiny import history
from plans.models import PlanVersion, Revision

from ..models import Outcome, Recommendation
from ..outcomes import ancestry
from ..outcomes.verdicts import NO_PLACE, found_by_an_officer
from .outcomes import decide, hold, hold_outcome

LONGEST_PLACE = Outcome._meta.get_field("place").max_length
WITHOUT_A_CHANGE = (Outcome.Verdict.NOT_BORNE_OUT, Outcome.Verdict.NOT_FOUND)


@transaction.atomic
def enter_outcome(
    *,
    recommendation: Recommendation,
    version: PlanVersion,
    revision: Revision | None,
    verdict: str,
    by: Any,
    note: str = "",
    place: str = "",
) -> Outcome:
    """Link a recommendation to what became of the plan, confirmed. ``revision`` may be of
    paragraphs that stayed as they were; without one ``place`` names what is not there, or is not
    borne out. Raises ValidationError where the two have nothing to do with each other, where the
    verdict does not fit, or where there is an outcome at that place already."""
    hold(version)
    _check_version(recommendation, version)
    _check_revision(revision, verdict, version)
    place = place or (place_of(revision) if revision else "")
    if not place:
        raise ValidationError("Enter the place in the plan that this is about.")
    _check_place(recommendation, version, place)
    for placeless in recommendation.outcomes.proposed().filter(version=version, place=NO_PLACE):
        history.delete(placeless, by=by, why=f"An officer found the place: {place}")
    answers = recommendation.responses.filter(letter__version=recommendation.version_id)
    outcome = Outcome(
        recommendation=recommendation,
        version=version,
        response=answers.order_by("letter__dated", "pk").last(),
        revision=revision,
        place=place,
        basis=Outcome.Basis.OFFICER,
        verdict=verdict,
        evidence=found_by_an_officer(verdict, place),
        state=Outcome.State.CONFIRMED,
        note=note.strip(),
    )
    return decide(outcome, by=by, why=f"Entered: {outcome.note}".removesuffix(": "))


@transaction.atomic
def correct_outcome(
    outcome: Outcome,
    *,
    revision: Revision | None,
    verdict: str,
    note: str,
    by: Any,
    place: str = "",
    seen: str | None = None,
) -> Outcome:
    """Say what an outcome should be, and why; it is confirmed with that. Where another revision
    is meant the place becomes its, unless ``place`` says which it is. Raises
    ValidationError as ``enter_outcome`` does, and Stale where it is not what was ``seen``."""
    outcome = hold_outcome(outcome, seen)
    if not note.strip():
        raise ValidationError("Enter why it is corrected.")
    _check_revision(revision, verdict, outcome.version)
    if revision is not None and revision != outcome.revision:
        place = place or place_of(revision)
    if place and place != outcome.place:
        _check_place(outcome.recommendation, outcome.version, place)
        outcome.place = place
    if revision != outcome.revision:
        outcome.basis = Outcome.Basis.OFFICER
    outcome.revision, outcome.verdict = revision, verdict
    outcome.evidence = found_by_an_officer(verdict, outcome.place)
    outcome.state, outcome.note = Outcome.State.CONFIRMED, note.strip()
    return decide(outcome, by=by, why=f"Corrected: {outcome.note}")


def place_of(revision: Revision) -> str:
    """What the place of a revision is called: by the later paragraph, or the one that is gone."""
    first = revision.later.order_by("position").first() or (
        revision.earlier.order_by("position").first()
    )
    name = first.label or (first.heading[-1] if first.heading else "unnumbered text")
    return name[:LONGEST_PLACE]


def _check_version(recommendation: Recommendation, version: PlanVersion) -> None:
    """A recommendation can only have led to something in a version made from the one it is on."""
    if not version.is_locked:
        raise ValidationError(f"Lock the {version} first: its text could still change.")
    if recommendation.version_id not in ancestry.before(version):
        about = recommendation.version or "no plan"
        raise ValidationError(
            f"{recommendation} is about {about}, which the {version} was not made from. "
            "Choose a recommendation on an earlier version of this plan."
        )


def _check_revision(revision: Revision | None, verdict: str, version: PlanVersion) -> None:
    if revision is None and verdict not in WITHOUT_A_CHANGE:
        raise ValidationError("Choose the paragraph of the plan that this verdict rests on.")
    if revision is None:
        return
    if revision.comparison.later_id != version.pk:
        raise ValidationError(f"That change is of another version than the {version}.")
    if verdict == Outcome.Verdict.NOT_FOUND:
        raise ValidationError("What is not found has no paragraph: leave the change out.")
    rests_on_a_change = verdict in (Outcome.Verdict.BORNE_OUT, Outcome.Verdict.UNCLAIMED)
    if rests_on_a_change and revision.kind in Revision.SAME_WORDS:
        raise ValidationError(
            "That paragraph is word for word the same, so it bears nothing out. "
            "Choose a change, or another verdict."
        )


def _check_place(recommendation: Recommendation, version: PlanVersion, place: str) -> None:
    known = recommendation.outcomes.filter(version=version, place=place).first()
    if known is not None:
        raise ValidationError(
            f"There is an outcome of {known.in_words} already "
            f"({known.get_state_display().lower()}). Correct that one."
        )
