"""The forms of the register and of letters, in the words of the page."""

from .deciding import AssessmentForm, JudgementForm, RejectForm, changed_meanwhile
from .letters import (
    AnswerForm,
    AnswerFormSet,
    LetterCorrectionForm,
    LetterForm,
    LetterHeadForm,
    ResponseForm,
)
from .register import RecommendationForm, RegisterFilterForm, SendForm

__all__ = [
    "AnswerForm",
    "AnswerFormSet",
    "AssessmentForm",
    "JudgementForm",
    "LetterCorrectionForm",
    "LetterForm",
    "LetterHeadForm",
    "RecommendationForm",
    "RegisterFilterForm",
    "RejectForm",
    "ResponseForm",
    "SendForm",
    "changed_meanwhile",
]
