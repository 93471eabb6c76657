"""Verbs of the register: recording, sending, answering, deciding. Each says who and why."""

from .assessing import Said, assess
from .judging import record_judgement
from .letters import Answer, ReceivedLetter, confirm_letter, correct_letter, correct_response
from .outcomes import confirm_outcome, look_again, reject_outcome
from .recording import (
    correct_recommendation,
    dates_of,
    due_date_stamp,
    record_recommendation,
    revise_due_date,
    send_recommendations,
    set_due_date,
)

__all__ = [
    "Answer",
    "ReceivedLetter",
    "Said",
    "assess",
    "confirm_letter",
    "confirm_outcome",
    "correct_letter",
    "correct_recommendation",
    "correct_response",
    "dates_of",
    "due_date_stamp",
    "look_again",
    "record_judgement",
    "record_recommendation",
    "reject_outcome",
    "revise_due_date",
    "send_recommendations",
    "set_due_date",
]
