"""The forms of the register and of letters, in the words of the page."""

from .assessing import AssessmentForm
from .deciding import JudgementForm, RejectForm, changed_meanwhile
from .filters import RegisterFilterForm
from .letters import (
    AnswerForm,
    AnswerFormSet,
    LetterCorrectionForm,
    LetterForm,
    LetterHeadForm,
    ResponseForm,
)
from .recording import RecommendationForm, SendForm

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
