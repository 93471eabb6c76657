"""The order of an agenda: saved as one, numbered, and never over someone else's."""

import pytest
from django.core.exceptions import ValidationError

from meetings import actions
from meetings.agenda import ordering
from meetings.models import AgendaItem
from pcp_scrutiny import history
from tests.factories.meetings import AgendaItemFactory, MeetingFactory

pytestmark = pytest.mark.django_db


def agenda(*parts):
    """An agenda of items (False) and parts (True)."""
    meeting = MeetingFactory()
    return meeting, [AgendaItemFactory(meeting=meeting, is_part=part) for part in parts]


def order(meeting):
    return actions.order_of(meeting.items.all())


def numbers(meeting):
    return [(item.pk, item.number) for item in meeting.items.all()]


def test_an_order_is_saved_as_one_and_numbered(clerk):
    meeting, (first, second, third) = agenda(False, False, False)
    wanted = ordering.read(f"{third.pk},{first.pk}p,{second.pk}")
    assert actions.rearrange(meeting, wanted, seen=order(meeting), by=clerk)
    assert numbers(meeting) == [(third.pk, "1"), (first.pk, "1a"), (second.pk, "2")]
    told = third.history.latest()
    assert (told.history_user, told.history_change_reason) == (clerk, "Agenda rearranged")


def test_the_order_that_is_there_writes_nothing(clerk):
    meeting, (first, _) = agenda(False, False)
    actions.rearrange(meeting, order(meeting), seen=order(meeting), by=clerk)
    rows = first.history.count()
    assert not actions.rearrange(meeting, order(meeting), seen=order(meeting), by=clerk)
    assert first.history.count() == rows


def test_an_order_that_someone_else_changed_is_not_overwritten(clerk, officer):
    meeting, (first, second, third) = agenda(False, False, False)
    seen = order(meeting)
    actions.move_item(third, up=True, by=officer)
    with pytest.raises(actions.Rearranged) as meanwhile:
        actions.rearrange(meeting, seen[::-1], seen=seen, by=clerk)
    assert (meanwhile.value.order, meanwhile.value.who) == (order(meeting), officer)
    assert [pk for pk, _ in numbers(meeting)] == [first.pk, third.pk, second.pk]


def test_an_order_of_something_else_is_refused(clerk):
    meeting, _ = agenda(False, False)
    stranger = AgendaItemFactory()
    wanted = (*order(meeting), ordering.Place(stranger.pk))
    with pytest.raises(ValidationError, match="Arrange it again"):
        actions.rearrange(meeting, wanted, seen=order(meeting), by=clerk)


def test_an_item_moves_with_its_parts(clerk):
    meeting, (first, part, second) = agenda(False, True, False)
    assert actions.move_item(second, up=True, by=clerk)
    assert numbers(meeting) == [(second.pk, "1"), (first.pk, "2"), (part.pk, "2a")]


def test_a_new_item_comes_after_another_and_its_parts(clerk):
    meeting, (first, part, second) = agenda(False, True, False)
    new = AgendaItem(meeting=meeting, position=0, title="New")
    actions.add_item(new, after=first.pk, by=clerk)
    assert numbers(meeting) == [
        (first.pk, "1"),
        (part.pk, "1a"),
        (new.pk, "2"),
        (second.pk, "3"),
    ]
    assert [row.history_change_reason for row in new.history.all()] == ["Item added to the agenda"]


def test_a_new_part_comes_straight_after_what_it_is_part_of(clerk):
    meeting, (first, part) = agenda(False, True)
    new = AgendaItem(meeting=meeting, position=0, title="New", is_part=True)
    actions.add_item(new, after=first.pk, by=clerk)
    assert numbers(meeting) == [(first.pk, "1"), (new.pk, "1a"), (part.pk, "1b")]


def test_the_first_item_is_no_part(clerk):
    meeting, _ = agenda(False)
    new = AgendaItem(meeting=meeting, position=0, title="New", is_part=True)
    actions.add_item(new, after=0, by=clerk)
    assert [(item.number, item.is_part) for item in meeting.items.all()] == [
        ("1", False),
        ("2", False),
    ]


def test_what_becomes_the_first_is_no_part_any_more(clerk):
    meeting, (first, _, _) = agenda(False, False, True)
    actions.remove_item(first, by=clerk)
    assert [item.number for item in meeting.items.all()] == ["1", "1a"]


def test_an_item_with_parts_stays(clerk):
    _, (first, _) = agenda(False, True)
    with pytest.raises(ValidationError, match="This item has parts"):
        actions.remove_item(first, by=clerk)


def test_nothing_is_arranged_once_the_minutes_are_approved(clerk):
    meeting, _ = agenda(False, False)
    there = order(meeting)
    meeting.state, meeting.approved_at = "approved minutes", meeting.starts_at
    history.save(meeting, by=clerk, why="Approved for a test")
    with pytest.raises(ValidationError, match="approved"):
        actions.rearrange(meeting, there[::-1], seen=there, by=clerk)
