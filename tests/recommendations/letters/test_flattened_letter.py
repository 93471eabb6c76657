"""A letter on one line, as text taken out of a PDF often is, its bullets lost."""

import pytest

from pcp_scrutiny import documents
from recommendations.letters import read_letter

from .bar import Expected, check

LETTER = (
    "The Office of the Police and Crime Commissioner for the Marches of Oswin Our Ref: "
    "OS/PCP/9 Date: 21st October 2024 Councillor R Thessaly Chair of the Police and Crime "
    "Panel Dear Councillor Thessaly, Police and Crime Plan Thank you for sending me the "
    "Panel's report. I answer each point in turn: The Panel commends the work done with "
    "schools and hopes that it will go on. So do I. Every secondary school will have a named "
    "officer by the summer, and I shall tell you how it goes. It is suggested that paragraph "
    "18.b of the Plan would be clearer if it gave the number of officers and not the "
    "percentage. Members found the percentage hard to follow. I agree with this suggestion "
    "and paragraph 18b has been changed to give both. The Panel has concerns about the cost "
    "of the new control room, which is set out at Appendix 2 and at paragraph 52 of the Plan."
    " Will the Commissioner publish the business case? The business case names our suppliers'"
    " prices and I am not able to publish it while we are still buying. I will show it to "
    "members in private under paragraph 3 of Part 1 of Schedule 12A. The wording of 'Safer "
    "Roads' is ambiguous and needs to be clarified. A printing error, which has been "
    "corrected in the version now on the website. The Panel would ask that the needs of "
    "people who are deaf be recognised. It is often forgotten that many of them cannot use "
    "the telephone. This could be done by a sentence in 60 or 61. Text relay has been added "
    "to paragraph 61, and there is a short film in sign language. I am sorry that it was not "
    "there from the beginning. The Panel questions the decision to close the cells at Tarn "
    "Street. The decision was the Chief Constable's to make and I do not intend to go behind "
    "it in the Plan. I trust that this answers the Panel's points and I look forward to "
    "seeing you in November. Yours sincerely Bethan Orrin Police and Crime Commissioner Page "
    "2 of 2"
)

EXPECTED = [
    Expected("The Panel commends", "So do I.", "how it goes.", "noted"),
    Expected(
        "It is suggested that",
        "I agree with this",
        "to give both.",
        "accepted",
        cites=("18(b)",),
        point_cites=("18(b)",),
    ),
    Expected(
        "The Panel has concerns",
        "The business case names",
        "Schedule 12A.",
        "not accepted",
        point_cites=("52",),
        elsewhere=(("statute", "Schedule 12A"),),
    ),
    Expected("The wording of 'Safer", "A printing error", "on the website.", "accepted"),
    Expected(
        "The Panel would ask",
        "Text relay has been added",
        "from the beginning.",
        "accepted",
        cites=("61",),
    ),
    Expected("The Panel questions", "The decision was", "in the Plan.", "not accepted"),
]


def test_flattened_letter_gives_every_pair():
    letter = read_letter(documents.read_text(LETTER))
    check(letter, EXPECTED)
    assert letter.dated.isoformat() == "2024-10-21"
    assert letter.reference == "OS/PCP/9"


@pytest.mark.parametrize("width", [60, 95, 400])
def test_flattened_letter_wrapped_anywhere_gives_the_same_pairs(width):
    lines, line = [], ""
    for word in LETTER.split():
        if len(line) + len(word) > width:
            lines, line = [*lines, line], ""
        line = f"{line} {word}".strip()
    check(read_letter(documents.read_text("\n".join([*lines, line]))), EXPECTED)


def test_sentence_cut_by_a_page_is_whole_again():
    half = LETTER.index("to follow. I agree")
    text = f"{LETTER[:half]}\f{LETTER[half:]}"
    check(read_letter(documents.read_text(text)), EXPECTED)
