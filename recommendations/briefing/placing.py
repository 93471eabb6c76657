"""Under which item of the agenda what is open belongs, and why.

Each recommendation stands once, at the first of these that fits:

1. An item with a paper about a version of a plan: what was said about that version, and about the
   versions before it that it revises, back to the first draft.
2. An item that has the very title of the item under which it was raised: standing business.
3. What came up at an earlier meeting whose minutes are among the papers: the item "Matters
   arising", where the agenda has one, else the item with the minutes.

Undertakings and actions go by 2 and 3. What fits nothing is not on the agenda.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ..register.positions import Position
from .known import Item, Origin, Undertaking, Version

ARISING = "matters arising"


@dataclass
class Placed:
    """What belongs under one item: recommendations by the reason why they are there, and
    undertakings."""

    positions: dict[str, list[Position]] = field(default_factory=lambda: defaultdict(list))
    undertakings: dict[str, list[Undertaking]] = field(default_factory=lambda: defaultdict(list))

    @property
    def all(self) -> list[Position]:
        """The recommendations, for whatever reason."""
        return [position for group in self.positions.values() for position in group]


@dataclass
class Plan:
    """What belongs under each item, by its primary key, and what under none."""

    under: dict[int, Placed] = field(default_factory=lambda: defaultdict(Placed))
    rest: list[Position] = field(default_factory=list)
    undertakings: list[Undertaking] = field(default_factory=list)


def place(
    items: Sequence[Item],
    versions: Mapping[int, Version],
    positions: Iterable[Position],
    raised: Mapping[int, Origin],
    undertakings: Iterable[Undertaking] = (),
) -> Plan:
    """Put each recommendation and each undertaking where it belongs."""
    plan, agenda = Plan(), _Agenda(items, versions)
    for position in positions:
        found = agenda.by_version(position) or agenda.by_origin(raised.get(position.pk))
        if found is None:
            plan.rest.append(position)
        else:
            item, why = found
            plan.under[item.pk].positions[why].append(position)
    for undertaking in undertakings:
        found = agenda.by_origin(undertaking.origin)
        if found is None:
            plan.undertakings.append(undertaking)
        else:
            item, why = found
            plan.under[item.pk].undertakings[why].append(undertaking)
    return plan


def line_of(version: int, versions: Mapping[int, Version]) -> Iterator[int]:
    """A version and those before it that it revises, the latest first."""
    seen: set[int] = set()
    at: int | None = version
    while at is not None and at in versions and at not in seen:
        seen.add(at)
        yield at
        at = versions[at].revises


class _Agenda:
    """The agenda, to be asked where something belongs."""

    def __init__(self, items: Sequence[Item], versions: Mapping[int, Version]) -> None:
        self._of_version: dict[int, tuple[Item, str]] = {}
        self._of_title: dict[str, Item] = {}
        self._of_meeting: dict[int, Item] = {}
        arising = next((item for item in items if ARISING in _title(item.title)), None)
        for item in items:
            self._of_title.setdefault(_title(item.title), item)
            for paper in item.papers:
                if paper.minutes_of is not None:
                    self._of_meeting.setdefault(paper.minutes_of, arising or item)
                if paper.version in versions:
                    self._add_line(item, paper.name, paper.version, versions)

    def _add_line(
        self, item: Item, paper: str, version: int, versions: Mapping[int, Version]
    ) -> None:
        for at in line_of(version, versions):
            name = versions[at].name
            why = (
                f"About the {name}, the subject of {paper}"
                if at == version
                else f"About the {name}, which the {versions[version].name} revises"
            )
            self._of_version.setdefault(at, (item, why))

    def by_version(self, position: Position) -> tuple[Item, str] | None:
        """The item with a paper about the version, or about a later one."""
        return self._of_version.get(position.version) if position.version else None

    def by_origin(self, origin: Origin | None) -> tuple[Item, str] | None:
        """The item that goes on with what came up somewhere."""
        if origin is None:
            return None
        day = in_words(origin.day)
        if origin.item and (same := self._of_title.get(_title(origin.item))):
            return same, f"Raised under the same item on {day}"
        if follows := self._of_meeting.get(origin.meeting):
            return follows, f"Raised at the meeting of {day}, whose minutes are on this agenda"
        return None


def in_words(day: date) -> str:
    """12 June 2026."""
    return f"{day.day} {day:%B %Y}"


def _title(title: str) -> str:
    return " ".join(title.casefold().split())
