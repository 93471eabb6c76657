"""How a vote went, what in it cannot be, and how the minutes say it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.minuting import votes
from meetings.minuting.votes import Cast, Result

COUNTS = st.none() | st.integers(0, 30)
CASTS = st.builds(
    Cast,
    mover=st.sampled_from(["", "Councillor A"]),
    is_unanimous=st.booleans(),
    votes_for=COUNTS,
    votes_against=COUNTS,
    abstentions=COUNTS,
    casting_vote=st.sampled_from(["", "for", "against"]),
    veto_of=st.sampled_from(["", "precept", "chief constable"]),
    membership=st.none() | st.integers(1, 30),
)


@pytest.mark.parametrize(
    ("recorded", "said"),
    [
        ({}, ""),
        ({"is_unanimous": True}, "Agreed unanimously."),
        (
            {"mover": "Councillor A", "seconder": "Councillor B", "is_unanimous": True},
            "Proposed by Councillor A, seconded by Councillor B. Agreed unanimously.",
        ),
        ({"mover": "Councillor A"}, "Proposed by Councillor A."),
        ({"seconder": "Councillor B"}, "Seconded by Councillor B."),
        (
            {"votes_for": 10, "votes_against": 0, "abstentions": 1},
            "Carried: 10 for, 0 against, 1 abstention.",
        ),
        (
            {"votes_for": 3, "votes_against": 7, "abstentions": 2},
            "The motion was lost: 3 for, 7 against, 2 abstentions.",
        ),
        ({"is_unanimous": True, "votes_for": 12}, "Agreed unanimously (12 for)."),
        ({"votes_against": 2}, "Votes: 2 against."),
        (
            {"votes_for": 4, "votes_against": 4},
            "The votes were equal (4 for, 4 against), so the motion was not carried.",
        ),
        (
            {"votes_for": 4, "votes_against": 4, "casting_vote": "against"},
            "The motion was lost on the casting vote of the person in the chair: 4 for, 4 against.",
        ),
        (
            {"votes_for": 2, "votes_against": 1, "names_for": "Ann Ash\nBob Birch"},
            "Carried: 2 for, 1 against. For: Ann Ash; Bob Birch.",
        ),
    ],
)
def test_in_words_says_what_was_recorded(recorded, said):
    assert votes.in_words(Cast(**recorded)) == said


@pytest.mark.parametrize(
    ("membership", "least"), [(1, 1), (2, 2), (3, 2), (10, 7), (12, 8), (13, 9), (20, 14)]
)
def test_a_veto_needs_two_thirds_of_the_members(membership, least):
    assert votes.needed(membership) == least


@given(st.integers(1, 500))
def test_what_a_veto_needs_is_the_least_that_is_two_thirds(membership):
    least = votes.needed(membership)
    assert 3 * least >= 2 * membership > 3 * (least - 1)


def test_a_veto_that_most_of_those_present_want_is_lost_without_two_thirds_of_the_members():
    veto = Cast(votes_for=7, votes_against=0, veto_of="precept", membership=12, is_unanimous=True)
    assert votes.result(veto) == Result.LOST
    assert votes.lead(veto) == "VETO NOT CARRIED:"
    assert votes.in_words(veto).startswith(
        "The veto of the precept was not carried. 7 of the panel’s 12 members voted for it; "
        "Schedule 5 to the Police Reform and Social Responsibility Act 2011 asks for at least two "
        "thirds of the members, which is 8."
    )


@pytest.mark.parametrize(
    ("recorded", "how"),
    [
        ({}, Result.UNKNOWN),
        ({"is_unanimous": True}, Result.CARRIED),
        ({"votes_for": 9}, Result.CARRIED),
        ({"votes_for": 5, "votes_against": 4}, Result.CARRIED),
        ({"votes_for": 4, "votes_against": 5}, Result.LOST),
        ({"votes_for": 0, "votes_against": 0, "abstentions": 9}, Result.TIED),
        ({"votes_for": 4, "votes_against": 4, "casting_vote": "for"}, Result.CARRIED),
        ({"casting_vote": "against"}, Result.LOST),
        ({"veto_of": "precept"}, Result.UNKNOWN),
        ({"veto_of": "chief constable", "votes_for": 8, "membership": 12}, Result.CARRIED),
    ],
)
def test_result_says_what_became_of_the_motion(recorded, how):
    assert votes.result(Cast(**recorded)) == how


@given(CASTS)
def test_only_what_was_carried_or_not_counted_is_resolved(cast):
    is_resolved = votes.lead(cast) == "RESOLVED:"
    assert is_resolved == (votes.result(cast) in (Result.CARRIED, Result.UNKNOWN))
    if votes.result(cast) in (Result.LOST, Result.TIED):
        assert "carried." not in votes.in_words(cast).replace("not carried.", "")


@given(CASTS)
def test_an_ordinary_motion_and_its_contrary_do_not_both_carry(cast):
    contrary = Cast(
        votes_for=cast.votes_against, votes_against=cast.votes_for, abstentions=cast.abstentions
    )
    plain = Cast(votes_for=cast.votes_for, votes_against=cast.votes_against)
    assert {votes.result(plain), votes.result(contrary)} != {Result.CARRIED}


@given(CASTS, st.integers(0, 40))
def test_what_is_settled_stays_settled(cast, members):
    once = votes.settled(cast, members=members)
    assert votes.settled(once, members=members) == once
    assert bool(once.membership) <= bool(once.veto_of)


@pytest.mark.parametrize(
    ("listed", "found"),
    [
        ("", []),
        ("Ann Ash", ["Ann Ash"]),
        ("Ann Ash, Bob Birch and Cy Cedar", ["Ann Ash", "Bob Birch", "Cy Cedar"]),
        ("Ann Ash, Bob Birch, and Cy Cedar", ["Ann Ash", "Bob Birch", "Cy Cedar"]),
        ("Ash, Ann\r\nBirch, Bob\n", ["Ash, Ann", "Birch, Bob"]),
        ("Ash, Ann; Birch, Bob", ["Ash, Ann", "Birch, Bob"]),
    ],
)
def test_names_are_told_apart(listed, found):
    assert votes.names(listed) == found


def test_the_count_follows_from_the_names():
    cast = votes.settled(Cast(names_for="Ann Ash\nBob Birch", names_against="Cy Cedar"))
    assert (cast.votes_for, cast.votes_against, cast.abstentions) == (2, 1, None)


@pytest.mark.parametrize(
    ("recorded", "field", "said"),
    [
        ({"mover": "Ann Ash", "seconder": "ann ash "}, "seconder", "someone other"),
        ({"is_unanimous": True, "votes_against": 1}, "is_unanimous", "is not unanimous"),
        ({"is_unanimous": True, "votes_for": 0}, "is_unanimous", "nobody for it"),
        (
            {"votes_for": 5, "votes_against": 4, "casting_vote": "for"},
            "casting_vote",
            "here 5 are for and 4 against",
        ),
        ({"is_unanimous": True, "casting_vote": "for"}, "casting_vote", "unanimous"),
        ({"votes_for": 6, "names_for": "Ann Ash"}, "names_for", "1 name is given"),
        ({"names_for": "Ann Ash", "names_against": "ANN ASH"}, "names_against", "named twice"),
        ({"veto_of": "precept", "membership": 12}, "votes_for", "two thirds"),
        ({"veto_of": "precept", "votes_for": 9}, "membership", "how many members"),
        ({"veto_of": "precept", "votes_for": 13, "membership": 12}, "votes_for", "more than"),
        (
            {"veto_of": "precept", "votes_for": 9, "membership": 12, "casting_vote": "for"},
            "casting_vote",
            "no casting vote",
        ),
    ],
)
def test_against_says_what_cannot_be(recorded, field, said):
    wrong = votes.against(Cast(**recorded))
    assert set(wrong) == {field}
    assert said in wrong[field]


def test_nothing_speaks_against_a_vote_that_can_be():
    assert votes.against(Cast(votes_for=4, votes_against=4, casting_vote="for")) == {}
    assert votes.against(Cast(is_unanimous=True, votes_for=9, abstentions=2)) == {}


def test_more_votes_than_members_present_are_doubted_where_attendance_is_recorded():
    cast = Cast(votes_for=9, votes_against=3, abstentions=1)
    assert votes.doubts(cast, present=13) == []
    assert votes.doubts(cast, present=0) == []
    (said,) = votes.doubts(cast, present=12)
    assert said.startswith("13 votes are recorded, and 12 members are recorded as present.")
