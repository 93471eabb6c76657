"""Where a paragraph stands among the others: positions have gaps, so that one more fits in."""

from typing import Any

from pcp_scrutiny import history

from ..models import Paragraph, PlanVersion

GAP = 1000
"""Between the positions of neighbours as read, so that ten more fit anywhere between two."""
MADE_ROOM = "Made room for another paragraph"


def places_after(
    version: PlanVersion, paragraph: Paragraph | None, number: int, *, by: Any
) -> list[int]:
    """Free positions between a paragraph and the next, spaced evenly; before the first where it
    is None. Room is made if need be."""
    above = 0 if paragraph is None else paragraph.position
    following = version.paragraphs.filter(position__gt=above).order_by("position").first()
    if following is None:
        return [above + GAP * n for n in range(1, number + 1)]
    step = (following.position - above) // (number + 1)
    if step == 0:
        _make_room(version, by=by)
        if paragraph is not None:
            paragraph.refresh_from_db(fields=["position"])
        return places_after(version, paragraph, number, by=by)
    return [above + step * n for n in range(1, number + 1)]


def _make_room(version: PlanVersion, *, by: Any) -> None:
    for place, paragraph in enumerate(version.paragraphs.order_by("position", "pk"), start=1):
        paragraph.position = place * GAP
        history.save(paragraph, by=by, why=MADE_ROOM)
