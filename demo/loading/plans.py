"""The versions of the plan: their Word files are read as an officer's upload would be."""

from plans import actions, arrivals
from plans.models import Plan, PlanVersion

from .. import content, records
from .files import contents
from .people import Cast


def bring_in(record: records.PlanVersion, *, cast: Cast) -> PlanVersion:
    """Add a version from its file, with the plan itself if it is the first."""
    plan = Plan.objects.filter(title=content.PLAN_TITLE).first() or actions.add_plan(
        title=content.PLAN_TITLE, by=cast.officer
    )
    return actions.add_version(
        plan=plan,
        kind=record.kind,
        dated=record.dated,
        arrival=arrivals.read_file(contents(record.file), record.file),
        revises=plan.versions.get(kind=record.revises) if record.revises else None,
        by=cast.officer,
    )


def lock(version: PlanVersion, *, cast: Cast) -> PlanVersion:
    """Let the text stand; what became of the panel's points is then proposed."""
    return actions.lock_version(version, by=cast.officer)
