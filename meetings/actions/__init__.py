"""What can be done with a meeting: each verb locks, checks, writes, and says why in the history.

All raise ValidationError, in words for the person, where the record does not allow it.
"""

from .agenda import (
    add_item,
    add_paper,
    call_meeting,
    change_item,
    change_meeting,
    change_paper,
    move_item,
    publish_agenda,
    remove_item,
    remove_paper,
)
from .attendance import (
    Mark,
    add_attendance,
    add_declaration,
    mark_members,
    remove_attendance,
    remove_declaration,
)
from .entries import add_entry, change_entry, move_entry, remove_entry
from .members import add_member, change_member
from .minutes import approve_minutes, begin_meeting, complete_action, finish_minutes
from .packs import ask_for_pack, begin_pack, fail_pack, finish_pack
from .taking import Taken, take

__all__ = [
    "Mark",
    "Taken",
    "add_attendance",
    "add_declaration",
    "add_entry",
    "add_item",
    "add_member",
    "add_paper",
    "approve_minutes",
    "ask_for_pack",
    "begin_meeting",
    "begin_pack",
    "call_meeting",
    "change_entry",
    "change_item",
    "change_meeting",
    "change_member",
    "change_paper",
    "complete_action",
    "fail_pack",
    "finish_minutes",
    "finish_pack",
    "mark_members",
    "move_entry",
    "move_item",
    "publish_agenda",
    "remove_attendance",
    "remove_declaration",
    "remove_entry",
    "remove_item",
    "remove_paper",
    "take",
]
