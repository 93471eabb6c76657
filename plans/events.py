"""What other apps do, or have to say, when a version of a plan is locked.

An app above this one adds a function to one of the lists when it is ready::

    events.version_locked.append(propose_outcomes)  # (version, comparison or None, by)
    events.links_decided.append(propose_outcomes)  # the same
    events.lock_warnings.append(unanswered)         # (user, version) -> sentences
    events.drop_obstacles.append(cited_by)          # (paragraph) -> sentences
"""

from collections.abc import Callable
from typing import Any

from .models import Comparison, Paragraph, PlanVersion

VersionLocked = Callable[[PlanVersion, Comparison | None, Any], Any]
LockWarning = Callable[[Any, PlanVersion], list[str]]
DropObstacle = Callable[[Paragraph], list[str]]

version_locked: list[VersionLocked] = []
links_decided: list[VersionLocked] = []
lock_warnings: list[LockWarning] = []
drop_obstacles: list[DropObstacle] = []


def tell_version_locked(version: PlanVersion, comparison: Comparison | None, by: Any) -> None:
    """Let every app do its part, within the transaction that locks the version."""
    for hook in version_locked:
        hook(version, comparison, by)


def tell_links_decided(version: PlanVersion, comparison: Comparison, by: Any) -> None:
    """Let every app look again at what it concluded from the links of a locked version, of which
    an officer has decided one, within the transaction that brings the comparison up to date."""
    for hook in links_decided:
        hook(version, comparison, by)


def obstacles_to_dropping(paragraph: Paragraph) -> list[str]:
    """Why a paragraph of an open version must not be taken out, and what to do instead."""
    return [sentence for ask in drop_obstacles for sentence in ask(paragraph)]


def warnings_before_locking(user: Any, version: PlanVersion) -> list[str]:
    """What ``user`` should know before they lock this version. It forbids nothing."""
    return [sentence for ask in lock_warnings for sentence in ask(user, version)]
