import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans import citations
from recommendations import claims
from recommendations.letters import decisions


def read(response, point=""):
    decision = decisions.read(response).decision
    return claims.read(response, decision, citations.find(response), citations.find(point))


def kinds(response, point=""):
    return [(claim.kind, claim.label) for claim in read(response, point)]


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        ("I have reworded paragraph 40.", [("amended", "40")]),
        ("I have altered the Plan accordingly. Please see Para 40.", [("amended", "40")]),
        (
            "I have therefore changed it, see Para 46(e) and 52.",
            [("amended", "46(e)"), ("amended", "52")],
        ),
        ("Accepted. See paragraph 9.", [("amended", "9")]),
        ("I have strengthened my Foreword.", [("amended", "Foreword")]),
        ("Paragraph 12 now makes this plain.", [("amended", "12")]),
        ("A paragraph has been inserted, see Para 71.", [("added", "71")]),
        ("I have included a separate point on this at Para 54, section F.", [("added", "54 F")]),
        ("It has a new section of its own: please see paragraph 14.", [("added", "14")]),
        ("The passage has been moved and is now paragraph 24.", [("moved", "24")]),
        ("Paragraph 23 covers this well enough.", [("already covered", "23")]),
        ("This is already set out at paragraph 57.", [("already covered", "57")]),
        ("The strategy can be found at para 57.", [("already covered", "57")]),
        ("I do not propose to amend paragraph 12.", [("declined", "12")]),
        ("Paragraph 40 is not changed.", [("declined", "40")]),
        ("Paragraph 40 remains unchanged.", [("declined", "40")]),
        ("No. Paragraph 40 is right as it is.", [("none", "40")]),
        ("No, paragraph 9 already covers this.", [("already covered", "9")]),
        ("Paragraph 1 will be amended in the next refresh of the Plan.", [("deferred", "1")]),
        ("Paragraph 1 will be looked at when the Plan is next refreshed.", [("deferred", "1")]),
        ("I have amended paragraph 1 and will look again next year.", [("amended", "1")]),
        ("I have amended paragraph 1 and will add to it at the next refresh.", [("amended", "1")]),
        ("I will amend paragraph 12 to say so.", [("amended", "12")]),
        ("I do not disagree and have amended paragraph 9.", [("amended", "9")]),
        ("Paragraph 67 has been removed.", [("removed", "67")]),
        ("Paragraphs 60 and 61 have now been deleted.", [("removed", "60"), ("removed", "61")]),
        ("I have taken out the whole of paragraph 67.", [("removed", "67")]),
        ("The passage at paragraph 67 has been amended.", [("amended", "67")]),
        ("I have removed the word from paragraph 52.", [("amended", "52")]),
        ("The reference to dogs in paragraph 52 has been deleted.", [("amended", "52")]),
        ("Paragraph 34 is new to all of us.", [("none", "34")]),
        ("Thank you for the comment.", []),
    ],
)
def test_claim_is_read_from_the_sentence_that_cites(response, expected):
    assert kinds(response) == expected


def test_each_place_of_a_response_has_its_own_claim():
    response = "Para 23 covers young people. I have, though, amended Para 46(e) and 52 for others."
    assert kinds(response) == [("already covered", "23"), ("amended", "46(e)"), ("amended", "52")]


def test_each_clause_of_a_sentence_has_its_own_claim():
    response = "Paragraph 23 covers this, but I have amended paragraph 46(e)."
    assert kinds(response) == [("already covered", "23"), ("amended", "46(e)")]


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        (
            "Paragraph 40 has not been amended as it covers this, but paragraph 41 now does so.",
            [("declined", "40"), ("amended", "41")],
        ),
        (
            "I do not propose to amend paragraph 40, but paragraph 41 is a better home for it.",
            [("declined", "40"), ("none", "41")],
        ),
        (
            "I have amended paragraph 40, but not paragraph 41.",
            [("amended", "40"), ("declined", "41")],
        ),
        (
            "I have amended paragraph 12, and paragraph 14 too.",
            [("amended", "12"), ("amended", "14")],
        ),
        (
            "I have amended this, and the reader is pointed to paragraph 40.",
            [("amended", "40")],
        ),
    ],
)
def test_what_is_said_of_one_place_is_not_said_of_another(response, expected):
    assert kinds(response) == expected


def test_change_reported_in_another_document_is_no_claim_about_this_plan():
    elsewhere = "This has been addressed in paragraph 22 of the Delivery Plan."
    assert read(elsewhere, "Paragraph 12 is weak.") == []
    both = elsewhere + " I have also amended the Plan."
    assert kinds(both, "Paragraph 12 is weak.") == [("amended", "12")]
    lawful = "I have amended the Plan in accordance with section 12 of the Act."
    assert kinds(lawful, "Paragraph 12 is weak.") == [("amended", "12")]


def test_answer_that_only_notes_claims_nothing_of_the_place_the_point_cites():
    [claim] = read("Thank you.", "Paragraph 12 is weak.")
    assert (claim.kind, claim.label, claim.cited_by) == ("none", "12", "point")


def test_putting_off_is_about_the_place_the_point_cites():
    said = "This will be considered at the next refresh of the Plan."
    assert kinds(said, "Paragraph 12 is weak.") == [("deferred", "12")]


def test_change_without_a_place_is_about_the_place_the_point_cites():
    [claim] = read("A slip, and it has now been corrected.", "Paragraph 47.a is unclear.")
    assert (claim.kind, claim.label, claim.cited_by) == ("amended", "47(a)", "point")
    assert claim.words == "A slip, and it has now been corrected."


def test_change_without_any_place_is_said():
    [claim] = read("I have amended the Plan to say this.", "The Plan says nothing of dogs.")
    assert (claim.kind, claim.label, claim.cited_by) == ("amended", "", "")


def test_refusal_is_about_the_place_the_point_cites():
    [claim] = read("I am not able to accept this.", "Paragraph 46 should promise enforcement.")
    assert (claim.kind, claim.label, claim.cited_by) == ("declined", "46", "point")


def test_refusal_without_any_place_makes_no_claim():
    assert read("I am not able to accept this.", "More should be done.") == []


def test_citation_of_another_document_makes_no_claim():
    assert read("This was agreed at paragraph 12 of the minutes.") == []


def test_claim_shows_the_words_that_led_to_it():
    [claim] = read("I agree with that. I have altered the Plan. Please see Para 40.")
    assert claim.words == "I have altered the Plan. Please see Para 40."


@given(st.text(max_size=120), st.sampled_from(decisions.DECISIONS))
def test_no_response_breaks_it(response, decision):
    claims.read(response, decision, citations.find(response))
