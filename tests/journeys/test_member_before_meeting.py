"""A member with twenty minutes before the meeting, on a phone."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from demo import content, loading
from demo.loading.people import Cast
from meetings.models import Meeting
from pcp_scrutiny import history
from tests.journeys.person import Person


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The demo panel, a fortnight before its next meeting whenever the journey is made."""
    loaded = loading.load()
    meeting = Meeting.objects.get(starts_at__date=content.MEETINGS[1].day)
    meeting.starts_at = timezone.now() + timedelta(days=14)
    history.save(meeting, by=loaded.clerk, why="Put off, for the journey")
    return loaded


def test_member_learns_what_to_ask(cast: Cast, new_page: Callable[..., Page], axe) -> None:
    member = Person(new_page("phone", user=cast.users["fennimore"]), axe)
    member.page.goto("/")
    read_the_briefing(member)
    narrow_the_register(member)
    read_one_after_another(member)
    go_back_to_an_evening(member)
    member.has_looked_everywhere()


def read_the_briefing(member: Person) -> None:
    """From home: what is open, what was promised, what to ask."""
    member.arrive(content.PANEL.name)
    member.press("Briefing: what to ask")
    title = member.page.get_by_role("heading", level=1)
    expect(title).to_contain_text("Briefing")
    member.look()
    member.sees("You may want to ask")
    member.sees("Was a change to paragraph 65 intended and left out?")
    member.sees("Promised")


def narrow_the_register(member: Person) -> None:
    """To what was claimed and does not show; the filters are folded on a phone."""
    member.press("Menu")
    member.press("Recommendations")
    member.arrive("Recommendations")
    member.page.get_by_text("Search, filter and sort").click()
    member.page.get_by_role("checkbox", name=re.compile("^Claimed but not borne out")).check()
    member.press("Apply")
    member.sees("2 recommendations of 22")
    member.look()


def read_one_after_another(member: Person) -> None:
    """Of those that were chosen: on to the next and back."""
    member.press("2026/17")
    member.arrive("Recommendation 2026/17")
    member.sees("What to do next")
    then = member.page.get_by_role("listitem").filter(has_text="Assessed by the officers")
    expect(then).to_contain_text("Officers suggest these words for the plan")
    expect(then).to_contain_text("Estermere Independent Custody Visitors")
    member.press("Next: 2026/18")
    member.arrive("Recommendation 2026/18")
    member.press("Previous: 2026/17")
    member.arrive("Recommendation 2026/17")
    member.press("The 2 recommendations you chose")
    member.sees("2 recommendations of 22")
    member.look()


def go_back_to_an_evening(member: Person) -> None:
    """The register as the panel knew it before the letter had come."""
    member.page.get_by_text("Go back to an earlier day").click()
    member.type_date("Date to go back to", date(2026, 7, 1))
    member.press("Show that day")
    member.sees("As the panel knew it on the evening of 1 July 2026")
    member.look()
    member.press("Go back to today’s register")
    member.sees("2 recommendations of 22")
    member.look()
