"""An officer carries out a scrutiny review, from its question to the register."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from playwright.sync_api import Page, expect

from meetings.models import AgendaItem
from pcp_scrutiny.accounts.models import User
from recommendations.models import Evidence, Recommendation, ScrutinyReview
from tests.factories.recommendations import ItemFactory
from tests.journeys.person import Person

BUSES = "Safety at bus stops by night"
LIT = "That every stop be lit until the last bus."
COUNTED = "That those who wait be counted each quarter."


def test_a_review_goes_from_its_question_to_the_register(
    new_page: Callable[..., Page], axe: Callable[..., None], officer: User, tmp_path: Path
) -> None:
    item = ItemFactory(title="Report of the task group")
    someone = Person(new_page(user=officer), axe)
    someone.page.goto("/reviews/")
    begin(someone)
    invite_and_hear(someone, tmp_path)
    write_up(someone)
    read_the_report(someone)
    adopt(someone, item)


def begin(officer: Person) -> None:
    officer.arrive("Scrutiny reviews")
    officer.press("Add a review")
    officer.arrive("Add a review")
    officer.type("Title", BUSES)
    officer.press("Save")
    officer.sees("Enter the question it sets out to answer")
    officer.look()
    officer.type("The question it sets out to answer", "Are people safe while they wait?")
    officer.press("Save")
    officer.arrive(BUSES)
    officer.sees("Being planned")


def invite_and_hear(officer: Person, folder: Path) -> None:
    """Two are invited; one answers with a document, which a slip in the form does not lose."""
    officer.press("Add an invitation")
    officer.arrive("Add an invitation")
    officer.type("Who was invited", "The bus company")
    officer.press("Save and add another")
    officer.sees("An invitation has been added.")
    officer.type("Who was invited", "The street watch")
    officer.press("Save")
    officer.sees("None of the 2 invited by letter has answered (0%).")
    document = folder / "statement.txt"
    document.write_text("The lamps go out at eleven.")
    officer.press("File evidence")
    officer.arrive("Add evidence")
    officer.type("Title", "When the lamps go out")
    officer.type_date("When was it received?", date(2026, 5, 20))
    officer.page.get_by_label("Which invitation does it answer?").select_option("The bus company")
    with officer.page.expect_file_chooser() as chooser:
        officer.page.get_by_role("button", name="The document").click()
    chooser.value.set_files(document)
    officer.press("Save")
    officer.sees("Enter who it came from")
    officer.sees("is kept for you")
    officer.look()
    officer.type("Who it came from", "The bus company")
    officer.press("Save")
    officer.sees("1 of the 2 invited by letter has answered (50%).")
    assert Evidence.objects.get().file.name == "statement.txt"
    officer.press("Add a witness")
    officer.arrive("Add a witness")
    officer.type("Name", "Wilma Warden")
    officer.press("Save")


def write_up(officer: Person) -> None:
    """Two subjects change places; a question is answered; two recommendations are proposed."""
    for subject in ("Waiting", "Light"):
        officer.press("Add a subject")
        officer.type("Subject", subject)
        officer.press("Save")
        officer.sees("A subject has been added.")
    officer.press("Move up Light")
    expect(officer.page.get_by_role("heading", name="1. Light")).to_be_visible()
    officer.press("Add a question on Light")
    officer.arrive("Add a question")
    officer.type("The question", "When are the stops dark?")
    officer.page.get_by_label("Who it was put to").select_option("Wilma Warden")
    officer.press("Save")
    officer.press("Add a point of the answer to 1.1")
    officer.arrive("Add a point of the answer")
    officer.type("The point, summarised", "From eleven o’clock.")
    officer.page.get_by_label("Which evidence says it").select_option(index=1)
    officer.press("Save")
    officer.sees("1.1.1")
    for text in (LIT, COUNTED):
        officer.press("Add a recommendation")
        officer.type("Recommendation", text)
        officer.press("Save")
        officer.sees(text)
    officer.look()


def read_the_report(officer: Person) -> None:
    officer.press("Read it")
    officer.arrive(BUSES)
    officer.sees("DRAFT: the Panel has not adopted this report.")
    officer.sees("From eleven o’clock. (Evidence 1)")
    officer.press("Read it as the public gets it")
    officer.sees("Draft report as the public gets it")
    officer.page.go_back()
    officer.press("The review")


def adopt(officer: Person, item: AgendaItem) -> None:
    """The panel agrees one of the two; that one is in the register, and each leads to the other."""
    officer.press("Record that the panel adopted it")
    officer.arrive("Record that the panel adopted the report")
    officer.page.get_by_label("Under which item").select_option(str(item.pk))
    officer.page.get_by_label(f"The panel agreed: {COUNTED}").uncheck()
    officer.press("Record that it was adopted")
    officer.sees("1 recommendation entered the register.")
    officer.look()
    made = Recommendation.objects.get()
    assert (made.text, made.raised_in.item) == (LIT, item)
    assert ScrutinyReview.objects.get().is_adopted
    expect(officer.page.get_by_role("link", name="Add a recommendation")).to_have_count(0)
    officer.press(made.reference)
    officer.arrive(f"Recommendation {made.reference}")
    officer.press(BUSES)
    officer.arrive(BUSES)
