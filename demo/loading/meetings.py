"""The two meetings: their agendas and papers, who was there, what was minuted."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from meetings import actions, uploaded
from meetings.models import AgendaItem, Attendance, Declaration, Meeting, MinuteEntry, Paper
from pcp_scrutiny import history
from plans.models import PlanVersion
from recommendations.models import ScrutinyReview

from .. import content, records
from .files import contents
from .people import Cast


def call(record: records.Meeting, *, cast: Cast) -> Meeting:
    """Put the meeting into the calendar."""
    meeting = Meeting(
        title=record.title,
        starts_at=timezone.make_aware(datetime.combine(record.day, record.starts)),
        venue=record.venue,
        how_to_attend=record.how_to_attend,
    )
    return actions.call_meeting(meeting, by=cast.clerk)


# --- The agenda --------------------------------------------------------------------------------


def build_agenda(
    meeting: Meeting,
    record: records.Meeting,
    *,
    cast: Cast,
    previous: Meeting | None = None,
) -> None:
    """Put the items on the agenda, with their papers: those that did not go out with it are to
    follow. ``previous`` is the meeting whose minutes are to be confirmed."""
    for item in record.items:
        added = actions.add_item(
            AgendaItem(
                meeting=meeting,
                position=item.number,
                title=item.title,
                purpose=item.purpose,
                presenter=item.presenter,
                restricted_under=item.restricted_under,
                public_summary=item.public_summary,
                standing=item.standing,
            ),
            by=cast.clerk,
        )
        for paper in item.papers:
            _add_paper(paper, added, previous=previous, cast=cast)


def publish_agenda(meeting: Meeting, *, on: date, cast: Cast) -> None:
    """Record that the agenda went out."""
    actions.publish_agenda(meeting, on=on, by=cast.clerk)


def add_late_papers(meeting: Meeting, record: records.Meeting, *, on: date, cast: Cast) -> None:
    """Put in what was circulated on that day, after the agenda."""
    for item in record.items:
        for paper in item.papers:
            if paper.circulated == on:
                came = Paper.objects.get(item__meeting=meeting, title=paper.title)
                came.text, came.is_to_follow = paper.text, False
                came.received_on = came.published_on = on
                came.late_reason = paper.why_late
                actions.change_paper(came, by=cast.clerk)


def _add_paper(
    paper: records.Paper, item: AgendaItem, *, cast: Cast, previous: Meeting | None = None
) -> None:
    is_to_follow = paper.circulated is not None or (paper.kind, paper.file) == ("uploaded", "")
    new = Paper(
        item=item,
        position=0,  # the action puts it last
        kind=paper.kind,
        label=paper.label,
        title=paper.title,
        text="" if is_to_follow else paper.text,
        background="\n".join(paper.background),
        minutes_of=previous if paper.minutes_of else None,
        version=PlanVersion.objects.get(kind=paper.version) if paper.version else None,
        about=ScrutinyReview.objects.get().pk if paper.kind == "review" else None,
        restricted_under=paper.restricted_under,
        is_to_follow=is_to_follow,
    )
    received = None
    if paper.file:
        received = uploaded.read(contents(paper.file), paper.file, is_ours=True)
    actions.add_paper(new, by=cast.clerk, received=received)


# --- Who was there -----------------------------------------------------------------------------


def record_attendance(meeting: Meeting, record: records.Meeting, *, cast: Cast) -> None:
    """Record who was there and who sent apologies."""
    marks = []
    for attended in record.attendance:
        if attended.person in cast.members:
            was = "apologies" if attended.sent_apologies else "present"
            mark = actions.Mark(
                cast.members[attended.person],
                was,
                attended.note,
                joined_at=_at(meeting, attended.joined),
                left_at=_at(meeting, attended.left),
            )
            marks.append(mark)
        else:
            actions.add_attendance(_other(meeting, attended), by=cast.clerk)
    actions.mark_members(meeting, marks, by=cast.clerk)


def _at(meeting: Meeting, place: int | None) -> AgendaItem | None:
    return meeting.items.get(position=place) if place else None


def _other(meeting: Meeting, attended: records.Attendance) -> Attendance:
    person = content.person(attended.person)
    return Attendance(
        meeting=meeting,
        name=person.name,
        capacity=person.capacity,
        role=person.post,
        sent_apologies=attended.sent_apologies,
        note=attended.note,
    )


def record_declarations(meeting: Meeting, record: records.Meeting, *, cast: Cast) -> None:
    """Record the interests that were declared."""
    for declared in record.declarations:
        history.create(
            Declaration,
            by=cast.clerk,
            why="Declared at the meeting",
            meeting=meeting,
            item=meeting.items.get(position=declared.item) if declared.item else None,
            name=content.person(declared.person).name,
            interest=declared.interest,
            withdrew=declared.withdrew,
        )


# --- The minutes -------------------------------------------------------------------------------


def take_minutes(
    meeting: Meeting, record: records.Meeting, *, cast: Cast
) -> dict[str, MinuteEntry]:
    """Minute what was said; answer with the entries by their numbers. What was to be done is
    not done yet."""
    entries = {}
    for item in record.items:
        under = meeting.items.get(position=item.number)
        for entry in item.entries:
            minuted = MinuteEntry(
                item=under,
                position=0,  # the action puts it last
                kind=entry.kind,
                level=entry.level,
                text=content.text_of(entry),
            )
            entries[entry.number] = actions.add_entry(
                minuted,
                by=cast.clerk,
                vote=asdict(entry.vote) if entry.vote else None,
                task=_task(entry.action) if entry.action else None,
            )
            if entry.excludes:
                actions.exclude_public(minuted, paragraph=entry.excludes, by=cast.clerk)
    return entries


def _task(action: records.Action, *, is_done: bool = False) -> dict[str, Any]:
    task: dict[str, Any] = {"owner": action.owner, "due_on": action.due}
    if is_done:
        task |= {"done_on": action.done, "outcome": action.outcome}
    return task


def finish_minutes(meeting: Meeting, *, cast: Cast) -> None:
    """Say that the minutes are a complete draft."""
    actions.finish_minutes(meeting, by=cast.clerk)


def days_of_doing(record: records.Meeting) -> list[date]:
    """The days on which something that was to be done was done."""
    return sorted({action.done for _, action in _actions(record) if action.done})


def say_what_was_done(
    entries: dict[str, MinuteEntry], record: records.Meeting, *, on: date, cast: Cast
) -> None:
    """Record what was done on that day."""
    for entry, action in _actions(record):
        if action.done == on:
            task = _task(action, is_done=True)
            actions.change_entry(entries[entry.number], by=cast.officer, task=task)


def _actions(record: records.Meeting) -> list[tuple[records.Entry, records.Action]]:
    entries = [entry for item in record.items for entry in item.entries]
    return [(entry, entry.action) for entry in entries if entry.action]
