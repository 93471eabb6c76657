"""Approved minutes go on saying who was to do something and by when as it was agreed, whatever was
agreed about it later."""

from collections.abc import Iterable

from ..models import Action, Meeting, MinuteEntry


def as_agreed(meeting: Meeting, entries: Iterable[MinuteEntry]) -> None:
    """Put into the actions of entries, which came with them, what they were when the minutes of
    their meeting were approved. Nothing is looked up where they are not approved; two queries
    otherwise."""
    actions = {entry.action.pk: entry.action for entry in entries if getattr(entry, "action", None)}
    if not actions or not meeting.minutes_are_approved:
        return
    rows = Meeting.history.filter(id=meeting.pk, state=Meeting.State.APPROVED_MINUTES)
    approved = rows.order_by("history_id").values_list("history_date", flat=True).first()
    then = Action.history.filter(id__in=list(actions), history_date__lte=approved)
    for pk, owner, due_on in then.order_by("history_id").values_list("id", "owner", "due_on"):
        actions[pk].owner, actions[pk].due_on = owner, due_on
