"""What goes wrong at a desk: the wrong file, a button pressed twice, two people at one text."""

import io
import re
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from playwright.sync_api import FilePayload, Page, expect

from meetings.models import AgendaItem
from pcp_scrutiny.accounts.models import User
from plans.models import PlanVersion
from recommendations.models import Recommendation, Response, ResponseLetter
from tests.factories.accounts import UserFactory
from tests.factories.meetings import MeetingFactory
from tests.factories.plans import PlanFactory, PlanVersionFactory
from tests.factories.recommendations import RecommendationFactory, recommend, version_of
from tests.journeys.person import Person

NewPage = Callable[..., Page]
WORDS = b"The Commissioner will listen to residents.\n\nThe Commissioner will report each June."


def locked_pdf() -> bytes:
    file = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(file, encryption=pikepdf.Encryption(owner="owner", user="user"))
    return file.getvalue()


def payload(name: str, data: bytes) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": data}


# --- Uploads ----------------------------------------------------------------------------------


def test_bad_upload_is_explained_and_keeps_what_was_typed(new_page, axe, officer: User) -> None:
    someone = Person(new_page(user=officer), axe)
    someone.page.goto(f"/plans/{PlanFactory().pk}/versions/add/")
    someone.choose("Revised draft")
    for part, typed in (("Day", "27"), ("Month", "3"), ("Year", "2026")):
        someone.page.get_by_label(part).fill(typed)
    for name, data, sentence in (
        ("plan.docx", b"1. Words without a format.", "'plan.docx' is not a Word document"),
        ("plan.docx", b"", "'plan.docx' is empty. Check that it is the right file"),
        ("plan.pdf", locked_pdf(), "protected by a password. Save a copy without the password"),
        ("plan.txt", WORDS, "No paragraph has a number."),
    ):
        someone.upload(payload(name, data))
        someone.press("Add version")
        summary = someone.page.get_by_role("alert")
        expect(summary).to_contain_text(sentence)
        expect(someone.page.get_by_role("radio", name="Revised draft")).to_be_checked()
        expect(someone.page.get_by_label("Month")).to_have_value("3")
        assert someone.page.title().startswith("Error: ")
        assert not PlanVersion.objects.exists()
    someone.look()
    # The last was read well: it need not be chosen again.
    expect(someone.page.get_by_text("plan.txt has been received.")).to_be_visible()
    someone.page.get_by_label("Add it all the same").check()
    someone.press("Add version")
    someone.arrive("Revised draft, 27 March 2026: correct what was read")
    assert PlanVersion.objects.get().paragraphs.count() == 2


def test_link_in_the_error_summary_leads_to_the_field(new_page, axe, officer: User) -> None:
    someone = Person(new_page(user=officer), axe)
    someone.page.goto("/plans/add/")
    someone.press("Add plan")
    summary = someone.page.get_by_role("alert")
    expect(summary.locator("xpath=..")).to_be_focused()
    summary.get_by_role("link").press("Enter")
    expect(someone.field("Title of the plan")).to_be_focused()
    someone.look()


# --- Pressed twice ----------------------------------------------------------------------------


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_double_press_on_save_makes_one_record(
    scripts: bool, new_page, clerk: User, officer: User
) -> None:
    page = new_page(user=clerk, java_script_enabled=scripts)
    meeting = MeetingFactory()
    page.goto(f"/meetings/{meeting.pk}/items/add/")
    page.get_by_label("Title").fill("Crime in the countryside")
    page.get_by_role("button", name="Save").dblclick()
    expect(page.get_by_role("heading", name="1. Crime in the countryside")).to_be_visible()
    assert AgendaItem.objects.count() == 1


# --- Two at once ------------------------------------------------------------------------------


@pytest.fixture
def another(db: None) -> User:
    return UserFactory(name="Otto Other", is_officer=True)


def test_second_officer_at_a_paragraph_is_shown_both_and_may_save(
    new_page, axe, officer: User, another: User
) -> None:
    [paragraph] = PlanVersionFactory(texts=["Patrols will be doubled."]).paragraphs.all()
    address = f"/plans/paragraphs/{paragraph.pk}/edit/"
    first, second = open_both(new_page, axe, (another, officer), address)
    change_both(first, second, "Text", "Patrols will be trebled.", "Patrols will be halved.")
    second.press("Save")
    second.sees("Paragraph 1 has been corrected.")
    paragraph.refresh_from_db()
    assert paragraph.text == "Patrols will be halved."
    kept = paragraph.history.order_by("history_id").values_list("text", flat=True)
    assert list(kept)[-2:] == ["Patrols will be trebled.", "Patrols will be halved."]


