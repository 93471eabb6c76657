"""Verbs of the register: recording, sending, answering, deciding. Each says who and why."""

from .adopting import adopt_report, place_report, seen_for_adopting, why_not_adopted_under
from .assessing import Said, assess
from .bulk import confirm_chosen, due_date_stamps, revise_chosen, send_chosen, set_owner, set_theme
from .entering import correct_outcome, enter_outcome
from .judging import correct_judgement, judging_of, record_judgement
from .letters import Answer, ReceivedLetter, confirm_letter, correct_letter, correct_response
from .outcomes import confirm_outcome, confirm_outcomes, look_again, reject_outcome
from .recording import (
    WITH_DATES,
    correct_recommendation,
    dates_of,
    due_date_stamp,
    record_recommendation,
    revise_due_date,
    send_recommendations,
    set_due_date,
)
from .reviews import (
    ORDERED,
    Received,
    add_part,
    begin_review,
    change_part,
    change_review,
    file_evidence,
    keep_promise,
    move_part,
    remove_part,
    remove_review,
)

__all__ = [
    "ORDERED",
    "WITH_DATES",
    "Answer",
    "Received",
    "ReceivedLetter",
    "Said",
    "add_part",
    "adopt_report",
    "assess",
    "begin_review",
    "change_part",
    "change_review",
    "confirm_chosen",
    "confirm_letter",
    "confirm_outcome",
    "confirm_outcomes",
    "correct_judgement",
    "correct_letter",
    "correct_outcome",
    "correct_recommendation",
    "correct_response",
    "dates_of",
    "due_date_stamp",
    "due_date_stamps",
    "enter_outcome",
    "file_evidence",
    "judging_of",
    "keep_promise",
    "look_again",
    "move_part",
    "place_report",
    "record_judgement",
    "record_recommendation",
    "reject_outcome",
    "remove_part",
    "remove_review",
    "revise_chosen",
    "revise_due_date",
    "seen_for_adopting",
    "send_chosen",
    "send_recommendations",
    "set_due_date",
    "set_owner",
    "set_theme",
    "why_not_adopted_under",
]
