"""What a briefing is put together from, as plain values.

Primary keys are numbers; ``url`` is the page of a thing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper under an item; ``name`` is what it is called for short, ``version`` the version of
    a plan it is about, ``minutes_of`` the meeting whose minutes it is."""

    name: str
    title: str
    url: str
    version: int | None = None
    minutes_of: int | None = None
    restricted_under: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the agenda, with its papers in order."""

    pk: int
    number: str
    title: str
    url: str
    restricted_under: int | None = None
    papers: Sequence[Paper] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """A locked version of a plan. ``kinds`` are its changes against the version it revises, each
    kind in words with how many there are; ``unexplained`` how many of them no recommendation
    accounts for. ``url`` is the page of the comparison, "" where there is none."""

    pk: int
    name: str
    plan: str
    revises: int | None = None
    kinds: Sequence[tuple[str, int]] = ()
    unexplained: int = 0
    url: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where something was said: the meeting, its day, the title of the item ("" where nothing is
    to be told by it)."""

    meeting: int
    day: date
    item: str


@dataclass(frozen=True, slots=True)
class Finding:
    """An outcome that stands: what is claimed of a place, what the plan shows there. ``kind`` is
    that of the revision ("" without one)."""

    recommendation: int
    place: str
    claim: str
    verdict: str
    kind: str = ""
    to_confirm: bool = False


@dataclass(frozen=True, slots=True)
class Undertaking:
    """Something that was agreed at an earlier meeting and is not done: an action, or an
    undertaking of the scrutinised office. ``kind`` is the word for it."""

    kind: str
    owner: str
    text: str
    due_on: date | None
    origin: Origin
    url: str
    is_restricted: bool = False


@dataclass(frozen=True)
class Known:
    """What is known besides where each recommendation belongs. By recommendation: ``findings``
    are the outcomes that stand, ``answers`` the words of the answers that count, ``questions``
    what the officers suggest to ask."""

    office: str
    on: date
    items: Sequence[Item]
    versions: Mapping[int, Version] = field(default_factory=dict)
    findings: Mapping[int, Sequence[Finding]] = field(default_factory=dict)
    answers: Mapping[int, str] = field(default_factory=dict)
    questions: Mapping[int, Sequence[str]] = field(default_factory=dict)
