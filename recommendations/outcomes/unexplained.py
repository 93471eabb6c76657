"""The changes of a version that no recommendation accounts for.

They are asked for as the plan's own pages ask (``plans.explanations``), so that the reading view,
the comparison and the lists here never differ.
"""

from collections.abc import Sequence
from typing import Any

from plans.compared import links
from plans.compared.changes import Change
from plans.models import Comparison, PlanVersion


def changes_in(version: PlanVersion, user: Any) -> list[Change]:
    """What changed in a version since the one it revises, with what accounts for each; none where
    the two have not been compared. A fixed number of queries."""
    comparison = (
        Comparison.objects.visible_to(user)
        .filter(later=version, earlier=version.revises_id)
        .first()
    )
    if comparison is None:
        return []
    return [change for change in links.stored(comparison, user) if change.is_change]


def unexplained(changes: Sequence[Change]) -> list[Change]:
    """Those that nothing accounts for."""
    return [change for change in changes if not change.is_explained]
