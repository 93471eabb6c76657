"""What the minute-taking screen sends, read as changes."""

from datetime import date
from uuid import UUID

import pytest

from meetings.minuting.taking import LONGEST, MOST, Change, Malformed, read_changes

UID = "3f0c7f3e-2c44-4f8a-8d6f-0a9d8d0f3b11"
OTHER = "3f0c7f3e-2c44-4f8a-8d6f-0a9d8d0f3b12"


def read(**sent):
    return read_changes({"changes": [{"uid": UID, "item": 3, **sent}]})[0]


def test_change_has_its_usual_values():
    assert read(text=" Noted. ") == Change(UUID(UID), 3, text="Noted.")


def test_place_is_told_from_no_place():
    assert not read().is_placed
    assert read(after=None).is_placed
    assert read(after=None).after is None
    assert read(after=OTHER).after == UUID(OTHER)


def test_line_ends_and_zeros_do_not_travel():
    assert read(text="One\r\ntwo\x00").text == "One\ntwo"


def test_parts_are_those_that_were_said():
    assert read().parts == {}
    assert read(vote=None, excludes=None).parts == {"vote": None, "excludes": None}
    assert read(readmits=True).parts == {"readmits": True}
    task = read(task={"owner": " Clerk ", "due_on": "2026-09-30"}).parts["task"]
    assert task == {"owner": "Clerk", "due_on": date(2026, 9, 30)}
    assert read(task={}).parts["task"] == {"owner": "", "due_on": None}


def test_vote_with_nothing_said_is_none():
    assert read(vote={"mover": "", "votes_for": ""}).parts["vote"] is None
    vote = read(vote={"votes_for": 7, "votes_against": 0, "casting_vote": "for"}).parts["vote"]
    assert (vote["votes_for"], vote["votes_against"], vote["casting_vote"]) == (7, 0, "for")
    assert vote["abstentions"] is None


def test_reasons_come_with_what_they_are_for():
    assert read(readmits=False, because=" It was open. ").because == "It was open."
    vote = read(vote={"membership": 11, "membership_because": " A seat is empty. "}).parts["vote"]
    assert vote["membership_because"] == "A seat is empty."
    assert read(vote={"membership_because": "No vote at all."}).parts["vote"] is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"uid": "seven"},
        {"uid": None},
        {"item": "3"},
        {"item": True},
        {"kind": "joke"},
        {"level": 3},
        {"level": -1},
        {"text": 7},
        {"text": "x" * (LONGEST + 1)},
        {"after": "seven"},
        {"seen": 7},
        {"remove": "yes"},
        {"vote": "unanimous"},
        {"vote": {"votes_for": -1}},
        {"vote": {"votes_for": "many"}},
        {"vote": {"casting_vote": "maybe"}},
        {"vote": {"veto_of": "the plan"}},
        {"vote": {"mover": "x" * 151}},
        {"task": {"due_on": "next week"}},
        {"task": {"owner": "x" * 201}},
        {"excludes": "7"},
        {"readmits": 1},
        {"because": 7},
        {"because": "x" * 301},
        {"vote": {"membership": 11, "membership_because": "x" * 301}},
    ],
)
def test_what_is_no_change_is_refused(wrong):
    with pytest.raises(Malformed):
        read(**wrong)


@pytest.mark.parametrize(
    "sent", [None, [], {}, {"changes": []}, {"changes": [7]}, {"changes": [{}] * (MOST + 1)}]
)
def test_request_that_holds_no_changes_is_refused(sent):
    with pytest.raises(Malformed):
        read_changes(sent)


def test_half_a_character_does_not_travel():
    assert read(text="One \ud83d two").text == "One \ufffd two"
    assert read(text="One \ud83d\ude00").text == "One \U0001f600"
    assert read(task={"owner": "Clerk \udc00"}).parts["task"]["owner"] == "Clerk \ufffd"
