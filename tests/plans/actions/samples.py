"""Two versions of a small plan, and what to ask of them."""

from datetime import date

from plans import actions, arrivals
from plans.models import Revision

DRAFT = """Police and Crime Plan

Neighbourhoods

1. Every ward will have a named officer whom people can reach by telephone.

2. I will publish the number of hours that officers spend on patrol.

3. Shop theft will be answered within one day in every part of the county.
"""

ISSUED = """Police and Crime Plan

Neighbourhoods

1. Every ward will have a named officer whom people can reach by telephone.

2. A survey of residents will be held twice in each year and its results published.

3. I will publish every month the number of hours that officers spend on patrol.

4. Shop theft will be answered within one day in every part of the county.
"""


def add(plan, text, *, by, kind="draft", dated=date(2026, 5, 5), revises=None):
    return actions.add_version(
        plan=plan,
        kind=kind,
        dated=dated,
        arrival=arrivals.read_pasted(text),
        by=by,
        revises=revises,
    )


def labels(version):
    return [p.label for p in version.paragraphs.order_by("position")]


def kinds(version):
    revisions = Revision.objects.filter(comparison__later=version).order_by("position", "pk")
    return [revision.kind for revision in revisions]


def why(record):
    return record.history.latest().history_change_reason
