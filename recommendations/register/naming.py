"""What the register calls things: states, meetings, plans and the rest, as people read them."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from meetings.models import Meeting
from pcp_scrutiny.components.templatetags.formats import date_gds
from pcp_scrutiny.panel.models import Panel
from plans.models import Plan, PlanVersion

from ..models import Recommendation, Response
from .narrowing import NONE, VOCABULARY
from .positions import Position

SAID: Mapping[str, Mapping[str, str]] = {
    "response": dict(Response.Decision.choices),
    "kind": dict(Recommendation.Kind.choices),
    "route": dict(Recommendation.Route.choices),
    "to_confirm": {"yes": "Some to confirm", "no": "None to confirm"},
}


def said(facet: str, state: str) -> str:
    """A state, kind or route as it stands alone: "Deferred to a later refresh"."""
    return SAID.get(facet, {}).get(state) or f"{state[:1].upper()}{state[1:]}"


@dataclass(frozen=True)
class Names:
    """The names of what positions are about, by number; ``days`` of the meetings."""

    meetings: Mapping[int, str]
    days: Mapping[int, date]
    plans: Mapping[int, str]
    versions: Mapping[int, str]
    dated: Mapping[int, date]
    office: str

    def of(self, facet: str, value: str) -> str:
        """A value of a facet in words."""
        if facet in VOCABULARY:
            return said(facet, value)
        if value == NONE:
            return {"theme": "No theme", "owner": self.office}.get(facet, "Not about a plan")
        named = {"meeting": self.meetings, "plan": self.plans, "version": self.versions}.get(facet)
        return value if named is None else named.get(int(value), "No longer recorded")

    def in_order(self, facet: str, values: Collection[str]) -> list[str]:
        """Values of a facet in the order of a list: states as the loop goes, meetings and
        versions the newest first, the rest by name; what there is none of comes last."""
        if facet in VOCABULARY:
            return [value for value in VOCABULARY[facet] if value in values]
        days = {"meeting": self.days, "version": self.dated}.get(facet)
        named = sorted(set(values) - {NONE}, key=lambda v: self.of(facet, v).casefold())
        if days is not None:
            named.sort(key=lambda v: days.get(int(v), date.min), reverse=True)
        return [*named, *({NONE} & set(values))]


def names_of(positions: Iterable[Position]) -> Names:
    """The names of the meetings, plans and versions of some positions. Three queries,
    with the panel's own."""
    positions = list(positions)
    meetings = Meeting.objects.in_bulk({p.meeting for p in positions})
    wanted = {p.version for p in positions if p.version is not None}
    versions = PlanVersion.objects.select_related("plan").in_bulk(wanted)
    several = Counter(meeting.day for meeting in meetings.values())
    plans: dict[int, Plan] = {version.plan_id: version.plan for version in versions.values()}
    return Names(
        meetings={
            pk: date_gds(meeting.day) if several[meeting.day] == 1 else str(meeting)
            for pk, meeting in meetings.items()
        },
        days={pk: meeting.day for pk, meeting in meetings.items()},
        plans={pk: str(plan) for pk, plan in plans.items()},
        versions={pk: f"{version.plan}: {version}" for pk, version in versions.items()},
        dated={pk: version.dated for pk, version in versions.items()},
        office=Panel.current().office_short,
    )
