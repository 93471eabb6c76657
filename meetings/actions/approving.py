"""The approval of minutes by a later meeting, with the corrections it agreed; and corrections that
a meeting agrees once they are approved."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from pcp_scrutiny import history

from .. import life, minutes, stages
from ..life import Step
from ..minuting import corrections
from ..models import AgendaItem, Correction, Meeting, MinuteEntry
from .entries import add_entry, change_entry
from .life import hold_for
from .locking import hold


@dataclass(frozen=True, slots=True)
class Agreed:
    """A minute as a later meeting corrected it. ``seen`` tells which state of it the person saw:
    the stamp of a draft's entry, or what ``reading_of`` says of an approved one."""

    entry: MinuteEntry
    reads: str
    seen: str | None = None


class Overtaken(ValidationError):
    """A minute was changed or corrected by someone else meanwhile; ``entry`` is that minute."""

    def __init__(self, entry: MinuteEntry, number: str) -> None:
        super().__init__(
            f"Minute {number} was changed by someone else meanwhile. Nothing has been approved or "
            "corrected. Check the words below, and send them again."
        )
        self.entry = entry


@transaction.atomic
def approve_minutes(
    meeting: Meeting, *, on: date, by: Any, why: str = "", now: datetime | None = None
) -> Meeting:
    """Record that the panel approved the minutes on that day, at a meeting that is not in the
    record. They never change after."""
    held = hold_for(Step.APPROVE, meeting)
    if on < held.day:
        raise ValidationError("Minutes cannot be approved before the meeting they are of.")
    if on > timezone.localdate(now or history.now()):
        raise ValidationError("The minutes cannot have been approved on a day that is to come.")
    return _approve(
        held,
        at=timezone.make_aware(datetime.combine(on, time.min)),
        why=f"Minutes approved on {corrections.in_full(on)}" + (f": {why}" if why else ""),
        by=by,
    )


@transaction.atomic
def approve_at(
    meeting: Meeting,
    *,
    item: AgendaItem,
    agreed: Sequence[Agreed] = (),
    others: Collection[str] = (),
    by: Any,
    now: datetime | None = None,
) -> MinuteEntry:
    """Have the minutes approved by a later meeting under that item of it; answer with its minute
    of that. What it corrected is changed in the draft, and recorded as corrected; ``others`` are
    corrections in words, of what is changed already (who was there).

    Raises Overtaken where a minute reads otherwise than the person saw it."""
    _hold_both(meeting, item)
    held = hold_for(Step.APPROVE, meeting)
    at = _agreeing(held, item, now=now)
    numbers = minutes.of_meeting(held).entries
    agreed_by = f"by the meeting on {corrections.in_full(at.day)}"
    text = corrections.approval(held.day, has_points=bool(agreed or others))
    resolution = _resolve(item, text, by=by)

    def correct(one: Agreed) -> str:
        said = one.entry.text
        one.entry.text = one.reads
        try:
            change_entry(one.entry, by=by, seen=one.seen, why=f"Corrected {agreed_by}")
        except history.Stale as stale:
            raise Overtaken(stale.theirs, numbers[one.entry.pk]) from stale
        return said

    _correct(agreed, under=resolution, numbers=numbers, how=correct, by=by)
    for words in corrections.points((), others):
        _resolve(item, words, level=1, by=by)
    held.approved_in = resolution
    _approve(held, at=at.starts_at, why=f"Minutes approved {agreed_by}", by=by)
    return resolution


@transaction.atomic
def correct_approved(
    meeting: Meeting,
    *,
    item: AgendaItem,
    agreed: Sequence[Agreed],
    by: Any,
    now: datetime | None = None,
) -> MinuteEntry:
    """Record what a later meeting, under that item of it, corrected in minutes that are approved;
    answer with its minute of that. Their text stands; the corrections stand beside it.

    Raises Overtaken where a minute was corrected since the person saw it."""
    _hold_both(meeting, item)
    held = hold_for(Step.CORRECT, meeting)
    _agreeing(held, item, now=now)
    if not agreed:
        raise ValidationError("Choose a minute that is to be corrected.")
    numbers = minutes.of_meeting(held).entries
    resolution = _resolve(item, corrections.correction(held.day, one=len(agreed) == 1), by=by)

    def correct(one: Agreed) -> str:
        said, state = reading_of(one.entry)
        if one.seen is not None and one.seen != state:
            raise Overtaken(one.entry, numbers[one.entry.pk])
        return said

    _correct(agreed, under=resolution, numbers=numbers, how=correct, by=by)
    return resolution


def reading_of(entry: MinuteEntry) -> tuple[str, str]:
    """How an approved minute reads with what was corrected since, and what tells that state of it
    from the next."""
    last = Correction.objects.filter(entry=entry).order_by("pk").last()
    return (last.reads, str(last.pk)) if last else (entry.text, "none")


def _hold_both(meeting: Meeting, item: AgendaItem) -> None:
    """Lock both meetings, always in the same order: two people who approve crosswise wait for one
    another and do not block."""
    pks = sorted({meeting.pk, item.meeting_id})
    list(Meeting.objects.select_for_update().filter(pk__in=pks).order_by("pk"))


def _agreeing(meeting: Meeting, item: AgendaItem, *, now: datetime | None) -> Meeting:
    """The meeting that agreed, where it can have."""
    at = hold(item.meeting)
    today = timezone.localdate(now or history.now())
    of, by = stages.sitting(meeting), stages.sitting(at)
    if said := life.obstacle_to_agreeing(of, by, today=today):
        raise ValidationError(said)
    return at


def _correct(
    agreed: Sequence[Agreed],
    *,
    under: MinuteEntry,
    numbers: Mapping[int, str],
    how: Callable[[Agreed], str],
    by: Any,
) -> None:
    """Record each correction with the point of the resolution that agreed it."""
    for one in agreed:
        if one.entry.pk not in numbers:
            raise ValidationError("A minute that was to be corrected is not there any more.")
        number = numbers[one.entry.pk]
        is_public = not (one.entry.restricted_under or one.entry.item.restricted_under)
        said = how(one)
        if said.strip() == one.reads.strip():
            raise ValidationError(f"Minute {number} reads so already.")
        (words,) = corrections.points([corrections.Point(number, one.reads, is_public)])
        history.create(
            Correction,
            by=by,
            why=f"Agreed by the meeting on {corrections.in_full(under.item.meeting.day)}",
            entry=one.entry,
            said=said,
            reads=one.reads,
            agreed_in=_resolve(under.item, words, level=1, by=by),
        )


def _resolve(item: AgendaItem, text: str, *, level: int = 0, by: Any) -> MinuteEntry:
    """The resolution, or a point of it at ``level`` 1, on which there is no vote by itself."""
    entry = MinuteEntry(
        item=item,
        position=0,
        kind=MinuteEntry.Kind.DISCUSSION if level else MinuteEntry.Kind.RESOLUTION,
        level=level,
        text=text,
    )
    return add_entry(entry, by=by)


def _approve(held: Meeting, *, at: datetime, why: str, by: Any) -> Meeting:
    held.state, held.approved_at = Meeting.State.APPROVED_MINUTES, at
    return history.save(held, by=by, why=why)
