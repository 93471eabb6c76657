"""What can be done with a meeting: each verb locks, checks, writes, and says why in the history.

All raise ValidationError, in words for the person, where the record does not allow it.
"""

from .agenda import add_item, call_meeting, change_item, change_meeting, publish_agenda, remove_item
from .approving import Agreed, Overtaken, approve_at, approve_minutes, correct_approved
from .arranging import Rearranged, move_item, order_of, rearrange
from .attendance import (
    Mark,
    add_attendance,
    change_attendance,
    mark_members,
    record_attendance,
    remove_attendance,
)
from .declaring import add_declaration, change_declaration, remove_declaration
from .entries import add_entry, change_entry, move_entry, remove_entry
from .exclusion import (
    change_exclusion,
    exclude_public,
    readmit_public,
    stop_excluding,
    stop_readmitting,
)
from .labelling import labels_follow, labels_of
from .leaving import minute_exclusion, minute_readmission
from .life import begin_meeting, close_meeting, finish_minutes, reopen_minutes
from .members import add_member, change_member
from .minutes import complete_action
from .minuting import number_minutes, summarise_item
from .packs import (
    UNCLAIMED,
    ask_for_pack,
    begin_pack,
    cancel_pack,
    fail_pack,
    finish_pack,
    has_stopped,
    tell_pack,
)
from .papers import add_paper, change_paper, remove_paper
from .publishing import publish_pack, publish_packs
from .reading import BroughtEntry, BroughtItem, bring_in
from .standing import (
    Copied,
    add_standing_items,
    copy_of,
    copy_standing_items,
    date_minutes_anew,
    wrongly_dated,
)
from .taking import Taken, reason_asked_by, take
from .tasks import change_action

__all__ = [
    "UNCLAIMED",
    "Agreed",
    "BroughtEntry",
    "BroughtItem",
    "Copied",
    "Mark",
    "Overtaken",
    "Rearranged",
    "Taken",
    "add_attendance",
    "add_declaration",
    "add_entry",
    "add_item",
    "add_member",
    "add_paper",
    "add_standing_items",
    "approve_at",
    "approve_minutes",
    "ask_for_pack",
    "begin_meeting",
    "begin_pack",
    "bring_in",
    "call_meeting",
    "cancel_pack",
    "change_action",
    "change_attendance",
    "change_declaration",
    "change_entry",
    "change_exclusion",
    "change_item",
    "change_meeting",
    "change_member",
    "change_paper",
    "close_meeting",
    "complete_action",
    "copy_of",
    "copy_standing_items",
    "correct_approved",
    "date_minutes_anew",
    "exclude_public",
    "fail_pack",
    "finish_minutes",
    "finish_pack",
    "has_stopped",
    "labels_follow",
    "labels_of",
    "mark_members",
    "minute_exclusion",
    "minute_readmission",
    "move_entry",
    "move_item",
    "number_minutes",
    "order_of",
    "publish_agenda",
    "publish_pack",
    "publish_packs",
    "readmit_public",
    "rearrange",
    "reason_asked_by",
    "record_attendance",
    "remove_attendance",
    "remove_declaration",
    "remove_entry",
    "remove_item",
    "remove_paper",
    "reopen_minutes",
    "stop_excluding",
    "stop_readmitting",
    "summarise_item",
    "take",
    "tell_pack",
    "wrongly_dated",
]
