"""Points with bullets, some of them lost, and responses without: the commonest layout."""

import re

import pytest

from pcp_scrutiny import documents
from recommendations.letters import read_letter

from .bar import Expected, check

LETTER = """
Police and Crime Commissioner for Wendshire

Our ref: WPCC/71/25
Your ref: DS/PCP

3 March 2025

Dear Councillor Amberley,

Wendshire Police and Crime Plan 2025 to 2029

I am grateful to the Panel for its report, which it agreed at its meeting on 11 February 2025 under
section 28(3) of the Police Reform and Social Responsibility Act 2011. My responses are set out
below.

• The Panel welcomes the clear layout of the Plan and the new chapter on volunteers.

That is kind. Much of the credit belongs to the two apprentices in my office who drew it up.

• It was noted that the Plan has nothing to say about hare coursing, which costs farmers on the
Levels a great deal each winter. The Panel recommends that it be made a rural priority.

Hare coursing had been left out of the draft by mistake. It is now dealt with at **para 27.c**,
and the figures on which it rests are at page 6 of the Annual Report.

With regard to the office's own costs, the PCC says at paragraphs 8-10 that they will be held level
for three years. The Panel questions how this is to be done while two posts are being added.

The posts will be paid for by the Violence Reduction Fund and not by the precept. I set this out for
members in the minutes of 4 October 2024 (paragraph 19).

I do not see any need to repeat it in the Plan.

\uf0b7 Paragraph 33(b) needs to be corrected: the refuge has 14 places and not 40.

An embarrassing slip, now put right.

• The Panel asks that dog theft be named in section 5, and that pet owners be told how to mark
their animals.

I have named dog theft at Para 54, section F and in my Foreword. I am not persuaded that a plan is
the place for advice on marking animals, and have not added any.

How will the Commissioner know whether neighbourhood policing is working?

There is a set of six measures at Annex C to the Plan which already covers this.

• Members felt that the Plan should say more about the night-time economy in Osterbridge.

I share that view. A review is under way, and I would rather wait until the Plan is next refreshed.

I hope that this is helpful, and I thank members once again for their work. I look forward to our
next meeting.

Yours sincerely

Marian Stowe
Police and Crime Commissioner for Wendshire

www.wendshire-pcc.example
"""

EXPECTED = [
    Expected("The Panel welcomes the clear", "That is kind", "who drew it up.", "noted"),
    Expected(
        "It was noted that the Plan has",
        "Hare coursing had been left out",
        "of the Annual Report.",
        "accepted",
        cites=("27(c)",),
        elsewhere=(("report", "page 6"),),
    ),
    Expected(
        "With regard to the office's own",
        "The posts will be paid for",
        "repeat it in the Plan.",
        "not accepted",
        point_cites=("8", "9", "10"),
        elsewhere=(("minutes", "19"),),
    ),
    Expected(
        "Paragraph 33(b) needs",
        "An embarrassing slip",
        "now put right.",
        "accepted",
        point_cites=("33(b)",),
    ),
    Expected(
        "The Panel asks that dog theft",
        "I have named dog theft",
        "have not added any.",
        "accepted in part",
        cites=("54 F", "Foreword"),
        point_cites=("5",),
    ),
    Expected(
        "How will the Commissioner know",
        "There is a set of six",
        "already covers this.",
        "already covered",
        cites=("Annex C",),
    ),
    Expected("Members felt that", "I share that view", "next refreshed.", "deferred"),
]


def test_bulleted_letter_gives_every_pair():
    letter = read_letter(documents.read_text(LETTER))
    check(letter, EXPECTED)
    assert letter.dated.isoformat() == "2025-03-03"
    assert letter.reference == "WPCC/71/25"
    assert letter.unsure == ()


def test_bulleted_letter_without_any_bullet_gives_the_same_pairs():
    check(read_letter(documents.read_text(re.sub("[•\uf0b7] ", "", LETTER))), EXPECTED)


def test_bulleted_letter_with_windows_line_ends_gives_the_same_pairs():
    check(read_letter(documents.read_text(LETTER.replace("\n", "\r\n"))), EXPECTED)


@pytest.mark.parametrize("bullet", ["-", "*", "–", "o", "▪"])
def test_bulleted_letter_with_other_bullets_gives_the_same_pairs(bullet):
    check(read_letter(documents.read_text(LETTER.replace("•", bullet))), EXPECTED)


def test_bullets_within_a_response_do_not_begin_points():
    letter = read_letter(
        documents.read_text(
            LETTER.replace(
                "That is kind.",
                "I mean to do three things:\n\n• train more of them;\n\n• thank them; and\n\n"
                "• pay their fares.\n\nThat is kind.",
            )
        )
    )
    assert len(letter.pairs) == len(EXPECTED)
    assert "pay their fares." in letter.pairs[0].response
