"""Who may have a calendar address."""

from typing import Any


def can_have_calendar(user: Any) -> bool:
    """Everyone who works with the record."""
    return user.is_authenticated and user.has_a_role
