"""The form of an assessment, with what partners said."""

import pytest

from pcp_scrutiny import history
from recommendations.actions import Said
from recommendations.forms import AssessmentForm
from recommendations.models import Assessment, PartnerComment
from tests.factories.recommendations import AssessmentFactory

pytestmark = pytest.mark.django_db


def sent(*partners: dict[str, str], **fields: str) -> dict[str, str]:
    """What the form would send."""
    numbered = {
        f"partners-{number}-{name}": value
        for number, partner in enumerate(partners)
        for name, value in partner.items()
    }
    counts = {"partners-TOTAL_FORMS": str(len(partners)), "partners-INITIAL_FORMS": "0"}
    return {"view": "met", **fields, **counts, **numbered}


def form(*partners: dict[str, str], **fields: str) -> AssessmentForm:
    return AssessmentForm(sent(*partners, **fields), instance=Assessment())


BOARD = {"source": "Board", "text": "Too late."}


def test_form_takes_a_view_alone():
    assert form().is_valid()


@pytest.mark.parametrize("view", ["", "splendid"])
def test_form_wants_one_of_the_views(view):
    assert not form(view=view).is_valid()


def test_form_gathers_what_partners_said_without_empty_rows():
    filled = form({"source": " ", "text": ""}, BOARD, {"source": "", "text": ""})
    assert filled.is_valid()
    assert filled.said == [Said("Board", "Too late.")]


def test_form_takes_out_a_comment_that_is_written():
    assessment = AssessmentFactory()
    history.create(PartnerComment, by=None, why="Test", assessment=assessment, **BOARD)
    counts = {"partners-TOTAL_FORMS": "1", "partners-INITIAL_FORMS": "1"}
    data = {"view": "met", **counts, "partners-0-DELETE": "on", "partners-0-source": "Board"}
    filled = AssessmentForm(data, instance=assessment)
    assert filled.is_valid(), filled.messages
    assert filled.said == []
    assert filled.is_touched


def test_form_keeps_a_comment_that_was_saved_while_the_page_was_open():
    """The page had no row for it when it was made, and the script sends it as it stands."""
    assessment = AssessmentFactory()
    history.create(PartnerComment, by=None, why="Test", assessment=assessment, **BOARD)
    council = {"source": "Council", "text": "We agree."}
    filled = AssessmentForm(sent(BOARD, council), instance=assessment)
    assert filled.is_valid()
    assert filled.said == [Said("Board", "Too late."), Said("Council", "We agree.")]


@pytest.mark.parametrize(
    ("partner", "message", "target"),
    [
        ({"text": "Too late."}, "Enter who said this", "id_partners-0-source"),
        ({"source": "Board"}, "Enter what Board said", "id_partners-0-text"),
    ],
)
def test_form_wants_both_halves_of_a_comment(partner, message, target):
    filled = form(partner)
    assert not filled.is_valid()
    assert filled.messages == [(message, target)]


def test_form_says_all_that_is_wrong_at_once():
    filled = form({"source": "Board"}, view="", wording_place="Paragraph 2")
    assert not filled.is_valid()
    assert [message for message, _ in filled.messages] == [
        "Select your view",
        "Enter the wording that would go there",
        "Enter what Board said",
    ]


def test_form_without_the_count_of_comments_is_refused_in_words():
    filled = AssessmentForm({"view": "met"}, instance=Assessment())
    assert not filled.is_valid()
    assert filled.messages


def test_form_refuses_more_comments_than_a_page_can_have():
    assert not form(*[BOARD] * 51).is_valid()


def test_form_keeps_line_breaks_in_one_way():
    """What a form sends and what a script sends are the same words."""
    assessment = AssessmentFactory(comment="One.\nTwo.")
    filled = AssessmentForm(sent(comment="One.\r\nTwo."), instance=assessment)
    assert not filled.is_touched
    assert filled.is_valid()
    assert filled.cleaned_data["comment"] == "One.\nTwo."


def test_form_is_touched_by_a_partner_comment_alone():
    assessment = AssessmentFactory()
    assert not AssessmentForm(sent(), instance=assessment).is_touched
    assert AssessmentForm(sent(BOARD), instance=assessment).is_touched


def test_stale_form_shows_the_partners_comments_of_both(officer):
    theirs = AssessmentFactory(view="not met")
    history.create(PartnerComment, by=officer, why="Test", assessment=theirs, **BOARD)
    filled = form({"source": "Council", "text": "We agree."})
    assert filled.is_valid()
    filled.show_both(history.Stale(theirs))
    assert filled.is_stale
    assert [(d.label, d.theirs, d.yours) for d in filled.differences] == [
        ("Does this version meet the point?", "Not met", "Met"),
        ("Partners’ comments", "Board: Too late.", "Council: We agree."),
    ]
    assert filled.data["seen"] == history.stamp(theirs)
