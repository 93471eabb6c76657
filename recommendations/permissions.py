"""Who may do what with recommendations: role and state together."""

from typing import Any

from .models import Outcome


def can_view_recommendations(user: Any) -> bool:
    """Everyone who works with the record reads the register."""
    return user.is_authenticated and user.has_a_role


def can_view_recommendation(user: Any, thing: Any) -> bool:  # noqa: ARG001
    """What is visible may be read."""
    return can_view_recommendations(user)


def can_record_recommendation(user: Any, thing: Any = None) -> bool:  # noqa: ARG001
    """Officers enter what the panel said."""
    return user.is_authenticated and user.is_officer


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
