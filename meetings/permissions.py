"""Who may do what with meetings: role and state together."""

from typing import Any

from .models import (
    Action,
    AgendaItem,
    Attendance,
    Declaration,
    Meeting,
    MinuteEntry,
    Pack,
    PanelMember,
    Paper,
)

BEFORE_MINUTES = (
    Meeting.State.PLANNED,
    Meeting.State.AGENDA_PUBLISHED,
    Meeting.State.IN_PROGRESS,
)


def can_view_meetings(user: Any) -> bool:
    """Everyone who works with the record sees the meetings."""
    return user.is_authenticated and user.has_a_role


def can_view_meeting(user: Any, thing: Any) -> bool:  # noqa: ARG001
    """What is visible may be read."""
    return can_view_meetings(user)


def can_arrange_meetings(user: Any) -> bool:
    """Officers and clerks call meetings."""
    return user.is_authenticated and (user.is_officer or user.is_clerk)


def can_edit_meeting(user: Any, meeting: Meeting) -> bool:
    """Officers and clerks arrange a meeting until its minutes are approved."""
    return can_arrange_meetings(user) and not meeting.minutes_are_approved


def can_publish_agenda(user: Any, meeting: Meeting) -> bool:
    """Officers and clerks record that the agenda of a planned meeting was published."""
    return can_arrange_meetings(user) and meeting.state == Meeting.State.PLANNED


def can_edit_item(user: Any, item: AgendaItem) -> bool:
    """As its meeting."""
    return can_edit_meeting(user, item.meeting)


def can_edit_paper(user: Any, paper: Paper) -> bool:
    """As its meeting."""
    return can_edit_meeting(user, paper.item.meeting)


def can_edit_attendance(user: Any, attendance: Attendance) -> bool:
    """As its meeting."""
    return can_edit_meeting(user, attendance.meeting)


def can_edit_declaration(user: Any, declaration: Declaration) -> bool:
    """As its meeting."""
    return can_edit_meeting(user, declaration.meeting)


def can_edit_member(user: Any, member: PanelMember) -> bool:  # noqa: ARG001
    """Officers and clerks keep the list of members."""
    return can_arrange_meetings(user)


def can_begin_meeting(user: Any, meeting: Meeting) -> bool:
    """Officers and clerks say that a meeting whose agenda was published has begun."""
    return can_arrange_meetings(user) and meeting.state == Meeting.State.AGENDA_PUBLISHED


def can_complete_action(user: Any, action: Action) -> bool:  # noqa: ARG001
    """Officers and clerks record what was done, also when the minutes are long approved."""
    return can_arrange_meetings(user)


def can_minute_item(user: Any, item: AgendaItem) -> bool:
    """Officers and clerks take minutes until they are approved."""
    return can_edit_item(user, item)


def can_edit_entry(user: Any, entry: MinuteEntry) -> bool:
    """As its item."""
    return can_minute_item(user, entry.item)


def can_read_typed_words(user: Any, meeting: Meeting) -> bool:  # noqa: ARG001
    """Those who take minutes find what they typed, also when the minutes are long approved."""
    return can_arrange_meetings(user)


def can_close_meeting(user: Any, meeting: Meeting) -> bool:
    """Officers and clerks say when a meeting that has begun closed, until its minutes are
    approved."""
    begun = (Meeting.State.IN_PROGRESS, Meeting.State.DRAFT_MINUTES)
    return can_arrange_meetings(user) and meeting.state in begun


def can_finish_minutes(user: Any, meeting: Meeting) -> bool:
    """Officers and clerks say that the minutes are a complete draft."""
    return can_arrange_meetings(user) and meeting.state in BEFORE_MINUTES


def can_number_minutes(user: Any, meeting: Meeting) -> bool:
    """Officers and clerks say with which number minutes begin, until their draft is finished."""
    return can_arrange_meetings(user) and not meeting.minutes_are_finished


def can_reopen_minutes(user: Any, meeting: Meeting) -> bool:
    """Officers and clerks make a finished draft notes again."""
    return can_arrange_meetings(user) and meeting.state == Meeting.State.DRAFT_MINUTES


def can_approve_minutes(user: Any, meeting: Meeting) -> bool:
    """Officers and clerks record that draft minutes were approved."""
    return can_arrange_meetings(user) and meeting.state == Meeting.State.DRAFT_MINUTES


def can_have_minutes_approved(user: Any, meeting: Meeting) -> bool:  # noqa: ARG001
    """The page answers to officers and clerks in every state: whoever comes second is told that
    the minutes are approved already."""
    return can_arrange_meetings(user)


def can_correct_minutes(user: Any, meeting: Meeting) -> bool:
    """Officers and clerks record what a later meeting corrected in approved minutes."""
    return can_arrange_meetings(user) and meeting.minutes_are_approved


def can_have_minutes_corrected(user: Any, meeting: Meeting) -> bool:  # noqa: ARG001
    """As for the approval: what keeps it from happening is said."""
    return can_arrange_meetings(user)


def can_make_pack(user: Any, meeting: Meeting) -> bool:  # noqa: ARG001
    """Clerks and officers make agenda packs."""
    return can_arrange_meetings(user)


def can_cancel_pack(user: Any, pack: Pack) -> bool:
    """Whoever may have it made. That it was made meanwhile is said when they try."""
    return can_make_pack(user, pack.meeting)


def can_publish_pack(user: Any, pack: Pack) -> bool:
    """Clerks and officers publish a pack that is made; once."""
    is_made = pack.state == Pack.State.MADE and not pack.is_published
    return can_have_pack_published(user, pack) and is_made


def can_have_pack_published(user: Any, pack: Pack) -> bool:
    """The page answers to clerks and officers in every state: whoever comes second is shown that
    it is published."""
    return can_make_pack(user, pack.meeting)


def can_view_pack(user: Any, pack: Pack) -> bool:
    """Everyone who works with the record, once it is published; members, too, are sent the full
    pack. Before that it is for those who make packs to check."""
    return can_view_meetings(user) if pack.is_published else can_make_pack(user, pack.meeting)


def can_download_pack(user: Any, pack: Pack) -> bool:
    """The same, once it is made."""
    return can_view_pack(user, pack) and pack.state == Pack.State.MADE
