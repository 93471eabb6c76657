import pytest

from meetings.agenda import standing
from meetings.models import AgendaItem


def test_every_kind_has_its_place_and_its_purpose():
    assert set(standing.ORDER) == set(standing.PURPOSES) == set(AgendaItem.Standing.values)


@pytest.mark.parametrize(
    ("kinds", "new", "place"),
    [
        ([], "apologies", 0),
        (["", ""], "apologies", 0),
        (["apologies", "", ""], "minutes", 1),
        (["apologies", "minutes", ""], "declarations", 1),
        (["", ""], "urgent", 2),
        (["", "next meeting"], "urgent", 1),
        (["", "urgent"], "next meeting", 2),
    ],
)
def test_standing_items_stand_where_agendas_have_them(kinds, new, place):
    assert standing.place(kinds, new) == place


def test_other_business_comes_before_what_closes_the_meeting():
    assert standing.place_of_business(["apologies", "", "urgent", "next meeting"]) == 2
    assert standing.place_of_business(["apologies", ""]) == 2
    assert standing.place_of_business([]) == 0


@pytest.mark.parametrize(
    ("kinds", "exempt", "place"),
    [
        (["apologies", "urgent", "", ""], [0, 0, 0, 1], 2),
        (["apologies", "", ""], [0, 0, 1], 2),
        (["apologies", "", "next meeting"], [0, 0, 0], 2),
    ],
)
def test_late_business_follows_urgent_business_or_comes_before_what_is_exempt(kinds, exempt, place):
    assert standing.place_of_late_business(kinds, [bool(one) for one in exempt]) == place
