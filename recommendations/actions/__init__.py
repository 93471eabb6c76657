"""Verbs of the register: recording, sending, answering, deciding. Each says who and why."""

from .assessing import assess
from .judging import record_judgement
from .letters import Answer, ReceivedLetter, confirm_letter, correct_letter, correct_response
from .outcomes import confirm_outcome, look_again, reject_outcome
from .recording import correct_recommendation, record_recommendation, send_recommendations

__all__ = [
    "Answer",
    "ReceivedLetter",
    "assess",
    "confirm_letter",
    "confirm_outcome",
    "correct_letter",
    "correct_recommendation",
    "correct_response",
    "look_again",
    "record_judgement",
    "record_recommendation",
    "reject_outcome",
    "send_recommendations",
]
