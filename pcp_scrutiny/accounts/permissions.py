"""Who may manage the people who sign in."""

from typing import Any


def can_manage_people(user: Any, thing: Any = None) -> bool:  # noqa: ARG001
    """Administrators add people and say what roles they hold."""
    return user.is_authenticated and user.is_administrator
