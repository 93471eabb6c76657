"""A declaration of interest as the minutes say it."""

import pytest

from meetings.people.declared import in_words


def test_it_is_said_who_left():
    assert in_words("Ruth", "A trustee", withdrew=True) == (
        "Ruth declared an interest: A trustee. They left the meeting for the item."
    )
    assert in_words("Ruth", "A trustee.", withdrew=False) == (
        "Ruth declared an interest: A trustee."
    )


@pytest.mark.parametrize(
    "interest",
    [
        "Personal interest. He left the meeting before the item was considered.",
        "A trustee, and withdrew.",
        "Prejudicial; leaving the room for the vote",
    ],
)
def test_what_the_words_say_already_is_not_said_twice(interest):
    assert "They left" not in in_words("Ruth", interest, withdrew=True)


def test_leaving_something_else_is_not_leaving_the_meeting():
    said = in_words("Ruth", "She left the charity’s board in May.", withdrew=True)
    assert said.endswith("They left the meeting for the item.")
