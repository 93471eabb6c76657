"""What stands before and after in the register, narrowed or not."""

from datetime import date

import pytest

from recommendations import loop
from tests.factories.recommendations import RecommendationFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def beside(recommendation, user, **query):
    found = loop.neighbours(
        recommendation, user, on=TODAY, query={name: [value] for name, value in query.items()}
    )
    names = [one.reference if one else None for one in (found.previous, found.next)]
    return (*names, found.query)


@pytest.fixture
def points():
    themes = ("Patrol", "", "Patrol", "Patrol")
    return [RecommendationFactory(reference=f"R{n + 8}", theme=t) for n, t in enumerate(themes)]


def test_neighbours_are_those_of_the_register_as_people_count(officer, points):
    eight, nine, ten, eleven = points
    assert beside(eight, officer) == (None, "R9", "")
    assert beside(nine, officer) == ("R8", "R10", "")
    assert beside(ten, officer) == ("R9", "R11", "")
    assert beside(eleven, officer) == ("R10", None, "")


def test_neighbours_of_the_narrowed_register(member, points):
    eight, _, ten, eleven = points
    assert beside(eight, member, theme="Patrol") == (None, "R10", "?theme=Patrol")
    assert beside(ten, member, theme="Patrol") == ("R8", "R11", "?theme=Patrol")
    assert beside(eleven, member, theme="Patrol", sort="-reference")[:2] == (None, "R10")


def test_neighbours_say_the_place(member, points):
    found = loop.neighbours(points[2], member, on=TODAY, query={"theme": ["Patrol"]})
    assert (found.place, found.number) == (2, 3)


def test_one_that_is_not_among_those_chosen_is_shown_in_the_whole_register(member, points):
    assert beside(points[1], member, theme="Patrol") == ("R8", "R10", "")


@pytest.mark.parametrize(
    "query", [{"kind": "nonsense"}, {"sort": "x"}, {"next": "//evil.example"}, {"version": "1;x"}]
)
def test_what_is_not_understood_is_not_passed_on(member, points, query):
    assert beside(points[0], member, **query) == (None, "R9", "")


def test_a_day_in_the_past_is_not_passed_on(member, points):
    assert beside(points[0], member, as_at="2026-01-01", theme="Patrol")[2] == "?theme=Patrol"


def test_nobody_has_neighbours(nobody, points):
    assert beside(points[1], nobody) == (None, None, "")


@pytest.mark.parametrize("number", [1, 3])
def test_neighbours_of_the_whole_register_are_one_query(member, number, django_assert_num_queries):
    made = [RecommendationFactory() for _ in range(number)]
    with django_assert_num_queries(1):
        loop.neighbours(made[0], member, on=TODAY)
