"""The meeting of 12 June 2026, with its minutes in draft."""

from datetime import date, time

from ..records import Attendance, Declaration, Meeting
from .closing import CLOSING, PERFORMANCE
from .opening import OPENING
from .plan import PLAN

PRESENT = (
    "tillerby",
    "rahmanzai",
    "okonta",
    "scrivenby",
    "fennimore",
    "castleray",
    "sidhra",
    "brathwood",
    "garrowdale",
    "westerdale",
    "arkenby",
    "raghavendar",
    "hallorby",
    "varanker",
    "tessling",
    "wraysbeck",
)

ATTENDANCE = (
    *(Attendance(person) for person in PRESENT),
    Attendance("kentigern", note="at 10.25am", joined=5),
    Attendance("aldwick", note="at 12.30pm", left=8),
    Attendance("nethersby", sent_apologies=True),
)

DECLARATIONS = (
    Declaration(
        "castleray",
        "Other registrable interest, as a trustee of the Tannery Row Youth Project, which has a "
        "grant from the Youth Diversion Fund. He took no part in the discussion of the Fund and "
        "abstained from the votes.",
        item=6,
    ),
    Declaration(
        "garrowdale",
        "Personal interest. He left the meeting before the item was considered.",
        item=11,
        withdrew=True,
    ),
)

MEETING = Meeting(
    key="june-2026",
    title="Estermere Police and Crime Panel",
    day=date(2026, 6, 12),
    starts=time(10, 0),
    venue="Council Chamber, County Hall, Orranbridge",
    how_to_attend="The meeting is open to the public and is webcast.",
    state="draft minutes",
    items=(*OPENING, PLAN, PERFORMANCE, *CLOSING),
    attendance=ATTENDANCE,
    declarations=DECLARATIONS,
)
