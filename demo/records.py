"""The shapes of the demo panel's records, as plain values for the loader.

Kinds and states are written in the words the models store. People are named by their ``key``,
points by their reference, minutes by their number within the meeting.
"""

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

MinuteKind = Literal[
    "discussion", "key point", "advice", "resolution", "recommendation", "action", "undertaking"
]
PointKind = Literal["recommendation", "concern", "request for information", "comment"]
CitedDocument = Literal["plan", "minutes", "report", "statute", "other"]


@dataclass(frozen=True, slots=True)
class PanelSettings:
    name: str
    host_authority: str
    force_area: str
    office_title: str
    office_short: str
    nation: str
    notice_days: int
    contact_name: str
    contact_email: str
    contact_telephone: str


@dataclass(frozen=True, slots=True)
class Council:
    """A constituent authority. ``seats`` are its members on the panel."""

    name: str
    kind: Literal["city", "county", "borough", "district"]
    seats: int
    is_host: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """``capacity`` as attendance has it: member, office, officer, other. ``post`` is a member's
    council, or the post of anyone else. ``position`` and ``started`` are for panel members."""

    key: str
    name: str
    email: str
    capacity: Literal["member", "office", "officer", "other"]
    post: str
    position: Literal["chair", "vice-chair", "member", ""] = ""
    is_co_opted: bool = False
    started: date | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """Someone who can sign in to the demo, and what to try as them."""

    person: str
    roles: tuple[Literal["officer", "clerk", "member", "administrator"], ...]
    try_this: str


@dataclass(frozen=True, slots=True)
class Point:
    """What the panel said. ``cites`` are labels of the draft plan, each named in ``text``;
    ``minute`` is the number of the June entry that records it. ``route`` is in the models'
    words, ``due`` the day by which the panel asked for a response; ``owner`` is who is to act,
    where that is not the Commissioner's office."""

    reference: str
    kind: PointKind
    theme: str
    text: str
    minute: str
    cites: tuple[str, ...] = ()
    suggested_wording: str = ""
    route: str = "s.28(3)"
    due: date | None = None
    owner: str = ""


@dataclass(frozen=True, slots=True)
class DateRevised:
    """A later day for the response to a point, ``agreed`` by the panel on a day, and why."""

    point: str
    agreed: date
    due: date
    reason: str


@dataclass(frozen=True, slots=True)
class PartnerSaid:
    """What a body that works with the panel wrote about a point."""

    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Assessed:
    """What the officer made of the issued plan against a point, on a day. ``view`` in the models'
    words. A second one of a point takes the place of the first."""

    point: str
    view: Literal["met", "partly met", "not met", "cannot tell"]
    day: date
    comment: str
    questions: str = ""
    suggested_wording: str = ""
    wording_place: str = ""
    partners: tuple[PartnerSaid, ...] = ()


@dataclass(frozen=True, slots=True)
class Vote:
    """Counts are None where the minutes give none."""

    mover: str
    seconder: str
    is_unanimous: bool = False
    votes_for: int | None = None
    votes_against: int | None = None
    abstentions: int | None = None


@dataclass(frozen=True, slots=True)
class Action:
    owner: str
    due: date | None = None
    done: date | None = None
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A minute. ``level`` 1 is a part of the entry above it. Where ``point`` names a point, the
    text is that point's; ``content.text_of`` gives it. ``excludes`` is the paragraph of Schedule
    12A under which a resolution excludes the public."""

    number: str
    kind: MinuteKind
    text: str = ""
    level: int = 0
    point: str = ""
    vote: Vote | None = None
    action: Action | None = None
    excludes: int | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """``kind`` "written" has its text here, in light Markdown; the others are made from the
    record: "minutes" of the meeting ``minutes_of``, "tracker" of the recommendations,
    "comparison" of the version of the plan ``version`` with the one it revises, the officers'
    "analysis" of it, the "letter" that sent what was recommended on it, the report of the
    scrutiny "review". One that is "uploaded" is ``file`` of demo/files, or is to follow.
    ``background`` are its background papers.
    ``restricted_under`` is the paragraph of Schedule 12A, Part 1, where it is exempt;
    ``circulated`` the day it was received and went out, where that was after the agenda, and
    ``why_late`` the reason."""

    title: str
    label: str = ""
    kind: Literal[
        "written", "uploaded", "minutes", "tracker", "comparison", "analysis", "letter", "review"
    ] = "written"
    text: str = ""
    file: str = ""
    background: tuple[str, ...] = ()
    minutes_of: str = ""
    version: str = ""
    restricted_under: int | None = None
    circulated: date | None = None
    why_late: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """``standing`` is which of the business that every agenda has, in the models' words;
    ``public_summary`` what the public may know of a restricted item (LGA 1972 s.100C(2))."""

    number: int
    title: str
    purpose: str = ""
    presenter: str = ""
    restricted_under: int | None = None
    public_summary: str = ""
    standing: str = ""
    papers: tuple[Paper, ...] = ()
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Attendance:
    """``joined`` and ``left`` are the places on the agenda of the items during which someone came
    late or left early."""

    person: str
    sent_apologies: bool = False
    note: str = ""
    joined: int | None = None
    left: int | None = None


@dataclass(frozen=True, slots=True)
class Declaration:
    person: str
    interest: str
    item: int | None = None
    withdrew: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    key: str
    title: str
    day: date
    starts: time
    venue: str
    how_to_attend: str
    state: str
    items: tuple[Item, ...]
    attendance: tuple[Attendance, ...] = ()
    declarations: tuple[Declaration, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """``kind`` and ``revises`` in the models' words; ``text`` names the source for ``sources``."""

    kind: str
    dated: date
    text: str
    file: str
    revises: str = ""


@dataclass(frozen=True, slots=True)
class ResponseLetter:
    dated: date
    reference: str
    text: str
    file: str


@dataclass(frozen=True, slots=True)
class Citation:
    words: str
    document: CitedDocument
    labels: tuple[str, ...] = ()
