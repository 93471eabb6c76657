"""Words that several forms share."""

from plans.models import PlanVersion

CITES_HINT = "Numbers as the plan prints them, with commas between: 46(e), 52, Foreword"
NO_PLAN = "None: it is not about a plan"


def with_plan(version: PlanVersion) -> str:
    """A version by its plan's title too: two plans may have drafts of one day."""
    return f"{version.plan}: {version}"
