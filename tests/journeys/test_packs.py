"""Agenda packs in the browser: made while someone watches, published, added to, replaced;
cancelled, and made without a paper that cannot be."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from meetings import actions, packs
from meetings.models import AgendaItem, Meeting, Pack, Paper
from pcp_scrutiny.accounts.models import User
from tests.factories.accounts import UserFactory
from tests.factories.meetings import AgendaItemFactory, MeetingFactory, PaperFactory
from tests.journeys.person import Person
from tests.journeys.working import QUEUED, work_off_the_queue


@pytest.fixture
def clerk(transactional_db: None, settings) -> User:
    """A clerk, and a worker that has to be started to do its work."""
    settings.TASKS = QUEUED
    return UserFactory(name="Philip Arkenby", is_clerk=True)


@pytest.fixture
def item(transactional_db: None) -> AgendaItem:
    """An item with a paper, of a meeting in 60 days."""
    meeting = MeetingFactory(starts_at=timezone.now() + timedelta(days=60))
    item = AgendaItemFactory(meeting=meeting, title="Rural crime")
    PaperFactory(item=item, label="Paper A", title="Rural crime in the valleys")
    return item


def at_the_packs(person: Person, meeting: Meeting) -> None:
    """On the page of the meeting, as it now is."""
    person.page.goto(f"/meetings/{meeting.pk}/")
    expect(person.page.get_by_role("heading", name="Agenda packs")).to_be_visible()


def publish(person: Person) -> None:
    """From the page of a pack that is made, with the other one that is."""
    person.press("Publish")
    expect(person.page.get_by_role("heading", level=1)).to_contain_text("Publish:")
    person.look()
    person.press("Publish")
    expect(person.page.get_by_role("alert")).to_contain_text("published")
    person.look()


def test_packs_are_made_published_added_to_and_replaced(
    clerk: User, item: AgendaItem, new_page: Callable[..., Page], axe
) -> None:
    meeting = item.meeting
    person = Person(new_page("laptop", user=clerk), axe)
    at_the_packs(person, meeting)
    watch_it_being_made(person, meeting)
    publish(person)
    read_it_on_a_phone(Person(new_page("phone", user=clerk), axe), meeting)
    add_a_late_paper(person, item, by=clerk)
    replace_it(person, item, by=clerk)


def watch_it_being_made(person: Person, meeting: Meeting) -> None:
    """It counts its pages; whoever leaves finds it again."""
    person.press("Make the packs")
    person.arrive("Public pack")
    person.sees("The pack is waiting for its turn.")
    public = Pack.objects.get(audience="public")
    actions.begin_pack(public.pk)
    actions.tell_pack(public.pk, "Rendering Paper A", 3, 9)
    person.sees("3 of 9 pages")  # by itself: the page asks every few seconds
    person.sees("Rendering Paper A")
    expect(person.page.get_by_role("progressbar", name="Pages made")).to_have_attribute(
        "value", "3"
    )
    person.look()
    person.press("Back to the meeting")
    person.sees("Packs are being made.")
    person.look()
    person.press("Public pack")
    actions.finish_pack(public.pk, made=packs.make(meeting, audience="public"))
    person.sees("Checksum (SHA-256)")
    work_off_the_queue()  # the full pack
    person.page.reload()
    person.look()


def read_it_on_a_phone(person: Person, meeting: Meeting) -> None:
    """The section of the meeting's page, the pack, and the pack as a web page."""
    at_the_packs(person, meeting)
    person.sees("No item and no paper has changed since it was published.")
    person.look()
    person.press("Public pack")
    person.arrive("Public pack")
    person.press("Read as a web page")
    person.arrive("Public pack")
    person.page.locator("summary", has_text="Contents").click()
    person.press("Paper A: Rural crime in the valleys")
    expect(person.page.get_by_role("heading", name="Paper A: Rural crime")).to_be_in_viewport()


def add_a_late_paper(person: Person, item: AgendaItem, *, by: User) -> None:
    """It goes into a supplement."""
    late = Paper(
        item=item,
        label="Paper B",
        title="Figures for October",
        text="They came late.",
        published_on=timezone.localdate(),
    )
    actions.add_paper(late, by=by)
    at_the_packs(person, item.meeting)
    person.sees("Added: Paper B: Figures for October")
    person.press("Make supplement 1")
    person.arrive("Supplement 1, public pack")
    work_off_the_queue()
    person.sees("Checksum (SHA-256)")
    publish(person)
    at_the_packs(person, item.meeting)
    expect(person.page.get_by_role("rowheader", name="Supplement 1")).to_be_visible()


def replace_it(person: Person, item: AgendaItem, *, by: User) -> None:
    """A correction makes the next version, and the first is marked as superseded."""
    paper = item.papers.get(label="Paper A")
    paper.text = "What it should have said."
    actions.change_paper(paper, by=by)
    at_the_packs(person, item.meeting)
    person.sees("Changed: Paper A")
    person.press("Make version 2")
    person.arrive("Public pack")
    work_off_the_queue()
    person.sees("Checksum (SHA-256)")
    publish(person)
    person.arrive("Public pack, version 2")
    person.page.goto(
        Pack.objects.get(audience="public", version=1, supplement=0).get_absolute_url()
    )
    person.sees("Superseded")
    person.look()


def test_two_press_at_once_one_cancels_and_a_paper_that_fails_is_left_out(
    clerk: User, item: AgendaItem, new_page: Callable[..., Page], axe
) -> None:
    first, second = (Person(new_page("phone", user=clerk), axe) for _ in range(2))
    empty = PaperFactory(item=item, label="Paper B", title="Not written yet", text="")
    for person in (first, second):
        at_the_packs(person, item.meeting)
    for person in (first, second):
        person.press("Make the packs")
        person.arrive("Public pack")
    assert first.page.url == second.page.url
    assert Pack.objects.count() == 2

    first.press("Cancel")
    first.sees("It was cancelled before it was finished.")
    second.sees("It was cancelled before it was finished.")  # by itself
    second.look()
    second.press("Make it again")
    second.sees("The pack is waiting for its turn.")
    work_off_the_queue()
    second.sees("1 paper could not be made.")
    second.sees("Paper B: Not written yet")
    second.look()
    second.press("Make it without this paper")
    second.sees("The pack is waiting for its turn.")
    work_off_the_queue()
    second.sees("1 paper that could not be made, listed as to follow")
    second.look()
    assert Pack.objects.get(state="made", audience="public").without == [empty.pk]
