"""A panel with a plan of four paragraphs and three points on it: enough for a journey, and there in
a moment. All of its days are past, whenever the journey is made."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime

from demo import content
from meetings.models import Meeting, MinuteEntry
from pcp_scrutiny import history
from pcp_scrutiny.accounts.models import User
from pcp_scrutiny.panel.models import Panel
from plans.models import PlanVersion
from recommendations import actions
from recommendations.models import Recommendation
from tests.factories.accounts import UserFactory
from tests.factories.meetings import AgendaItemFactory, MeetingFactory
from tests.factories.recommendations import (
    EntryFactory,
    ItemFactory,
    answer,
    letter_with,
    recommend,
    version_of,
)

BEFORE = (
    ("1", "Every ward in the area will have a named neighbourhood officer by the spring."),
    ("2", "Custody visitors will call at each of the three suites without giving notice."),
    ("3", "Front counters will be open on weekdays, and their hours will be reviewed each year."),
    ("4", "A statement of what was spent will be published each June."),
)
AFTER = (
    ("1", f"{BEFORE[0][1]} When an officer leaves, the ward’s councillors will be told."),
    *BEFORE[1:],
)
# What the panel said, the paragraph it cites, what was answered, and what that amounts to.
POINTS = (
    (
        "2026/01",
        "The Panel recommends that paragraph 1 say who is told when a named officer leaves.",
        "1",
        "I agree. I have amended the Plan accordingly: please see paragraph 1.",
        "accepted",
    ),
    (
        "2026/02",
        "The Panel recommends that the findings of custody visitors be published; paragraph 2 "
        "does not say so.",
        "2",
        "I have amended the Plan to take account of this. Please see paragraph 2.",
        "accepted",
    ),
    (
        "2026/03",
        "The Panel recommends that paragraph 3 promise consultation before counters are closed.",
        "3",
        "I cannot accept this recommendation, because the hours are an operational matter.",
        "not accepted",
    ),
)
LETTER = "\n\n".join(
    [
        "Our ref: OPCC/7\n\nDate: 20 July 2026\n\nDear Chair,",
        "Thank you for the Panel’s report. I will take the points in turn.",
        *(f"- {text}\n\n{answered}" for _, text, _, answered, _ in POINTS),
        "Yours sincerely,\n\nThe Commissioner",
    ]
)


@dataclass(frozen=True)
class SmallPanel:
    """Those who take part, by role, and what there is at first."""

    people: Mapping[str, User]
    draft: PlanVersion
    issued: PlanVersion
    points: tuple[Recommendation, ...]


def set_up() -> SmallPanel:
    """Three points sent to the Commissioner, and the plan as she then issued it."""
    history.create(Panel, by=None, why="Set up", pk=1, **asdict(content.PANEL))
    people = {
        "officer": UserFactory(name="Naomi Westerdale", is_officer=True),
        "chair": UserFactory(name="Councillor Joan Tillerby", is_member=True),
    }
    officer = people["officer"]
    draft = version_of(BEFORE, by=officer)
    item = ItemFactory(title="The draft plan")
    points = tuple(
        recommend(draft, by=officer, item=item, reference=name, text=text, cites=cites)
        for name, text, cites, _, _ in POINTS
    )
    actions.send_recommendations(
        points, sent_on=date(2026, 6, 19), due_on=date(2026, 7, 24), by=officer
    )
    return SmallPanel(people, draft, version_of(AFTER, revises=draft, by=officer), points)


def answer_all(panel: SmallPanel) -> None:
    """The letter has come, and is read in."""
    answers = [
        answer(point, text, decision, cites=cites)
        for point, (_, _, cites, text, decision) in zip(panel.points, POINTS, strict=True)
    ]
    letter_with(*answers, by=panel.people["officer"])


def minute_of_september() -> MinuteEntry:
    """A later meeting at which the panel resolved on what it had said."""
    meeting = MeetingFactory(
        starts_at=datetime(2026, 9, 25, 9, tzinfo=UTC), state=Meeting.State.IN_PROGRESS
    )
    item = AgendaItemFactory(meeting=meeting, title="The plan as issued")
    text = "RESOLVED: That the Panel’s judgements on its points be recorded."
    return EntryFactory(item=item, kind=MinuteEntry.Kind.RESOLUTION, text=text)
