"""Who may do what with recommendations: role and state together."""

from typing import Any

from plans.models import PlanVersion

from .models import Assessment, Outcome, Promise, ScrutinyReview


def can_view_recommendations(user: Any) -> bool:
    """Everyone who works with the record reads the register."""
    return user.is_authenticated and user.has_a_role


def can_view_recommendation(user: Any, thing: Any) -> bool:  # noqa: ARG001
    """What is visible may be read."""
    return can_view_recommendations(user)


def can_record_recommendation(user: Any, thing: Any = None) -> bool:  # noqa: ARG001
    """Officers enter what the panel said."""
    return user.is_authenticated and user.is_officer


def can_change_many(user: Any) -> bool:
    """Officers change several recommendations at once."""
    return can_record_recommendation(user)


def can_add_letter(user: Any, thing: Any = None) -> bool:  # noqa: ARG001
    """Officers bring letters in."""
    return user.is_authenticated and user.is_officer


def can_correct_letter(user: Any, thing: Any = None) -> bool:
    """Whoever may bring a letter in may correct it, and the answers that were read from it."""
    return can_add_letter(user, thing)


def can_decide_outcomes(user: Any, thing: Any = None) -> bool:  # noqa: ARG001
    """Officers confirm and reject what the system proposes."""
    return user.is_authenticated and user.is_officer


def can_decide_outcome(user: Any, outcome: Outcome) -> bool:  # noqa: ARG001
    """As all outcomes; a decision may be changed by an officer, never by the machine."""
    return can_decide_outcomes(user)


def can_record_judgement(user: Any, thing: Any = None) -> bool:  # noqa: ARG001
    """Officers record what the panel decided."""
    return user.is_authenticated and user.is_officer


def can_assess(user: Any, assessment: Assessment) -> bool:
    """Officers say whether a version that can no longer change meets what was said of another
    version of the plan."""
    about, version = assessment.recommendation.version, assessment.version
    is_of_another = about is not None and about.plan_id == version.plan_id and about != version
    return can_record_recommendation(user) and is_of_another and version.is_locked


def can_assess_version(user: Any, version: PlanVersion) -> bool:
    """As one point: here those on the version that this one revises."""
    return can_record_recommendation(user) and version.is_locked and version.revises_id is not None


def can_view_review(user: Any, thing: Any = None) -> bool:  # noqa: ARG001
    """Everyone who works with the record reads reviews, with what is exempt in them."""
    return can_view_recommendations(user)


def can_arrange_reviews(user: Any) -> bool:
    """Officers and clerks begin reviews."""
    return user.is_authenticated and (user.is_officer or user.is_clerk)


def can_edit_review(user: Any, review: ScrutinyReview) -> bool:
    """Officers and clerks, until a meeting has adopted the report."""
    return can_arrange_reviews(user) and not review.is_adopted


def can_edit_review_part(user: Any, part: Any) -> bool:
    """As the review it belongs to."""
    return can_edit_review(user, part.review)


def can_keep_promise(user: Any, promise: Promise) -> bool:  # noqa: ARG001
    """Officers and clerks record what was done, also when the report is long adopted."""
    return can_arrange_reviews(user)


def can_place_report(user: Any, review: ScrutinyReview) -> bool:  # noqa: ARG001
    """Officers and clerks put the report on agendas, before it is adopted and after."""
    return can_arrange_reviews(user)


def can_adopt_report(user: Any, review: ScrutinyReview) -> bool:
    """Officers, once, as what is recommended enters the register."""
    return can_record_recommendation(user) and not review.is_adopted
