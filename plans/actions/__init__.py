"""What one does with plans: bring versions in, correct them, compare them, lock them."""

from .comparing import compare_with_predecessor, fail_comparison, renew, renew_awaited
from .correcting import (
    add_first_paragraph,
    add_paragraph,
    approve_paragraph,
    correct_paragraph,
    delete_paragraph,
    join_paragraph,
    move_paragraph,
    split_paragraph,
    step_paragraph,
)
from .deciding import (
    break_link,
    confirm_certain,
    confirm_link,
    mend_link,
    said,
    sides_of,
    undo_confirmation,
)
from .headings import make_heading, make_paragraph, rename_heading, rename_headings
from .linking import make_link
from .opening import hold_headings
from .reading import (
    ask_for_reading,
    begin_reading,
    fail_reading,
    finish_reading,
    tell_pages,
)
from .undoing import last_correction, undo_correction
from .versions import add_plan, add_version, correct_version, delete_version, lock_version

__all__ = [
    "add_first_paragraph",
    "add_paragraph",
    "add_plan",
    "add_version",
    "approve_paragraph",
    "ask_for_reading",
    "begin_reading",
    "break_link",
    "compare_with_predecessor",
    "confirm_certain",
    "confirm_link",
    "correct_paragraph",
    "correct_version",
    "delete_paragraph",
    "delete_version",
    "fail_comparison",
    "fail_reading",
    "finish_reading",
    "hold_headings",
    "join_paragraph",
    "last_correction",
    "lock_version",
    "make_heading",
    "make_link",
    "make_paragraph",
    "mend_link",
    "move_paragraph",
    "rename_heading",
    "rename_headings",
    "renew",
    "renew_awaited",
    "said",
    "sides_of",
    "split_paragraph",
    "step_paragraph",
    "tell_pages",
    "undo_confirmation",
    "undo_correction",
]
