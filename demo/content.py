"""One door to the demo panel's content, for the command that loads it and for its tests."""

from datetime import date

from . import december, june
from .assessments import ASSESSED
from .people import ACCOUNTS, COUNCILS, PANEL, PASSWORD, PEOPLE
from .points import DUE_ON_THE_PLAN, POINTS, REVISED, SENT, THEMES
from .records import Entry, Person, PlanVersion, Point, ResponseLetter

__all__ = [
    "ACCOUNTS",
    "ASSESSED",
    "COUNCILS",
    "DUE_ON_THE_PLAN",
    "LETTER",
    "MEETINGS",
    "PANEL",
    "PASSWORD",
    "PEOPLE",
    "PLAN_TITLE",
    "PLAN_VERSIONS",
    "POINTS",
    "REVISED",
    "SENT",
    "THEMES",
    "person",
    "point",
    "text_of",
]

PLAN_TITLE = "Police and Crime Plan 2026–2030"
PLAN_VERSIONS = (
    PlanVersion("draft", date(2026, 5, 22), "draft-plan", "draft-plan.docx"),
    PlanVersion("issued", date(2026, 9, 1), "issued-plan", "issued-plan.docx", revises="draft"),
    PlanVersion(
        "draft variation", date(2026, 11, 13), "variation", "variation.docx", revises="issued"
    ),
)
LETTER = ResponseLetter(
    date(2026, 7, 20), "OPCC/PCP/2026/014", "response-letter", "response-letter.docx"
)
MEETINGS = (june.MEETING, december.MEETING)


def person(key: str) -> Person:
    return next(person for person in PEOPLE if person.key == key)


def point(reference: str) -> Point:
    return next(point for point in POINTS if point.reference == reference)


def text_of(entry: Entry) -> str:
    """What a minute says: its own words, or those of the point it records."""
    return point(entry.point).text if entry.point else entry.text
