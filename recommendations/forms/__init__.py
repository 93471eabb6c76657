"""The forms of the register and of letters, in the words of the page."""

from .deciding import AssessmentForm, JudgementForm, RejectForm
from .letters import AnswerForm, AnswerFormSet, LetterForm, LetterHeadForm
from .register import RecommendationForm, RegisterFilterForm, SendForm

__all__ = [
    "AnswerForm",
    "AnswerFormSet",
    "AssessmentForm",
    "JudgementForm",
    "LetterForm",
    "LetterHeadForm",
    "RecommendationForm",
    "RegisterFilterForm",
    "RejectForm",
    "SendForm",
]
