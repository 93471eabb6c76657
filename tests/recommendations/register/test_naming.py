"""What the register calls things, and the order of its choices."""

from datetime import UTC, datetime

import pytest

from recommendations.register.naming import names_of, said
from recommendations.register.narrowing import NONE, VOCABULARY
from tests.factories.meetings import MeetingFactory
from tests.factories.plans import PlanVersionFactory
from tests.factories.positions import position

pytestmark = pytest.mark.django_db


def at(day, **fields):
    return MeetingFactory(starts_at=datetime(2026, 6, day, 9, tzinfo=UTC), **fields)


def test_states_stand_alone_as_people_say_them():
    assert said("response", "deferred") == "Deferred to a later refresh"
    assert said("effect", "not a plan matter") == "Not a plan matter"
    assert said("route", "s.28(6)").endswith("section 28(6)")
    for facet, values in VOCABULARY.items():
        assert all(said(facet, value)[0].isupper() for value in values)


def test_meetings_are_named_by_their_day_unless_two_were_on_it():
    one, two, other = at(12, title="Panel"), at(12, title="Sub-group"), at(26)
    names = names_of([position(meeting=m.pk, version=None) for m in (one, two, other)])
    assert names.of("meeting", str(other.pk)) == "26 June 2026"
    assert names.of("meeting", str(one.pk)) == "Panel, 12 June 2026"


def test_meetings_and_versions_stand_the_newest_first():
    one, two = at(12), at(26)
    old = PlanVersionFactory()
    names = names_of([position(meeting=m.pk, version=old.pk) for m in (one, two)])
    found = names.in_order("meeting", {str(one.pk), str(two.pk), NONE})
    assert found == [str(two.pk), str(one.pk), NONE]
    assert names.of("version", str(old.pk)) == f"{old.plan}: {old}"
    assert names.of("plan", str(old.plan_id)) == str(old.plan)


def test_what_there_is_none_of_has_its_words_and_stands_last():
    names = names_of([])
    assert names.of("theme", NONE) == "No theme"
    assert names.of("owner", NONE) == "PCC"
    assert names.of("plan", NONE) == names.of("version", NONE) == "Not about a plan"
    assert names.in_order("theme", {NONE, "roads", "Patrol"}) == ["Patrol", "roads", NONE]


def test_states_stand_as_the_loop_goes():
    names = names_of([])
    assert names.in_order("response", {"noted", "overdue", "not sent"}) == [
        *("not sent", "overdue", "noted")
    ]


@pytest.mark.parametrize("facet", ["meeting", "plan", "version"])
def test_what_is_gone_is_called_so(facet):
    assert names_of([]).of(facet, "9999") == "No longer recorded"


def test_names_take_a_fixed_number_of_queries(django_assert_num_queries):
    version, meetings = PlanVersionFactory(), [at(12), at(26)]
    found = [position(meeting=m.pk, version=version.pk) for m in meetings]
    with django_assert_num_queries(3):
        names_of(found)
