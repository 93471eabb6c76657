"""What recommendations, responses and reviews keep from the public, for the check of a pack."""

import pytest

from meetings.packs.leaks import find_in_text, secrets_of
from recommendations.models import Invitation
from tests.factories.meetings import MeetingFactory, MinuteEntryFactory
from tests.factories.recommendations import (
    AssessmentFactory,
    EntryFactory,
    ItemFactory,
    JudgementFactory,
    LetterFactory,
    OutcomeFactory,
    RecommendationFactory,
    ResponseFactory,
)
from tests.factories.reviews import (
    EvidenceFactory,
    InvitationFactory,
    PointFactory,
    PromiseFactory,
    QuestionFactory,
    WitnessFactory,
)

SENTENCE = "The firm agreed to settle the claim for wrongful dismissal before the hearing"
OTHER = "Counsel advises that the claimant would probably succeed at the tribunal"


@pytest.fixture
def meeting(db):
    """The meeting whose public pack is looked at."""
    return MeetingFactory()


@pytest.fixture
def private(db):
    """A minute said in private."""
    return EntryFactory(item=ItemFactory(restricted_under=1), text="It was recommended.")


def told(meeting, text):
    secrets = secrets_of(meeting)
    return [(leak.what, leak.of) for leak in find_in_text(f"<p>{text}</p>", secrets)]


@pytest.mark.parametrize("field", ["text", "suggested_wording", "theme", "owner"])
def test_recommendation_raised_in_private_is_secret(meeting, private, field):
    words = SENTENCE if field in ("text", "suggested_wording") else "Imogen Quayle"
    RecommendationFactory(raised_in=private, reference="2026/09", **{field: words})
    [(_, of)] = told(meeting, words)
    assert of == "recommendation 2026/09"


def test_recommendation_raised_in_public_is_not(meeting, private):
    RecommendationFactory(raised_in=private, text=f"{SENTENCE}. {OTHER}.")
    RecommendationFactory(text=f"{SENTENCE}.")
    assert told(meeting, SENTENCE) == []
    assert told(meeting, OTHER)


@pytest.mark.parametrize(
    ("factory", "field"),
    [
        (ResponseFactory, "text"),
        (ResponseFactory, "point"),
        (ResponseFactory, "reason"),
        (AssessmentFactory, "comment"),
        (AssessmentFactory, "questions"),
        (AssessmentFactory, "suggested_wording"),
        (OutcomeFactory, "evidence"),
        (JudgementFactory, "comment"),
    ],
)
def test_what_is_said_of_it_is_as_secret_as_it_is(meeting, private, factory, field):
    factory(recommendation__raised_in=private, **{field: SENTENCE})
    factory(recommendation__text="Another one.", **{field: OTHER})
    assert told(meeting, SENTENCE)
    assert told(meeting, OTHER) == []


def test_judgement_made_in_private_is_secret(meeting, private):
    JudgementFactory(entry=private, comment=SENTENCE)
    assert told(meeting, SENTENCE)


def test_letter_that_answers_in_private_too_is_public_only_as_far_as_it_answers_the_rest(
    meeting, private
):
    letter = LetterFactory(text=f"To the Panel. {SENTENCE}. {OTHER}.")
    ResponseFactory(letter=letter, recommendation__raised_in=private, text=f"{SENTENCE}.")
    ResponseFactory(letter=letter, text=f"{OTHER}.")
    assert told(meeting, SENTENCE)
    assert told(meeting, OTHER) == []


def test_point_in_private_that_a_recommendation_took_in_makes_it_secret(meeting):
    minute = EntryFactory(text="The plan should say more.")
    MinuteEntryFactory(item=minute.item, level=1, text=f"{SENTENCE}.", restricted_under=1)
    text = f"The plan should say more.\n\n- {SENTENCE}.\n- {OTHER}."
    RecommendationFactory(raised_in=minute, text=text)
    assert told(meeting, SENTENCE)
    assert told(meeting, OTHER)


def test_what_the_law_says_in_letters_is_public(meeting, private):
    RecommendationFactory(
        raised_in=private,
        text="Section 28(3) requires the Panel to review a draft of the Police and Crime Plan, or "
        "of a variation of it, and to make a report or recommendations on it.",
    )
    assert not secrets_of(meeting).runs


# --- Reviews -------------------------------------------------------------------------------------


def test_restricted_witness_and_what_they_said_are_secret(meeting):
    witness = WitnessFactory(name="Imogen Quayle", role="Haverill Shelter", restricted_under=2)
    PointFactory(said_by=witness, text=SENTENCE)
    QuestionFactory(put_to=witness, text=OTHER)
    for text in ("Imogen Quayle", "Haverill Shelter", SENTENCE, OTHER):
        assert told(meeting, text), text


def test_witness_who_answered_a_restricted_invitation_is_secret(meeting):
    invitation = InvitationFactory(name="Rhys Caddick", restricted_under=2)
    WitnessFactory(name="Imogen Quayle", invitation=invitation)
    assert told(meeting, "Imogen Quayle")
    assert told(meeting, "Rhys Caddick")


@pytest.mark.parametrize(
    ("manner", "is_secret"),
    [(Invitation.Manner.LETTER, True), (Invitation.Manner.OPEN_CALL, False)],
)
def test_who_sent_restricted_evidence_is_secret_if_they_were_asked_by_letter(
    meeting, manner, is_secret
):
    invitation = InvitationFactory(name="Haverill Shelter", manner=manner)
    EvidenceFactory(invitation=invitation, text=SENTENCE, title="Cameras", restricted_under=2)
    assert told(meeting, SENTENCE)
    assert bool(told(meeting, "Haverill Shelter")) is is_secret


def test_restricted_promise_is_secret_and_another_is_not(meeting):
    PromiseFactory(text=SENTENCE, restricted_under=2)
    PromiseFactory(text=OTHER)
    assert told(meeting, SENTENCE)
    assert told(meeting, OTHER) == []
