"""From who was there to approved minutes: attendance and quorum, the draft finished, its approval
by the next meeting with a correction. By keyboard where it has to be quick."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from meetings.models import Correction, Meeting, MinuteEntry
from tests.factories.accounts import UserFactory
from tests.factories.meetings import (
    AgendaItemFactory,
    AttendanceFactory,
    MeetingFactory,
    MinuteEntryFactory,
    PanelMemberFactory,
)
from tests.journeys.person import Person

JUNE = datetime(2026, 6, 12, 9, tzinfo=UTC)
SEPTEMBER = datetime(2026, 9, 25, 9, tzinfo=UTC)
MARCH = datetime(2026, 3, 6, 10, tzinfo=UTC)


@pytest.fixture
def june(transactional_db) -> Meeting:
    """A meeting that has begun, with four who serve and an officer who was at the last one."""
    for name in ("Ashdown", "Birch", "Cedar", "Dogwood"):
        PanelMemberFactory(name=f"Councillor {name}")
    AttendanceFactory(
        meeting__starts_at=MARCH, meeting__state="draft minutes", name="Naomi Westerdale"
    )
    june = MeetingFactory(starts_at=JUNE, state="in progress", title="The Panel")
    for title in ("Apologies", "Crime figures", "Grants"):
        item = AgendaItemFactory(meeting=june, title=title)
        MinuteEntryFactory(item=item, text=f"The Panel considered: {title.lower()}.")
    september = MeetingFactory(starts_at=SEPTEMBER, state="in progress", title="The Panel")
    AgendaItemFactory(meeting=september, title="Minutes of the last meeting", standing="minutes")
    return june


def test_minutes_go_from_attendance_to_approval(new_page, axe, june: Meeting) -> None:
    clerk = UserFactory(name="Clem Clerk", is_clerk=True)
    person = Person(new_page("laptop", user=clerk), axe)
    person.page.goto(june.get_absolute_url())
    record_who_was_there(person)
    declare_an_interest(person)
    close_and_finish(person)
    approve(person, june)
    correct_what_is_approved(person)
    person.has_looked_everywhere()


def record_who_was_there(person: Person) -> None:
    """One is away and stood in for, one is late; the rest are marked in one go."""
    person.press("Record attendance, apologies and declarations")
    person.arrive("Attendance on 12 June 2026")
    person.sees("The quorum is 3 of 4 members.")
    row = person.page.get_by_role("row").filter(has_text="Councillor Ashdown")
    row.get_by_role("radio", name="Neither").focus()
    person.page.keyboard.press("ArrowUp")
    expect(row.get_by_role("radio", name="Apologies")).to_be_checked()
    person.page.keyboard.press("Tab")
    person.page.keyboard.press("Enter")
    person.page.keyboard.press("Tab")
    person.page.keyboard.type("Councillor Elder")
    late = person.page.get_by_role("row").filter(has_text="Councillor Birch")
    late.get_by_text("More").click()
    late.get_by_label("Joined during").select_option(label="Item 2: Crime figures")
    person.page.get_by_label("Naomi Westerdale").check()
    person.press("Save, and mark the rest as present")
    person.sees("Attendance has been recorded.")
    person.sees("4 members were there, and the meeting was quorate throughout.")
    person.look()


def declare_an_interest(person: Person) -> None:
    """Two leave for an item, and there are too few for it."""
    for name in ("Councillor Elder", "Councillor Cedar"):
        person.press("Record a declaration")
        person.arrive("Record a declaration of interest")
        person.field("Who declared it?").select_option(name)
        person.field("In which item?").select_option(label="3. Grants")
        person.type("What is the interest?", "A trustee of a charity that applies")
        person.page.get_by_role("checkbox", name="They left the meeting for the item").check()
        person.press("Save")
        person.arrive("Attendance on 12 June 2026")
    person.sees("but the meeting was not quorate at item 3 (2 there).")
    person.press("Back to the meeting")


def close_and_finish(person: Person) -> None:
    """What is still missing is said; it does not keep the draft from being finished."""
    person.sees("not quorate at item 3")
    person.look()
    person.press("Close the meeting")
    person.arrive("Close the meeting")
    person.type("When did the meeting close?", "12:40pm")
    person.press("Save")
    person.sees("closed at 12:40pm")
    person.press("Finish the draft")
    person.arrive("Finish the draft")
    person.sees("not quorate at item 3")
    person.press("Finish the draft as it is")
    person.arrive("Minutes")
    person.sees("The minutes are now a draft")


def approve(person: Person, june: Meeting) -> None:
    """September approves them, with one correction that is shown before it is made."""
    person.press("Record their approval")
    person.arrive("Record the approval of the minutes")
    person.field("Minute to correct").select_option(
        label="2.1: The Panel considered: crime figures."
    )
    person.press("Add a correction")
    person.type("Minute 2.1 should read", "The Panel considered the figures of May.")
    person.look()
    person.press("Continue")
    person.arrive("Check before you go on")
    person.look()
    person.sees("Minute 2.1 to read: “The Panel considered the figures of May.”")
    person.press("Approve the minutes")
    person.arrive("Minutes")
    person.sees("The minutes are approved.")
    person.sees("The Panel considered: crime figures.")  # as it was drafted
    june.refresh_from_db()
    assert june.minutes_are_approved
    assert june.approved_in.item.title == "Minutes of the last meeting"
    assert Correction.objects.get().reads == "The Panel considered the figures of May."
    person.look()


def correct_what_is_approved(person: Person) -> None:
    """What is found later stands beside the minute, which does not change."""
    person.press("Record a correction")
    person.arrive("Correct approved minutes")
    person.press("Continue")
    person.sees("Choose a minute that is to be corrected")
    person.field("Minute to correct").select_option(label="1.1: The Panel considered: apologies.")
    person.press("Add a correction")
    person.type("Minute 1.1 should read", "The Panel noted the apologies.")
    person.press("Continue")
    person.arrive("Check before you go on")
    person.press("Record the corrections")
    person.arrive("Minutes")
    person.sees("The Panel noted the apologies.")
    assert MinuteEntry.objects.filter(text="The Panel considered: apologies.").exists()