def test_second_officer_at_a_recommendation_is_shown_both_and_may_save(
    new_page, axe, officer: User, another: User
) -> None:
    recommendation = RecommendationFactory(theme="Patrols")
    address = f"/recommendations/{recommendation.pk}/edit/"
    first, second = open_both(new_page, axe, (another, officer), address)
    change_both(first, second, "Theme", "Neighbourhoods", "Visibility")
    second.press("Save")
    second.arrive(f"Recommendation {recommendation.reference}")
    assert Recommendation.objects.get().theme == "Visibility"


def open_both(
    new_page: NewPage, axe: Any, users: tuple[User, User], address: str
) -> tuple[Person, Person]:
    first, second = (Person(new_page(user=user), axe) for user in users)
    for person in (first, second):
        person.page.goto(address)
    return first, second


def change_both(first: Person, second: Person, field: str, theirs: str, mine: str) -> None:
    """The first saves; the second, whose page is older by now, is told and shown both."""
    first.type(field, theirs)
    first.press("Save")
    expect(first.page.get_by_role("alert")).to_contain_text(
        re.compile("Success|has been corrected")
    )
    second.type(field, mine)
    second.press("Save")
    expect(second.page.get_by_role("alert")).to_contain_text("Otto Other changed this after you")
    both = second.page.get_by_role("region", name="What Otto Other saved, and what you typed")
    expect(both).to_contain_text(theirs)
    expect(both).to_contain_text(mine)
    expect(second.field(field)).to_have_value(mine)
    second.look()


# --- By keyboard, and without scripts -----------------------------------------------------------


def test_recommendation_is_reached_and_left_by_keyboard_alone(new_page, axe, member: User) -> None:
    recommendation = RecommendationFactory()
    someone = Person(new_page(), axe)
    page, keys = someone.page, someone.page.keyboard
    page.goto("/")
    skip = page.get_by_role("link", name="Skip to main content")
    someone.tab_to(skip, within=1)
    expect(skip).to_be_in_viewport()
    keys.press("Enter")
    someone.tab_to(someone.field("E-mail address"), within=1)
    keys.type(member.email)
    someone.tab_to(page.get_by_role("textbox", name="Password"), within=1)
    keys.type("pass-phrase for tests")
    keys.press("Enter")
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()

    someone.tab_to(page.get_by_role("link", name="Recommendations", exact=True))
    keys.press("Enter")
    someone.arrive("Recommendations")
    someone.tab_to(skip, within=1)
    keys.press("Enter")
    someone.tab_to(page.get_by_role("link", name=recommendation.reference))
    keys.press("Enter")
    someone.arrive(f"Recommendation {recommendation.reference}")
    someone.tab_to(page.get_by_role("link", name="All recommendations"))
    keys.press("Enter")
    someone.arrive("Recommendations")


LETTER = """Dear Chair

Recommendation 1: That the Plan say how many hours officers spend on patrol.

Response: I agree. Paragraph 1 now gives the hours.

Recommendation 2: That call times be published every month.

Response: Accepted. Please see paragraph 2.
"""


def test_letter_is_corrected_and_confirmed_without_scripts(new_page, officer: User) -> None:
    draft = version_of([("1", "More patrols."), ("2", "Faster calls.")], by=officer)
    hours = recommend(draft, by=officer, text="The Plan should say how many hours are patrolled.")
    recommend(draft, by=officer, text="Call times should be published every month.")
    page = new_page(user=officer, java_script_enabled=False)
    page.goto("/recommendations/letters/add/")
    page.get_by_label("Upload a file").set_input_files(payload("letter.txt", LETTER.encode()))
    page.get_by_role("button", name="Read the letter").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Check what was read")
    expect(page.get_by_role("region", name="The letter as received")).to_contain_text("call times")
    first = page.get_by_role("region", name="Point 1 of 2")
    expect(first.get_by_label("Answers recommendation")).to_have_value(str(hours.pk))
    first.get_by_label("Decision").select_option("Accepted in part")
    page.get_by_role("button", name="Confirm these answers").click()
    # The letter bears no date.
    expect(page.get_by_role("alert")).to_contain_text("Enter the date of the letter")
    expect(first.get_by_label("Decision")).to_have_value("accepted in part")
    assert not ResponseLetter.objects.exists()
    for part, typed in (("Day", "20"), ("Month", "July"), ("Year", "2026")):
        page.get_by_label(part).fill(typed)
    page.get_by_role("button", name="Confirm these answers").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Letter of 20 July 2026")
    decisions = Response.objects.order_by("position").values_list("decision", flat=True)
    assert list(decisions) == ["accepted in part", "accepted"]
