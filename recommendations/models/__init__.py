"""Recommendations, the Commissioner's responses, and what became of each."""

from .assessment import Assessment, PartnerComment
from .judgement import Judgement
from .letters import Citation, Response, ResponseLetter
from .outcome import Outcome
from .recommendation import DueDateRevision, Recommendation

__all__ = [
    "Assessment",
    "Citation",
    "DueDateRevision",
    "Judgement",
    "Outcome",
    "PartnerComment",
    "Recommendation",
    "Response",
    "ResponseLetter",
]
