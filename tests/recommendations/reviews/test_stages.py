"""How far a review is."""

import pytest

from recommendations.reviews.stages import COLOURS, Stage, stage


@pytest.mark.parametrize(
    ("begun", "on_agenda", "adopted", "expected"),
    [
        (False, False, False, Stage.PLANNED),
        (True, False, False, Stage.EVIDENCE),
        (True, True, False, Stage.REPORTED),
        (False, True, False, Stage.REPORTED),
        (True, True, True, Stage.ADOPTED),
        (True, False, True, Stage.ADOPTED),
    ],
)
def test_stage_is_the_furthest_the_record_shows(begun, on_agenda, adopted, expected):
    found = stage(has_begun=begun, is_on_an_agenda=on_agenda, is_adopted=adopted)
    assert found == expected


def test_every_stage_has_a_colour_of_its_own():
    assert len({COLOURS[one] for one in Stage}) == len(Stage)
