"""The forms of the register and of letters, in the words of the page."""

from .adopting import AdoptionForm, PlaceForm
from .assessing import AssessmentForm
from .bulk import FORMS as BULK_FORMS
from .bulk import Confirmation
from .deciding import JudgementForm, MinuteForm, RejectForm, changed_meanwhile, stamps_in
from .entering import CorrectOutcomeForm, OutcomeForm
from .evidence import EvidenceForm
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
from .reviews import (
    ConclusionForm,
    InvitationForm,
    PointForm,
    PromiseForm,
    PromiseKeptForm,
    ProposalForm,
    QuestionForm,
    ReviewForm,
    SubjectForm,
    WitnessForm,
)
from .sending import ChooseAndSendForm

__all__ = [
    "BULK_FORMS",
    "AdoptionForm",
    "AnswerForm",
    "AnswerFormSet",
    "AsAtForm",
    "AssessmentForm",
    "ChooseAndSendForm",
    "ConclusionForm",
    "Confirmation",
    "CorrectOutcomeForm",
    "DueDateForm",
    "EvidenceForm",
    "InvitationForm",
    "JudgementForm",
    "LetterCorrectionForm",
    "LetterForm",
    "LetterHeadForm",
    "MinuteForm",
    "OutcomeForm",
    "PlaceForm",
    "PointForm",
    "PromiseForm",
    "PromiseKeptForm",
    "ProposalForm",
    "QuestionForm",
    "RecommendationForm",
    "RejectForm",
    "ResponseForm",
    "ReviewForm",
    "SendForm",
    "SubjectForm",
    "WitnessForm",
    "as_at_asked",
    "changed_meanwhile",
    "stamps_in",
]
