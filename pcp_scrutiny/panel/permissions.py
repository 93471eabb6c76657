"""Who may change the panel's settings."""

from typing import Any


def can_change_panel(user: Any, thing: Any = None) -> bool:  # noqa: ARG001
    """Administrators set the panel's names and periods."""
    return user.is_authenticated and user.is_administrator
