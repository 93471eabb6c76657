"""The kinds of parts that a review has, as its addresses name them: what each is called, under
what it stands, and the form that asks for it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from ..models import (
    AnswerPoint,
    Evidence,
    Finding,
    Invitation,
    Promise,
    ReviewQuestion,
    ReviewSubject,
    ScrutinyReview,
    Witness,
)
from . import reviews as forms
from .evidence import EvidenceForm


@dataclass(frozen=True)
class Kind:
    """A kind of part. ``under`` is the field that says what it stands under, and ``of`` the model
    of that; ``begins`` is what a new one begins with."""

    words: str
    model: type[Model]
    form: type[forms.PartForm]
    under: str = "review"
    of: type[Model] = ScrutinyReview
    begins: tuple[tuple[str, Any], ...] = ()

    def new(self, under: Model) -> Any:
        """A part that is not saved yet."""
        return self.model(**{self.under: under}, **dict(self.begins))

    def holds(self, part: Any) -> bool:
        """Whether a part is of this kind."""
        known = (pair for pair in self.begins if pair[0] == "kind")
        return isinstance(part, self.model) and all(getattr(part, k) == v for k, v in known)


LAST = (("position", 0),)  # the action puts it after its siblings
KINDS = {
    "invitations": Kind("an invitation", Invitation, forms.InvitationForm),
    "witnesses": Kind("a witness", Witness, forms.WitnessForm),
    "evidence": Kind("evidence", Evidence, EvidenceForm, begins=(("number", 0),)),
    "subjects": Kind("a subject", ReviewSubject, forms.SubjectForm, begins=LAST),
    "questions": Kind(
        "a question", ReviewQuestion, forms.QuestionForm, "subject", ReviewSubject, LAST
    ),
    "points": Kind(
        "a point of the answer", AnswerPoint, forms.PointForm, "question", ReviewQuestion, LAST
    ),
    "promises": Kind("a promise", Promise, forms.PromiseForm),
    "conclusions": Kind(
        "a conclusion",
        Finding,
        forms.ConclusionForm,
        begins=(*LAST, ("kind", Finding.Kind.CONCLUSION)),
    ),
    "recommendations": Kind(
        "a recommendation",
        Finding,
        forms.ProposalForm,
        begins=(*LAST, ("kind", Finding.Kind.RECOMMENDATION)),
    ),
}


def kind_of(part: Any) -> Kind:
    """The kind of a part."""
    return next(kind for kind in KINDS.values() if kind.holds(part))
