""" "Recommendation 3: ..." and "Response: ...", on lines of their own or within the text."""

import pytest

from pcp_scrutiny import documents
from recommendations.letters import read_letter

from .bar import Expected, check

LETTER = """
Deputy Mayor for Policing and Crime, Norrad Combined Authority

Date: 2025-11-05
Reference: NCA 4417

Dear Ms Tarrow

Panel report on the draft Policing Plan

Thank you for your report. I deal with its recommendations one at a time.

Recommendation 1: That the Plan explain how the confidence of young people is to be measured, since
paragraph 6 speaks of adults only.

Response: We have no survey of people under 16. I have asked the universities to propose one, and
paragraph 6.a has been extended to say so.

Recommendation 2: That the figure for burglary at para 17 be checked. I would be glad, as the member
who first queried it, to help.

Response: It is right. The Panel's paper of 2 September (page 3) counts attempts as well.

No change is needed.

Recommendation 3 - To publish the register of interests.

Response: Accepted. It will be on the website by 1 December 2025.

Recommendation 4: That the Commissioner's predecessor's promise about Quarry Lane, recorded at
minute 38/24, be honoured or withdrawn.

Response: I accept this in part. The promise was made before I came to office; the site has been
sold, but 46 (e) now commits me to a new one.

Yours sincerely,

Idris Vane
Deputy Mayor
"""

EXPECTED = [
    Expected(
        "That the Plan explain",
        "We have no survey",
        "extended to say so.",
        "accepted",
        cites=("6(a)",),
        point_cites=("6",),
        number="1",
    ),
    Expected(
        "That the figure for burglary",
        "It is right.",
        "No change is needed.",
        "not accepted",
        point_cites=("17",),
        elsewhere=(("report", "page 3"),),
        number="2",
    ),
    Expected(
        "To publish the register",
        "Accepted.",
        "1 December 2025.",
        "accepted",
        number="3",
    ),
    Expected(
        "That the Commissioner's predecessor's",
        "I accept this in part.",
        "to a new one.",
        "accepted in part",
        cites=("46(e)",),
        number="4",
    ),
]


def test_labelled_letter_gives_every_pair():
    letter = read_letter(documents.read_text(LETTER))
    check(letter, EXPECTED)
    assert letter.dated.isoformat() == "2025-11-05"
    assert letter.reference == "NCA 4417"
    assert letter.pairs[3].point_citations[0].document == "minutes"
    assert not any(pair.unsure for pair in letter.pairs)


@pytest.mark.parametrize(
    ("point", "response"),
    [
        ("Panel comment", "PCC response"),
        ("Panel Recommendation", "OPCC response"),
        ("Recommendation", "Reply"),
        ("Concern", "Commissioner's comment"),
        ("RECOMMENDATION", "DEPUTY MAYOR'S RESPONSE"),
        ("Question", "Answer"),
    ],
)
def test_labels_of_other_words_give_the_same_pairs(point, response):
    text = LETTER.replace("Recommendation ", f"{point} ").replace("Response:", f"{response}:")
    check(read_letter(documents.read_text(text)), EXPECTED)


def test_labels_on_lines_of_their_own_give_the_same_pairs():
    text = LETTER
    for number in range(1, 5):
        for mark in (":", " -"):
            text = text.replace(f"Recommendation {number}{mark} ", f"Recommendation {number}\n\n")
    text = text.replace("Response: ", "Response\n\n")
    check(read_letter(documents.read_text(text)), EXPECTED)


def test_labelled_letter_on_one_line_gives_the_same_pairs():
    check(read_letter(documents.read_text(" ".join(LETTER.split()))), EXPECTED)


def test_labels_without_colons_on_one_line_give_the_same_pairs():
    text = " ".join(LETTER.split()).replace("3 - To", "3 To").replace("Response:", "Response")
    for number in range(1, 5):
        text = text.replace(f"Recommendation {number}:", f"Recommendation {number}")
    check(read_letter(documents.read_text(text)), EXPECTED)


def test_a_response_that_names_a_recommendation_does_not_begin_one():
    text = LETTER.replace("We have no survey", "As with Recommendation 3, we have no survey")
    assert len(read_letter(documents.read_text(text)).pairs) == 4


def test_unlabelled_responses_after_labelled_points_are_found_by_voice():
    text = LETTER.replace("Response: ", "")
    letter = read_letter(documents.read_text(text))
    assert [pair.number for pair in letter.pairs] == ["1", "2", "3", "4"]
    assert letter.pairs[0].response.startswith("We have no survey")
    assert letter.pairs[2].response.startswith("Accepted.")
