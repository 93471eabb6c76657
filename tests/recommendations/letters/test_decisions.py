import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommendations.letters import decisions


@pytest.mark.parametrize(
    ("response", "decision"),
    [
        ("I accept this recommendation.", "accepted"),
        ("Agreed.", "accepted"),
        ("The Commissioner accepts this recommendation in full.", "accepted"),
        ("Paragraph 12 has been amended.", "accepted"),
        ("I will amend paragraph 12 to say so.", "accepted"),
        ("The wording will be changed.", "accepted"),
        ("This was an oversight, now corrected.", "accepted"),
        ("The passage has been moved. Its wording has not been altered.", "accepted"),
        ("I do not disagree with the Panel and have amended paragraph 9.", "accepted"),
        ("I cannot disagree.", "accepted"),
        ("No. 12 has been amended.", "accepted"),
        ("I have amended 40 and will look at it again at the next refresh.", "accepted"),
        ("No, but I have amended paragraph 9.", "accepted in part"),
        ("Partially accepted.", "accepted in part"),
        ("I accept the recommendation in part.", "accepted in part"),
        ("I have amended 12 but do not intend to amend 13. I have changed 14.", "accepted in part"),
        ("I do not accept this. I have, however, added a sentence at 14.", "accepted in part"),
        ("I am unable to accept this recommendation.", "not accepted"),
        ("Not accepted.", "not accepted"),
        ("No.", "not accepted"),
        ("Paragraph 40 is not changed.", "not accepted"),
        ("The Deputy Mayor does not agree with the Panel.", "not accepted"),
        ("I do not believe that this needs to be in the Plan.", "not accepted"),
        ("No change is proposed.", "not accepted"),
        ("The Plan has not been amended.", "not accepted"),
        ("This is already covered at paragraph 9.", "already covered"),
        ("Paragraph 9 covers this.", "already covered"),
        ("No, paragraph 9 already covers this.", "already covered"),
        ("The policy can be found at paragraph 9.", "already covered"),
        ("Paragraph 1 will be amended in the next refresh of the Plan.", "deferred"),
        ("I will return to it at the next refresh of the Plan.", "deferred"),
        ("I do not see the need now, but will look again when the Plan is refreshed.", "deferred"),
        ("Noted.", "noted"),
        ("I am grateful for this comment.", "noted"),
        ("I agreed in May to bring a report, and will do so.", "noted"),
    ],
)
def test_decision_is_read_from_the_response(response, decision):
    assert decisions.read(response).decision == decision


def test_reason_is_the_sentence_that_decided():
    read = decisions.read("I thought about this. I have amended paragraph 9. It took a while.")
    assert read.reason == "I have amended paragraph 9."


def test_reason_of_a_part_is_both_sentences_in_their_order():
    read = decisions.read("I cannot accept the first. It is late. I have added the second at 9.")
    assert read.reason == "I cannot accept the first. I have added the second at 9."


def test_column_of_its_own_decides():
    assert decisions.read("I have amended paragraph 9.", "Rejected").decision == "not accepted"
    assert decisions.read("I have amended paragraph 9.", "see below").decision == "accepted"


def test_no_response_has_no_decision():
    assert decisions.read(" ") == decisions.Decision("", "")


@given(st.text(min_size=1, max_size=200))
def test_any_response_has_one_of_the_decisions(response):
    assert decisions.read(response).decision in (*decisions.DECISIONS, "")
