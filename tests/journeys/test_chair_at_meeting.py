"""A chair at the meeting: the letter is read out, the panel judges, the officer records it."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from meetings.models import MinuteEntry
from recommendations.models import Judgement, ResponseLetter
from tests.journeys import small_panel
from tests.journeys.person import Person


@pytest.fixture
def panel(transactional_db: None) -> small_panel.SmallPanel:
    """Three points, answered."""
    made = small_panel.set_up()
    small_panel.answer_all(made)
    return made


@pytest.fixture
def minute(panel: small_panel.SmallPanel) -> MinuteEntry:
    """The resolution that is about to be recorded."""
    return small_panel.minute_of_september()


def test_panel_judges_and_the_chair_sees_it(
    panel: small_panel.SmallPanel, minute: MinuteEntry, new_page: Callable[..., Page], axe
) -> None:
    chair = Person(new_page("phone", user=panel.people["chair"]), axe)
    read_the_letter_out(chair)
    officer = Person(new_page(user=panel.people["officer"]), axe)
    record_what_was_decided(officer, minute)
    see_what_was_decided(chair)
    for person in (chair, officer):
        person.has_looked_everywhere()


def read_the_letter_out(chair: Person) -> None:
    """What is borne out and what is not, on a phone; nothing there is for the chair to change."""
    chair.page.goto(ResponseLetter.objects.get().get_absolute_url())
    chair.arrive("Letter of 20 July 2026")
    chair.sees("What the plan does not bear out")
    chair.sees("Point by point")
    expect(chair.page.get_by_role("button", name="Confirm")).to_be_hidden()
    chair.press("2026/02")


def record_what_was_decided(officer: Person, minute: MinuteEntry) -> None:
    """The minute is chosen once; then one after another, each by its own decision."""
    officer.page.goto(reverse("recommendations:judge_meeting", args=[minute.item.meeting_id]))
    officer.arrive("The panel’s judgements")
    officer.field("The minute that records the judgements").select_option(str(minute.pk))
    officer.press("Begin with 2026/01")
    officer.arrive("What did the panel decide about 2026/01?")
    officer.press("Save, and on to 2026/02")
    officer.sees("Select what the panel decided")
    officer.look()
    officer.choose("Satisfied")
    officer.press("Save, and on to 2026/02")
    officer.arrive("What did the panel decide about 2026/02?")
    officer.choose("Not satisfied")
    officer.type("Comment", "The Commissioner will write by the end of the month.")
    officer.press("Save, and on to 2026/03")
    officer.arrive("What did the panel decide about 2026/03?")
    officer.press("All of this meeting")
    officer.arrive("The panel’s judgements")
    officer.sees("Judged at this meeting")
    officer.look()
    judged = Judgement.objects.order_by("recommendation__reference")
    assert [(str(j.recommendation), j.decision, j.entry) for j in judged] == [
        ("2026/01", "satisfied", minute),
        ("2026/02", "not satisfied", minute),
    ]


def see_what_was_decided(chair: Person) -> None:
    """On the page of the recommendation, with the minute that says so."""
    chair.page.goto(Judgement.objects.get(decision="not satisfied").get_absolute_url())
    chair.arrive("Recommendation 2026/02")
    stands = chair.page.get_by_role("complementary", name="Where it stands")
    expect(stands).to_contain_text("Not satisfied")
    chair.sees("The Commissioner will write by the end of the month.")
    chair.press("25 September 2026")
    chair.arrive("Minutes")
    chair.sees("RESOLVED: That the Panel’s judgements on its points be recorded.")
