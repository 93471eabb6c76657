"""The forms of the register and of letters, in the words of the page."""

from .assessing import AssessmentForm
from .bulk import FORMS as BULK_FORMS
from .bulk import Confirmation
from .deciding import JudgementForm, MinuteForm, RejectForm, changed_meanwhile, stamps_in
from .entering import CorrectOutcomeForm, OutcomeForm
from .filters import AsAtForm, as_at_asked
from .letters import (
    AnswerForm,
    AnswerFormSet,
    LetterCorrectionForm,
    LetterForm,
    LetterHeadForm,
    ResponseForm,
)
from .recording import DueDateForm, RecommendationForm, SendForm
from .sending import ChooseAndSendForm

__all__ = [
    "BULK_FORMS",
    "AnswerForm",
    "AnswerFormSet",
    "AsAtForm",
    "AssessmentForm",
    "ChooseAndSendForm",
    "Confirmation",
    "CorrectOutcomeForm",
    "DueDateForm",
    "JudgementForm",
    "LetterCorrectionForm",
    "LetterForm",
    "LetterHeadForm",
    "MinuteForm",
    "OutcomeForm",
    "RecommendationForm",
    "RejectForm",
    "ResponseForm",
    "SendForm",
    "as_at_asked",
    "changed_meanwhile",
    "stamps_in",
]
