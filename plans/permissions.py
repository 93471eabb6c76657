"""Who may do what with plans: role and state together."""

from typing import Any

from .models import PlanVersion


def can_view_plans(user: Any) -> bool:
    """Everyone who works with the record reads the plans."""
    return user.is_authenticated and user.has_a_role


def can_view_plan(user: Any, thing: Any) -> bool:  # noqa: ARG001
    """What is visible may be read."""
    return can_view_plans(user)


def can_add_version(user: Any, thing: Any = None) -> bool:  # noqa: ARG001
    """Officers bring plans in."""
    return user.is_authenticated and user.is_officer


def can_correct_version(user: Any, version: PlanVersion) -> bool:
    """Officers correct what was misread, until the version is locked."""
    return user.is_officer and not version.is_locked


def can_correct_paragraph(user: Any, paragraph: Any) -> bool:
    """As its version."""
    return can_correct_version(user, paragraph.version)


def can_lock_version(user: Any, version: PlanVersion) -> bool:
    """Officers lock an open version."""
    return user.is_officer and not version.is_locked


def can_compare_version(user: Any, version: PlanVersion) -> bool:
    """Whoever reads plans sees the comparison of a version with the one it revises."""
    return can_view_plans(user) and version.revises_id is not None


def can_view_reading(user: Any, reading: Any) -> bool:
    """Officers bring plans in, so it is they who see how far a file is."""
    return can_add_version(user, reading)


def can_renew_comparison(user: Any, comparison: Any) -> bool:
    """Officers ask again for a comparison that takes too long."""
    return can_add_version(user, comparison)


def can_link(user: Any, thing: Any) -> bool:  # noqa: ARG001
    """Officers decide what became of a paragraph, of a locked version too: its text stands, and
    what is said of it can be put right."""
    return user.is_officer
