"""Verdicts where the plan was regrouped: paragraphs split, merged, moved, renumbered, and parts
without numbers. From real versions that were really compared."""

import pytest

from recommendations.models import Outcome
from tests.recommendations.outcomes.cases import (
    DRAFT,
    FOREWORD,
    HELLO,
    THANKS,
    THANKS_NOW,
    TWO,
    Case,
    revised,
    run,
    said,
)

ONE = " ".join(TWO)
WHOLE = [*DRAFT, ("7", ONE)]
SPLIT = [*revised(), ("7", TWO[0]), ("8", TWO[1])]
APART = [*DRAFT, ("7", TWO[0]), ("8", TWO[1])]
MERGED = [*revised(), ("7", ONE)]
AID = "Officers trained in first aid will carry a kit in each car and use it at once where needed."
SHOPS = "Each town will have a list of shops that wish to be called when a known thief is about."
LAST = [*DRAFT, ("7", AID, ["Safety"]), ("8", SHOPS, ["Shops"])]
MOVED = [  # what was 7, under Safety, is now 1, under Priorities, and all others have new numbers
    *DRAFT[:2],
    ("1", AID, ["Priorities"]),
    *((str(int(number) + 1), text) for number, text in DRAFT[2:]),
    ("8", SHOPS, ["Shops"]),
]
AFTER_FIRST = [  # a new 1; what was 1 to 6 is now 2 to 7, word for word
    *DRAFT[:2],
    ("1", SHOPS),
    *((str(int(number) + 1), text) for number, text in DRAFT[2:]),
]
NOTES = (
    "The figures in this plan are those of the year that ended in March, as they were published."
)
NOTES_NOW = NOTES.replace("as they were published", "and were checked by the auditors of the force")
ANNEX = ["Annex A"]

