"""Recording the interests that people declared."""

from typing import Any

from django.db import transaction

from pcp_scrutiny import history

from ..models import Declaration
from .locking import hold_open


@transaction.atomic
def add_declaration(declaration: Declaration, *, by: Any) -> Declaration:
    """Record an interest that someone declared."""
    hold_open(declaration.meeting)
    return history.save(declaration, by=by, why="Interest declared")


@transaction.atomic
def change_declaration(
    declaration: Declaration, *, by: Any, seen: str | None = None
) -> Declaration:
    """Change what someone declared. Raises history.Stale."""
    hold_open(declaration.meeting)
    return history.save(declaration, by=by, why="Declaration changed", seen=seen)


@transaction.atomic
def remove_declaration(declaration: Declaration, *, by: Any) -> None:
    """Take a declaration back."""
    hold_open(declaration.meeting)
    history.delete(declaration, by=by, why="Declaration taken back")
