"""Recommendations, the Commissioner's responses, and what became of each."""

from .assessment import Assessment, PartnerComment
from .judgement import Judgement
from .letters import Citation, Response, ResponseLetter
from .outcome import Outcome
from .recommendation import DueDateRevision, Recommendation
from .review import Evidence, Invitation, ScrutinyReview, Witness
from .review_report import AnswerPoint, Finding, Promise, ReviewQuestion, ReviewSubject

__all__ = [
    "AnswerPoint",
    "Assessment",
    "Citation",
    "DueDateRevision",
    "Evidence",
    "Finding",
    "Invitation",
    "Judgement",
    "Outcome",
    "PartnerComment",
    "Promise",
    "Recommendation",
    "Response",
    "ResponseLetter",
    "ReviewQuestion",
    "ReviewSubject",
    "ScrutinyReview",
    "Witness",
]
