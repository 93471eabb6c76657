"""The panel's membership."""

from typing import Any

from django.db import transaction

from pcp_scrutiny import history

from ..models import PanelMember


@transaction.atomic
def add_member(member: PanelMember, *, by: Any) -> PanelMember:
    """Enter a councillor who was appointed or someone who was co-opted."""
    return history.save(member, by=by, why="Member added")


@transaction.atomic
def change_member(member: PanelMember, *, by: Any, seen: str | None = None) -> PanelMember:
    """Change a member's entry: their office, or the day their membership ends. What they are
    called in the attendance of past meetings stays as it was."""
    return history.save(member, by=by, why="Member changed", seen=seen)
