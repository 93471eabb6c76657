"""The versions that a version of a plan was made from."""

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
