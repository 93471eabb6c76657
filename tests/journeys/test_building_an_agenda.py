"""A clerk builds an agenda: standing items, parts, the order by keys, mouse and finger; what comes
late after it is published."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from meetings import actions
from meetings.models import AgendaItem, Meeting
from pcp_scrutiny.accounts.models import User
from tests.factories.accounts import UserFactory
from tests.factories.meetings import AgendaItemFactory, MeetingFactory
from tests.journeys.arranging import add_an_item, call_a_meeting
from tests.journeys.person import Person

DAY = timezone.localdate() + timedelta(days=60)
ITEMS = ("Apologies", "The plan", "Rural crime", "The budget")


@pytest.fixture
def clerk(transactional_db: None) -> User:
    return UserFactory(name="Philip Arkenby", is_clerk=True)


@pytest.fixture
def agenda() -> Meeting:
    meeting = MeetingFactory(starts_at=timezone.now() + timedelta(days=60))
    for title in ITEMS:
        AgendaItemFactory(meeting=meeting, title=title)
    return meeting


def order_of(meeting: Meeting) -> list[tuple[str, str]]:
    return [(item.number, item.title) for item in meeting.items.all()]


def arranging(person: Person, meeting: Meeting) -> None:
    person.page.goto(f"/meetings/{meeting.pk}/agenda/arrange/")
    person.arrive("Arrange the agenda")


def test_clerk_builds_an_agenda(clerk: User, new_page: Callable[..., Page], axe) -> None:
    last = MeetingFactory(starts_at=timezone.now() - timedelta(days=60))
    AgendaItemFactory(meeting=last, standing="apologies", title="Apologies and substitutes")
    AgendaItemFactory(meeting=last, standing="next meeting", title="The next meeting")
    person = Person(new_page("laptop", user=clerk), axe)
    person.page.goto("/meetings/")
    person.arrive("Meetings")
    person.press("Calendar of")
    person.sees("This month")
    person.look()
    person.press("Meetings")
    call_a_meeting(person, DAY, "10:30am", "Council Chamber")
    person.press("Add standing items")
    person.arrive("Add standing items")
    person.press("Copy the standing items")
    person.sees("2 standing items have been copied")
    add_an_item(person, "The plan", "To review the plan.")
    person.press("Add a part to item 2")
    person.arrive("Add an agenda item")
    person.type("Title", "Rural crime")
    person.type("Time", "11:15am")
    person.press("Save")
    person.sees("2a. Rural crime")
    person.look()
    meeting = Meeting.objects.exclude(pk=last.pk).get()
    assert order_of(meeting) == [
        ("1", "Apologies and substitutes"),
        ("2", "The plan"),
        ("2a", "Rural crime"),
        ("3", "The next meeting"),
    ]
    person.has_looked_everywhere()


def test_an_agenda_is_arranged_by_keys_and_mouse(
    clerk: User, agenda: Meeting, new_page: Callable[..., Page], axe
) -> None:
    person = Person(new_page("laptop", user=clerk), axe)
    arranging(person, agenda)
    keys, live = person.page.keyboard, person.page.locator("[data-arrange-live]")
    handle = person.page.get_by_role("button", name="Take item 3, Rural crime")
    person.tab_to(handle)
    keys.press("Space")
    expect(live).to_contain_text("Item 3, Rural crime, taken.")
    keys.press("ArrowRight")
    expect(live).to_have_text("Rural crime is now item 2a, a part of The plan.")
    keys.press("ArrowDown")
    keys.press("Escape")
    expect(live).to_contain_text("Put back. Rural crime is now item 3.")
    person.page.get_by_role("button", name="In item 3").press("Enter")
    expect(person.page.get_by_role("button", name="In item 2a")).to_be_focused()
    person.sees("This order is not saved yet.")
    person.look()
    assert order_of(agenda)[2] == ("3", "Rural crime")
    drag(person.page, "Take item 2, The plan", onto="The budget")
    expect(live).to_contain_text("The plan is now item 3")
    person.press("Save this order")
    person.sees("The agenda is in its new order.")
    assert order_of(agenda) == [
        ("1", "Apologies"),
        ("2", "The budget"),
        ("3", "The plan"),
        ("3a", "Rural crime"),
    ]
    person.press("Move up item 3")
    button = person.page.get_by_role("button", name="Move up item 2", exact=True)
    expect(button).to_be_focused()


def drag(page: Page, handle: str, *, onto: str) -> None:
    """With the mouse, to below the middle of another item."""
    start = page.get_by_role("button", name=handle).bounding_box()
    end = page.locator(".app-arrange__row", has_text=onto).bounding_box()
    page.mouse.move(start["x"] + 10, start["y"] + 10)
    page.mouse.down()
    page.mouse.move(start["x"] + 10, start["y"] + 40, steps=4)
    page.mouse.move(start["x"] + 10, end["y"] + end["height"] - 3, steps=8)
    page.mouse.up()


def test_an_agenda_is_arranged_by_a_finger(
    clerk: User, agenda: Meeting, new_page: Callable[..., Page], axe
) -> None:
    person = Person(new_page("phone", user=clerk, has_touch=True), axe)
    arranging(person, agenda)
    handle = person.page.get_by_role("button", name="Take item 4, The budget")
    # Away from the edges of the window, where the page would scroll by itself.
    person.page.locator(".app-arrange").evaluate(
        "list => window.scrollBy(0, list.getBoundingClientRect().top - 150)"
    )
    top = person.page.locator(".app-arrange__row").nth(1).bounding_box()
    box = handle.bounding_box()
    touch = person.page.context.new_cdp_session(person.page)
    x, start, end = box["x"] + 20, box["y"] + 20, top["y"] + 4
    for step in range(6):
        kind = "touchMove" if step else "touchStart"
        at = {"x": x, "y": start + (end - start) * step / 5}
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [at]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(person.page.locator("[data-arrange-live]")).to_contain_text("The budget is now item 2")
    person.press("Save this order")
    person.sees("The agenda is in its new order.")
    assert order_of(agenda)[1] == ("2", "The budget")


def test_without_scripts_the_buttons_keep_the_keyboard(
    clerk: User, agenda: Meeting, new_page: Callable[..., Page]
) -> None:
    page = new_page("laptop", user=clerk, java_script_enabled=False)
    page.goto(f"/meetings/{agenda.pk}/agenda/arrange/")
    page.get_by_role("button", name="Up item 4", exact=True).click()
    again = page.get_by_role("button", name="Up item 3", exact=True)
    expect(again).to_be_focused()
    again.press("Enter")
    expect(page.get_by_role("button", name="Up item 2", exact=True)).to_be_focused()
    page.get_by_role("button", name="Save this order").click()
    expect(page.get_by_text("The agenda is in its new order.")).to_be_visible()
    assert order_of(agenda)[1] == ("2", "The budget")


def test_two_who_arrange_at_once_see_both(
    clerk: User, agenda: Meeting, new_page: Callable[..., Page], axe
) -> None:
    officer = UserFactory(name="Naomi Westerdale", is_officer=True)
    person = Person(new_page("laptop", user=clerk), axe)
    arranging(person, agenda)
    actions.move_item(agenda.items.last(), up=True, by=officer)
    person.press("Down item 1")
    person.press("Save this order")
    person.sees("Naomi Westerdale changed the agenda after you opened this page.")
    person.look()
    person.press("Save this order")
    person.sees("The agenda is in its new order.")
    assert [title for _, title in order_of(agenda)] == [
        "The plan",
        "Apologies",
        "Rural crime",
        "The budget",
    ]


def test_what_comes_after_publication_says_why(
    clerk: User, agenda: Meeting, new_page: Callable[..., Page], axe
) -> None:
    today = timezone.localdate()
    agenda.starts_at = timezone.now() + timedelta(days=3)
    actions.change_meeting(agenda, by=clerk)
    actions.publish_agenda(agenda, on=today - timedelta(days=20), by=clerk)
    person = Person(new_page("phone", user=clerk), axe)
    person.page.goto(agenda.get_absolute_url())
    person.press("Add an item")
    person.arrive("Add an agenda item")
    person.type("Title", "Custody suite")
    person.press("Save")
    person.sees("There are two ways out")
    person.look()
    person.page.get_by_label("It is urgent business").check()
    person.press("Save")
    person.sees("Enter the special circumstances that make it urgent")
    person.type("Special circumstances", "It closes before the next meeting.")
    person.press("Save")
    person.sees("Urgent business")
    person.press("Add a paper under item 2")
    person.press("Continue")
    person.type("Title", "Figures")
    person.type("Label", "Paper A")
    person.press("Save")
    person.sees("Enter why the paper was late")
    person.look()
    person.type("Why was it late?", "The figures were closed yesterday.")
    person.press("Save")
    person.sees("Time to read the papers")
    person.sees("The figures were closed yesterday.")
    person.look()
    assert AgendaItem.objects.get(title="Custody suite").is_urgent
