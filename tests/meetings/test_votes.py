import pytest

from meetings import votes


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
            "Votes: 10 for, 0 against, 1 abstention.",
        ),
        (
            {"votes_for": 3, "votes_against": 7, "abstentions": 2},
            "Votes: 3 for, 7 against, 2 abstentions.",
        ),
        ({"is_unanimous": True, "votes_for": 12}, "Agreed unanimously (12 for)."),
    ],
)
def test_in_words_says_what_was_recorded(recorded, said):
    assert votes.in_words(**recorded) == said
