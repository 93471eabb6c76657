"""What one does with plans: bring versions in, correct them, compare them, lock them."""

from .comparing import compare_with_predecessor, renew, renew_awaited
from .correcting import (
    add_paragraph,
    approve_paragraph,
    correct_paragraph,
    delete_paragraph,
    join_paragraph,
    split_paragraph,
)
from .versions import add_plan, add_version, correct_version, delete_version, lock_version

__all__ = [
    "add_paragraph",
    "add_plan",
    "add_version",
    "approve_paragraph",
    "compare_with_predecessor",
    "correct_paragraph",
    "correct_version",
    "delete_paragraph",
    "delete_version",
    "join_paragraph",
    "lock_version",
    "renew",
    "renew_awaited",
    "split_paragraph",
]
