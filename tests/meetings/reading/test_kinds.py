"""What entries are, told by labels and by who says what."""

import pytest

from meetings.reading import kinds, labels
from tests.meetings.reading.documents import of_kind, outline, read

ITEM = "Agenda item\n\nFraud\n\nMinutes:\n\n"


@pytest.mark.parametrize(
    ("text", "kind", "rest"),
    [
        ("RESOLVED: That the report be noted.", "resolution", "That the report be noted."),
        ("RESOLVED – That", "resolution", "That"),
        ("RESOLVED:- ", "resolution", ""),
        ("RESOLVED", "resolution", ""),
        ("Resolved:", "resolution", ""),
        ("Resolved, that it be noted.", "resolution", "that it be noted."),
        ("RESOLVED that it be noted.", "resolution", "that it be noted."),
        ("It was RESOLVED – That it be so.", "resolution", "That it be so."),
        ("R E S O L V E D", "resolution", ""),
        ("AGREED: That it be so.", "resolution", "That it be so."),
        ("Agreed - that it be so.", "resolution", "that it be so."),
        ("DECISION", "resolution", ""),
        ("PENDERFYNWYD – Nodi'r adroddiad.", "resolution", "Nodi'r adroddiad."),
        ("RECOMMENDED: That it be so.", "recommendation", "That it be so."),
        ("Recommendations:", "recommendation", ""),
        ("Action: Clerk to write by 3 May", "action", "Clerk to write by 3 May"),
        ("ACTION - Clerk to write", "action", "Clerk to write"),
        ("[RESOLVED: That it be so.]", "resolution", "[That it be so.]"),
    ],
)
def test_label_is_taken_off(text: str, kind: str, rest: str) -> None:
    found = labels.label(text)
    assert found is not None
    assert (found.kind, found.rest.strip()) == (kind, rest)
    assert found.dropped


@pytest.mark.parametrize(
    "text", ["RESOLVED (by 8 votes to 3): That it be so.", "Action 3: Clerk to write"]
)
def test_label_that_says_more_stays(text: str) -> None:
    found = labels.label(text)
    assert found is not None
    assert not found.dropped
    assert found.rest == text


@pytest.mark.parametrize(
    "text",
    [
        "Action No. 18 from the meeting of 18 August",
        "Actions were discussed at length.",
        "Decisions taken by the Chief Constable were explained.",
        "The Panel agreed to write to the Commissioner.",
        "Advice was sought.",
    ],
)
def test_sentence_that_begins_like_a_label_is_none(text: str) -> None:
    assert labels.label(text) is None


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The Commissioner undertook to send the figures.", "undertaking"),
        ("She gave an undertaking that it would be done.", "undertaking"),
        ("The PCC agreed to provide a note.", "undertaking"),
        ("Mr Foy agreed to circulate the plan.", "undertaking"),
        ("The Commissioner would provide the figures.", "undertaking"),
        ("The force undertook a review of sheds.", "discussion"),
        ("The PCC replied that the team would be doing more.", "discussion"),
        ("The Monitoring Officer advised that it could not.", "advice"),
        ("The Solicitor to the Panel explained the Regulations.", "advice"),
        ("The Clerk reminded Members of the timetable.", "advice"),
        ("The Panel agreed to set up a task group.", "resolution"),
        ("The Committee agreed that further comments be sent.", "resolution"),
        ("It was agreed that the Chair write to the Minister.", "resolution"),
        ("Following debate, the Panel agreed to the proposed appointment.", "resolution"),
        ("The minutes of 30 June were agreed as a true record.", "resolution"),
        ("Councillor Vane was elected Chair.", "resolution"),
        ("It was moved, seconded and RESOLVED that it be closed.", "resolution"),
        ("Members agreed that the figures were poor.", "discussion"),
        ("The Panel recommends that the Plan say so.", "recommendation"),
        ("It was recommended that the Plan say so.", "recommendation"),
        ("The Chair invited the PCC to consider it.", "discussion"),
        ("Members asked about sheds.", "discussion"),
    ],
)
def test_sentence_shows_what_it_is(sentence: str, kind: str) -> None:
    found = kinds.told(sentence, default="discussion", decided=False)
    assert [told.kind for told in found] == [kind]


def test_one_paragraph_is_parted_where_its_kind_changes() -> None:
    told = kinds.told(
        "The Chair said the papers were late. The Commissioner undertook to send them on time.",
        default="discussion",
        decided=False,
    )
    assert [(part.kind, part.text.split()[1]) for part in told] == [
        ("discussion", "Chair"),
        ("undertaking", "Commissioner"),
    ]


def test_a_vote_is_a_resolution_only_where_no_other_is() -> None:
    vote = "On being put to the vote the motion was carried by nine votes to two."
    assert of_kind(read(ITEM + vote), "resolution") == [vote]
    resolved = read(f"{ITEM}{vote}\n\nRESOLVED: That the plan be supported.")
    assert of_kind(resolved, "resolution") == ["That the plan be supported."]


def test_what_has_no_keyword_is_marked_unsure() -> None:
    minutes = read(ITEM + "Members asked about sheds.\n\nThat the report be noted.")
    assert of_kind(minutes, "resolution") == ["That the report be noted."]
    assert any("no word says that it is one" in sentence for sentence in minutes.unsure)


def test_parts_in_one_paragraph_are_taken_apart() -> None:
    minutes = read(f"{ITEM}RESOLVED: That (a) it be noted; and (b) Members be thanked.")
    assert outline(minutes)[1:] == [
        "resolution 0 (a) it be noted; and",
        "resolution 0 (b) Members be thanked.",
    ]


def test_a_section_of_an_act_is_no_part() -> None:
    text = "That a letter be sent under section 28(4)(d) of the Act and 28(4)(e)."
    assert of_kind(read(f"{ITEM}RESOLVED: {text}"), "resolution") == [text]


def test_what_leads_in_to_a_list_is_no_resolution() -> None:
    minutes = read(f"{ITEM}The Panel recommends that:\n\n- it be done\n\n- it be seen")
    assert outline(minutes)[1:] == [
        "discussion 0  The Panel recommends that:",
        "recommendation 1  it be done",
        "recommendation 1  it be seen",
    ]


@pytest.mark.parametrize(
    "decision",
    [
        "That the Commissioner be recommended to publish the figures.",
        "that it be recommended that the Commissioner reconsider the target.",
        "that the Panel recommends that the Commissioner write to parishes.",
        "to recommend that the Commissioner write to parishes.",
    ],
)
def test_what_is_resolved_to_be_recommended_is_a_recommendation(decision: str) -> None:
    minutes = read(f"1. Apologies\n\nNone.\n\n2. Figures\n\nRESOLVED: {decision}\n")
    assert of_kind(minutes, "recommendation") == [decision]
    assert any("was resolved, and recommends something" in said for said in minutes.unsure)


@pytest.mark.parametrize(
    "decision",
    ["That the recommendations be noted.", "That the Commissioner be asked to reply."],
)
def test_what_is_only_about_recommending_stays_a_resolution(decision: str) -> None:
    minutes = read(f"1. Apologies\n\nNone.\n\n2. Figures\n\nRESOLVED: {decision}\n")
    assert of_kind(minutes, "resolution") == [decision]
