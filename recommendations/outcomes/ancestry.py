"""The versions that a version of a plan was made from, and what to call one."""

from pcp_scrutiny.components.templatetags.formats import date_gds
from plans.models import PlanVersion


def before(version: PlanVersion) -> list[int]:
    """Their primary keys: the one it revises, the one that revises, and so on. One query."""
    revises = dict(version.plan.versions.values_list("pk", "revises_id"))
    found: list[int] = []
    at = version.revises_id
    while at is not None and at not in found:
        found.append(at)
        at = revises.get(at)
    return found


def called(version: PlanVersion) -> str:
    """A version within a sentence: "draft of 5 May 2026"."""
    return f"{version.get_kind_display().lower()} of {date_gds(version.dated)}"
