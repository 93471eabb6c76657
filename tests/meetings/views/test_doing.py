"""What people are to do: the list, who and by when."""

from datetime import date

import pytest
from django.urls import reverse

from meetings.models import Action, MinuteEntry
from pcp_scrutiny import history
from tests.factories.meetings import ActionFactory, AgendaItemFactory, MeetingFactory

LIST = "meetings:actions"


def page_of(response):
    return " ".join(response.content.decode().split())


def done(action: Action) -> Action:
    action.done_on, action.outcome = date(2026, 12, 12), "The letter went."
    return history.save(action, by=None, why="Done")


def changed(action: Action, **fields: object) -> dict[str, object]:
    stamp = history.stamp(action)
    return {"owner": action.owner, "seen": stamp, **fields}


@pytest.mark.django_db
@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_for_more(member, client_of, rows, django_assert_num_queries):
    ActionFactory.create_batch(rows)
    client = client_of(member)
    with django_assert_num_queries(7):
        client.get(reverse(LIST))


def test_the_list_is_narrowed_by_how_they_stand(member, client_of):
    ActionFactory(entry__text="Write to all.")
    ActionFactory(entry__text="Ring them.", due_on=date(2020, 1, 1))
    ActionFactory(entry__text="Visit them.", owner="")
    done(ActionFactory(entry__text="Thank them."))
    texts = {"Write to all.", "Ring them.", "Visit them.", "Thank them."}
    shown = {
        "": texts - {"Thank them."},
        "overdue": {"Ring them."},
        "nobody": {"Visit them."},
        "done": {"Thank them."},
        "all": texts,
    }
    for stand, expected in shown.items():
        page = page_of(client_of(member).get(reverse(LIST), {"stand": stand}))
        assert {text for text in texts if text in page} == expected
    assert "Nobody named yet" in page


def test_the_list_is_narrowed_by_owner_and_meeting(member, client_of):
    mine, other = ActionFactory(owner="The clerk"), ActionFactory(owner="The Chair")
    client = client_of(member)
    found = client.get(reverse(LIST), {"owner": "The Chair"}).context["page"]
    assert list(found) == [other]
    meeting = mine.entry.item.meeting_id
    assert list(client.get(reverse(LIST), {"meeting": meeting}).context["page"]) == [mine]
    assert list(client.get(reverse(LIST), {"meeting": "x"}).context["page"]) == [mine, other]


def test_a_member_reads_and_does_not_change(member, client_of):
    action = ActionFactory()
    address = reverse("meetings:edit_action", args=[action.pk])
    assert address not in page_of(client_of(member).get(reverse(LIST)))
    assert client_of(member).post(address, changed(action)).status_code == 403


def test_who_and_when_are_changed_with_the_reason(officer, client_of):
    action = ActionFactory()
    day = {"due_on_day": "15", "due_on_month": "1", "due_on_year": "2027"}
    typed = changed(action, owner="The Chair", why="Agreed by e-mail.", **day)
    client_of(officer).post(reverse("meetings:edit_action", args=[action.pk]), typed)
    action.refresh_from_db()
    assert (action.owner, action.due_on) == ("The Chair", date(2027, 1, 15))
    assert action.history.first().history_change_reason == "Agreed by e-mail."


def test_nothing_is_due_before_it_was_agreed(officer, client_of):
    action = ActionFactory()
    day = {"due_on_day": "1", "due_on_month": "1", "due_on_year": "2026"}
    address = reverse("meetings:edit_action", args=[action.pk])
    page = page_of(client_of(officer).post(address, changed(action, **day)))
    assert "on or after the day of the meeting" in page


def test_an_undertaking_that_names_nobody_is_the_offices(officer, client_of):
    action = ActionFactory(entry__kind=MinuteEntry.Kind.UNDERTAKING, owner="Somebody")
    address = reverse("meetings:edit_action", args=[action.pk])
    client_of(officer).post(address, changed(action, owner=""))
    action.refresh_from_db()
    assert action.owner == "Police and Crime Commissioner"


def test_approved_minutes_go_on_saying_what_was_agreed(officer, client_of):
    action = ActionFactory(entry__text="Write to all.", owner="The clerk")
    meeting = action.entry.item.meeting
    meeting.state, meeting.approved_at = "approved minutes", meeting.starts_at
    history.save(meeting, by=None, why="Approved")
    client = client_of(officer)
    address = reverse("meetings:edit_action", args=[action.pk])
    client.post(address, changed(action, owner="The Chair"))
    assert "The Chair" in page_of(client.get(reverse(LIST)))
    minutes = page_of(client.get(reverse("meetings:minutes", args=[meeting.pk])))
    assert "The clerk" in minutes
    assert "The Chair" not in minutes


def test_matters_arise_under_their_item(member, client_of):
    action = ActionFactory(entry__item__meeting__starts_at="2026-06-12T10:00Z", owner="")
    meeting = MeetingFactory()
    item = AgendaItemFactory(meeting=meeting, standing="matters arising", title="Matters arising")
    AgendaItemFactory(meeting=meeting)
    page = page_of(client_of(member).get(meeting.get_absolute_url()))
    after = page.partition(f'id="item-{item.pk}"')[2].partition("app-agenda__item")[0]
    assert action.entry.text in after
    assert "Nobody named yet" in after
    assert "Minute 1.1 of 12 June 2026" in after