CASES = {
    "split, by the number that stayed": Case(
        SPLIT,
        "I have divided the paragraph, please see Para 7.",
        [("7", "borne out", "split")],
        cites="7",
        earlier=WHOLE,
        evidence="divided into several paragraphs",
    ),
    "split, by the number of the part that came": Case(
        SPLIT,
        "I have amended the plan, please see Para 8.",
        [("8", "borne out", "split")],
        cites="8",
        earlier=WHOLE,
    ),
    "split, by both numbers": Case(
        SPLIT,
        "I have amended the plan, please see Para 7 and 8.",
        [("7", "borne out", "split"), ("8", "borne out", "split")],
        cites="7, 8",
        earlier=WHOLE,
    ),
    "split, though it was declined": Case(
        SPLIT,
        "I do not propose to amend paragraph 7.",
        [("7", "changed without being claimed", "split")],
        decision="not accepted",
        cites="7",
        earlier=WHOLE,
    ),
    "split, where the point cites it": Case(
        SPLIT,
        "I agree with the panel and have amended the plan.",
        [("7", "borne out", "split")],
        point_cites="7",
        earlier=WHOLE,
    ),
    "split, though it is said to cover the point already": Case(
        SPLIT,
        "This is already covered at Para 7.",
        [("7", "changed without being claimed", "split")],
        decision="already covered",
        cites="7",
        earlier=WHOLE,
    ),
    "merged, by the number that stayed": Case(
        MERGED,
        "I have merged the two, please see Para 7.",
        [("7", "borne out", "merged")],
        cites="7",
        earlier=APART,
        evidence="joined with another paragraph",
    ),
    "merged, by the number that went": Case(
        MERGED,
        "I have amended paragraph 8.",
        [("8", "borne out", "merged")],
        cites="8",
        earlier=APART,
        evidence="earlier version’s",
    ),
    "merged, and the one that went is said to be removed": Case(
        MERGED,
        "Paragraph 8 has been removed.",
        [("8", "not borne out", "merged")],
        cites="8",
        earlier=APART,
    ),
    "moved, by the later number": Case(
        MOVED,
        "The passage has been moved and is now paragraph 1.",
        [("1", "borne out", "moved")],
        cites="1",
        earlier=LAST,
        evidence="stands elsewhere",
    ),
    "moved, where only its words were to change": Case(
        MOVED,
        "I have amended paragraph 1.",
        [("1", "not borne out", "moved")],
        cites="1",
        earlier=LAST,
    ),
    "moved, and as it was said to be already": Case(
        MOVED,
        "This is already covered at Para 1.",
        [("1", "as stated", "moved")],
        decision="already covered",
        cites="1",
        earlier=LAST,
    ),
    "said to be moved, and only renumbered": Case(
        AFTER_FIRST,
        "The passage has been moved and is now paragraph 3.",
        [("3", "not borne out", "renumbered")],
        cites="3",
        evidence="under another number",
    ),
    "renumbered, said to be amended": Case(
        AFTER_FIRST,
        "I have amended the plan, please see Para 4.",
        [("4", "not borne out", "renumbered")],
        cites="4",
    ),
    "renumbered, and covers the point already": Case(
        AFTER_FIRST,
        "This is already covered at Para 7.",
        [("7", "as stated", "renumbered")],
        decision="already covered",
        cites="7",
    ),
    "renumbered, declined at its old number": Case(
        AFTER_FIRST,
        "I do not agree and have not changed the plan.",
        [],
        decision="not accepted",
        point_cites="3",
    ),
    "an annex whose words changed": Case(
        [*revised(), ("", NOTES_NOW, ANNEX)],
        "I have corrected Annex A.",
        [("Annex A", "borne out", "reworded")],
        cites="Annex A",
        earlier=[*DRAFT, ("", NOTES, ANNEX)],
        evidence="in Annex A",
    ),
    "an annex whose words stayed": Case(
        [*revised(), ("", NOTES, ANNEX)],
        "I have corrected Annex A.",
        [("Annex A", "not borne out", "unchanged")],
        cites="Annex A",
        earlier=[*DRAFT, ("", NOTES, ANNEX)],
    ),
    "an annex that is new": Case(
        [*revised(), ("", NOTES, ANNEX)],
        "I have added a new section on this, please see Annex A.",
        [("Annex A", "borne out", "added")],
        cites="Annex A",
    ),
    "an annex that is not there": Case(
        revised(),
        "I have added a new section on this, please see Annex A.",
        [("Annex A", "not found", "")],
        cites="Annex A",
    ),
    "a Foreword that covers the point already": Case(
        revised(),
        "My Foreword already refers to this.",
        [("Foreword", "as stated", "unchanged")],
        decision="already covered",
        cites="Foreword",
    ),
    "a Foreword that was declined a change, and changed": Case(
        revised(foreword=(HELLO, THANKS_NOW)),
        "I do not propose to amend my Foreword.",
        [("Foreword", "changed without being claimed", "reworded")],
        decision="not accepted",
        cites="Foreword",
    ),
    "a Foreword with a paragraph more": Case(
        [*DRAFT[:2], ("", NOTES, FOREWORD), *DRAFT[2:]],
        "I have added a paragraph on this to my Foreword.",
        [("Foreword", "borne out", "added")],
        cites="Foreword",
    ),
    "the panel's point on the Foreword, accepted without a place": Case(
        revised(foreword=(THANKS_NOW, HELLO)),
        "I agree with the panel and have amended the plan.",
        [("Foreword", "borne out", "reworded")],
        point_cites="Foreword",
        earlier=[("", THANKS, FOREWORD), ("", HELLO, FOREWORD), *DRAFT[2:]],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_verdict_where_the_plan_was_regrouped(officer, name):
    case = CASES[name]
    version = run(case, officer)
    assert said(version) == case.expected
    assert case.evidence in " ".join(outcome.evidence for outcome in Outcome.objects.all())


NUMBER_TWICE = [*DRAFT, ("7", AID, ["Safety"]), ("7", SHOPS, ["Shops"])]
SHOPS_NOW = SHOPS.replace("a known thief is about", "someone who stole there before comes in again")


def test_number_that_two_paragraphs_have_is_read_as_both_and_the_evidence_says_so(officer):
    later = [*DRAFT, ("7", AID, ["Safety"]), ("7", SHOPS_NOW, ["Shops"])]
    case = Case(later, "I have amended paragraph 7.", [], cites="7", earlier=NUMBER_TWICE)
    version = run(case, officer)
    [outcome] = Outcome.objects.filter(version=version)
    assert (outcome.verdict, outcome.revision.kind) == ("borne out", "reworded")
    assert "The later version has 2 paragraphs of this number" in outcome.evidence
    assert outcome.revision.later.get().text == SHOPS_NOW
