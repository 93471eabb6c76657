"""The minutes as they stand on the page where they are taken, and what comes back of it where no
scripts run: every row at once, of which most were not touched.

With scripts the same page sends change by change (taking.py).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict

from pcp_scrutiny.panel.models import Panel

from .. import actions, exempt, minutes
from ..models import AgendaItem, Attendance, Meeting, MinuteEntry, PanelMember
from . import live, taking

SPARE = 2
"""Empty rows under each item, for those who have no scripts to add one."""
WORDS = ("kind", "level", "text")


@dataclass
class Row:
    """An entry as it stands on the page, with the words typed there. ``entry`` is what the record
    has, as the wire sends it; None for a row still empty."""

    uid: str
    item: int
    kind: str = "discussion"
    level: int = 0
    text: str = ""
    seen: str = ""
    number: str = ""
    entry: Mapping[str, Any] | None = None
    is_spare: bool = False
    is_removed: bool = False
    message: str = ""
    theirs: str = ""
    who: str = ""

    @property
    def name(self) -> str:
        """How the form knows it: what it is, where it was, and as what it was seen."""
        return f"{self.uid}/{self.item}/{self.seen}"

    @property
    def target(self) -> str:
        """Where on the page its words are typed."""
        return f"text-{self.uid}"


@dataclass
class Block:
    """An item of the agenda with its rows; ``number`` is the one its minutes have."""

    item: AgendaItem
    number: str
    rows: list[Row]


@dataclass
class Sheet:
    """All that the page shows."""

    meeting: Meeting
    blocks: Sequence[Block]
    numbering: str
    first: int | None
    cursor: int
    names: Sequence[str]
    owners: Sequence[str]
    members: int
    paragraphs: Sequence[tuple[int, str]]
    problems: list[dict[str, str]] = field(default_factory=list)
    kinds: Sequence[tuple[str, str]] = tuple(MinuteEntry.Kind.choices)

    def block_of(self, row: Row) -> Block:
        """The item that a row stands under; the last one, where its own is gone."""
        own = (block for block in self.blocks if block.item.pk == row.item)
        return next(own, self.blocks[-1])


def read(meeting: Meeting, *, user: Any, failed: Iterable[Row] = ()) -> Sheet:
    """The minutes of a meeting as they now are, with room to type at the end of each item, and
    with the rows that could not be saved as they were typed."""
    panel = Panel.current()
    cursor = live.last_change(meeting)  # before the entries: what comes between is sent again
    numbers = minutes.of_meeting(meeting, panel=panel)
    under: dict[int, list[Row]] = {}
    for entry in live.entries(meeting, user=user):
        under.setdefault(entry["item"], []).append(_row(entry, numbers.entries))
    items = meeting.items.order_by("position", "pk")
    names = meeting.attendances.filter(sent_apologies=False).values_list("name", "capacity")
    voters = (Attendance.Capacity.MEMBER, Attendance.Capacity.SUBSTITUTE)
    sheet = Sheet(
        meeting=meeting,
        blocks=[
            Block(item, numbers.items.get(item.pk, item.number), under.get(item.pk, []))
            for item in items
        ],
        numbering=minutes.style_of(meeting, panel),
        first=minutes.first_of(meeting, panel=panel),
        cursor=cursor,
        names=sorted(name for name, capacity in names if capacity in voters),
        owners=sorted({panel.office_title, *(name for name, _ in names)}),
        members=PanelMember.objects.serving(meeting.day).count(),
        paragraphs=exempt.choices(panel.nation),
    )
    for row in failed:
        _put(sheet, row)
    for block in sheet.blocks:
        block.rows += [
            Row(uid=str(uuid4()), item=block.item.pk, is_spare=True) for _ in range(SPARE)
        ]
    return sheet


def _row(entry: Mapping[str, Any], numbers: Mapping[int, str]) -> Row:
    words = {name: entry[name] for name in (*WORDS, "uid", "item", "seen")}
    return Row(**words, number=numbers.get(entry["pk"], ""), entry=entry)


def _put(sheet: Sheet, row: Row) -> None:
    """Show a row as it was typed, where the record has another or none."""
    block = sheet.block_of(row)
    there = next((one for one in block.rows if one.uid == row.uid), None)
    if there:
        row.number, row.entry, row.seen = there.number, there.entry, there.seen
        block.rows[block.rows.index(there)] = row
    else:
        row.item, row.seen, row.is_spare = block.item.pk, "", True
        block.rows.append(row)
    sheet.problems.append({"text": f"Item {block.number}: {row.message}", "target": row.target})


def save(meeting: Meeting, data: MultiValueDict, *, by: Any) -> tuple[int, list[Row]]:
    """Make what was typed on the page part of the minutes: how many entries that changed, and the
    rows that could not be saved, each with a message."""
    typed = [_typed(name, data) for name in dict.fromkeys(data.getlist("row"))]
    seen = _as_seen(row.seen for row in typed)
    touched = [row for row in typed if _is_touched(row, seen)]
    failed = [row for row in touched if not _save(row, meeting=meeting, by=by)]
    return len(touched) - len(failed), failed


def _typed(name: str, data: Mapping[str, Any]) -> Row:
    uid, item, seen, *_ = [*name.split("/"), "", ""]
    level = data.get(f"{uid}-level", "0")
    return Row(
        uid=uid,
        item=int(item) if item.isdecimal() and len(item) < 19 else 0,
        kind=data.get(f"{uid}-kind", "discussion"),
        level=int(level) if level in ("0", "1", "2") else 0,
        text=data.get(f"{uid}-text", "").replace("\r\n", "\n").strip(),
        seen=seen,
        is_removed=bool(data.get(f"{uid}-remove")),
    )


def _as_seen(stamps: Iterable[str]) -> dict[str, tuple[Any, ...]]:
    """The words of each entry as the page showed it."""
    rows = [int(stamp) for stamp in stamps if stamp.isdecimal() and len(stamp) < 19]
    history = MinuteEntry.history.filter(history_id__in=rows).values_list("history_id", *WORDS)
    return {str(row): tuple(words) for row, *words in history}


def _is_touched(row: Row, seen: Mapping[str, tuple[Any, ...]]) -> bool:
    """Whether someone typed in it: what was left alone may be old, and is nobody's wish."""
    if not row.seen:
        return bool(row.text)
    return row.is_removed or (row.kind, row.level, row.text) != seen.get(row.seen)


def _save(row: Row, *, meeting: Meeting, by: Any) -> bool:
    sent = {name: getattr(row, name) for name in ("uid", "item", "seen", *WORDS)}
    try:
        change, *_ = taking.read_changes({"changes": [{**sent, "remove": row.is_removed}]})
        taken = actions.take(change, meeting=meeting, by=by)
    except (taking.Malformed, ValidationError) as refusal:
        row.message = " ".join(getattr(refusal, "messages", [str(refusal)]))
        return False
    if taken.status not in ("saved", "removed"):
        _show_both(row, taken)
        return False
    return True


def _show_both(row: Row, taken: actions.Taken) -> None:
    """What someone else did meanwhile, beside what was typed here: saving again decides."""
    row.who = str(taken.who or "Someone else")
    if taken.entry is None:
        row.message = f"{row.who} removed this entry. Save again to put it back, or empty it."
        row.uid, row.seen = str(uuid4()), ""
        return
    row.theirs = f"{taken.entry.get_kind_display()}: {taken.entry.text}"
    row.message = (
        f"{row.who} changed this entry after you opened the page. Put into it what should stand, "
        "and save again."
    )
